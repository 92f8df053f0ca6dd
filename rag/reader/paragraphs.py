"""The paragraphs found for a question, read: how likely each answers, and which of its sentences does."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp, log
from types import MappingProxyType

import numpy as np

from index.search.base import stem_weights
from index.store import Index
from rag.answer import Hit
from rag.question.analyse import QuestionAnalysis
from rag.reader.base import Reader, Reading
from rag.reader.windows import Window, window_of
from rag.retrieval.fusion import z_scores
from rag.settings import ReadingSettings

# The chance, given that a paragraph answers, that a sentence of it does which was not read.
_UNREAD = log(0.02)


@dataclass(frozen=True, slots=True)
class ParagraphReading:
    """What was read of a paragraph.

    `answers` are the log-odds that it answers, `sentences` by their places the logarithm of each one's chance that it
    is the one that does, if one does; nothing is known of the others.
    """

    answers: float
    sentences: Mapping[int, float]

    def sentence(self, place: int) -> float:
        """The logarithm of the chance of the sentence at `place`."""
        return self.sentences.get(place, _UNREAD)


READER = "reader"
"""The name of the reader's score among a hit's signals."""

Readings = Mapping[int, ParagraphReading]
"""What was read of paragraphs, by their rows."""

UNREAD: Readings = MappingProxyType({})
"""Nothing was read."""


class ParagraphReader:
    """Reads the best paragraphs of `index` with `reader`."""

    def __init__(self, index: Index, reader: Reader, settings: ReadingSettings) -> None:
        self._index = index
        self._reader = reader
        self._settings = settings

    def read(self, question: QuestionAnalysis, hits: Sequence[Hit]) -> Readings:
        """What was read of the first of `hits`, a few at a time, until one surely answers."""
        wanted = stem_weights(self._index.lexical, question.topic)
        found: dict[int, ParagraphReading] = {}
        for some in self._few_at_a_time(hits):
            windows = [paragraph_window(self._index, hit.row, wanted) for hit in some]
            readings = self._reader.read(question.text, windows)
            for hit, window, reading in zip(some, windows, readings, strict=True):
                found[hit.row] = ParagraphReading(reading.answers, _shares(window, reading))
            if len(found) >= self._settings.at_least and _best(found) >= self._settings.enough:
                break
        return found

    def _few_at_a_time(self, hits: Sequence[Hit]) -> Iterator[Sequence[Hit]]:
        step = self._settings.at_once
        best = hits[: self._settings.paragraphs]
        return (best[first : first + step] for first in range(0, len(best), step))


def paragraph_window(index: Index, row: int, wanted: Mapping[str, float]) -> Window:
    """What is read of the paragraph at `row` where `wanted` are the weights of the question's stems."""
    paragraph = index.paragraphs[row].paragraph
    heading = paragraph.headings[-1] if paragraph.headings else ""
    return window_of(paragraph.text, index.sentence_spans(row), wanted, index.lexical.terms, heading)


def reranked(question: QuestionAnalysis, hits: Sequence[Hit], readings: Readings, weight: float) -> tuple[Hit, ...]:
    """`hits` with those that were read in the order of both scores.

    The reader's counts `weight` times, both standardised as the signals of retrieval are. What the question names stays
    first, as do the sides of a comparison in turn.
    """
    read = [hit for hit in hits if hit.row in readings]
    if len(read) < 2 or question.places or len(question.scopes) > 1:
        return tuple(hits)
    answers = np.array([readings[hit.row].answers for hit in read], dtype=np.float32)
    scored = [
        replace(hit, score=hit.score + weight * float(add), signals={**hit.signals, READER: float(own)})
        for hit, own, add in zip(read, answers, z_scores(answers), strict=True)
    ]
    scope = question.scopes[0] if question.scopes else frozenset()
    scored.sort(key=lambda hit: (bool(scope) and hit.row not in scope, -hit.score))
    lowest = min(hit.score for hit in scored)
    rest = (replace(hit, score=min(hit.score, lowest)) for hit in hits if hit.row not in readings)
    return (*scored, *rest)


def _best(found: Readings) -> float:
    return max(each.answers for each in found.values())


def _shares(window: Window, reading: Reading) -> dict[int, float]:
    """The logarithm of each sentence's share: a softmax over those that were read."""
    if not reading.sentences:
        return {}
    highest = max(reading.sentences)
    total = highest + log(sum(exp(each - highest) for each in reading.sentences))
    return {place: each - total for place, each in zip(window.sentences, reading.sentences, strict=True)}
