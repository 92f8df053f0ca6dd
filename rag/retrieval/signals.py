"""The four retrieval signals: one score a paragraph each, all from one model and one BM25.

`dense` compares the question with whole passages, `sentence` with single sentences, `lexical` is BM25 over text, title
and headings, `late` is late interaction: the mean over the question's tokens of the best cosine among the paragraph's
tokens (MaxSim of ColBERT, Khattab and Zaharia 2020, here with an untrained model and averaged).
"""

import numpy as np

from index.arrays import Rows, Scores, SomeRows
from index.embedding.base import Embedder
from index.search.base import Hits
from index.search.filter import Filter
from index.search.span_vectors import SpanVectors
from index.store import Index
from rag.retrieval.encoded_question import EncodedQuestion
from rag.retrieval.token_reader import TokenReader


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
        if not len(question.tokens):
            return np.zeros(len(rows), dtype=np.float32)
        scores: Scores = self.tokens(rows, question.vector).best(question.tokens) @ question.weights
        return scores

    def tokens(self, rows: SomeRows, near: Scores | None = None) -> SpanVectors:
        """The vectors of the tokens of the paragraphs `rows`; of long ones those of the passages nearest to `near`."""
        return self._tokens.read(rows, near)
