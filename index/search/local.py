"""The engines of an index on this machine: FAISS for passages, BM25 for words, both in memory."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from index.arrays import FloatMatrix, Rows, Scores, SomeRows, StackedRows, different
from index.search.base import Hits
from index.search.bm25 import Bm25Index, terms
from index.search.document_store import DocumentStore, bounds_of
from index.search.faiss_index import EXACT_LIMIT, VectorSearch
from index.search.filter import EVERYTHING, Filter
from index.search.joined_bm25 import JoinedBm25
from index.search.span_vectors import SpanVectors, gathered
from index.search.token_vectors import TokenVectors

# Passages of a paragraph whose tokens are read, those nearest to the question: a paragraph of 150,000 characters has
# some two hundred, none of the five documents more than three.
MOST_PASSAGES = 8
# Passages that a filter lets through and that are compared one by one: as many as are searched exactly anyway.
FEW_PASSAGES = EXACT_LIMIT
# Of the paragraphs: looking up the scores of so many takes as long as adding up those of all.
_FEW_ROWS = 16
_QUERIES_KEPT = 4  # whose scores of all paragraphs are remembered, 4 MB each with a million


@dataclass(frozen=True, eq=False)
class LocalPassageSearch:
    """A `PassageSearch` over arrays.

    `spans` (n, 3) holds paragraph row, start and end of each passage, in order, `vectors` (n, d) their vectors, which
    `nearest` searches; `sentence_vectors` (m, d) are those of the sentences of `store`. `token_vectors` are None where
    none are kept.
    """

    store: DocumentStore
    spans: NDArray[np.int64]
    vectors: FloatMatrix | StackedRows[np.float32]
    nearest: VectorSearch
    sentence_vectors: FloatMatrix | StackedRows[np.float32]
    token_vectors: TokenVectors | None

    def search(self, vectors: FloatMatrix, k: int, where: Filter = EVERYTHING) -> list[Hits]:
        """For each of `vectors` the `k` nearest paragraphs that `where` lets through."""
        if where == EVERYTHING:
            return [self._nearest(vector, k, len(self.spans), None) for vector in vectors]
        rows = self.store.rows_where(where)
        passages, _ = gathered(self.passage_bounds[rows], self.passage_bounds[rows + 1])
        if len(passages) <= FEW_PASSAGES:
            return [self._best_of(*self.nearest.compared(vector, passages), k) for vector in vectors]
        allowed = np.zeros(len(self.spans), dtype=bool)
        allowed[passages] = True
        return [self._nearest(vector, k, len(passages), allowed) for vector in vectors]

    def passages(self, rows: SomeRows) -> SpanVectors:
        """The vectors of the passages of the paragraphs `rows`."""
        return self._read(rows, self.passage_bounds, self.vectors, self.spans[:, 1:])

    def sentences(self, rows: SomeRows) -> SpanVectors:
        """The vectors of the sentences of the paragraphs `rows`."""
        return self._read(rows, self.store.sentence_bounds, self.sentence_vectors, self.store.sentences[:, 1:])

    def tokens(self, rows: SomeRows, near: Scores | None = None) -> SpanVectors | None:
        """The vectors of the tokens of the paragraphs `rows`; None where none are kept."""
        held = self.token_vectors
        if held is None:
            return None
        wanted = np.asarray(rows, dtype=np.int64)
        passages, owners = gathered(self.passage_bounds[wanted], self.passage_bounds[wanted + 1])
        if has_many(owners) and near is not None:
            passages, owners = few_of_each(passages, owners, self.vectors[passages] @ near)
        places, ends = gathered(held.offsets[passages], held.offsets[passages + 1])
        axes = held.compression.axes if held.compression else None
        return SpanVectors(held.at(places), held.spans[places], ends[owners], axes)

    def _nearest(self, vector: Scores, k: int, most: int, allowed: NDArray[np.bool_] | None) -> Hits:
        """The `k` paragraphs nearest to `vector`, of `most` passages that are `allowed`."""
        # As many passages as `k` paragraphs have on average, and twice as many until they are of so many paragraphs.
        depth = -(-k * len(self.spans) // len(self.store.paragraphs))
        while True:
            scores, places = self.nearest.search(vector, depth, allowed)
            found = self._best_of(scores, places, k)
            if len(found) >= k or len(places) < depth or depth >= most:
                return found
            depth *= 2

    def _best_of(self, scores: Scores, passages: Rows, k: int) -> Hits:
        """The `k` best paragraphs of `passages`, which come best first."""
        # The first passage of a paragraph is its best.
        rows, first = different(self.spans[passages, 0])
        return Hits.best(rows, scores[first], k)

    def _read(
        self,
        rows: SomeRows,
        bounds: Rows,
        vectors: FloatMatrix | StackedRows[np.float32],
        spans: NDArray[np.int32] | NDArray[np.int64],
    ) -> SpanVectors:
        """Those of `vectors` and `spans`, which begin at `bounds` for each paragraph, that are of `rows`."""
        wanted = np.asarray(rows, dtype=np.int64)
        if self._is_all(wanted):
            return SpanVectors(np.asarray(vectors), spans, bounds)
        places, own = gathered(bounds[wanted], bounds[wanted + 1])
        return SpanVectors(vectors[places], spans[places], own)

    def _is_all(self, rows: Rows) -> bool:
        count = len(self.store.paragraphs)
        return len(rows) == count and np.array_equal(rows, np.arange(count))

    @cached_property
    def passage_bounds(self) -> Rows:
        """Where the passages of each paragraph begin among all passages, and where the last one's end (p + 1,)."""
        return bounds_of(self.spans[:, 0], len(self.store.paragraphs))


def has_many(bounds: Rows) -> bool:
    """Whether a paragraph has so many passages, those of i at `bounds[i]:bounds[i + 1]`, that only a few are read."""
    return len(bounds) > 1 and int(np.diff(bounds).max()) > MOST_PASSAGES


def few_of_each(passages: Rows, bounds: Rows, similarities: Scores) -> tuple[Rows, Rows]:
    """Of `passages` (n,), those of paragraph i at `bounds[i]:bounds[i + 1]`, the few of each that are most similar."""
    kept = []
    for start, end in pairwise(bounds.tolist()):
        best = np.argsort(-similarities[start:end], kind="stable")[:MOST_PASSAGES]
        kept.append(passages[start:end][np.sort(best)])
    return np.concatenate(kept), np.cumsum([0, *map(len, kept)]).astype(np.int64)


@dataclass(frozen=True, eq=False)
class LocalLexicalSearch:
    """A `LexicalSearch` over the paragraphs of `store`, whose texts `bm25` has indexed."""

    store: DocumentStore
    bm25: Bm25Index | JoinedBm25

    def search(self, query: str, k: int, where: Filter = EVERYTHING) -> Hits:
        """The `k` best of the paragraphs that `where` lets through and that hold a word of `query`."""
        if where == EVERYTHING:
            scores = self._of_all(query)
            rows = _that_may_be_best(scores, k)
            return Hits.best(rows, scores[rows], k)
        rows = self.store.rows_where(where)
        scores = self.scores(query, rows)
        return Hits.best(rows[scores > 0], scores[scores > 0], k)

    def scores(self, query: str, rows: SomeRows) -> Scores:
        """The BM25 score of each of the paragraphs `rows` (n,)."""
        wanted = np.asarray(rows, dtype=np.int64)
        if len(wanted) * _FEW_ROWS < self.bm25.count:
            return self.bm25.scores_at(query, wanted)
        return self._of_all(query)[wanted]

    @cached_property
    def _of_all(self) -> Callable[[str], Scores]:
        return lru_cache(_QUERIES_KEPT)(self.bm25.scores)

    def terms(self, text: str) -> tuple[str, ...]:
        """The stems of `text` as indexed."""
        return terms(text)

    def idf(self, stem: str) -> float:
        """How rare `stem` is among the paragraphs; an unknown one is rarest."""
        return self.bm25.idf(stem)


def _that_may_be_best(scores: Scores, k: int) -> Rows:
    """The rows of `scores` (n,) that are above 0 and not below the `k`-th greatest: `k`, or more where some are equal.

    Most of many paragraphs hold some word of a question, so that to list them all takes longer than this.
    """
    # From the other end NumPy takes five times as long: most scores are 0.
    least = -np.partition(-scores, k - 1)[k - 1] if 0 < k < len(scores) else np.float32(0)
    return np.flatnonzero(scores >= least) if least > 0 else np.flatnonzero(scores)
