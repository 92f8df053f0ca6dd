"""Paragraphs that are put back behind others, whatever a reader makes of them."""

from collections.abc import Sequence
from dataclasses import replace

from rag.answer import Hit

# For each step: more than a reader's log-odds can make up for. Where a country is named, the right paragraph is then
# among the first five for 81.3 % of the tune questions about PDF files instead of 80.5 %; with 8 too.
_STEP = 30.0


def put_back(hits: Sequence[Hit], steps: Sequence[int]) -> tuple[Hit, ...]:
    """`hits`, each put back by so many `steps`, best first."""
    scored = (replace(hit, score=hit.score - _STEP * count) for hit, count in zip(hits, steps, strict=True))
    return tuple(sorted(scored, key=lambda hit: -hit.score))
