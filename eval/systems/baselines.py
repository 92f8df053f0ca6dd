"""What other tools do, on the same paragraphs: BM25, dense chunks of 1,000 characters, reciprocal rank fusion.

Each ranks paragraphs. As an answer it quotes the best paragraph whole, and it never refuses.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from time import perf_counter
from typing import Protocol

import numpy as np

from eval.systems.chunks import chunks_of
from index.arrays import Scores
from index.embedding.base import Embedder
from index.search.bm25 import Bm25Index
from index.store import Index
from rag.answer import EXTRACTIVE, Answer, Hit, Statement
from rag.answering.steps import Asked
from rag.citing.quoted import quoted
from rag.retrieval.fusion import reciprocal_rank_fusion

DEPTH = 20  # paragraphs ranked, as many as the program itself ranks
_BATCH = 32  # questions encoded together, as in `rag.answerer`
_STEP = np.float32(1e-6)  # keeps the paragraphs of one chunk in order


class Ranker(Protocol):
    """A way to rank paragraphs."""

    @property
    def name(self) -> str:
        """The name in reports."""

    def scores(self, questions: Sequence[str]) -> list[Scores]:
        """For each question one score a paragraph of the index, higher is better; -inf: not found at all."""


class Bm25:
    """BM25 over the texts of paragraphs and nothing else, stemmed, stop words out."""

    name = "BM25"

    def __init__(self, index: Index) -> None:
        self._bm25 = Bm25Index.build([each.text for each in index.paragraphs])

    def scores(self, questions: Sequence[str]) -> list[Scores]:
        """One BM25 score a paragraph for each question."""
        return [self._bm25.scores(each) for each in questions]


class DenseParagraphs:
    """The inner product of a question with whole paragraphs (their passages, where they are long)."""

    name = "dense, paragraphs"

    def __init__(self, index: Index, embedder: Embedder) -> None:
        self._passages = index.dense.passages(np.arange(len(index.paragraphs)))
        self._embedder = embedder

    def scores(self, questions: Sequence[str]) -> list[Scores]:
        """The best inner product with a passage of each paragraph, for each question."""
        return list(self._passages.best(self._embedder.encode_questions(questions).vectors).T)


class DenseChunks:
    """The inner product of a question with 1,000-character chunks of the running text, mapped back to paragraphs.

    A paragraph scores what its best chunk does. Of the paragraphs of one chunk, the one that fills most of it comes
    first.
    """

    name = "dense, 1,000-character chunks"

    def __init__(self, index: Index, embedder: Embedder) -> None:
        self._embedder, self._count = embedder, len(index.paragraphs)
        texts: list[str] = []
        self._held: list[list[int]] = []
        for document in index.documents:
            first = index.rows_of(document.id).start
            for chunk in chunks_of(document):
                texts.append(chunk.text)
                self._held.append([first + each for each in chunk.paragraphs])
        self._vectors = embedder.encode_passages(texts).vectors

    def scores(self, questions: Sequence[str]) -> list[Scores]:
        """The best inner product with a chunk that holds a part of each paragraph, for each question."""
        products = self._embedder.encode_questions(questions).vectors @ self._vectors.T
        return [self._of_paragraphs(row) for row in products]

    def _of_paragraphs(self, products: Scores) -> Scores:
        scores = np.full(self._count, -np.inf, dtype=np.float32)
        for product, held in zip(products, self._held, strict=True):
            for place, row in enumerate(held):
                scores[row] = max(scores[row], product - place * _STEP)
        return scores


class ReciprocalRanks:
    """Reciprocal rank fusion (k 60) of BM25 and dense paragraphs, the usual hybrid."""

    name = "reciprocal rank fusion"

    def __init__(self, index: Index, embedder: Embedder) -> None:
        self._rankers: tuple[Ranker, ...] = (Bm25(index), DenseParagraphs(index, embedder))

    def scores(self, questions: Sequence[str]) -> list[Scores]:
        """The fused score of each paragraph, for each question."""
        each = zip(*(ranker.scores(questions) for ranker in self._rankers), strict=True)
        return [
            reciprocal_rank_fusion({str(i): scores for i, scores in enumerate(signals)})  # names do not matter
            for signals in each
        ]


class QuotesTheBest:
    """Answers each question with the paragraph that `ranker` puts first, whole."""

    def __init__(self, ranker: Ranker, index: Index, model: str) -> None:
        self._ranker, self._index, self._model = ranker, index, model

    def answer_many(self, questions: Iterable[Asked]) -> Iterator[Answer]:
        """The answer to each of `questions`, in order."""
        waiting = iter(questions)
        while batch := list(islice(waiting, _BATCH)):
            began = perf_counter()
            ranked = self._ranker.scores([each.text for each in batch])
            share = 1000 * (perf_counter() - began) / len(batch)
            for asked, scores in zip(batch, ranked, strict=True):
                yield self._answer(asked, scores, share)

    def _answer(self, asked: Asked, scores: Scores, milliseconds: float) -> Answer:
        order = np.argsort(-scores, kind="stable")[:DEPTH]
        hits = tuple(self._hit(int(row), float(scores[row])) for row in order if np.isfinite(scores[row]))
        statements = tuple(self._statement(hit.row) for hit in hits[:1])
        return Answer(
            question=asked.text,
            answered=bool(statements),
            statements=statements,
            evidence=hits,
            nearest=(),
            mode=EXTRACTIVE,
            model=self._model,
            index=self._index.fingerprint,
            confidence=hits[0].score if hits else 0.0,
            milliseconds={"retrieve": milliseconds, "answer": 0.0},
            id=asked.id,
        )

    def _hit(self, row: int, score: float) -> Hit:
        ref = self._index.paragraphs[row]
        return Hit(row, ref.document.id, ref.locator, score)

    def _statement(self, row: int) -> Statement:
        ref = self._index.paragraphs[row]
        return Statement(ref.text, (quoted(ref, (0, len(ref.text))),))


def baselines(index: Index, embedder: Embedder) -> Mapping[str, Callable[[], Ranker]]:
    """The baselines of a report by name, each made when it is called."""
    return {
        Bm25.name: lambda: Bm25(index),
        DenseChunks.name: lambda: DenseChunks(index, embedder),
        ReciprocalRanks.name: lambda: ReciprocalRanks(index, embedder),
    }
