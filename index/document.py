"""What a parsed publication is made of."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from index.locator import Locator

ParagraphKind = Literal["text", "table", "figure", "box"]
FindingKind = Literal["missing", "repeated", "out of order", "unplaced", "unnumbered"]


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: its mark as printed (`1`, `*`) and its text."""

    mark: str
    text: str


@dataclass(frozen=True, slots=True)
class Item:
    """A sub-item of a paragraph that the document sets on a line of its own.

    `text` is without the printed mark and equals `paragraph.text[start:end]`.
    """

    locator: Locator
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One numbered paragraph (or, where the text prints no numbers, one unnumbered).

    `text` is the whole paragraph as one string with single spaces: lead-in, sub-items with their printed marks and what
    follows them; the paragraph number, footnote marks and mark-up are not part of it. `headings` is the path above it,
    outermost first. `first_line` and `last_line` count the source file's lines from 1. `page` counts the file's pages
    from 1 and is None where the source does not tell; the page number in a locator is the printed one.

    `kind` tells what stands apart from the running text: a table, the words of a figure, a box. A table's text has a
    line a row with its cells parted by ` | `, bars alone for one without words, and `rows` has the cells.
    """

    locator: Locator
    text: str
    headings: tuple[str, ...] = ()
    items: tuple[Item, ...] = ()
    notes: tuple[Note, ...] = ()
    first_line: int = 0
    last_line: int = 0
    page: int | None = None
    kind: ParagraphKind = "text"
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One publication. `id` is the slug of its file name; what neither catalogue nor masthead gives is None.

    `date` is ISO 8601 (`2018-04-04`); `notes` are footnotes of the masthead; `also_known_as` are the names people use
    for it (`2018 progress report`); `agenda_item` is the item under which it was issued, as printed, `adopted` the day
    on which a resolution says that it was, in ISO 8601, `author` the line that says whose document it is (`Note by
    the Secretariat`). `recognised` tells
    that it was a scan whose letters a machine recognised, so that words may be wrong. `paragraphs` are a tuple, or
    are read from the disk as they are needed.
    """

    id: str
    title: str
    paragraphs: Sequence[Paragraph]
    symbol: str | None = None
    short_title: str | None = None
    date: str | None = None
    body: str | None = None
    session: str | None = None
    language: str = "en"
    notes: tuple[Note, ...] = ()
    source: str = ""
    also_known_as: tuple[str, ...] = ()
    agenda_item: str | None = None
    adopted: str | None = None
    author: str | None = None
    recognised: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """What it is called: its titles, and the names people use for it."""
        return tuple(name for name in (self.title, self.short_title, *self.also_known_as) if name)

    def paragraph(self, locator: Locator) -> Paragraph | None:
        """The paragraph at `locator` (of a sub-item: the paragraph that holds it), or None."""
        whole = locator.paragraph
        return next((each for each in self.paragraphs if each.locator == whole), None)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something the numbering audit noticed at a line of a file."""

    document: str
    source: str
    line: int
    kind: FindingKind
    message: str


@dataclass(frozen=True, slots=True)
class Parse:
    """A parsed document and what its audit found; a clean parse has no findings."""

    document: Document
    findings: tuple[Finding, ...] = ()
