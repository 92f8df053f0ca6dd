"""The engines of an index on this machine: FAISS for passages, BM25 for words, both in memory."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from index.arrays import FloatMatrix, Rows, Scores, SomeRows
from index.search.base import Hits
from index.search.bm25 import Bm25Index, terms
from index.search.document_store import DocumentStore, bounds_of
from index.search.faiss_index import VectorSearch
from index.search.filter import EVERYTHING, Filter
from index.search.span_vectors import SpanVectors, columns, gathered
from index.search.token_vectors import TokenVectors

# Up to this many paragraphs the token vectors are kept in memory as float32 beside the float16 on disk: 1.5 kB a token
# with 384 dimensions, 300 MB at this limit with paragraphs of 130 tokens. Late interaction with all 26,000 tokens of
# the five documents takes a third of the time that it takes with float16.
FLOAT_LIMIT = 1_500


@dataclass(frozen=True, eq=False)
class LocalPassageSearch:
    """A `PassageSearch` over arrays.

    `spans` (n, 3) holds paragraph row, start and end of each passage, in order, `vectors` (n, d) their vectors, which
    `nearest` searches; `sentence_vectors` (m, d) are those of the sentences of `store`. `token_vectors` are None where
    none are kept. `float_limit` is the largest number of paragraphs whose token vectors are kept as float32 too.
    """

    store: DocumentStore
    spans: NDArray[np.int64]
    vectors: FloatMatrix
    nearest: VectorSearch
    sentence_vectors: FloatMatrix
    token_vectors: TokenVectors | None
    float_limit: int = FLOAT_LIMIT

    def search(self, vectors: FloatMatrix, k: int, where: Filter = EVERYTHING) -> list[Hits]:
        """For each of `vectors` the `k` nearest paragraphs that `where` lets through."""
        if where == EVERYTHING:
            return [self._nearest(vector, k, len(self.spans), None) for vector in vectors]
        allowed = np.zeros(len(self.store.paragraphs), dtype=bool)
        allowed[self.store.rows_where(where)] = True
        passages = allowed[self.spans[:, 0]]
        return [self._nearest(vector, k, int(passages.sum()), passages) for vector in vectors]

    def passages(self, rows: SomeRows) -> SpanVectors:
        """The vectors of the passages of the paragraphs `rows`."""
        return self._read(rows, self._passage_bounds, self.vectors, self.spans[:, 1:])

    def sentences(self, rows: SomeRows) -> SpanVectors:
        """The vectors of the sentences of the paragraphs `rows`."""
        return self._read(rows, self.store.sentence_bounds, self.sentence_vectors, self.store.sentences[:, 1:])

    def tokens(self, rows: SomeRows) -> SpanVectors | None:
        """The vectors of the tokens of the paragraphs `rows`, as float32; None where none are kept."""
        if self.token_vectors is None:
            return None
        # Of some paragraphs they are read from the disk's: a vector lies scattered in the columns of `_float_tokens`.
        is_all = np.array_equal(np.asarray(rows, dtype=np.int64), self._all)
        flat = self._float_tokens if is_all and self._is_small else self.token_vectors.flat
        return self._read(rows, self._token_bounds, flat, self.token_vectors.spans)

    def passage_text(self, place: int) -> str:
        """The words of a passage."""
        row, start, end = map(int, self.spans[place])
        return self.store.paragraphs[row].text[start:end]

    def _nearest(self, vector: Scores, k: int, most: int, allowed: NDArray[np.bool_] | None) -> Hits:
        """The `k` paragraphs nearest to `vector`, of `most` passages that are `allowed`."""
        # As many passages as `k` paragraphs have on average, and twice as many until they are of so many paragraphs.
        depth = -(-k * len(self.spans) // len(self.store.paragraphs))
        while True:
            scores, places = self.nearest.search(vector, depth, allowed)
            rows, first = np.unique(self.spans[places, 0], return_index=True)
            if len(rows) >= k or len(places) < depth or depth >= most:
                # Passages come best first, so that the first one of a paragraph is its best.
                return Hits.best(rows, scores[first], k)
            depth *= 2

    def _read(
        self,
        rows: SomeRows,
        bounds: Rows,
        vectors: NDArray[np.float32] | NDArray[np.float16],
        spans: NDArray[np.int32] | NDArray[np.int64],
    ) -> SpanVectors:
        """Those of `vectors` and `spans`, which begin at `bounds` for each paragraph, that are of `rows`."""
        wanted = np.asarray(rows, dtype=np.int64)
        if np.array_equal(wanted, self._all):
            return SpanVectors(vectors.astype(np.float32, copy=False), spans, bounds)
        places, own = gathered(bounds[wanted], bounds[wanted + 1])
        return SpanVectors(vectors[places].astype(np.float32, copy=False), spans[places], own)

    @cached_property
    def _all(self) -> Rows:
        return np.arange(len(self.store.paragraphs))

    @cached_property
    def _passage_bounds(self) -> Rows:
        return bounds_of(self.spans[:, 0], len(self.store.paragraphs))

    @cached_property
    def _token_bounds(self) -> Rows:
        if self.token_vectors is None:
            return np.zeros_like(self._passage_bounds)
        return self.token_vectors.offsets[self._passage_bounds]

    @property
    def _is_small(self) -> bool:
        return len(self.store.paragraphs) <= self.float_limit

    @cached_property
    def _float_tokens(self) -> FloatMatrix:
        held = self.token_vectors
        return columns(held.flat) if held is not None else np.zeros((0, 0), dtype=np.float32)


@dataclass(frozen=True, eq=False)
class LocalLexicalSearch:
    """A `LexicalSearch` over the paragraphs of `store`, whose texts `bm25` has indexed."""

    store: DocumentStore
    bm25: Bm25Index

    def search(self, query: str, k: int, where: Filter = EVERYTHING) -> Hits:
        """The `k` best of the paragraphs that `where` lets through and that hold a word of `query`."""
        scores = self.bm25.scores(query)
        rows = np.flatnonzero(scores) if where == EVERYTHING else self.store.rows_where(where)
        rows = rows[scores[rows] > 0]
        return Hits.best(rows, scores[rows], k)

    def scores(self, query: str, rows: SomeRows) -> Scores:
        """The BM25 score of each of the paragraphs `rows` (n,)."""
        return self.bm25.scores(query)[np.asarray(rows, dtype=np.int64)]

    def terms(self, text: str) -> tuple[str, ...]:
        """The stems of `text` as indexed."""
        return terms(text)

    def idf(self, stem: str) -> float:
        """How rare `stem` is among the paragraphs; an unknown one is rarest."""
        return self.bm25.idf(stem)
