"""What the tools return, in the form that ChatGPT's connectors ask of `search` and `fetch`.

That form is written down at https://platform.openai.com/docs/mcp. The types have no slots: the protocol's package takes
these for defaults.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from rag.passages import Passage, link_of


@dataclass(frozen=True)
class Result:
    """A paragraph that was found: what to fetch it by, what to call it, where it is published."""

    id: str
    title: str
    url: str


@dataclass(frozen=True)
class Results:
    """The paragraphs that were found, best first."""

    results: list[Result]


@dataclass(frozen=True)
class Fetched:
    """A whole paragraph; `metadata` is its citation, document, and what is known of page, headings and footnotes."""

    id: str
    title: str
    text: str
    url: str
    metadata: dict[str, str]


def results(passages: Iterable[Passage]) -> Results:
    """`passages` as `search` returns them."""
    return Results([Result(each.address, _title(each), link_of(each)) for each in passages])


def fetched(passage: Passage) -> Fetched:
    """`passage` as `fetch` returns it."""
    return Fetched(passage.address, _title(passage), passage.text, link_of(passage), _metadata(passage))


def _title(passage: Passage) -> str:
    """The citation with the title of its document, which it begins with where there is no symbol."""
    return f"{passage.citation} — {passage.title}" if passage.symbol else passage.citation


def _metadata(passage: Passage) -> dict[str, str]:
    known = {
        "citation": passage.citation,
        "document": passage.document,
        "document_title": passage.title,
        "symbol": passage.symbol,
        "date": passage.date,
        "page": passage.page,
        "headings": "\n".join(passage.headings),
        "footnotes": "\n".join(f"{note.mark} {note.text}" for note in passage.notes),
    }
    return {name: str(value) for name, value in known.items() if value}
