"""Captions of tables, figures and boxes: the lines that have their words and numbers, and the titles below those."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from index.language.english.language import ENGLISH
from index.locator import LETTERED_NUMBER, Label
from index.parser.blocks import Block
from index.parser.layout.layout import Layout
from index.readers.base import Role
from index.text.typography import ends_sentence

_CAPTIONS: dict[Label, tuple[str, ...]] = {
    "table": ENGLISH.captions.tables,
    "figure": ENGLISH.captions.figures,
    "box": ENGLISH.captions.boxes,
}
_NUMBER = rf"(?P<number>{LETTERED_NUMBER}|[0-9]{{1,3}}(?:\.[0-9]{{1,3}})?)"
_PATTERNS: dict[Label, re.Pattern[str]] = {
    label: re.compile(rf"(?:{'|'.join(map(re.escape, names))}) {_NUMBER}(?:[.:]| ?[–—-])?(?= |$)")
    for label, names in _CAPTIONS.items()
}
_CONTINUED = re.compile(rf"\((?:{'|'.join(map(re.escape, ENGLISH.captions.continued))})\)", re.IGNORECASE)
_WORD_ALONE = re.compile(rf"(?:{'|'.join(map(re.escape, ENGLISH.captions.tables))})(?:[.:]? (?=[A-Z(])|[.:]?$)")
_MOST_TITLES = 2  # blocks between a caption and what it stands above: the title and the unit
_BESIDE = (Role.TABLE, Role.FIGURE)
_LONGEST_CAPTION = 300  # characters; a caption is a heading's length, a paragraph under a table is longer


@dataclass(frozen=True, slots=True)
class Caption:
    """The caption of a table, a figure or a box: what it is of, its printed number, empty for none, the block."""

    label: Label
    number: str
    block: Block

    @property
    def goes_on(self) -> bool:
        """Whether it says that what it stands above began above: `Table 2 (continued)`."""
        return _CONTINUED.search(self.block.text) is not None


def captions(layout: Layout) -> Mapping[Block, Caption]:
    """The captions among the running blocks of `layout`, in a text that has tables, figures or boxes apart.

    A plain text has tables at most: there only what a table stands below is a caption.
    """
    if not layout.is_laid_out:
        return {}
    is_plain = not any(block.is_laid_out or block.role in (Role.FIGURE, Role.BOX) for block in layout.blocks)
    above = _above_tables(layout.blocks)
    found = [(block, caption) for block in layout.running if (caption := caption_of(block)) is not None]
    numbered = {
        block: caption for block, caption in found if not is_plain or (caption.label == "table" and block in above)
    }
    alone = {block: Caption("table", "", block) for block in above if _is_word_alone(block)}
    told = alone | numbered
    return told | (_titles_alone(layout.blocks, told) if is_plain else {})


def _above_tables(blocks: Sequence[Block]) -> frozenset[Block]:
    """Those of `blocks` that a row of a table follows, with no more between than the title and the unit."""
    tables = [place for place, block in enumerate(blocks) if block.role is Role.TABLE]
    return frozenset(block for place in tables for block in blocks[max(place - 1 - _MOST_TITLES, 0) : place])


def caption_of(block: Block) -> Caption | None:
    """The caption that `block` is, such as `Table 1. Staffing and budget`; None where it is none."""
    text = block.text
    if not block.begins or len(text) > _LONGEST_CAPTION or ends_sentence(text):
        return None
    for label, pattern in _PATTERNS.items():
        match = pattern.match(text)
        if match is not None:
            return Caption(label, match["number"], block)
    return None


def _is_word_alone(block: Block) -> bool:
    """Whether `block` begins as the caption of the only table does, `Table`, above or before its title."""
    is_caption = block.role is Role.TEXT and block.begins and len(block.text) <= _LONGEST_CAPTION
    return is_caption and not ends_sentence(block.text) and _WORD_ALONE.match(block.text) is not None


def _titles_alone(blocks: Sequence[Block], captions: Mapping[Block, Caption]) -> dict[Block, Caption]:
    """The titles right above tables for which none of `captions` stands."""
    found: dict[Block, Caption] = {}
    for place, (block, below) in enumerate(pairwise(blocks)):
        is_captioned = any(each in captions for each in blocks[max(place - _MOST_TITLES, 0) : place + 1])
        if below.role is Role.TABLE and not is_captioned and _is_title_alone(block):
            found[block] = Caption("table", "", block)
    return found


def _is_title_alone(block: Block) -> bool:
    """Whether `block`, right above a table, is its title without a word for it; a heading is so only with a unit."""
    if block.role is not Role.TEXT or not block.begins or block.marks or ends_sentence(block.text):
        return False
    is_short = len(block.text) <= _LONGEST_CAPTION
    return is_short and not is_unit(block) and (block.text.endswith(")") or not block.is_heading_like())


def titles_below(layout: Layout, captions: Collection[Block]) -> frozenset[Block]:
    """The running blocks between a caption and the table or figure below it, if they may be its title and its unit."""
    running, blocks = frozenset(layout.running), layout.blocks
    found: set[Block] = set()
    for place, block in enumerate(blocks):
        if block in captions:
            below = list(takewhile(lambda each: each.role not in _BESIDE, blocks[place + 1 : place + 2 + _MOST_TITLES]))
            may_be = _may_be_any_title if _is_number_alone(block) else may_be_title
            if len(below) <= _MOST_TITLES and all(each in running and may_be(each) for each in below):
                found.update(below)
    return frozenset(found)


def _is_number_alone(caption: Block) -> bool:
    """Whether `caption` is `Table 1` or `Table` and no more, whose title stands below it."""
    return _WORD_ALONE.fullmatch(caption.text) is not None or any(
        pattern.fullmatch(caption.text) for pattern in _PATTERNS.values()
    )


def may_be_title(block: Block) -> bool:
    """Whether `block` may be the title of a table or its unit: it is set as one."""
    return is_unit(block) or ((block.is_heading_like() or block.lines[0].bold) and not block.marks)


def _may_be_any_title(block: Block) -> bool:
    """Whether `block` may be a title that is set as the text is."""
    is_title = block.begins and len(block.text) <= _LONGEST_CAPTION and not ends_sentence(block.text)
    return may_be_title(block) or (is_title and not block.marks)


def is_unit(block: Block) -> bool:
    """Whether `block` stands in parentheses, as units do: `(Percentage)`, `(Thousands of United States dollars)`."""
    return len(block.text) <= _LONGEST_CAPTION and block.text.startswith("(") and block.text.endswith(")")
