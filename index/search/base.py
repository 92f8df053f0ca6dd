"""What is asked of a search engine: paragraphs by their vectors and by their words, under a filter."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from index.arrays import FloatMatrix, Rows, Scores, SomeRows
from index.search.filter import EVERYTHING, Filter
from index.search.span_vectors import SpanVectors


@dataclass(frozen=True, slots=True, eq=False)
class Hits:
    """Paragraphs that a search found, best first, equal ones by row: `rows` (n,) and their `scores` (n,)."""

    rows: Rows
    scores: Scores

    def __len__(self) -> int:
        return len(self.rows)

    @classmethod
    def best(cls, rows: Rows, scores: Scores, k: int) -> "Hits":
        """The `k` best of `rows` by their `scores`."""
        if 0 < k < len(rows):
            # Sorting the few that are good enough takes less time than sorting all.
            good = scores >= -np.partition(-scores, k - 1)[k - 1]
            rows, scores = rows[good], scores[good]
        order = np.lexsort((rows, -scores))[:k]
        return cls(rows[order], scores[order])


class PassageSearch(Protocol):
    """Paragraphs by the vectors of their passages; and the vectors of their passages, sentences and tokens.

    All vectors are of unit length, so that an inner product is a cosine similarity. Rows are places among all
    paragraphs of the index.
    """

    def search(self, vectors: FloatMatrix, k: int, where: Filter = EVERYTHING) -> list[Hits]:
        """For each of `vectors` (n, d) the `k` paragraphs that `where` lets through and whose best passage is nearest.

        A paragraph's score is the greatest inner product with one of its passages. There are fewer than `k` only where
        `where` lets fewer through, but for engines that search approximately.
        """

    def passages(self, rows: SomeRows) -> SpanVectors:
        """The vectors of the passages of the paragraphs `rows`."""

    def sentences(self, rows: SomeRows) -> SpanVectors:
        """The vectors of the sentences of the paragraphs `rows`."""

    def tokens(self, rows: SomeRows, near: Scores | None = None) -> SpanVectors | None:
        """The vectors of the tokens of the paragraphs `rows`, each read in its passage; None where none are kept.

        With `near` (d,) an engine may leave out passages of long paragraphs, those that are least near to that vector.
        """


class LexicalSearch(Protocol):
    """Paragraphs by their words."""

    def search(self, query: str, k: int, where: Filter = EVERYTHING) -> Hits:
        """The `k` best of the paragraphs that `where` lets through and that hold a word of `query`."""

    def scores(self, query: str, rows: SomeRows) -> Scores:
        """The score of each of the paragraphs `rows` (n,); 0 where it holds no word of `query`."""

    def terms(self, text: str) -> tuple[str, ...]:
        """The stems of `text` as searched for, in order, repeated where the text repeats them."""

    def idf(self, stem: str) -> float:
        """How rare `stem` is among the paragraphs; an unknown one is rarest."""


def stem_weights(lexical: LexicalSearch, text: str) -> dict[str, float]:
    """The idf of each different stem of `text`, in order of appearance."""
    return {stem: lexical.idf(stem) for stem in lexical.terms(text)}
