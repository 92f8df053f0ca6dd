"""Mentions: what a text is cut into before places are linked."""

import re
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from index.locator import Locator
from rag.citing.mentions.base import Mention
from rag.citing.mentions.table import RECOGNISERS, mentions


def test_mentions_come_in_the_order_of_the_text_with_what_each_is_by_itself() -> None:
    text = "A/1, annex II, draft guideline 4, para. 4.1 of article 5"

    assert mentions(text) == [
        Mention("symbol", 0, 3, labels=("A/1",)),
        Mention("container", 5, 13, (Locator(("annex II",)),)),
        Mention("container", 15, 32, (Locator(("draft guideline 4",)),)),
        Mention("paragraph", 34, 43, (Locator(number="4.1"),)),
        Mention("instrument", 47, 56, labels=("article 5",)),
    ]


def test_what_is_recognised_once_is_not_recognised_again_inside() -> None:
    assert [(each.kind, each.locators) for each in mentions("draft article 4")] == [
        ("container", (Locator(("draft article 4",)),))
    ]
    assert [each.kind for each in mentions("items (a) and (b) of paragraph 3")] == ["paragraph"]


def test_paragraphs_of_resolutions_are_called_operative_or_counted_as_preambular() -> None:
    assert [
        (each.operative, *map(str, each.locators)) for each in mentions("operative paragraph 3, PP 1 and OPs 4, 5")
    ] == [
        (True, "3"),
        (False, "preambular para. 1"),
        (True, "4", "5"),
    ]


def test_words_with_slashes_are_a_symbol_only_where_there_is_a_figure() -> None:
    assert [each.labels for each in mentions("and/or, read/write/2, CAC/COSP/WG.2/2018/5.")] == [
        ("read/write/2",),
        ("CAC/COSP/WG.2/2018/5",),
    ]


PIECES = st.sampled_from(
    "paragraph 12, paras. 3–5 and|annex|article 57|guideline 4.1|(a)|of|section II|resolution 5/3|footnote 2|A/1|the"
    "|second draft guideline|first paragraph|item 3|items (a)|agenda item 65|OP 5|point 9|table IV|box 2".split("|")
)


@settings(deadline=None)
@given(st.lists(PIECES, max_size=15))
def test_mentions_never_overlap_and_lie_in_the_text(pieces: list[str]) -> None:
    text = " ".join(pieces)
    found = mentions(text)

    assert all(0 <= each.start < each.end <= len(text) for each in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@settings(deadline=None)
@given(st.lists(PIECES, max_size=15))
def test_what_a_recogniser_needs_stands_wherever_it_finds_something(pieces: list[str]) -> None:
    text = " ".join(pieces)
    for late, _ in RECOGNISERS:
        found = re.finditer(late.pattern, text, late.flags)
        assert [match.span() for match in late.finditer(text)] == [match.span() for match in found]
