"""The four retrieval signals: one score a paragraph each, all from one model and one BM25.

`dense` compares the question with whole passages, `sentence` with single sentences, `lexical` is BM25 over text, title
and headings, `late` is late interaction: the mean over the question's tokens of the best cosine among the paragraph's
tokens (MaxSim of ColBERT, Khattab and Zaharia 2020, here with an untrained model and averaged).
"""

from collections.abc import Iterator, Sequence

import numpy as np

from index.arrays import Rows, Scores, SomeRows
from index.embedding.base import Embedder
from index.search.base import Hits
from index.search.filter import Filter
from index.search.span_vectors import SpanVectors
from index.store import Index
from rag.retrieval.encoded_question import EncodedQuestion
from rag.retrieval.token_reader import TokenReader

# What is held of questions that are compared with all word pieces at once, 16 MB: on the five documents some eight
# questions, of which each takes a third of the time that one alone does; more gain nothing.
_MOST_PRODUCTS = 4_000_000


class SignalReader:
    """The signals of an index's paragraphs; nothing in it changes."""

    def __init__(self, index: Index, embedder: Embedder) -> None:
        self.index = index
        self._tokens = TokenReader(index, embedder)

    def nearest(self, question: EncodedQuestion, k: int, where: Filter) -> Hits:
        """The `k` paragraphs that `where` lets through whose passages are nearest to the question."""
        return self.index.dense.search(question.vector[None], k, where)[0]

    def dense(self, question: EncodedQuestion, rows: Rows) -> Scores:
        """The best inner product of the question with a passage of each of the paragraphs `rows`."""
        return self.index.dense.passages(rows).best(question.vector)

    def lexical(self, question: EncodedQuestion, rows: Rows) -> Scores:
        """BM25 of each of the paragraphs `rows`."""
        return self.index.lexical.scores(question.words, rows)

    def sentence(self, question: EncodedQuestion, rows: Rows) -> Scores:
        """The best inner product of the question with a sentence of each of the paragraphs `rows`."""
        return self.index.dense.sentences(rows).best(question.vector)

    def late(self, question: EncodedQuestion, rows: Rows) -> Scores:
        """Late interaction of the question with each of the paragraphs `rows`; rarer words of it weigh more."""
        (scores,) = self._late([question], rows, question.vector)
        return scores

    def late_together(self, questions: Sequence[EncodedQuestion], rows: Rows) -> list[Scores]:
        """For each of `questions` its late interaction with each of the paragraphs `rows`.

        Several at once take a third of the time that they take one by one.
        """
        return self._late(questions, rows, None)

    def _late(self, questions: Sequence[EncodedQuestion], rows: Rows, near: Scores | None) -> list[Scores]:
        held = self.tokens(rows, near) if any(len(each.tokens) for each in questions) else None
        scores: list[Scores] = []
        for some in _few_at_a_time(questions, 0 if held is None else len(held)):
            tokens = np.concatenate([each.tokens for each in some])
            best = held.best(tokens) if held is not None and len(tokens) else np.zeros((len(rows), 0), dtype=np.float32)
            ends = np.cumsum([len(each.tokens) for each in some])
            own = np.split(best, ends[:-1], axis=1)
            scores += [part @ each.weights for part, each in zip(own, some, strict=True)]
        return scores

    def tokens(self, rows: SomeRows, near: Scores | None = None) -> SpanVectors:
        """The vectors of the tokens of the paragraphs `rows`; of long ones those of the passages nearest to `near`."""
        return self._tokens.read(rows, near)


def _few_at_a_time(questions: Sequence[EncodedQuestion], spans: int) -> Iterator[list[EncodedQuestion]]:
    """`questions` in groups whose products with so many `spans` are at most _MOST_PRODUCTS, one question at least."""
    some: list[EncodedQuestion] = []
    products = 0
    for each in questions:
        own = spans * len(each.tokens)
        if some and products + own > _MOST_PRODUCTS:
            yield some
            some, products = [], 0
        some.append(each)
        products += own
    if some:
        yield some
