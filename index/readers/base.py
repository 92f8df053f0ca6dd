"""What a reader of files gives: the lines of a text with what their setting on the page tells.

A reader turns the bytes of one format into lines and says nothing about paragraphs: which lines are numbered
paragraphs, headings or sub-items is the parser's to find out, the same way for every format.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Protocol


class Role(Enum):
    """The part of a page that a line belongs to, as far as its setting shows."""

    TEXT = "text"
    HEADER = "header"  # a running head, a page or job number: on the page, not in the document
    NOTE = "note"  # belongs to a footnote's text; the first line of one carries its mark, or "", in `opens_note`
    TABLE = "table"  # one row of a table, its cells in `cells`
    FIGURE = "figure"  # words inside a picture or a chart
    BOX = "box"  # text in a frame of its own, such as a summary or a recommendation, that stands apart from the text


class Wrapping(Enum):
    """How the paragraphs of a text are broken into lines."""

    FLOWING = "one line is one paragraph"
    WRAPPED = "paragraphs are broken into short lines"
    DOUBLE_SPACED = "paragraphs are broken into short lines with a blank line after each"


@dataclass(frozen=True, slots=True)
class NoteMark:
    """A raised mark: the number of characters of the line's text before it, and the mark as printed.

    Whether it is a footnote's or an exponent (m³) is the parser's to tell.
    """

    at: int
    mark: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank.

    `text` is without mark-up, raised footnote marks and line ending, and begins with its first character that is not
    blank; `number` counts the lines of the file (or of the text that the reader made of it) from 1; `gap` is how many
    blank lines stand before it. `page` counts from 1 and is None where a format has no pages; `begins_page` is true of
    a page's first line. `indent` is how far the line is set in from the left margin, in characters of its own size.
    `size` is in points, None where a format does not tell; `bold` and `italic` are true where all of the line is.
    `heading` is the depth of a heading by style or mark-up, 1 outermost, 0 for none; `bullet` tells that the line began
    with a bullet that is not part of `text`. `continues` tells that the line belongs to the block of the line before it
    whatever its spacing says, as after a line break inside a paragraph of a Word file or inside emphasis of Markdown.
    `bold_spans` and `italic_spans` are the parts of a line that are set so, none where all of it is in one stretch. A
    tab in `text` sets off a number from its words.
    """

    text: str
    number: int
    gap: int = 0
    page: int | None = None
    begins_page: bool = False
    indent: int = 0
    size: float | None = None
    bold: bool = False
    italic: bool = False
    heading: int = 0
    bullet: bool = False
    note_marks: tuple[NoteMark, ...] = ()
    opens_note: str | None = None
    role: Role = Role.TEXT
    cells: tuple[str, ...] = ()
    continues: bool = False
    bold_spans: tuple[tuple[int, int], ...] = ()
    italic_spans: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class SourceText:
    """The lines of a file, in reading order.

    `pages` is None where the format has none; `recognised` tells that the letters were recognised from a picture by a
    machine, so that they may be wrong; `language` is ISO 639-1 where the file itself says it. `wrapping` is FLOWING
    where the format keeps paragraphs whole, as Word and HTML do, and WRAPPED where it keeps printed lines, as PDF does.
    `pictured_pages` are pages that hold a picture and no text, so that nothing of them was read.
    """

    lines: tuple[Line, ...]
    pages: int | None = None
    recognised: bool = False
    language: str | None = None
    wrapping: Wrapping = Wrapping.WRAPPED
    pictured_pages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadLimits:
    """How much of a file is read before it is refused, so that no file can hold the reader up.

    The annual report of the International Law Commission (A/80/10), a long one, has 212 pages and about 900,000
    characters; the limits leave room for documents twenty times as long.
    """

    pages: int = 5_000
    characters: int = 50_000_000
    seconds: float = 120.0
    memory_bytes: int = 4_000_000_000


class Reader(Protocol):
    """Reads one format. `suffixes` are lower case with the dot; `signatures` are first bytes, none for plain text."""

    @property
    def suffixes(self) -> Sequence[str]:
        """The suffixes of the files that this reader reads (`.pdf`)."""

    @property
    def signatures(self) -> Sequence[bytes]:
        """The first bytes by which the format is told where the suffix does not tell."""

    def read(self, path: Path, limits: ReadLimits) -> SourceText:
        """The lines of the file at `path`; SourceError says what is wrong with it and what to do."""
