"""The engines of an index that Milvus searches: passages by their vectors, paragraphs by their words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.arrays import FloatMatrix, Rows, Scores, SomeRows
from index.engines.milvus.client import MOST_FOUND, Milvus
from index.engines.milvus.layout import DOCUMENT, ROW, VECTOR, WORDS
from index.engines.milvus.paragraphs import ParagraphVectors
from index.search.base import Hits
from index.search.bm25 import rarity, terms
from index.search.document_store import DocumentStore
from index.search.filter import EVERYTHING, Filter
from index.search.local import few_of_each, has_many
from index.search.span_vectors import SpanVectors, gathered

# Paragraphs whose scores are asked for at once.
_SCORED = 8_192
# Found beyond those that are wanted, so that one search is mostly enough.
_MORE = 8


@dataclass(frozen=True, eq=False)
class MilvusPassageSearch:
    """A `PassageSearch` whose vectors are in Milvus: passages are searched in `collection`, others read as needed.

    `spans` (n, 3) holds paragraph row, start and end of each passage, in order. No more than MOST_FOUND passages are
    found at once.
    """

    store: DocumentStore
    spans: NDArray[np.int64]
    milvus: Milvus
    collection: str
    vectors: ParagraphVectors

    def search(self, vectors: FloatMatrix, k: int, where: Filter = EVERYTHING) -> list[Hits]:
        """For each of `vectors` the `k` nearest paragraphs that `where` lets through."""
        allowed = _expression(self.store, where)
        if allowed is None or k < 1:
            return [_nothing() for _ in vectors]
        # As many passages as `k` paragraphs have on average.
        first = -(-k * len(self.spans) // len(self.store.paragraphs)) + _MORE
        return [self._nearest(vector, k, first, allowed) for vector in vectors]

    def passages(self, rows: SomeRows) -> SpanVectors:
        """The vectors of the passages of the paragraphs `rows`."""
        wanted = np.asarray(rows, dtype=np.int64)
        places, bounds = _own(self.vectors.passages, wanted)
        return SpanVectors(self.vectors.of_passages(wanted), self.spans[places, 1:], bounds)

    def sentences(self, rows: SomeRows) -> SpanVectors:
        """The vectors of the sentences of the paragraphs `rows`."""
        wanted = np.asarray(rows, dtype=np.int64)
        places, bounds = _own(self.vectors.sentences, wanted)
        return SpanVectors(self.vectors.of_sentences(wanted), self.store.sentences[places, 1:], bounds)

    def tokens(self, rows: SomeRows, near: Scores | None = None) -> SpanVectors | None:
        """The vectors of the tokens of the paragraphs `rows`; None where none are kept."""
        wanted = np.asarray(rows, dtype=np.int64)
        passages, owners = _own(self.vectors.passages, wanted)
        if near is not None and has_many(owners):
            passages, owners = few_of_each(passages, owners, self.vectors.of_passages(wanted) @ near)
        held = self.vectors.of_tokens(passages)
        if held is None:
            return None
        axes = held.compression.axes if held.compression else None
        return SpanVectors(held.at(np.arange(len(held.flat))), np.asarray(held.spans), held.offsets[owners], axes)

    def _nearest(self, vector: Scores, k: int, first: int, allowed: str) -> Hits:
        def ask(depth: int) -> tuple[Rows, Scores]:
            return self.milvus.search(self.collection, VECTOR, vector, depth, allowed, owner=ROW)

        return _best(ask, k, first)


@dataclass(frozen=True, eq=False)
class MilvusLexicalSearch:
    """A `LexicalSearch` over a sparse vector a paragraph, of the BM25 scores of its stems, in `collection`.

    `vocabulary` says which dimension a stem has; `starts` (s + 1,) counts the paragraphs that hold each stem, one after
    the other. The stems are worked out here, so that they are the same ones wherever an index is searched.
    """

    store: DocumentStore
    vocabulary: Mapping[str, int]
    starts: NDArray[np.int64]
    milvus: Milvus
    collection: str

    def search(self, query: str, k: int, where: Filter = EVERYTHING) -> Hits:
        """The `k` best of the paragraphs that `where` lets through and that hold a word of `query`."""
        allowed, weights = _expression(self.store, where), self._weights(query)
        if allowed is None or not weights or k < 1:
            return _nothing()
        return _best(lambda depth: self._found(weights, depth, allowed), k, k + _MORE)

    def scores(self, query: str, rows: SomeRows) -> Scores:
        """The BM25 score of each of the paragraphs `rows` (n,)."""
        wanted = np.asarray(rows, dtype=np.int64)
        scores: dict[int, float] = {}
        if weights := self._weights(query):
            different = np.unique(wanted)
            for start in range(0, len(different), _SCORED):
                some = different[start : start + _SCORED].tolist()
                found, values = self._found(weights, len(some), f"{ROW} in {some}")
                scores.update(zip(found.tolist(), values.tolist(), strict=True))
        return np.array([scores.get(row, 0.0) for row in wanted.tolist()], dtype=np.float32)

    def terms(self, text: str) -> tuple[str, ...]:
        """The stems of `text` as indexed."""
        return terms(text)

    def idf(self, stem: str) -> float:
        """How rare `stem` is among the paragraphs; an unknown one is rarest."""
        column = self.vocabulary.get(stem)
        holding = 0 if column is None else int(self.starts[column + 1] - self.starts[column])
        return rarity(holding, len(self.store.paragraphs))

    def _weights(self, query: str) -> dict[int, float]:
        """How often each stem of `query` that the index has stands in it, by its dimension."""
        weights: dict[int, float] = {}
        for stem in terms(query):
            if (column := self.vocabulary.get(stem)) is not None:
                weights[column] = weights.get(column, 0.0) + 1.0
        return weights

    def _found(self, weights: Mapping[int, float], k: int, allowed: str) -> tuple[Rows, Scores]:
        return self.milvus.search(self.collection, WORDS, weights, k, allowed)


def _best(ask: Callable[[int], tuple[Rows, Scores]], k: int, first: int) -> Hits:
    """The `k` best paragraphs of those that `ask` finds, each once; it is asked for `first` and for more if need be.

    What `ask` finds comes best first; of what is equally good, any may come first.
    """
    depth = min(first, MOST_FOUND)
    while True:
        owners, scores = ask(depth)
        rows, places = np.unique(owners, return_index=True)
        hits = Hits.best(rows, scores[places], k)
        if len(owners) < depth or depth == MOST_FOUND:
            return hits
        # As good as the last that was found there may be others, which come first by their rows.
        if len(hits) == k and hits.scores[-1] > scores[-1]:
            return hits
        depth = min(2 * depth, MOST_FOUND)


def _expression(store: DocumentStore, where: Filter) -> str | None:
    """What Milvus lets through under `where`, in its own words; None where that is nothing.

    Documents and paragraphs are told by their numbers: what `where` means is decided in one place, for all engines.
    """
    parts = []
    if where.asks_for_documents:
        places = store.places_where(where)
        if not places:
            return None
        parts.append(_among(places, len(store.documents)))
    if where.rows is not None:
        if not where.rows:
            return None
        parts.append(f"{ROW} in {sorted(where.rows)}")
    return " and ".join(filter(None, parts))


def _among(places: list[int], count: int) -> str:
    """That a document is one of `places`, of `count` in all, or none of the others where those are fewer."""
    if 2 * len(places) <= count:
        return f"{DOCUMENT} in {places}"
    others = sorted(set(range(count)).difference(places))
    return f"{DOCUMENT} not in {others}" if others else ""


def _own(bounds: Rows, rows: Rows) -> tuple[Rows, Rows]:
    """The places of the parts of `rows`, those of paragraph i from `bounds[i]` on, and where each row's begin."""
    return gathered(bounds[rows], bounds[rows + 1])


def _nothing() -> Hits:
    return Hits(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.float32))
