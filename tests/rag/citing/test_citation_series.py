"""Numbers and marks in a row."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.errors import LocatorError
from rag.citing.series import (
    LONGEST_RANGE,
    Place,
    in_order,
    mark_range,
    number_range,
    print_items,
    print_places,
    read_places,
)


@pytest.mark.parametrize(
    ("first", "last", "between"),
    [
        ("48", "50", ("48", "49", "50")),
        ("9", "11", ("9", "10", "11")),
        ("4.1", "4.3", ("4.1", "4.2", "4.3")),
        ("1.2.9", "1.2.10", ("1.2.9", "1.2.10")),
        ("50", "48", ()),
        ("48", "48", ()),
        ("4.1", "5.2", ()),
        ("4", "4.2", ()),
        ("48 bis", "50", ()),
        ("48", "50 bis", ()),
        ("048", "050", ()),
        ("1", str(LONGEST_RANGE + 1), ()),
    ],
)
def test_numbers_span_a_range_only_where_they_can_be_counted(first: str, last: str, between: tuple[str, ...]) -> None:
    assert number_range(first, last) == between


@pytest.mark.parametrize(
    ("first", "last", "between"),
    [
        ("a", "c", ("a", "b", "c")),
        ("h", "j", ("h", "i", "j")),
        ("i", "iii", ("i", "ii", "iii")),
        ("i", "v", ("i", "ii", "iii", "iv", "v")),
        ("v", "x", ("v", "w", "x")),
        ("1", "3", ("1", "2", "3")),
        ("A", "C", ("A", "B", "C")),
        ("c", "a", ()),
        ("iii", "i", ()),
        ("a", "C", ()),
        ("a", "iii", ()),
        ("aa", "cc", ("aa", "bb", "cc")),
        ("y", "bb", ("y", "z", "aa", "bb")),
        ("a", "ii", ()),
        ("ab", "cd", ()),
        ("a", "é", ()),
    ],
)
def test_marks_span_a_range_in_their_own_way_of_counting(first: str, last: str, between: tuple[str, ...]) -> None:
    assert mark_range(first, last) == between


def test_under_another_mark_v_to_x_are_roman_numerals() -> None:
    assert mark_range("v", "x", nested=True) == ("v", "vi", "vii", "viii", "ix", "x")


def test_order_is_that_of_the_document() -> None:
    places = [Place("10"), Place("9", ("b",)), Place("9"), Place("9", ("a", "ii")), Place("9", ("a",)), Place("4.10")]

    assert in_order([*places, Place("4.9")]) == [
        Place("4.9"),
        Place("4.10"),
        Place("9"),
        Place("9", ("a",)),
        Place("9", ("a", "ii")),
        Place("9", ("b",)),
        Place("10"),
    ]


def test_roman_items_are_ordered_by_value_and_letters_after_z_double() -> None:
    def marks(*items: str) -> list[str]:
        return [place.items[0] for place in in_order(Place("1", (each,)) for each in items)]

    assert marks("ix", "v", "iv") == ["iv", "v", "ix"]
    assert marks("aa", "z", "b") == ["b", "z", "aa"]
    assert marks("10", "2") == ["2", "10"]


def test_a_list_within_a_list_is_closed_by_a_comma() -> None:
    places = [Place("64"), Place("65", ("a",)), Place("65", ("c",)), Place("66")]

    assert print_places(places) == "64, 65 (a) and (c), and 66"


def test_items_that_could_be_misread_repeat_their_number() -> None:
    assert print_places([Place("65", ("a",)), Place("65", ("a", "i"))]) == "65 (a) and 65 (a) (i)"


def test_items_of_a_container_that_could_be_misread_are_printed_apart() -> None:
    assert print_items([("a",), ("a", "i")]) == ["(a)", "(a) (i)"]
    assert print_items([("a",), ("b",), ("c",), ("e",)]) == ["(a)–(c) and (e)"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("65 (a) (i) and (v)", [("65", "a", "i"), ("65", "a", "v")]),
        ("65 (a) (i) and (b)", [("65", "a", "i"), ("65", "b")]),
        ("65 (h) and (i)", [("65", "h"), ("65", "i")]),
        ("65 (a) (1), (2) and (b) (1)", [("65", "a", "1"), ("65", "a", "2"), ("65", "b", "1")]),
        ("65 (a)–65 (c)", [("65", "a"), ("65", "b"), ("65", "c")]),
    ],
)
def test_a_mark_alone_continues_what_it_is_counted_like(text: str, places: list[tuple[str, ...]]) -> None:
    assert [(place.number, *place.items) for place in read_places(text)] == places


def test_a_mark_at_the_beginning_needs_something_to_belong_to() -> None:
    with pytest.raises(LocatorError, match=r"not a list of paragraphs: '\(a\)'"):
        read_places("(a)")

    assert read_places("(a)", number="") == (Place("", ("a",)),)


def test_a_range_that_cannot_be_counted_is_refused_rather_than_shortened() -> None:
    with pytest.raises(LocatorError, match="not a range: '50–48'"):
        read_places("1, 50–48")


PLACES = st.builds(
    Place,
    st.one_of(st.integers(1, 30).map(str), st.integers(1, 30).map(lambda number: f"2.{number}")),
    st.one_of(
        st.just(()),
        st.tuples(st.sampled_from("abcdefghijklmnopqrstuvwxyz")),
        st.tuples(st.sampled_from("abc"), st.sampled_from(["i", "ii", "iii", "iv", "v", "vi", "x"])),
    ),
)


@settings(deadline=None)
@given(st.lists(PLACES, min_size=1, max_size=25))
def test_a_printed_list_reads_back_to_the_same_places_in_order(places: list[Place]) -> None:
    assert list(read_places(print_places(places))) == in_order(places)
