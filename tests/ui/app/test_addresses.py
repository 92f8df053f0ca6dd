"""Addresses of pages: what they say is what was asked, whatever was asked."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.locator import Locator
from ui.app.addresses import ASK, READ, AskAddress, CompareAddress, Filters, Pairs, ReadAddress, Turn, link

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Z"]), min_size=1, max_size=20)
YEARS = st.none() | st.integers(1900, 2999)


def params(pairs: Pairs) -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = {}
    for name, value in pairs:
        found.setdefault(name, []).append(value)
    return found


FILTERS = st.builds(
    Filters, st.lists(WORDS, max_size=3).map(tuple), st.lists(WORDS, max_size=2).map(tuple), YEARS, YEARS
)


@given(earlier=st.lists(st.builds(Turn, WORDS, FILTERS), max_size=3), question=WORDS, filters=FILTERS)
def test_a_thread_with_the_filters_of_each_question_is_read_back_from_the_address(
    earlier: list[Turn], question: str, filters: Filters
) -> None:
    address = AskAddress(question, filters, tuple(earlier))
    assert AskAddress.parse(params(address.pairs())) == address


@pytest.mark.parametrize("was", ["", "?", "x?doc=a", "7?doc=a", "0", "100?doc=a", "0&doc=a"])
def test_filters_of_a_question_that_there_is_not_are_left_out(was: str) -> None:
    address = AskAddress.parse({"q": ["One?", "Two?"], "was": [was], "doc": ["b"]})
    assert address == AskAddress("Two?", Filters(("b",)), (Turn("One?", Filters(("b",))),))


MARKS = st.lists(st.tuples(st.integers(0, 99), st.integers(100, 999)), max_size=4)


@given(document=WORDS, place=WORDS, marks=MARKS, note=WORDS)
def test_a_place_and_its_marks_are_read_back_from_the_address(
    document: str, place: str, marks: list[tuple[int, int]], note: str
) -> None:
    address = ReadAddress(document, place, tuple(marks), note)
    assert ReadAddress.parse(params(address.pairs())) == address


def test_two_documents_are_read_back_from_the_address() -> None:
    address = CompareAddress("old", "new")
    assert CompareAddress.parse(params(address.pairs())) == address


@pytest.mark.parametrize("mark", ["", "x", "9-3", "5-5", "-", "1-2-", "999999999999-1"])
def test_marks_that_make_no_sense_are_left_out(mark: str) -> None:
    marks = ReadAddress.parse({"doc": ["a"], "mark": [mark]}).marks
    assert all(start < end for start, end in marks)
    assert marks in ((), ((1, 2),))


@pytest.mark.parametrize("year", ["", "18", "twenty", "20181", "3018"])
def test_a_year_that_is_none_does_not_filter(year: str) -> None:
    assert AskAddress.parse({"q": ["x"], "from": [year]}).filters == Filters()


def test_an_empty_address_asks_nothing() -> None:
    assert AskAddress.parse({}) == AskAddress()
    assert not AskAddress().filters
    assert AskAddress().pairs() == ()


def test_the_address_of_a_sub_item_spells_it_as_it_is_printed() -> None:
    address = ReadAddress.of("progress-2018", Locator(number="65", items=("c",)), [(12, 80), (90, 95)])
    assert address.pairs() == (("doc", "progress-2018"), ("para", "65 (c)"), ("mark", "12-80,90-95"))


def test_a_link_is_relative_to_any_page_and_the_first_page_has_no_name() -> None:
    assert link(READ, (("doc", "a b"), ("para", "65 (c)"))) == "read?doc=a+b&para=65+%28c%29"
    assert link(ASK, (("q", "what & why?"),)) == "./?q=what+%26+why%3F"
    assert link(ASK, ()) == "./"


def test_a_question_goes_on_from_those_before_it_under_the_same_filters() -> None:
    first = AskAddress("", Filters(("a",))).followed_by("One?")
    assert first == AskAddress("One?", Filters(("a",)))
    assert first.followed_by("One?") == first
    assert first.followed_by("Two?").pairs() == (("q", "One?"), ("q", "Two?"), ("doc", "a"))


def test_other_filters_are_those_of_the_last_question_alone() -> None:
    thread = replace(AskAddress("One?", Filters(("a",))).followed_by("Two?"), filters=Filters(last_year=2020))
    assert thread.pairs() == (("q", "One?"), ("q", "Two?"), ("to", "2020"), ("was", "0?doc=a"))
    assert replace(thread, filters=Filters(("a",))).pairs() == (("q", "One?"), ("q", "Two?"), ("doc", "a"))


def test_a_thread_loses_its_first_questions_where_it_grows_too_long_for_an_address() -> None:
    address = AskAddress("0")
    for number in range(1, 20):
        address = address.followed_by(str(number))
    assert address.question == "19"
    assert [each.question for each in address.earlier] == [*map(str, range(8, 19))]
    long = AskAddress("a" * 1_500).followed_by("b" * 1_500)
    assert (long.question, long.earlier) == ("b" * 1_500, ())
