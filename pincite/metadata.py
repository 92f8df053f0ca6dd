"""What is told of a paragraph beside its text, to libraries that have documents with metadata."""

from rag.passages import Passage


def metadata_of(passage: Passage) -> dict[str, str | int | float | None]:
    """The citation of `passage`, and what is known of its document; None where something is not."""
    return {
        "citation": passage.citation,
        "document": passage.document,
        "symbol": passage.symbol,
        "title": passage.title,
        "date": passage.date,
        "page": passage.page,
        "url": passage.url,
        "score": passage.score,
    }
