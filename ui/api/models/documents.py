"""Documents, their paragraphs, and two documents side by side."""

from typing import Annotated

from pydantic import ConfigDict, Field

from rag.comparing.align import Kind
from rag.question.analyse import MAX_QUESTION
from ui.api.models.answers import DocumentNames
from ui.api.models.base import Model

MOST_FOUND = 20  # paragraphs of a search: `RetrievalSettings.depth`, beyond which none are ranked


class Note(Model):
    """A footnote."""

    mark: str
    text: str


class Passage(Model):
    """A whole paragraph."""

    address: str
    """By which `/api/v1/paragraph` finds it; it stays as long as the document keeps its id and numbers."""
    document: str
    symbol: str | None
    title: str
    date: str | None
    locator: str
    citation: str
    text: str
    headings: list[str]
    notes: list[Note]
    page: int | None
    url: str | None
    score: float | None
    """What it was ranked by, to be compared within one search only; null where nothing was searched."""


class SearchRequest(Model):
    """Words to search for, and the only documents to look in, all if none are named."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"query": "asset recovery networks", "limit": 3}, {"query": "focal points"}]}
    )

    query: Annotated[str, Field(min_length=1, max_length=MAX_QUESTION)]
    limit: int = Field(default=10, ge=1, le=MOST_FOUND)
    documents: DocumentNames = Field(default_factory=list)


class Found(Model):
    """The paragraphs that were found, best first."""

    results: list[Passage]


class Holding(Model):
    """A document that is held."""

    document: str
    symbol: str | None
    title: str
    date: str | None
    language: str
    url: str | None
    paragraphs: int
    """How many it has."""


class Holdings(Model):
    """The documents that are held, in order."""

    documents: list[Holding]


class Item(Model):
    """A sub-item of a paragraph."""

    locator: str
    text: str


class Paragraph(Model):
    """A paragraph of a document, as `pincite show --json` prints it."""

    locator: str
    text: str
    headings: list[str]
    notes: list[Note]
    items: list[Item]


class Document(Model):
    """A whole document, as `pincite show --json` prints it."""

    document: str
    symbol: str | None
    url: str | None
    title: str
    date: str | None
    language: str
    paragraphs: list[Paragraph]


class Side(Model):
    """One of two documents that are compared."""

    document: str
    symbol: str | None
    title: str
    date: str | None


class MatchedParagraph(Model):
    """A paragraph of a match; `only_here` are the characters of its text that the other side lacks."""

    locator: str
    text: str
    only_here: list[tuple[int, int]]


class Match(Model):
    """Paragraphs of two documents that say the same, or one that the other does not have."""

    kind: Kind
    likeness: float
    left: list[MatchedParagraph]
    right: list[MatchedParagraph]


class Part(Model):
    """A part of two documents: main text, annex and so on; null where one has none."""

    left: str | None
    right: str | None
    left_title: str | None
    right_title: str | None
    matches: list[Match]


class Comparison(Model):
    """Two documents side by side, the older one left, as `pincite compare --json` prints them."""

    left: Side
    right: Side
    counts: dict[Kind, int]
    parts: list[Part]
