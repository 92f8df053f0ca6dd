"""Characters that show in no file."""

import pytest

from index.text.typography import in_capitals, is_rule, printable


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1f", "\x7f", "\ud800", "\ufffe", "\uffff"])
def test_a_character_that_no_file_can_hold_is_shown_by_a_sign(character: str) -> None:
    assert printable(f"a{character}b") == "a\ufffdb"


def test_tabs_line_ends_and_letters_of_all_scripts_stay() -> None:
    assert printable("a\tb\nç 报告 😀") == "a\tb\nç 报告 😀"


def test_capitals_are_most_letters_of_more_than_one_word() -> None:
    assert in_capitals("ORGANIZATIONAL AND OTHER MATTERS (agenda item 2)")
    assert not any(map(in_capitals, ("UNCTAD", "ISSN 0251-822X", "UNDP and UNICEF work together in many States", "")))


def test_a_sign_for_words_left_out_is_no_rule() -> None:
    assert not any(map(is_rule, ("[…]", "(...)", "a")))
    assert all(map(is_rule, ("***", "---", "…", "-")))
