"""The similarity in meaning of paragraphs of an index, from the vectors that the index keeps; no model is needed.

Two paragraphs are compared word piece by word piece: each piece of one looks for its best match in the other (late
interaction, as `rag.retrieval.signals` scores questions), rare words count more, and the two directions are averaged.
Where the index keeps no vectors of word pieces, sentences stand in for them.
"""

import re
from collections.abc import Sequence, Sized
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from index.embedding.base import FloatMatrix
from index.store import Index

Scores = NDArray[np.float32]

_WORD = re.compile(r"\w+")
# What a stop word or a punctuation mark counts beside words weighed by their rarity (BM25's idf, 1 to 6).
_STOP_WORD = 0.1
_KEPT = 1_024  # paragraphs and words held at once: more than two documents of those compared have


@dataclass(frozen=True, slots=True)
class _Units:
    """What paragraphs are compared by: unit vectors (n, d) and how much each counts (n,), paragraph after paragraph.

    `bounds` is where each paragraph begins; none is empty.
    """

    vectors: FloatMatrix
    weights: Scores
    bounds: NDArray[np.int64]

    def totals(self, values: Scores) -> Scores:
        """The weighted sum of `values` (n,) over each paragraph."""
        sums: Scores = np.add.reduceat(values * self.weights, self.bounds)
        return sums


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
        cosines = one.vectors @ many.vectors.T
        there = one.weights @ np.maximum.reduceat(cosines, many.bounds, axis=1) / one.weights.sum()
        back = many.totals(cosines.max(axis=0)) / np.add.reduceat(many.weights, many.bounds)
        similarity: Scores = (there + back) / 2
        return similarity

    def coverage(self, whole: Sequence[int], by: Sequence[int]) -> Coverage:
        """How well each paragraph of `whole` is matched by the one of `by` at the same place; for `gains`."""
        best = [
            (self._read(one).vectors @ self._read(other).vectors.T).max(axis=0)
            for one, other in zip(by, whole, strict=True)
        ]
        return Coverage(self._stacked(whole), np.concatenate(best))

    def gains(self, row: int, coverage: Coverage) -> Scores:
        """How much better each paragraph of `coverage` is matched once the paragraph `row` joins its partner.

        The gain in the best matches of the paragraph's units, by `row`'s weight: high where a paragraph was split into
        its partner and `row`, 0 where `row` has nothing to do with it. Gains are squared, so that one word matched at
        last counts more than many matched a little better.
        """
        one = self._read(row)
        gained = (one.vectors @ coverage.whole.vectors.T).max(axis=0) - coverage.matched
        total: Scores = coverage.whole.totals(np.maximum(gained, 0) ** 2) / one.weights.sum()
        return total

    def dense(self, rows: Sequence[int], others: Sequence[int]) -> NDArray[np.float32]:
        """The best inner products of the passages of `rows` with those of `others` (len(rows), len(others))."""
        ours, our_bounds = self._passages(rows)
        theirs, their_bounds = self._passages(others)
        by_row = np.maximum.reduceat(ours @ theirs.T, our_bounds, axis=0)
        best: NDArray[np.float32] = np.maximum.reduceat(by_row, their_bounds, axis=1)
        return best

    def _passages(self, rows: Sequence[int]) -> tuple[FloatMatrix, NDArray[np.int64]]:
        ranges = [self._index.passages_of(row) for row in rows]
        return self._index.vectors[[place for each in ranges for place in each]], _bounds(ranges)

    def _stacked(self, rows: Sequence[int]) -> _Units:
        units = [self._read(row) for row in rows]
        vectors = np.concatenate([each.vectors for each in units])
        return _Units(
            vectors, np.concatenate([each.weights for each in units]), _bounds([each.weights for each in units])
        )

    def _units_of(self, row: int) -> _Units:
        tokens, text = self._index.tokens, self._index.paragraphs[row].text
        passages = self._index.passages_of(row)
        pieces = slice(0, 0) if tokens is None else slice(*tokens.offsets[[passages.start, passages.stop]].tolist())
        if tokens is None or pieces.start == pieces.stop:
            places = self._index.sentences_of(row)
            sentences = slice(places.start, places.stop)
            weights = self._weights(text, self._index.sentences[sentences, 1:])
            vectors = self._index.sentence_vectors[sentences]
        else:
            weights = self._weights(text, tokens.spans[pieces])
            vectors = np.asarray(tokens.flat[pieces], dtype=np.float32)
        return _Units(vectors, weights, np.zeros(1, dtype=np.int64))

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


def _bounds(pieces: Sequence[Sized]) -> NDArray[np.int64]:
    """Where each of `pieces` begins when they follow one another."""
    return np.cumsum([0, *map(len, pieces)])[:-1].astype(np.int64)
