"""The similarity in meaning of paragraphs of an index, from the vectors that the index keeps; no model is needed.

Two paragraphs are compared token by token: each token of one looks for its best match in the other (late interaction,
as `rag.retrieval.signals` scores questions), rare words count more, and the two directions are averaged. Where the
index keeps no vectors of tokens, sentences stand in for them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from index.arrays import Rows, Scores
from index.search.span_vectors import SpanVectors
from index.store import Index

_WORD = re.compile(r"\w+")
# What a stop word or a punctuation mark counts beside words weighed by their rarity (BM25's idf, 1 to 6).
_STOP_WORD = 0.1
_KEPT = 1_024  # paragraphs and words held at once: more than two documents of those compared have


@dataclass(frozen=True, slots=True)
class _Units:
    """What paragraphs are compared by: vectors of tokens or sentences, and how much each counts (n,).

    None of the paragraphs is without any.
    """

    spans: SpanVectors
    weights: Scores

    def totals(self, values: Scores) -> Scores:
        """The weighted sum of `values` (n,) over each paragraph."""
        return self.sums(values * self.weights)

    def sums(self, values: Scores) -> Scores:
        """The sum of `values` (n,) over each paragraph."""
        sums: Scores = np.add.reduceat(values, self.spans.bounds[:-1])
        return sums

    def similarities(self, others: "_Units") -> NDArray[np.float32]:
        """The inner product of each unit with each of `others` (n, m)."""
        return self.spans.similarities(others.spans.matrix)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How well paragraphs are matched by others, one for each: of each unit of `whole` its best cosine there (n,)."""

    whole: _Units
    matched: Scores


class Similarity:
    """Compares paragraphs of `index` by their rows."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._read = lru_cache(_KEPT)(self._units_of)
        self._idf = lru_cache(_KEPT)(self._idf_of)

    def between(self, row: int, others: Sequence[int]) -> Scores:
        """The similarity of the paragraph `row` to each of `others` (n,), -1 to 1; 1 for the same words."""
        one, many = self._read(row), self._stacked(others)
        cosines = one.similarities(many)
        there = one.weights @ np.maximum.reduceat(cosines, many.spans.bounds[:-1], axis=1) / one.weights.sum()
        back = many.totals(cosines.max(axis=0)) / many.sums(many.weights)
        similarity: Scores = (there + back) / 2
        return similarity

    def coverage(self, whole: Sequence[int], by: Sequence[int]) -> Coverage:
        """How well each paragraph of `whole` is matched by the one of `by` at the same place; for `gains`."""
        best = [
            self._read(one).similarities(self._read(other)).max(axis=0) for one, other in zip(by, whole, strict=True)
        ]
        return Coverage(self._stacked(whole), np.concatenate(best))

    def gains(self, row: int, coverage: Coverage) -> Scores:
        """How much better each paragraph of `coverage` is matched once the paragraph `row` joins its partner.

        The gain in the best matches of the paragraph's units, by `row`'s weight: high where a paragraph was split into
        its partner and `row`, 0 where `row` has nothing to do with it. Gains are squared, so that one word matched at
        last counts more than many matched a little better.
        """
        one = self._read(row)
        gained = one.similarities(coverage.whole).max(axis=0) - coverage.matched
        total: Scores = coverage.whole.totals(np.maximum(gained, 0) ** 2) / one.weights.sum()
        return total

    def dense(self, rows: Sequence[int], others: Sequence[int]) -> NDArray[np.float32]:
        """The best inner products of the passages of `rows` with those of `others` (len(rows), len(others))."""
        ours, theirs = (self._index.dense.passages(each) for each in (rows, others))
        by_row = ours.best(theirs.matrix)
        best: NDArray[np.float32] = np.maximum.reduceat(by_row, theirs.bounds[:-1], axis=1)
        return best

    def _stacked(self, rows: Sequence[int]) -> _Units:
        units = [self._read(row) for row in rows]
        spans = SpanVectors(
            np.concatenate([each.spans.matrix for each in units]),
            np.concatenate([each.spans.spans for each in units]),
            _bounds(units),
        )
        return _Units(spans, np.concatenate([each.weights for each in units]))

    def _units_of(self, row: int) -> _Units:
        spans = self._index.dense.tokens([row])
        if not spans:
            spans = self._index.dense.sentences([row])
        # Turned or not, they are compared with one another alone, and many times.
        spans = replace(spans, vectors=spans.matrix, axes=None)
        return _Units(spans, self._weights(self._index.paragraphs[row].text, spans.spans))

    def _weights(self, text: str, spans: NDArray[np.int32] | NDArray[np.int64]) -> Scores:
        """How much the units at `spans` of `text` count: as much as the rarest word they are of."""
        weights = np.full(len(spans), _STOP_WORD, dtype=np.float32)
        for word in _WORD.finditer(text):
            holds = (spans[:, 0] < word.end()) & (spans[:, 1] > word.start())
            weights[holds] = np.maximum(weights[holds], self._idf(word[0].lower()))
        return weights

    def _idf_of(self, word: str) -> float:
        stems = self._index.lexical.terms(word)
        return self._index.lexical.idf(stems[0]) if stems else _STOP_WORD


def _bounds(units: Sequence[_Units]) -> Rows:
    """Where each of `units` begins when they follow one another, and where the last one ends."""
    return np.cumsum([0, *(len(each.weights) for each in units)]).astype(np.int64)
