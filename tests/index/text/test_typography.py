"""Characters that show in no file."""

import pytest

from index.text.typography import printable


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1f", "\x7f", "\ud800", "\ufffe", "\uffff"])
def test_a_character_that_no_file_can_hold_is_shown_by_a_sign(character: str) -> None:
    assert printable(f"a{character}b") == "a\ufffdb"


def test_tabs_line_ends_and_letters_of_all_scripts_stay() -> None:
    assert printable("a\tb\nç 报告 😀") == "a\tb\nç 报告 😀"
