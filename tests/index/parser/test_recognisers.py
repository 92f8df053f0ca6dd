"""Marks at the beginning of a line, and the numbers they stand for."""

import pytest

from index.parser.orders import decimal_order, letter_order, name_order, roman_order
from index.parser.recognisers import (
    RECOGNISERS,
    Kind,
    Recogniser,
    container_pattern,
    marks_of,
)


def found(text: str, kind: Kind) -> list[tuple[str, str, tuple[int, ...], str]]:
    marks = (mark for mark in marks_of(text) if mark.kind is kind)
    return [(mark.recogniser.name, mark.printed, mark.order, text[mark.end :]) for mark in marks]


@pytest.mark.parametrize(
    "text, printed, order, rest",
    [
        ("12. The Group", "12", (12,), "The Group"),
        ("12) The Group", "12", (12,), "The Group"),
        ("12.The Group", "12", (12,), "The Group"),
        ("4.1. Receiving", "4.1", (4, 1), "Receiving"),
        ("4.1 Receiving", "4.1", (4, 1), "Receiving"),
        ("12\tThe Group", "12", (12,), "The Group"),
        ("12 bis. The Group", "12 bis", (12, 0, 1), "The Group"),
        ("13.", "13", (13,), ""),
        ("10000. The Group", "10000", (10000,), "The Group"),
    ],
)
def test_paragraph_numbers(text: str, printed: str, order: tuple[int, ...], rest: str) -> None:
    assert found(text, Kind.PARAGRAPH)[0][1:] == (printed, order, rest)


@pytest.mark.parametrize(
    "text", ["12 The Group", "2018", "1.5 million people", "12.5", "12th session", "1234567. The", "A. B"]
)
def test_what_is_no_paragraph_number(text: str) -> None:
    assert found(text, Kind.PARAGRAPH) == []


@pytest.mark.parametrize(
    "text, name, order",
    [
        ("IV. Towards guidelines", "roman", (4,)),
        ("B. Building confidence", "letter", (2,)),
        ("3. Promoting dialogue", "arabic", (3,)),
        ("Item 2.  Preparations", "item", (2,)),
        ("Part two: Action taken", "part", (2,)),
        ("Chapter II Summary", "chapter", (2,)),
        ("Section 2. Duties of States", "named section", (2,)),
        ("(d) Challenges", "(a) heading", (4,)),
    ],
)
def test_headings(text: str, name: str, order: tuple[int, ...]) -> None:
    assert (name, order) in [(mark[0], mark[2]) for mark in found(text, Kind.HEADING)]


@pytest.mark.parametrize(
    "text",
    ["Item 3 of the provisional agenda*", "IIII. No numeral", "Introduction", "4 April 2018", "Section 3 says so."],
)
def test_what_is_no_numbered_heading(text: str) -> None:
    assert found(text, Kind.HEADING) == []


def test_a_letter_can_be_a_numeral_too() -> None:
    assert [(name, order) for name, _, order, _ in found("(i) That", Kind.ITEM)] == [("(a)", (9,)), ("(i)", (1,))]
    assert {name for name, *_ in found("C. Technical", Kind.HEADING)} == {"roman", "letter"}


@pytest.mark.parametrize(
    "text, printed, rest",
    [
        ("Annex", "Annex", ""),
        ("ANNEX", "ANNEX", ""),
        ("Annex*", "Annex", ""),
        ("Annex II", "Annex II", ""),
        ("Annex II. Terms of reference", "Annex II", "Terms of reference"),
        ("Annex: Terms", "Annex", "Terms"),
        ("Draft guideline 4", "Draft guideline 4", ""),
        ("Article 5 – Use of terms", "Article 5", "Use of terms"),
        ("Article 5 bis – Registers", "Article 5 bis", "Registers"),
        ("Decision 1/CMA.3", "Decision 1/CMA.3", ""),
    ],
)
def test_containers(text: str, printed: str, rest: str) -> None:
    assert [(mark[1], mark[3]) for mark in found(text, Kind.CONTAINER)] == [(printed, rest)]


@pytest.mark.parametrize(
    "text", ["Annex to the report", "Article 5 of the Convention", "Guidelines", "Resolution", "annex"]
)
def test_what_is_no_container(text: str) -> None:
    assert found(text, Kind.CONTAINER) == []


def test_orders() -> None:
    assert decimal_order("4.10") == (4, 10)
    assert [roman_order(numeral) for numeral in ("i", "iv", "IX", "xlii", "iiii", "vx", "")] == [
        (1,),
        (4,),
        (9,),
        (42,),
        None,
        None,
        None,
    ]
    assert [letter_order(letters) for letters in ("a", "z", "aa", "zz", "ab")] == [(1,), (26,), (27,), (52,), None]
    assert [name_order(name) for name in ("Annex II", "Article 12", "Annex", "PART TWO")] == [(2,), (12,), (), (2,)]


def test_a_container_can_be_added_with_one_line() -> None:
    clause = Recogniser("clause", Kind.CONTAINER, container_pattern("Clause"), 72, name_order)
    marks = marks_of("Clause 3. Payment", (*RECOGNISERS, clause))
    assert [(mark.recogniser.name, mark.printed, mark.order) for mark in marks] == [("clause", "Clause 3", (3,))]


def test_the_table_has_no_two_recognisers_of_one_name() -> None:
    names = [recogniser.name for recogniser in RECOGNISERS]
    assert len(names) == len(set(names))
