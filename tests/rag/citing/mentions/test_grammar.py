"""Lists of paragraph numbers as people write them in a sentence."""

import re

import pytest

from rag.citing.mentions.grammar import ONE_OR_MORE, SEVERAL, places_in


def read(text: str) -> list[tuple[str, ...]]:
    return [(place.number, *place.items) for place in places_in(text)]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("12 and 14", [("12",), ("14",)]),
        ("48 to paragraph 50", [("48",), ("49",), ("50",)]),
        ("65, item (c)", [("65", "c")]),
        ("65, (c)", [("65", "c")]),
        ("65 (a), (c)", [("65", "a"), ("65", "c")]),
        ("17 (ll) and (mm)", [("17", "ll"), ("17", "mm")]),
        ("65 subparagraph (a) and subparagraph (b)", [("65", "a"), ("65", "b")]),
    ],
)
def test_words_between_the_numbers_are_read_over(text: str, places: list[tuple[str, ...]]) -> None:
    assert read(text) == places


def test_of_a_range_that_cannot_be_counted_both_ends_are_kept() -> None:
    assert read("12–10") == [("12",), ("10",)]
    assert read("4.1 to 5.2") == [("4.1",), ("5.2",)]


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        (ONE_OR_MORE, "12 and 160 countries", "12"),
        (ONE_OR_MORE, "12 and 14 of the report", "12 and 14"),
        (SEVERAL, "12, 14 and 16 countries", "12, 14 and 16"),
        (SEVERAL, "12 and 2018", "12"),
        (SEVERAL, "12.", "12"),
        (SEVERAL, "4.1.", "4.1"),
        (SEVERAL, "65 (2018)", "65"),
    ],
)
def test_a_list_ends_where_its_numbers_do(pattern: str, text: str, expected: str) -> None:
    match = re.match(pattern, text, re.IGNORECASE)

    assert match is not None
    assert match[0] == expected


@pytest.mark.parametrize("text", ["5/3", "20%", "65th", "1234567"])
def test_what_goes_on_as_something_else_is_no_number(text: str) -> None:
    assert re.match(SEVERAL, text, re.IGNORECASE) is None
