"""Patterns that are compiled when they are first used."""

import re

import pytest

from index.text.late_patterns import LatePattern


def test_a_pattern_is_not_compiled_before_it_is_used() -> None:
    broken = LatePattern("(")
    with pytest.raises(re.error):
        broken.search("(")


def test_a_text_without_what_is_needed_is_not_searched() -> None:
    broken = LatePattern("(", needs=r"\d")
    assert broken.search("none") is None
    assert list(broken.finditer("none")) == []
    assert broken.split("none") == ["none"]
    assert broken.sub("x", "none") == "none"
    with pytest.raises(re.error):
        broken.search("1")


def test_a_pattern_finds_what_re_finds() -> None:
    late, text = LatePattern("(B)c?", re.IGNORECASE, needs="b"), "abc b BC"
    assert (late.pattern, late.flags) == ("(B)c?", re.IGNORECASE)
    assert [match.span() for match in late.finditer(text)] == [(1, 3), (4, 5), (6, 8)]
    assert [match.span() for match in late.finditer(text, 2, 7)] == [(4, 5), (6, 7)]
    assert (found := late.search(text, 2)) and found.span() == (4, 5)
    assert late.match(text) is None
    assert late.match(text, 1)
    assert late.fullmatch(text, 6)
    assert late.fullmatch(text, 1) is None
    assert late.findall(text) == ["b", "b", "B"]
    assert late.split("1bc2") == ["1", "b", "2"]
    assert late.sub("x", text) == "ax x x"
