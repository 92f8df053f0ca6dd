"""Counts with their noun, and excerpts."""

import pytest

from index.text.wording import counted, excerpt


@pytest.mark.parametrize(
    ("count", "words"), [(0, "0 matches"), (1, "1 match"), (2, "2 matches"), (1_200, "1,200 matches")]
)
def test_a_count_stands_with_its_noun(count: int, words: str) -> None:
    assert counted(count, "match", "matches") == words


def test_a_noun_takes_an_s_unless_its_plural_is_given() -> None:
    assert (counted(1, "question"), counted(3, "question")) == ("1 question", "3 questions")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("one two", "one two"),
        ("one two, three", "one two …"),
        ("one two – three", "one two …"),
        ("onetwothree", "onetwothre …"),
        ("            x", " …"),
    ],
)
def test_an_excerpt_ends_with_a_whole_word_and_an_ellipsis(text: str, shown: str) -> None:
    assert excerpt(text, 10) == shown
