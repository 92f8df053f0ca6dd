"""What stands beside the running text, gathered while it is read: tables, figures and boxes with their captions."""

import re
from collections.abc import Collection
from dataclasses import dataclass, field

from index.document import Note, Paragraph, ParagraphKind
from index.language.english.language import ENGLISH
from index.locator import Label, Locator
from index.parser.blocks import Block
from index.parser.captions import Caption, caption_of, is_unit, may_be_title, titles_below
from index.parser.layout.heading_type import LARGER, running_size
from index.parser.layout.layout import Layout
from index.parser.paragraphs.unnumbered import UnnumberedPlaces
from index.readers.base import Role

_KINDS: dict[Label, ParagraphKind] = {"table": "table", "figure": "figure", "box": "box"}
_TABLE_NOTE = re.compile(r"(?P<mark>[a-z]) (?=[A-Z])")


@dataclass(slots=True)
class _Beside:
    """A table, a figure or a box in the making; without a caption it has no printed number.

    `begins_again` until the first row below the heads that are printed again where it goes on.
    """

    label: Label
    caption: Caption | None
    containers: tuple[str, ...]
    headings: tuple[str, ...]
    blocks: list[Block] = field(default_factory=list)
    begins_again: bool = False

    def add(self, block: Block) -> None:
        """Add `block` unless it is printed again where a table goes on."""
        if self.begins_again and any(each.text == block.text for each in self.blocks):
            return
        self.begins_again = self.begins_again and block.role is Role.TEXT
        self.blocks.append(block)


class BesideText:
    """Gathers tables, figures and captioned boxes while the running text of a layout goes on around them."""

    def __init__(self, places: UnnumberedPlaces, layout: Layout, captions: Collection[Block]) -> None:
        self._places = places
        self._size = running_size(layout.running)
        self._titles = titles_below(layout, captions)
        self._all: list[_Beside] = []
        self._open: _Beside | None = None

    def caption(self, caption: Caption, containers: tuple[str, ...], headings: tuple[str, ...]) -> None:
        """Open what `caption` stands above, again if that began further up."""
        begun = (each for each in reversed(self._all) if _is_begun(each, caption, containers))
        self._open = next(begun, None) if caption.goes_on else None
        if self._open is None:
            self._open = _Beside(caption.label, caption, containers, headings)
            self._all.append(self._open)
        else:
            self._open.begins_again = True

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
        self._open.add(block)

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
            self._open.add(block)
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
        if beside.caption is None or not beside.caption.number:
            return self._places.beside(first, beside.containers, beside.label)
        return Locator(beside.containers, beside.caption.number, label=beside.label)


def _is_begun(beside: _Beside, caption: Caption, containers: tuple[str, ...]) -> bool:
    """Whether `beside` is what `caption` says goes on."""
    first = beside.caption
    same = first is not None and (first.label, first.number) == (caption.label, caption.number)
    return same and beside.containers == containers and caption.number != ""


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
    if is_unit(block):
        return True
    if beside.blocks or beside.caption is None:
        return block.text.startswith(ENGLISH.captions.notes) or _explains_mark(beside, block)
    is_bare = beside.caption.block.text.rstrip(".:").endswith(beside.caption.number)
    return is_bare and may_be_title(block)


def _explains_mark(beside: _Beside, block: Block) -> bool:
    """Whether `block` begins with the letter that marks a figure of the table above it: `a Including …` of `0.75a`."""
    match = _TABLE_NOTE.match(block.text)
    if match is None or block.marks:
        return False
    cells = (cell for each in beside.blocks for line in each.lines for cell in line.cells)
    return any(cell[-1:] == match["mark"] and cell[-2:-1].isdigit() for cell in cells)


def _waits(beside: _Beside, block: Block) -> bool:
    """Whether `beside` is a caption with nothing below it yet, on the page of `block` or the one before."""
    if beside.caption is None or any(block.role is not Role.TEXT for block in beside.blocks):
        return False
    page = beside.caption.block.page
    return page is None or block.page is None or block.page - page <= 1
