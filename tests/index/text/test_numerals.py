"""Roman numerals and letters that count."""

import pytest

from index.text.numerals import letter_value, letters, roman_numeral, roman_value, without_number


@pytest.mark.parametrize(
    ("numeral", "value"),
    [("i", 1), ("iv", 4), ("ix", 9), ("xiv", 14), ("xl", 40), ("xcix", 99), ("cdxliv", 444), ("mmxxv", 2025)],
)
def test_roman_numerals_are_written_and_read(numeral: str, value: int) -> None:
    assert roman_numeral(value) == numeral
    assert roman_value(numeral) == roman_value(numeral.upper()) == value


def test_every_numeral_that_is_written_is_read_back() -> None:
    assert [roman_value(roman_numeral(value)) for value in range(1, 4000)] == list(range(1, 4000))


@pytest.mark.parametrize("text", ["", "iiii", "ic", "vx", "il", "a", "5"])
def test_what_is_no_roman_numeral_has_no_value(text: str) -> None:
    assert roman_value(text) is None


def test_letters_count_and_go_on_doubled() -> None:
    assert [letter_value(mark) for mark in ("a", "C", "z", "aa", "bb", "ab", "")] == [
        1,
        3,
        26,
        27,
        28,
        None,
        None,
    ]
    assert [letters(value) for value in (1, 26, 27, 52)] == ["a", "z", "aa", "zz"]


@pytest.mark.parametrize("number", ["", "II. ", "A. ", "3. ", "2.1. ", "(c) ", "b) "])
def test_a_heading_is_read_without_its_number(number: str) -> None:
    assert without_number(f"{number}Decent work for all") == "Decent work for all"


def test_a_word_that_begins_a_heading_is_no_number() -> None:
    assert without_number("Annex. Decent work") == "Annex. Decent work"
