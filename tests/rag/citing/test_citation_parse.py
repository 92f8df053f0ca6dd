"""Citations as people type them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.errors import LocatorError
from rag.citing.parse import CitedPlaces, parse_citation


def read(text: str, *names: str) -> list[tuple[str | None, list[str]]]:
    return [(each.document, [str(place) for place in each.locators]) for each in parse_citation(text, names=names)]


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        ("paragraph 65(c)", ["65 (c)"]),
        ("Paragraph 65 (c).", ["65 (c)"]),
        ("paras 48-50", ["48", "49", "50"]),
        ("paras. 48–50, 52 and 54", ["48", "49", "50", "52", "54"]),
        ("paras. 48, 49, and 52 & 54", ["48", "49", "52", "54"]),
        ("paras.48,49", ["48", "49"]),
        ("para. 4.1(a)", ["4.1 (a)"]),
        ("paras. 4.1 to 4.3", ["4.1", "4.2", "4.3"]),
        ("§ 65", ["65"]),
        ("§§65, 66", ["65", "66"]),
        ("65", ["65"]),
        ("65c", ["65 (c)"]),
        ("65 (c), 66", ["65 (c)", "66"]),
        ("65 (a)-(c)", ["65 (a)", "65 (b)", "65 (c)"]),
        ("65 (a)(i) and (ii)", ["65 (a) (i)", "65 (a) (ii)"]),
        ("65 (a) (i) and (b)", ["65 (a) (i)", "65 (b)"]),
        ("48 bis and 49", ["48 bis", "49"]),
        ("annex, 4.1 (a)", ["annex, 4.1 (a)"]),
        ("Annex, Draft guideline 4, para. 4.1", ["annex, draft guideline 4, 4.1"]),
        ("annex para. 3", ["annex, 3"]),
        ("annex II, paras. 1 and 2", ["annex II, 1", "annex II, 2"]),
        ("draft guideline 3 (a), (b) and (d)", [f"draft guideline 3 ({mark})" for mark in "abd"]),
        ("unnumbered para. 3", ["unnumbered 3"]),
        ("unnumbered 3", ["unnumbered 3"]),
        ("paras. 4 and 5; annex, para. 1", ["4", "5", "annex, 1"]),
        ("paras. 4; 5", ["4", "5"]),
        ("table II.4", ["table II.4"]),
        ("Figure 31.II", ["figure 31.II"]),
        ("annex, table A.1", ["annex, table A.1"]),
    ],
)
def test_what_people_type_for_a_place_is_read(typed: str, places: list[str]) -> None:
    assert read(typed) == [(None, places)]


@pytest.mark.parametrize(
    ("typed", "document", "places"),
    [
        ("CAC/COSP/WG.2/2018/2, para. 65 (c)", "CAC/COSP/WG.2/2018/2", ["65 (c)"]),
        ("CAC/COSP/WG.2/2018/2 para 65", "CAC/COSP/WG.2/2018/2", ["65"]),
        ("CAC/COSP/WG.2/2018/2, draft guideline 3", "CAC/COSP/WG.2/2018/2", ["draft guideline 3"]),
        ("CAC/COSP/WG.2/2018/2", "CAC/COSP/WG.2/2018/2", [""]),
        ("S/RES/1373 (2001), para. 3", "S/RES/1373 (2001)", ["3"]),
        ("Draft report, tenth session (29 May 2019), para. 12", "Draft report, tenth session (29 May 2019)", ["12"]),
        ("A/80/6 (Sect. 9), para. 9.12", "A/80/6 (Sect. 9)", ["9.12"]),
        ("A/80/5 (Vol. I)/Corr.1, table II.1", "A/80/5 (Vol. I)/Corr.1", ["table II.1"]),
        ("Draft report (29 May 2019)", "Draft report (29 May 2019)", [""]),
        ("Notes of a meeting, paras. 2 and 3", "Notes of a meeting", ["2", "3"]),
        ("Outcome of 2018, Vienna, para. 2", "Outcome of 2018, Vienna", ["2"]),
    ],
)
def test_the_name_of_the_document_is_told_from_the_place(typed: str, document: str, places: list[str]) -> None:
    assert read(typed) == [(document, places)]


def test_known_names_are_looked_for_first_and_the_longest_wins() -> None:
    text = "Report, annex; part one, para. 3"

    assert read(text, "Report", "Report, annex; part one") == [("Report, annex; part one", ["3"])]
    assert read(text, "Report") == [("Report", ["annex"]), ("part one", ["3"])]


def test_documents_follow_one_another_after_semicolons() -> None:
    assert read("A/1, paras. 1 and 2; annex, para. 3; Notes (2019), para. 4; A/1, para. 5") == [
        ("A/1", ["1", "2", "annex, 3"]),
        ("Notes (2019)", ["4"]),
        ("A/1", ["5"]),
    ]


def test_a_place_named_twice_is_given_once() -> None:
    assert parse_citation("A/1, paras. 1, 2 and 1; A/1, para. 2")[0] == CitedPlaces(
        "A/1", parse_citation("1, 2")[0].locators
    )


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "   ",
        "nonsense",
        "[1] and [2, 3]",
        "para. 1 and [2, 3]",
        "para. 65 or so",
        "paras. 50–48",
        "paras. 48 bis–50",
        "paras. 1–99999",
        "paras. 4.1–5.2",
        "paras. 65 and (c)",
        "para. (c)",
        "65 (a)–66 (b)",
        "unnumbered para. 4.1",
        "CAC/COSP/WG.2/2018/2, page 5",
        "CAC/COSP/WG.2/2018/2, para. 65, nonsense",
        "CAC/COSP/WG.2/2018/2, para. 65 (c",
        "CAC/COSP/WG.2/2018/2,",
        "para. 65 nonsense, para. 3",
        "Report, para. 3 foo, para. 4",
        "para. 3;; para. 4",
        "A/1, para. 3; and so on",
    ],
)
def test_what_is_not_wholly_a_citation_is_refused_in_one_line(typed: str) -> None:
    with pytest.raises(LocatorError) as refused:
        parse_citation(typed)

    assert "\n" not in str(refused.value)


@settings(deadline=None)
@given(st.text(alphabet="paras. 123–-,;()abc§/A&\n", max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        read_places = parse_citation(text)
    except LocatorError:
        return
    assert all(each.locators for each in read_places)
