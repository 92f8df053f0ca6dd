"""Paragraphs that are brought though no signal ranked them."""

from index.store import Index
from rag.answer import Hit


def unranked(row: int, score: float, index: Index) -> Hit:
    """The paragraph at `row` as if it had been found with `score`."""
    ref = index.paragraphs[row]
    return Hit(row, ref.document.id, ref.locator, score)
