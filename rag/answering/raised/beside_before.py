"""Paragraphs beside those that answered the question before, for one that goes on from it.

Who asks on most often wants to know more of what was just read: of 31 such questions on tune 26 were answered by a
paragraph that the answer before cites, or one no more than two away.
"""

from collections.abc import Sequence
from dataclasses import replace

from index.locator import Locator
from index.store import Index
from rag.answer import Hit
from rag.answering.steps import Before
from rag.retrieval.unranked import unranked

_BESIDE = 2  # paragraphs away
_WORTH = 16.0  # of the fused score


def beside_before(
    hits: Sequence[Hit], before: Before | None, index: Index, documents: Sequence[str]
) -> tuple[Hit, ...]:
    """`hits` with those raised, or brought, that stand beside what the answer `before` cites, best first.

    Of `documents` alone (ids; all if empty).
    """
    if before is None or not hits:
        return tuple(hits)
    held = documents or index.store.held.by_id
    places = (each for each in before.places if each[0] in held)
    near = {row for document, locator in places for row in _beside(document, Locator.parse(locator), index)}
    least = min(hit.score for hit in hits)
    known = {hit.row: hit for hit in hits}
    raised = [
        replace(hit, score=hit.score + _WORTH)
        for hit in (known.get(row) or unranked(row, least, index) for row in sorted(near))
    ]
    others = [hit for hit in hits if hit.row not in near]
    return tuple(sorted((*raised, *others), key=lambda hit: -hit.score))


def _beside(document: str, locator: Locator, index: Index) -> range:
    """The rows of the paragraph at `locator` and of those beside it; none where it is gone."""
    row = index.row(document, locator)
    return range(0) if row is None else index.rows_beside(row, _BESIDE)
