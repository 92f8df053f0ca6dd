"""BM25 over the texts of several indexes, as over those of one."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from index.arrays import Rows, Scores
from index.search.bm25 import Bm25Index, length_weights, rarity, terms


@dataclass(frozen=True, eq=False)
class JoinedBm25:
    """The texts of `parts`, one part's after the other's, weighed by how rare a stem is among all of them.

    What each part holds was weighed by its own texts. A score is idf * x, with x = tf / (tf + K), where K grows with
    the text's length beside the average one; so that with another idf and another K, r times the old one, it is
    idf * x / (x + (1 - x) * r).
    """

    parts: tuple[Bm25Index, ...]

    @cached_property
    def count(self) -> int:
        """How many texts there are."""
        return int(self._starts[-1])

    @cached_property
    def _starts(self) -> Rows:
        return np.cumsum([0, *(each.count for each in self.parts)]).astype(np.int64)

    @cached_property
    def _ratios(self) -> tuple[NDArray[np.float32], ...]:
        """What the K of each text of each part is multiplied with."""
        average = sum(float(each.lengths.sum(dtype=np.int64)) for each in self.parts) / self.count
        return tuple(
            (length_weights(each.lengths, average) / length_weights(each.lengths, each.average)).astype(np.float32)
            for each in self.parts
        )

    def scores(self, query: str) -> Scores:
        """One BM25 score for every text, in order; zeros where the query has no word of the index."""
        scores = np.zeros(self.count, dtype=np.float32)
        for stem in terms(query):
            idf = np.float32(self.idf(stem))
            for part, start, ratios in zip(self.parts, self._starts[:-1].tolist(), self._ratios, strict=True):
                if (column := part.vocabulary.get(stem)) is not None:
                    held = part.matrix.column(column)
                    rows = part.matrix.rows[held]
                    own = np.float32(part.idf(stem))
                    scores[start + rows] += idf * _weighed_anew(part.matrix.scores[held] / own, ratios[rows])
        return scores

    def scores_at(self, query: str, rows: Rows) -> Scores:
        """The BM25 scores of the texts `rows` (n,) alone."""
        scores = np.zeros(len(rows), dtype=np.float32)
        owners = np.searchsorted(self._starts, rows, side="right") - 1
        for owner in np.unique(owners).tolist():
            places = np.flatnonzero(owners == owner)
            own = rows[places] - self._starts[owner]
            for stem in terms(query):
                shares = self.parts[owner].shares_at(stem, own)
                scores[places] += np.float32(self.idf(stem)) * _weighed_anew(shares, self._ratios[owner][own])
        return scores

    def idf(self, stem: str) -> float:
        """How rare `stem` is among all texts; an unknown one is rarest."""
        return rarity(sum(each.frequency(stem) for each in self.parts), self.count)


def _weighed_anew(shares: Scores, ratios: Scores) -> Scores:
    """The shares of an idf that texts have, where the K of each is so many times the one it was worked out with."""
    weighed: Scores = np.divide(shares, shares + (np.float32(1) - shares) * ratios)
    return weighed
