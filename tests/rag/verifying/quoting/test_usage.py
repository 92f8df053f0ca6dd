"""Quotations that stand in a text with the changes that UN usage allows, and those that do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.verifying.quoting.usage import pieces_of, standing
from rag.verifying.quoting.words import Wording

SOURCE = (
    "States parties should, within their means, share information: (a) With one another – in 2018–2019; and "
    "(b) With the Secretariat’s “focal points”."
)
WORDS = st.lists(st.sampled_from("States should share … information [all] the , of".split()), max_size=14)


def quoted(quotation: str) -> str | None:
    span = standing(pieces_of(quotation), Wording(SOURCE))
    return SOURCE[span[0] : span[1]] if span else None


@pytest.mark.parametrize(
    "quotation",
    [
        "States parties should, within their means, share information",
        "states parties should, within their means",
        "[s]tates parties should",
        "States parties should … share information",
        "States parties should [...] share information",
        "States parties should . . . share information",
        "parties [to the Convention] should",
        "[They] should, within their means",
        "within their means,",
        "share information.",
        "with one another - in 2018-2019",
        "the Secretariat's ‘focal points’",
        "within their [sic] means",
        "… within their means …",
    ],
)
def test_what_usage_allows_is_no_change(quotation: str) -> None:
    assert quoted(quotation) is not None


@pytest.mark.parametrize(
    "quotation",
    [
        "States parties shall, within their means",
        "States Parties should",
        "States parties should share information",
        "States parties should within their means",
        "share … States parties",
        "tates parties should",
        "in 2018–2020",
        "[They] share information: (a) With one … States",
        "",
        "…",
    ],
)
def test_other_words_another_order_and_words_left_out_without_a_sign_are_changes(quotation: str) -> None:
    assert quoted(quotation) is None


def test_the_characters_are_those_of_the_words_quoted() -> None:
    assert quoted("parties should … share information") == "parties should, within their means, share information"


def test_many_signs_of_omission_do_not_make_the_search_long() -> None:
    pieces = pieces_of(" … ".join(["a"] * 60 + ["z"]))
    assert standing(pieces, Wording("a " * 400)) is None


@given(WORDS)
def test_a_text_stands_in_itself(words: list[str]) -> None:
    text = " ".join(word for word in words if word not in ("…", "[all]"))
    pieces = pieces_of(text)
    assert not pieces or standing(pieces, Wording(text)) is not None
