"""Quotations found in the text of a draft."""

import pytest

from rag.verifying.draft import Block
from rag.verifying.quoting.quotations import quotations_in


def quoted(text: str, following: str | None = None) -> list[str]:
    after = Block(following, "") if following is not None else None
    return [text[each.start : each.end] for each in quotations_in(Block(text, ""), after)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “one two” and “three”.", ["one two", "three"]),
        ('He said "one two" and ("three").', ["one two", "three"]),
        ("It says «one» there.", ["one"]),
        ("“One ‘two’ three” it said", ["One ‘two’ three"]),
        ("“One “two” three” it said", ["One “two” three"]),
        ('A 5" pipe and nothing more', []),
        ("It is not “closed", []),
    ],
)
def test_words_between_marks_are_quotations(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_a_quotation_of_several_paragraphs_is_closed_in_the_last_only() -> None:
    assert quoted("“First paragraph of it.", "“Second one.”") == ["First paragraph of it."]


@pytest.mark.parametrize(
    "text",
    ["a resolution entitled “One two three”", "under agenda item 3, “One two three”", "the theme “One two three”"],
)
def test_names_of_things_are_titles(text: str) -> None:
    assert [each.is_title for each in quotations_in(Block(text, ""))] == [True]


def test_what_is_said_is_no_title() -> None:
    assert [each.is_title for each in quotations_in(Block("The report says: “One two three”", ""))] == [False]


def test_a_block_set_apart_is_a_quotation_but_for_the_citation_at_its_end() -> None:
    text = "States should act (at once). (A/72/10, para. 5)"
    (quotation,) = quotations_in(Block(text, "", "quote"))
    assert text[quotation.start : quotation.end] == "States should act (at once)."
    assert quotation.is_block
