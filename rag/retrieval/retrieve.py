"""Whole paragraphs ranked for a question."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain, zip_longest

import numpy as np

from index.arrays import Rows, Scores, different
from index.embedding.base import Embedder
from index.search.filter import Filter
from index.store import Index
from rag.answer import Hit
from rag.question.analyse import QuestionAnalysis
from rag.question.words.acronyms import Glossary
from rag.question.words.capitals import with_states
from rag.question.words.ordinals import in_both_forms
from rag.question.words.spelling import Spelling
from rag.retrieval.encoded_question import EncodedQuestion, encode_questions
from rag.retrieval.followed import References
from rag.retrieval.fusion import fuse, reciprocal_rank_fusion
from rag.retrieval.signals import SignalReader
from rag.retrieval.titled import Titles
from rag.retrieval.unranked import unranked
from rag.settings import DENSE, LATE, LEXICAL, SENTENCE, RetrievalSettings


@dataclass(frozen=True, slots=True)
class _Pool:
    """The paragraphs under consideration: their rows, ascending, what each signal says of them, and their titles."""

    rows: Rows
    signals: dict[str, Scores]
    titles: Scores

    def only(self, places: Rows) -> "_Pool":
        signals = {name: scores[places] for name, scores in self.signals.items()}
        return _Pool(self.rows[places], signals, self.titles[places])


class Retriever:
    """Ranks the paragraphs of one index. Safe to share between threads: nothing in it changes."""

    def __init__(self, index: Index, embedder: Embedder, settings: RetrievalSettings | None = None) -> None:
        self.index = index
        self.signals = SignalReader(index, embedder)
        self._embedder = embedder
        self._settings = settings or RetrievalSettings()
        self._references = References(index)
        self._titles = Titles(index)
        self.glossary = Glossary.of(index.store.short_forms if self._settings.expand else {})
        self.spelling = Spelling(index)

    def encode(self, questions: Sequence[QuestionAnalysis]) -> list[EncodedQuestion]:
        """Each of `questions` ready for the signals, encoded together."""
        topics = [each.topic for each in questions]
        expand = self._settings.expand
        words = [self._words(topic) if expand else topic for topic in topics]
        return encode_questions(topics, words, self._embedder, self.index.lexical, self._settings)

    def _words(self, topic: str) -> str:
        """What BM25 searches for: `topic` and other forms of its words."""
        return in_both_forms(self.spelling.completed(with_states(self.glossary.spell_out(topic))))

    def rank(
        self,
        question: QuestionAnalysis,
        encoded: EncodedQuestion,
        only: Sequence[str] = (),
        least: int = 0,
    ) -> tuple[Hit, ...]:
        """The paragraphs for `question`, best first, of the documents `only` (all if empty), each paragraph once.

        As many as the settings say, and `least` at least where there are so many.

        Paragraphs that the question names come first, in its order; then those of the documents it names, in turn where
        it compares several; then the others, behind the first ten those that they refer to. Equal scores stand in
        document order.
        """
        allowed = self._filter(only)
        scopes = question.scopes if self._settings.understand else ()
        pool = self._pool(question, encoded, [allowed, *(replace(allowed, rows=rows) for rows in scopes)])
        if not len(pool.rows):
            return ()
        scores = self._join(pool)
        order = pool.rows[np.argsort(-scores, kind="stable")]
        place = {row: i for i, row in enumerate(pool.rows.tolist())}
        named = [each.row for each in question.places] if self._settings.understand else []
        ranked = list(dict.fromkeys(chain(named, _in_turn(order, scopes), order.tolist())))
        if self._settings.follow:
            ranked = self._references.followed(ranked, allowed, least=len(named))
        depth = max(self._settings.depth, least, len(named))
        return tuple(self._hit(row, place.get(row), scores, pool) for row in ranked[:depth])

    def _filter(self, only: Sequence[str]) -> Filter:
        """What keeps out all documents but `only`, if any are named; QuestionError where one is unknown."""
        return Filter.of_documents(self.index.document(each).id for each in only)

    def _pool(self, question: QuestionAnalysis, encoded: EncodedQuestion, filters: Sequence[Filter]) -> _Pool:
        """The paragraphs that are ranked, with all signals: the best under each of `filters`.

        The first of them lets through all that the others do, which let through a document that the question names:
        that is searched as well as all of them are.
        """
        depth = self._settings.pool_depth
        near = [self.signals.nearest(encoded, depth, where) for where in filters]
        held = [self.index.lexical.search(encoded.words, depth, where) for where in filters]
        rows, _ = different(np.concatenate([each.rows for each in (*near, *held)]))
        pool = self._read(question, encoded, rows)
        if not len(rows):
            return pool
        joined = self._join(pool)
        within = [
            np.arange(len(rows)) if where.rows is None else np.flatnonzero(np.isin(rows, list(where.rows)))
            for where in filters
        ]
        best = [own[np.argsort(-joined[own], kind="stable")[: self._settings.late_depth]] for own in within]
        pool = pool.only(different(np.concatenate(best))[0])
        if not self._settings.weights.get(LATE):
            return pool
        return replace(pool, signals={**pool.signals, LATE: self.signals.late(encoded, pool.rows)})

    def _read(self, question: QuestionAnalysis, encoded: EncodedQuestion, rows: Rows) -> _Pool:
        """The paragraphs `rows` with the signals that do not need their tokens."""
        dense, lexical = self.signals.dense(encoded, rows), self.signals.lexical(encoded, rows)
        signals = {DENSE: dense, LEXICAL: lexical, SENTENCE: self.signals.sentence(encoded, rows)}
        return _Pool(rows, signals, self._titles.shares(question.text, rows))

    def _join(self, pool: _Pool) -> Scores:
        weights = self._settings.weights
        used = {name: scores for name, scores in pool.signals.items() if weights.get(name)}
        if self._settings.fusion == "z-scores":
            return fuse(used, weights) + np.float32(self._settings.title) * pool.titles
        return reciprocal_rank_fusion(used)

    def _hit(self, row: int, place: int | None, scores: Scores, pool: _Pool) -> Hit:
        if place is None:
            return unranked(row, 0.0, self.index)
        ref = self.index.paragraphs[row]
        values = {name: float(each[place]) for name, each in pool.signals.items()}
        return Hit(row, ref.document.id, ref.locator, float(scores[place]), values)


def _in_turn(order: Rows, scopes: Sequence[frozenset[int]]) -> list[int]:
    """The rows of `order` that are in `scopes`, one of each scope in turn."""
    columns = [[int(row) for row in order if int(row) in rows] for rows in scopes]
    return [row for turn in zip_longest(*columns) for row in turn if row is not None]
