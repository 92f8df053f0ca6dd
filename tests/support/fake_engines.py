"""Search engines whose scores can be worked out by eye, and that remember what they were asked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np

from index.arrays import FloatMatrix, Scores, SomeRows
from index.search.base import Hits
from index.search.document_store import DocumentStore
from index.search.filter import EVERYTHING, Filter
from index.search.span_vectors import SpanVectors
from index.sentences import Span
from tests.support.fakes import WORD, FakeEmbedder


@dataclass
class FakePassageSearch:
    """A `PassageSearch` that compares every paragraph, each one passage, with the letters of `FakeEmbedder`."""

    store: DocumentStore
    asked: list[tuple[int, Filter]] = field(default_factory=list)
    read: list[list[int]] = field(default_factory=list)

    def search(self, vectors: FloatMatrix, k: int, where: Filter = EVERYTHING) -> list[Hits]:
        self.asked.append((k, where))
        rows = _admitted(self.store, where)
        spans = self._read(rows, self._whole)
        return [_best(rows, spans.similarities(vector), k) for vector in vectors]

    def passages(self, rows: SomeRows) -> SpanVectors:
        return self._noted(rows, self._whole)

    def sentences(self, rows: SomeRows) -> SpanVectors:
        return self._noted(rows, self.store.sentence_spans)

    def tokens(self, rows: SomeRows, near: Scores | None = None) -> SpanVectors | None:
        return self._noted(rows, lambda row: [word.span() for word in WORD.finditer(self.store.paragraphs[row].text)])

    def _noted(self, rows: SomeRows, spans_of: Callable[[int], Sequence[Span]]) -> SpanVectors:
        wanted = [int(row) for row in rows]
        self.read.append(wanted)
        return self._read(wanted, spans_of)

    def _read(self, rows: Sequence[int], spans_of: Callable[[int], Sequence[Span]]) -> SpanVectors:
        spans = [list(spans_of(row)) for row in rows]
        texts = [self.store.paragraphs[row].text[a:b] for row, own in zip(rows, spans, strict=True) for a, b in own]
        return SpanVectors(
            FakeEmbedder().encode(texts).vectors,
            np.array([span for own in spans for span in own], dtype=np.int64).reshape(-1, 2),
            np.cumsum([0, *map(len, spans)]).astype(np.int64),
        )

    def _whole(self, row: int) -> list[Span]:
        return [(0, len(self.store.paragraphs[row].text))]


@dataclass
class FakeLexicalSearch:
    """A `LexicalSearch` that counts how many different words of the question a paragraph holds; none is rarer."""

    store: DocumentStore
    asked: list[tuple[int, Filter]] = field(default_factory=list)
    read: list[list[int]] = field(default_factory=list)

    def search(self, query: str, k: int, where: Filter = EVERYTHING) -> Hits:
        self.asked.append((k, where))
        rows = _admitted(self.store, where)
        scores = self._scores(query, rows)
        holding = [place for place, score in enumerate(scores.tolist()) if score > 0]
        return _best([rows[place] for place in holding], scores[holding], k)

    def scores(self, query: str, rows: SomeRows) -> Scores:
        wanted = [int(row) for row in rows]
        self.read.append(wanted)
        return self._scores(query, wanted)

    def terms(self, text: str) -> tuple[str, ...]:
        return tuple(WORD.findall(text.lower()))

    def idf(self, stem: str) -> float:
        return 1.0

    def _scores(self, query: str, rows: Sequence[int]) -> Scores:
        words = set(self.terms(query))
        held = [words & set(self.terms(self.store.paragraphs[row].text)) for row in rows]
        return np.array([len(each) for each in held], dtype=np.float32)


def _admitted(store: DocumentStore, where: Filter) -> list[int]:
    """The rows that `where` lets through, looked at one by one."""
    return [
        ref.row
        for ref in store.paragraphs
        if where.admits(ref.document) and (where.rows is None or ref.row in where.rows)
    ]


def _best(rows: Sequence[int], scores: Scores, k: int) -> Hits:
    order = sorted(range(len(rows)), key=lambda place: (-scores[place], rows[place]))[:k]
    return Hits(np.array([rows[place] for place in order], dtype=np.int64), scores[order])
