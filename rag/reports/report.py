"""A report as a stream of blocks, the same for every format that people read.

A report can be read as often as a writer needs to (for a table of contents, for footnotes), and is never in memory as a
whole.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from rag.provenance import Provenance

CitationStyle = Literal["footnotes", "brackets"]
"""Where the citations of answers stand."""

LEVELS_LISTED = 2  # levels of headings in a table of contents


ProseKind = Literal[
    "body",
    "note",
    "answer",
    "item",
    "state",
    "related",
    "related item",
    "quote",
    "quote item",
    "nearest",
    "version",
    "remark",
]


@dataclass(frozen=True, slots=True)
class Text:
    """Words; `added` and `removed` mark what one document has and another has not."""

    text: str
    style: Literal["plain", "strong", "emphasis", "added", "removed"] = "plain"


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation of the words before it.

    `short` leaves out the document where the citation before names it already. `target` is the anchor of the quoted
    paragraph, if the report holds it. `aside` ones stand in brackets whatever the reader chose, never in a footnote.
    """

    text: str
    short: str
    target: str | None = None
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an anchor of the report."""

    text: str
    target: str


Span = Text | Cited | Link


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 3; those of levels 1 and 2 are in the table of contents unless they stand before it."""

    level: int
    text: str
    anchor: str
    label: str = ""
    in_front: bool = False

    @property
    def in_contents(self) -> bool:
        """Whether the table of contents lists it."""
        return self.level <= LEVELS_LISTED and not self.in_front

    @property
    def full_text(self) -> str:
        """The heading with its label."""
        return f"{self.label}. {self.text}" if self.label else self.text


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph of the report.

    `kind` is what it is: `body` of the report itself, `note` under a heading, `answer`, `item` of a list in an answer,
    `state` that there is none, `related` a passage to check, `related item` of a list in one, `quote` of a document,
    `quote item` of a list in one, `nearest` of a question without an answer, `version` of a quoted paragraph in another
    document, `remark` in small letters. `label` stands before it, as `(c)` before an item.
    """

    kind: ProseKind
    spans: tuple[Span, ...]
    label: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of short texts, without a header if that is empty; `widths` are per cent of the page's width."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """The place of the table of contents."""

    title: str = "Contents"


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins on a new page, where there are pages."""


Block = Heading | Prose | Table | Contents | NewPage


@dataclass(frozen=True, slots=True)
class Report:
    """A title and blocks; `blocks` begins from the first one each time it is called."""

    title: str
    provenance: Provenance
    blocks: Callable[[], Iterator[Block]]


def plain(text: str) -> tuple[Span, ...]:
    """`text` as the spans of a paragraph."""
    return (Text(text),)
