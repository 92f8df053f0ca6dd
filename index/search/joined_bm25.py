"""BM25 over the texts of several indexes, or over some of their texts, as over those of one."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from index.arrays import Rows, Scores, different
from index.search.bm25 import Bm25Index, length_weights, rarity, terms

_STEMS_KEPT = 4_096  # how often they occur among the texts that are left: a number each


@dataclass(frozen=True, eq=False)
class Bm25Part:
    """The texts of `index` that are at `rows` (n,), ascending; all of them where these are None.

    What it holds was weighed among all texts of `index`.
    """

    index: Bm25Index
    rows: Rows | None = None

    @cached_property
    def lengths(self) -> NDArray[np.int32]:
        """How many stems each text has (n,)."""
        return self.index.lengths if self.rows is None else self.index.lengths[self.rows]

    def ratios(self, average: float) -> NDArray[np.float32]:
        """What the K of each text is multiplied with (n,) where texts have `average` stems."""
        now, then = length_weights(self.lengths, average), length_weights(self.lengths, self.index.average)
        return (now / then).astype(np.float32)

    def frequency(self, stem: str) -> int:
        """In how many texts `stem` occurs."""
        return self.index.frequency(stem) if self.rows is None else self._frequency(stem)

    def shares(self, stem: str) -> tuple[Rows | NDArray[np.int32], Scores]:
        """The texts that hold `stem`, by their places among the n, and what share of its idf each score is."""
        column = self.index.vocabulary.get(stem)
        if column is None:
            return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.float32)
        held = self.index.matrix.column(column)
        shares: Scores = self.index.matrix.scores[held] / np.float32(self.index.idf(stem))
        texts = self.index.matrix.rows[held]
        if self.rows is None:
            return texts, shares
        places = self._places[texts]
        return places[places >= 0], shares[places >= 0]

    def shares_at(self, stem: str, places: Rows) -> Scores:
        """The shares of the idf of `stem` that the texts at `places` (m,) among the n have, 0 without it."""
        return self.index.shares_at(stem, places if self.rows is None else self.rows[places])

    def keeping(self, places: Rows) -> "Bm25Part":
        """The texts at `places`, ascending, alone."""
        return Bm25Part(self.index, places if self.rows is None else self.rows[places])

    @cached_property
    def _places(self) -> NDArray[np.int32]:
        """The place among the n of each text of `index`, -1 of those that are not among them."""
        places = np.full(self.index.count, -1, dtype=np.int32)
        if self.rows is not None:
            places[self.rows] = np.arange(len(self.rows))
        return places

    @cached_property
    def _frequency(self) -> Callable[[str], int]:
        return lru_cache(_STEMS_KEPT)(lambda stem: len(self.shares(stem)[0]))


@dataclass(frozen=True, eq=False)
class JoinedBm25:
    """The texts of `parts`, one part's after the other's, weighed by how rare a stem is among all of them.

    What each part holds was weighed among its own texts. A score is idf * x, with x = tf / (tf + K), where K grows with
    the text's length beside the average one; so that with another idf and another K, r times the old one, it is
    idf * x / (x + (1 - x) * r).
    """

    parts: tuple[Bm25Part, ...]

    @cached_property
    def count(self) -> int:
        """How many texts there are."""
        return int(self._starts[-1])

    @cached_property
    def _starts(self) -> Rows:
        return np.cumsum([0, *(len(each.lengths) for each in self.parts)]).astype(np.int64)

    @cached_property
    def _ratios(self) -> tuple[NDArray[np.float32], ...]:
        """What the K of each text of each part is multiplied with."""
        average = sum(float(each.lengths.sum(dtype=np.int64)) for each in self.parts) / self.count
        return tuple(each.ratios(average) for each in self.parts)

    def scores(self, query: str) -> Scores:
        """One BM25 score for every text, in order; zeros where the query has no word of the index."""
        scores = np.zeros(self.count, dtype=np.float32)
        for stem in terms(query):
            idf = np.float32(self.idf(stem))
            for part, start, ratios in zip(self.parts, self._starts[:-1].tolist(), self._ratios, strict=True):
                places, shares = part.shares(stem)
                scores[start + places] += idf * _weighed_anew(shares, ratios[places])
        return scores

    def scores_at(self, query: str, rows: Rows) -> Scores:
        """The BM25 scores of the texts `rows` (n,) alone."""
        scores = np.zeros(len(rows), dtype=np.float32)
        owners = np.searchsorted(self._starts, rows, side="right") - 1
        for owner in different(owners)[0].tolist():
            places = np.flatnonzero(owners == owner)
            own = rows[places] - self._starts[owner]
            for stem in terms(query):
                shares = self.parts[owner].shares_at(stem, own)
                scores[places] += np.float32(self.idf(stem)) * _weighed_anew(shares, self._ratios[owner][own])
        return scores

    def idf(self, stem: str) -> float:
        """How rare `stem` is among all texts; an unknown one is rarest."""
        return rarity(sum(each.frequency(stem) for each in self.parts), self.count)

    def keeping(self, rows: Rows) -> "JoinedBm25":
        """The texts at `rows`, ascending, weighed among themselves."""
        own = np.split(rows, np.searchsorted(rows, self._starts[1:-1]))
        held = zip(self.parts, own, self._starts[:-1].tolist(), strict=True)
        return JoinedBm25(tuple(part.keeping(some - start) for part, some, start in held if len(some)))


def joined_bm25(bm25: Bm25Index | JoinedBm25) -> JoinedBm25:
    """All texts of `bm25`; itself where it is of several parts already."""
    return bm25 if isinstance(bm25, JoinedBm25) else JoinedBm25((Bm25Part(bm25),))


def _weighed_anew(shares: Scores, ratios: Scores) -> Scores:
    """The shares of an idf that texts have, where the K of each is so many times the one it was worked out with."""
    weighed: Scores = np.divide(shares, shares + (np.float32(1) - shares) * ratios)
    return weighed
