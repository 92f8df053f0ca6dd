"""Whole paragraphs ranked for a question."""

from collections.abc import Sequence
from itertools import chain, zip_longest

import numpy as np

from index.embedding.base import Embedder
from index.store import Index
from rag.answer import Hit
from rag.question.acronyms import short_forms, spell_out
from rag.question.analyse import QuestionAnalysis
from rag.retrieval.fusion import fuse, reciprocal_rank_fusion
from rag.retrieval.signals import (
    DENSE,
    LATE,
    LEXICAL,
    SENTENCE,
    EncodedQuestion,
    Rows,
    Scores,
    SignalReader,
    encode_questions,
)
from rag.settings import RetrievalSettings

# Up to this many paragraphs every signal reads all of them; beyond it `sentence` reads the best of `dense` and of
# `lexical`, and `late` the best of those three.
POOL_LIMIT = 1_500
POOL_DEPTH = 300
LATE_DEPTH = 60


class Retriever:
    """Ranks the paragraphs of one index. Safe to share between threads: nothing in it changes."""

    def __init__(self, index: Index, embedder: Embedder, settings: RetrievalSettings | None = None) -> None:
        self.index = index
        self.signals = SignalReader(index, embedder, whole=POOL_LIMIT)
        self._embedder = embedder
        self._settings = settings or RetrievalSettings()
        self._short_forms = short_forms(ref.text for ref in index.paragraphs) if self._settings.expand else {}

    def encode(self, questions: Sequence[QuestionAnalysis]) -> list[EncodedQuestion]:
        """Each of `questions` ready for the signals, encoded together."""
        topics = [each.topic for each in questions]
        words = [spell_out(topic, self._short_forms) for topic in topics]
        return encode_questions(topics, words, self._embedder, self.index.lexical)

    def rank(self, question: QuestionAnalysis, encoded: EncodedQuestion, only: Sequence[str] = ()) -> tuple[Hit, ...]:
        """The paragraphs for `question`, best first, of the documents `only` (all if empty), each paragraph once.

        Paragraphs that the question names come first, in its order; then those of the documents it names, in turn where
        it compares several; then the others. Equal scores stand in document order.
        """
        allowed = self._allowed(only)
        if not len(allowed):
            return ()
        scopes = question.scopes if self._settings.understand else ()
        groups = [allowed, *(allowed[np.isin(allowed, list(rows))] for rows in scopes)]
        scores, signals, pool = self._fused(encoded, groups)
        order = pool[np.argsort(-scores, kind="stable")]
        place = {int(row): i for i, row in enumerate(pool)}
        named = [each.row for each in question.places] if self._settings.understand else []
        ranked = dict.fromkeys(chain(named, _in_turn(order, scopes), order.tolist()))
        return tuple(
            self._hit(row, place.get(row), scores, signals)
            for row in list(ranked)[: max(self._settings.depth, len(named))]
        )

    def _allowed(self, only: Sequence[str]) -> Rows:
        if not only:
            return np.arange(len(self.index.paragraphs))
        wanted = {self.index.document(each).id for each in only}
        return np.array(
            [row for each in self.index.documents if each.id in wanted for row in self.index.rows_of(each.id)],
            dtype=np.int64,
        )

    def _fused(self, encoded: EncodedQuestion, groups: Sequence[Rows]) -> tuple[Scores, dict[str, Scores], Rows]:
        """The fused score of each paragraph of the pool, its signals, and the rows of the pool, ascending.

        The pool is all of the first of `groups`, or the best of each where that is too many: a document that the
        question names is searched as well as all of them are.
        """
        dense, lexical = self.signals.dense(encoded), self.signals.lexical(encoded)
        small = len(groups[0]) <= POOL_LIMIT
        pool = groups[0] if small else _best(groups, (dense, lexical), POOL_DEPTH)
        signals = {DENSE: dense[pool], LEXICAL: lexical[pool], SENTENCE: self.signals.sentence(encoded, pool)}
        if not small:
            within = [np.flatnonzero(np.isin(pool, rows)) for rows in groups]
            keep = _best(within, (self._join(signals),), LATE_DEPTH)
            pool, signals = pool[keep], {name: scores[keep] for name, scores in signals.items()}
        if self._settings.weights.get(LATE):
            signals[LATE] = self.signals.late(encoded, pool)
        return self._join(signals), signals, pool

    def _join(self, signals: dict[str, Scores]) -> Scores:
        weights = self._settings.weights
        used = {name: scores for name, scores in signals.items() if weights.get(name)}
        return fuse(used, weights) if self._settings.fusion == "z-scores" else reciprocal_rank_fusion(used)

    def _hit(self, row: int, place: int | None, scores: Scores, signals: dict[str, Scores]) -> Hit:
        ref = self.index.paragraphs[row]
        if place is None:
            return Hit(row, ref.document.id, ref.locator, 0.0)
        values = {name: float(each[place]) for name, each in signals.items()}
        return Hit(row, ref.document.id, ref.locator, float(scores[place]), values)


def _best(groups: Sequence[Rows], signals: Sequence[Scores], depth: int) -> Rows:
    """The rows that are among the best `depth` of any of `groups` by any of `signals`, ascending."""
    chosen = [rows[np.argsort(-scores[rows], kind="stable")[:depth]] for rows in groups for scores in signals]
    return np.unique(np.concatenate(chosen))


def _in_turn(order: Rows, scopes: Sequence[frozenset[int]]) -> list[int]:
    """The rows of `order` that are in `scopes`, one of each scope in turn."""
    columns = [[int(row) for row in order if int(row) in rows] for rows in scopes]
    return [row for turn in zip_longest(*columns) for row in turn if row is not None]
