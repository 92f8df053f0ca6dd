"""What stands beside the running text: tables, figures and boxes, with the captions above them."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from index.document import Note, Paragraph, ParagraphKind
from index.language.english import ENGLISH
from index.locator import LETTERED_NUMBER, Label, Locator
from index.parser.blocks import Block
from index.parser.layout.heading_type import LARGER, running_size
from index.parser.layout.layout import Layout
from index.parser.paragraphs.unnumbered import UnnumberedPlaces
from index.readers.base import Role
from index.text.typography import ends_sentence

_CAPTIONS: dict[Label, tuple[str, ...]] = {
    "table": ENGLISH.captions.tables,
    "figure": ENGLISH.captions.figures,
    "box": ENGLISH.captions.boxes,
}
_KINDS: dict[Label, ParagraphKind] = {"table": "table", "figure": "figure", "box": "box"}
_NUMBER = rf"(?P<number>{LETTERED_NUMBER}|[0-9]{{1,3}}(?:\.[0-9]{{1,3}})?)"
_PATTERNS: dict[Label, re.Pattern[str]] = {
    label: re.compile(rf"(?:{'|'.join(map(re.escape, names))}) {_NUMBER}(?:[.:]| ?[–—-])?(?= |$)")
    for label, names in _CAPTIONS.items()
}
_MOST_TITLES = 2  # blocks between a caption and what it stands above: the title and the unit
_BESIDE = (Role.TABLE, Role.FIGURE)
_LONGEST_CAPTION = 300  # characters; a caption is a heading's length, a paragraph under a table is longer


@dataclass(frozen=True, slots=True)
class Caption:
    """The caption of a table, a figure or a box: what it is of, its printed number, the block."""

    label: Label
    number: str
    block: Block


@dataclass(slots=True)
class _Beside:
    """A table, a figure or a box in the making; without a caption it has no printed number."""

    label: Label
    caption: Caption | None
    containers: tuple[str, ...]
    headings: tuple[str, ...]
    blocks: list[Block] = field(default_factory=list)


def captions(layout: Layout) -> Mapping[Block, Caption]:
    """The captions among the running blocks of `layout`, in a text that has tables, figures or boxes apart.

    A plain text has tables at most: there only what a table stands below is a caption.
    """
    if not layout.is_laid_out:
        return {}
    is_plain = not any(block.is_laid_out or block.role in (Role.FIGURE, Role.BOX) for block in layout.blocks)
    above = _above_tables(layout.blocks) if is_plain else frozenset(layout.running)
    found = ((block, caption_of(block)) for block in layout.running if block in above)
    return {block: caption for block, caption in found if caption is not None}


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


def _titles(layout: Layout, captions: Collection[Block]) -> frozenset[Block]:
    """The running blocks between a caption and the table or figure below it, if they may be its title and its unit."""
    running, blocks = frozenset(layout.running), layout.blocks
    found: set[Block] = set()
    for place, block in enumerate(blocks):
        if block in captions:
            below = list(takewhile(lambda each: each.role not in _BESIDE, blocks[place + 1 : place + 2 + _MOST_TITLES]))
            may_be = _may_be_any_title if _is_number_alone(block) else _may_be_title
            if len(below) <= _MOST_TITLES and all(each in running and may_be(each) for each in below):
                found.update(below)
    return frozenset(found)


def _is_number_alone(caption: Block) -> bool:
    """Whether `caption` is `Table 1` and no more, whose title stands below it."""
    return any(pattern.fullmatch(caption.text) for pattern in _PATTERNS.values())


def _may_be_title(block: Block) -> bool:
    return _is_unit(block) or ((block.is_heading_like() or block.lines[0].bold) and not block.marks)


def _may_be_any_title(block: Block) -> bool:
    """Whether `block` may be a title that is set as the text is."""
    is_title = block.begins and len(block.text) <= _LONGEST_CAPTION and not ends_sentence(block.text)
    return _may_be_title(block) or (is_title and not block.marks)


def _is_unit(block: Block) -> bool:
    """Whether `block` stands in parentheses, as units do: `(Percentage)`, `(Thousands of United States dollars)`."""
    return len(block.text) <= _LONGEST_CAPTION and block.text.startswith("(") and block.text.endswith(")")


class BesideText:
    """Gathers tables, figures and captioned boxes while the running text of a layout goes on around them."""

    def __init__(self, places: UnnumberedPlaces, layout: Layout, captions: Collection[Block]) -> None:
        self._places = places
        self._size = running_size(layout.running)
        self._titles = _titles(layout, captions)
        self._all: list[_Beside] = []
        self._open: _Beside | None = None

    def caption(self, caption: Caption, containers: tuple[str, ...], headings: tuple[str, ...]) -> None:
        """Open what `caption` stands above."""
        self._open = _Beside(caption.label, caption, containers, headings)
        self._all.append(self._open)

    def add(self, block: Block, containers: tuple[str, ...], headings: tuple[str, ...]) -> None:
        """Add a table's row, a figure's words or a box's text, below the caption above it if there is one."""
        caption = _caption_in_row(block)
        if caption is not None:
            self.caption(caption, containers, headings)  # of a table right below another
            return
        label = _label_of(block)
        if self._open is None or self._open.label != label:
            waiting = (each for each in self._all if each.label == label and _waits(each, block))
            self._open = next(waiting, None)
        if self._open is None:
            self._open = _Beside(label, None, containers, headings)
            self._all.append(self._open)
        self._open.blocks.append(block)

    def add_if_told_with(self, block: Block) -> bool:
        """Whether `block` is told with the table or figure that it stands in or below; it is added to it then.

        So are sources, abbreviations, units in parentheses, titles below captions and what is set in smaller type.
        """
        if self._open is None or self._open.label == "box" or block.role is not Role.TEXT:
            return False
        told = block in self._titles or _goes_with(self._open, block)
        sizes = [line.size for line in block.lines if line.size is not None]
        small = self._size is not None and sizes and max(sizes) <= self._size - LARGER
        if told or small:
            self._open.blocks.append(block)
        return bool(told or small)

    def leave(self) -> None:
        """Note that running text goes on, which ends a table, figure or box without a caption."""
        self._open = None

    def holds_box(self) -> bool:
        """Whether a box with a caption is open."""
        return self._open is not None and self._open.label == "box"

    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs made of tables, figures and boxes, in order."""
        return tuple(self._paragraph(each) for each in self._all)

    def _paragraph(self, beside: _Beside) -> Paragraph:
        captioned = [beside.caption.block] if beside.caption is not None else []
        blocks = [*captioned, *beside.blocks]
        rows = tuple(block.lines[0].cells for block in beside.blocks if block.role is Role.TABLE)
        notes: dict[Note, None] = dict.fromkeys(note for block in blocks for note in block.notes)
        return Paragraph(
            locator=self._locator(beside, blocks[0]),
            text="\n".join(block.text for block in blocks),
            headings=beside.headings,
            notes=tuple(notes),
            first_line=blocks[0].first_line,
            last_line=blocks[-1].last_line,
            page=blocks[0].page,
            kind=_KINDS[beside.label],
            rows=rows,
        )

    def _locator(self, beside: _Beside, first: Block) -> Locator:
        if beside.caption is None:
            return self._places.beside(first, beside.containers, beside.label)
        return Locator(beside.containers, beside.caption.number, label=beside.label)


def _label_of(block: Block) -> Label:
    if block.role is Role.TABLE:
        return "table"
    return "figure" if block.role is Role.FIGURE else "box"


def _caption_in_row(row: Block) -> Caption | None:
    """The caption that a row of a table is, in one cell or with its number in the first of two."""
    cells = [cell for line in row.lines for cell in line.cells if cell]
    caption = caption_of(row) if 1 <= len(cells) <= 2 else None
    whole = len(cells) == 1 or (caption is not None and cells[0].rstrip(".:").endswith(f" {caption.number}"))
    return caption if whole else None


def _goes_with(beside: _Beside, block: Block) -> bool:
    """Whether `block` tells units or sources, or the title of what has a bare number above it, as `Table 1`."""
    if _is_unit(block):
        return True
    if beside.blocks or beside.caption is None:
        return block.text.startswith(ENGLISH.captions.notes)
    is_bare = beside.caption.block.text.rstrip(".:").endswith(beside.caption.number)
    return is_bare and _may_be_title(block)


def _waits(beside: _Beside, block: Block) -> bool:
    """Whether `beside` is a caption with nothing below it yet, on the page of `block` or the one before."""
    if beside.caption is None or any(block.role is not Role.TEXT for block in beside.blocks):
        return False
    page = beside.caption.block.page
    return page is None or block.page is None or block.page - page <= 1
