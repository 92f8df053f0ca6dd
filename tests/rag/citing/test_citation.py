"""Citations in UN usage, and that reading them gives back what was cited."""

from itertools import groupby

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from index.document import Document
from index.locator import Locator
from rag.citing.citation import (
    cite,
    cite_all,
    cite_by_name,
    cite_shortly,
    in_citing_order,
    name_of,
    parse_citation,
    place_in_words,
    short_name,
    spelled_date,
)

PROGRESS = Document("progress-2018", "Progress report", (), symbol="CAC/COSP/WG.2/2018/2", date="2018-04-04")
SHARING = Document("info-sharing-2018", "Guidelines", (), symbol="CAC/COSP/WG.2/2018/5")
REVIEW = Document(
    "irg-2019",
    "Implementation Review Group, tenth session, Vienna, 27–29 May 2019: draft report",
    (),
    short_title="Draft report of the Implementation Review Group on its tenth session",
    date="2019-05-29",
)


def at(document: Document, *locators: str) -> list[tuple[Document, Locator]]:
    return [(document, Locator.parse(each)) for each in locators]


@pytest.mark.parametrize(
    ("locator", "expected"),
    [
        ("65", "para. 65"),
        ("65 (c)", "para. 65 (c)"),
        ("65 (a) (ii)", "para. 65 (a) (ii)"),
        ("48 bis", "para. 48 bis"),
        ("annex, draft guideline 4, 4.1 (a)", "annex, draft guideline 4, para. 4.1 (a)"),
        ("draft guideline 3", "draft guideline 3"),
        ("draft guideline 3 (b)", "draft guideline 3 (b)"),
        ("unnumbered 3", "unnumbered para. 3"),
        ("annex, unnumbered 3 (a)", "annex, unnumbered para. 3 (a)"),
        ("preambular para. 3", "preambular para. 3"),
        ("resolution 68/4, 1 (a)", "resolution 68/4, para. 1 (a)"),
        ("resolution 68/4, preambular para. 2", "resolution 68/4, preambular para. 2"),
        ("decision 1/CMA.3, annex, 4 (b)", "decision 1/CMA.3, annex, para. 4 (b)"),
        ("recommendation 86.55", "recommendation 86.55"),
        ("item 65", "item 65"),
        ("item 65 (a)", "item 65 (a)"),
        ("table 2", "table 2"),
        ("figure II", "figure II"),
        ("p. 4, para. 2", "p. 4, para. 2"),
        ("p. iv, unnumbered 2", "p. iv, unnumbered para. 2"),
        ("annex, p. 3, para. 10", "annex, p. 3, para. 10"),
        ("p. 1, table 1", "p. 1, table 1"),
        ("p. 7, Mr. Chumakov, para. 4", "p. 7, Mr. Chumakov, para. 4"),
        ("p. 7, Mr. Chumakov", "p. 7, Mr. Chumakov"),
        ("p. 7", "p. 7"),
    ],
)
def test_a_place_is_cited_after_the_symbol(locator: str, expected: str) -> None:
    assert cite(SHARING, Locator.parse(locator)) == f"CAC/COSP/WG.2/2018/5, {expected}"
    assert place_in_words(Locator.parse(locator)) == expected


def test_a_document_without_a_symbol_is_cited_by_short_title_and_date() -> None:
    assert (
        cite(REVIEW, Locator(number="12"))
        == "Draft report of the Implementation Review Group on its tenth session (29 May 2019), para. 12"
    )


def test_a_document_with_neither_symbol_nor_date_nor_short_title_is_cited_by_its_title() -> None:
    assert name_of(Document("x", "Notes of a meeting", ())) == "Notes of a meeting"


def test_the_whole_document_is_cited_by_its_name_alone() -> None:
    assert cite(PROGRESS, Locator()) == "CAC/COSP/WG.2/2018/2"
    assert cite(PROGRESS, Locator(items=("b",))) == "CAC/COSP/WG.2/2018/2, subpara. (b)"


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2019-05-29", "29 May 2019"),
        ("2018-04-04", "4 April 2018"),
        ("2019-05", "May 2019"),
        ("2019", "2019"),
        ("2019-13-01", "2019-13-01"),
        ("2019-01-02-03", "2019-01-02-03"),
        ("spring 2019", "spring 2019"),
    ],
)
def test_a_date_is_spelled_out_as_far_as_it_is_known(date: str, words: str) -> None:
    assert spelled_date(date) == words


@pytest.mark.parametrize(
    ("locators", "expected"),
    [
        (["48", "49", "50"], "paras. 48–50"),
        (["48", "49"], "paras. 48 and 49"),
        (["48", "50"], "paras. 48 and 50"),
        (["54", "50", "48", "49", "52", "48"], "paras. 48–50, 52 and 54"),
        (["48", "48 bis", "49", "50"], "paras. 48, 48 bis, 49 and 50"),
        (["4.1", "4.2", "4.3", "4.10"], "paras. 4.1–4.3 and 4.10"),
        (["4.3", "5.1", "4.2"], "paras. 4.2, 4.3 and 5.1"),
        (["9", "10", "11"], "paras. 9–11"),
        (["65 (c)", "65 (a)", "65 (b)"], "para. 65 (a)–(c)"),
        (["65 (a)", "65 (c)"], "para. 65 (a) and (c)"),
        (["65", "65 (c)"], "paras. 65 and 65 (c)"),
        (["65 (a)", "65 (c)", "66"], "paras. 65 (a) and (c), and 66"),
        (["64", "65 (a)"], "paras. 64 and 65 (a)"),
        (["65 (a) (i)", "65 (a) (ii)", "65 (b)"], "para. 65 (a) (i), (ii) and (b)"),
        (["65 (a) (i)", "65 (a) (ii)", "65 (a) (iii)"], "para. 65 (a) (i)–(iii)"),
        (["65 (a)", "65 (a) (i)"], "para. 65 (a) and 65 (a) (i)"),
        (["unnumbered 2", "unnumbered 3", "unnumbered 4"], "unnumbered paras. 2–4"),
        (["draft guideline 3 (a)", "draft guideline 3 (b)"], "draft guideline 3 (a) and (b)"),
        (["draft guideline 3", "draft guideline 5"], "draft guideline 3; draft guideline 5"),
        (["4", "annex, 1", "5", "annex, 2"], "paras. 4 and 5; annex, paras. 1 and 2"),
        (["annex, unnumbered 1", "annex, 1"], "annex, unnumbered para. 1; annex, para. 1"),
        (["preambular para. 2", "preambular para. 3", "4"], "preambular paras. 2 and 3; para. 4"),
        (["recommendation 86.5", "recommendation 86.7", "86"], "recommendations 86.5 and 86.7; para. 86"),
        (["p. 4, para. 2", "p. 4, para. 3", "p. 5, para. 1"], "p. 4, paras. 2 and 3; p. 5, para. 1"),
        (["item 65", "item 66"], "items 65 and 66"),
        (["figure II", "figure IV"], "figure II; figure IV"),
        (["table 31.1", "table 31.II"], "table 31.1; table 31.II"),
        (["p. 1, table 1", "p. 1, table 2"], "p. 1, tables 1 and 2"),
    ],
)
def test_places_of_one_document_are_merged(locators: list[str], expected: str) -> None:
    assert cite_all(at(PROGRESS, *locators)) == f"CAC/COSP/WG.2/2018/2, {expected}"


def test_documents_stay_in_the_order_given_and_only_neighbours_are_merged() -> None:
    places = [*at(SHARING, "2", "1"), *at(PROGRESS, "7"), *at(SHARING, "3"), *at(REVIEW, "12", "13")]

    assert cite_all(places) == (
        "CAC/COSP/WG.2/2018/5, paras. 1 and 2; CAC/COSP/WG.2/2018/2, para. 7; CAC/COSP/WG.2/2018/5, para. 3; "
        "Draft report of the Implementation Review Group on its tenth session (29 May 2019), paras. 12 and 13"
    )


def test_a_part_of_an_unknown_kind_is_not_mistaken_for_another_document() -> None:
    places = at(REVIEW, "1", "statement by the chair, 2")

    assert cite_all(places) == (
        "Draft report of the Implementation Review Group on its tenth session (29 May 2019), para. 1; "
        "Draft report of the Implementation Review Group on its tenth session (29 May 2019), "
        "statement by the chair, para. 2"
    )
    assert parse_citation(cite_all(places))[0].locators == tuple(place for _, place in places)


def test_nothing_is_cited_by_nothing() -> None:
    assert cite_all([]) == ""


# --- round trips -----------------------------------------------------------------------------------------------------

NUMBERS = st.one_of(
    st.integers(1, 130).map(str),
    st.tuples(st.integers(1, 9), st.integers(1, 12)).map(lambda parts: f"{parts[0]}.{parts[1]}"),
    st.integers(1, 60).map(lambda number: f"{number} bis"),
)
MARKS = st.sampled_from([*"abcdefghivxz", "ii", "iii", "iv", "vi", "ix", "xi", "aa", "1", "2", "3", "10", "A", "B"])
ITEMS = st.one_of(st.just(()), st.tuples(MARKS), st.tuples(MARKS, MARKS), st.tuples(MARKS, MARKS, MARKS))
CONTAINERS = st.sampled_from(
    [
        (),
        (),
        ("annex",),
        ("annex II",),
        ("annex", "draft guideline 4"),
        ("draft guideline 3",),
        ("closing statement",),
        ("resolution 68/4",),
        ("decision 1/CMA.3", "annex"),
        ("draft decision II",),
        ("appendix II", "enclosure"),
    ]
)
LOCATORS = st.one_of(
    st.builds(Locator, CONTAINERS, NUMBERS, ITEMS),
    st.builds(Locator, CONTAINERS, st.none(), ITEMS, st.integers(1, 12)),
    st.builds(Locator, CONTAINERS, st.none(), ITEMS),
    st.builds(Locator, CONTAINERS, st.none(), ITEMS, st.integers(1, 60), st.just("preambular")),
    st.builds(
        Locator,
        CONTAINERS,
        NUMBERS,
        ITEMS,
        st.none(),
        st.sampled_from(["recommendation", "item", "table", "figure", "box"]),
    ),
    st.builds(
        Locator,
        CONTAINERS,
        st.none(),
        ITEMS,
        st.integers(1, 30),
        st.sampled_from(["", "paragraph", "table", "figure", "box"]),
        st.sampled_from(["1", "12", "iv"]),
        st.sampled_from([None, "Mr. Chumakov", "The Acting President", "Ms. van der Berg"]),
    ),
)
DOCUMENTS = st.sampled_from(
    [
        PROGRESS,
        SHARING,
        REVIEW,
        Document("res", "Resolution", (), symbol="S/RES/1373 (2001)"),
        Document("add", "Addendum", (), symbol="A/HRC/59/25/Add.1"),
        Document("commas", "Outcome of the meeting, Vienna, annexes and all", (), date="2020-11"),
        Document("dated", "Report (2018), annex (part two)", (), date="2019-05-29"),
        Document("plain", "Notes of a meeting", ()),
    ]
)


@settings(deadline=None)
@given(DOCUMENTS, LOCATORS)
def test_what_is_cited_is_read_back(document: Document, locator: Locator) -> None:
    (read,) = parse_citation(cite(document, locator), names=[name_of(document)])

    assert read.document == name_of(document)
    assert read.locators == (locator,)


@settings(deadline=None)
@given(DOCUMENTS, LOCATORS)
def test_a_symbol_or_a_dated_title_needs_no_list_of_names_to_be_read_back(document: Document, locator: Locator) -> None:
    if document.symbol or document.date:
        (read,) = parse_citation(cite(document, locator))

        assert (read.document, read.locators) == (name_of(document), (locator,))


@settings(deadline=None)
@given(st.lists(st.tuples(DOCUMENTS, LOCATORS), min_size=1, max_size=12))
@example([(PROGRESS, Locator(number="1")), (PROGRESS, Locator()), (PROGRESS, Locator(number="2"))])
@example(at(PROGRESS, "65 (h)", "65 (i)", "65 (j)", "65 (v)", "65 (w)", "65 (x)"))
def test_merging_loses_nothing_and_invents_nothing(places: list[tuple[Document, Locator]]) -> None:
    read = parse_citation(cite_all(places), names=[name_of(document) for document, _ in places])

    runs = [list(run) for _, run in groupby(places, key=lambda place: place[0].id)]
    assert [each.document for each in read] == [name_of(run[0][0]) for run in runs]
    assert [each.locators for each in read] == [in_citing_order(locator for _, locator in run) for run in runs]
    assert [set(each.locators) for each in read] == [{locator for _, locator in run} for run in runs]


@settings(deadline=None)
@given(st.lists(NUMBERS, min_size=1, max_size=30))
def test_a_merged_list_names_every_number_and_no_other(numbers: list[str]) -> None:
    (read,) = parse_citation(cite_all([(PROGRESS, Locator(number=each)) for each in numbers]))

    assert sorted(str(each) for each in read.locators) == sorted(set(numbers))


def test_a_name_can_be_cited_without_its_document() -> None:
    assert cite_by_name("A/80/1", Locator(number="3")) == "A/80/1, para. 3"


def test_a_short_name_is_the_symbol_or_the_first_words_of_the_title_with_the_year() -> None:
    untitled = Document("x", "Outcome of the second intersessional meeting", ())
    assert short_name(PROGRESS) == "CAC/COSP/WG.2/2018/2"
    # `Group on its tenth session` would not fit, and nothing ends in a small word.
    assert short_name(REVIEW) == "Draft report of the Implementation Review … (2019)"
    assert short_name(untitled) == "Outcome of the second intersessional meeting"


def test_a_place_is_cited_shortly_as_it_is_in_full_but_for_the_name() -> None:
    where = Locator.parse("12 (a)")
    assert cite_shortly(REVIEW, where, "3") == (
        "Draft report of the Implementation Review … (2019), para. 12 (a), footnote 3"
    )
    assert cite_shortly(PROGRESS, where) == cite(PROGRESS, where)
