"""The paragraphs found for a question, read: how likely each answers, and which of its sentences does."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp, inf, log
from types import MappingProxyType

from index.search.base import stem_weights
from index.store import Index
from rag.answer import Hit
from rag.question.analyse import QuestionAnalysis
from rag.question.answer_type import POINTED, holds
from rag.question.words.acronyms import Glossary
from rag.question.words.capitals import states_as_in
from rag.question.words.ordinals import with_ordinals_as_in
from rag.question.words.said_about import matter_asked
from rag.reader.base import SURELY, Reader, Reading
from rag.reader.windows import LONGEST, Wanted, Window, window_of
from rag.retrieval.encoded_question import EncodedQuestion
from rag.settings import ReadingSettings

# The chance, given that a paragraph answers, that a sentence of it does which was not read; a guess, as the regression
# weighs it with the rest.
_UNREAD = log(0.02)
# A sentence with the kind of thing asked for is worth as much as a third of the question's words. On tune the window of
# a long paragraph then holds a key fact in 85 and 87 of 100 (five documents, PDF files), by words alone in 78 and 87.
_KIND = 0.3


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
    """Reads the best paragraphs of `index` with `reader`, short forms in questions spelled out by `glossary`.

    A reader knows no short forms that the documents explain elsewhere.
    """

    def __init__(self, index: Index, reader: Reader, glossary: Glossary, settings: ReadingSettings) -> None:
        self._index = index
        self._reader = reader
        self._glossary = glossary
        self._settings = settings

    def read(self, question: QuestionAnalysis, encoded: EncodedQuestion, hits: Sequence[Hit]) -> Readings:
        """What was read of the first of `hits`, a few at a time, until one surely answers."""
        cut = ParagraphWindows(self._index, question, encoded, self._glossary)
        found: dict[int, ParagraphReading] = {}
        # What several paragraphs answer in part is seldom told by the first that does.
        is_pointed = question.answer_type in POINTED
        least = self._settings.at_least if is_pointed else self._settings.at_least_open
        for some in self._few_at_a_time(hits):
            hopeless = self._settings.hopeless_beside if self._answers(found) else self._settings.hopeless
            found |= self._windows_read(question, cut, some, hopeless)
            if len(found) >= least and self._answers(found):
                break
        return found

    def read_all(self, question: QuestionAnalysis, encoded: EncodedQuestion, hits: Sequence[Hit]) -> Readings:
        """What was read of all of `hits`, beside others that may answer."""
        cut = ParagraphWindows(self._index, question, encoded, self._glossary)
        return self._windows_read(question, cut, hits, self._settings.hopeless_beside) if hits else UNREAD

    def _windows_read(
        self, question: QuestionAnalysis, cut: "ParagraphWindows", hits: Sequence[Hit], hopeless: float
    ) -> dict[int, ParagraphReading]:
        """What was read of `hits`, no further than to the middle where the log-odds are foretold `hopeless`."""
        windows = [cut.window(hit.row) for hit in hits]
        asked = [self._as_in(matter_asked(question.text), each.text) for each in windows]
        readings = self._reader.read(list(zip(asked, windows, strict=True)), hopeless)
        return {
            hit.row: ParagraphReading(reading.answers, _shares(window, reading))
            for hit, window, reading in zip(hits, windows, readings, strict=True)
        }

    def _as_in(self, question: str, text: str) -> str:
        """`question` with the short forms, ordinals and capitals that `text` writes otherwise as they are there."""
        return states_as_in(with_ordinals_as_in(self._glossary.as_in(question, text), text), text)

    def _answers(self, found: Readings) -> bool:
        """Whether one that was read surely answers."""
        return max((each.answers for each in found.values()), default=-inf) >= self._settings.enough

    def _few_at_a_time(self, hits: Sequence[Hit]) -> Iterator[Sequence[Hit]]:
        step = self._settings.at_once
        best = hits[: self._settings.most(len(self._index.paragraphs))]
        return (best[first : first + step] for first in range(0, len(best), step))


class ParagraphWindows:
    """The windows of paragraphs for one question, whose short forms are looked for in full too."""

    def __init__(self, index: Index, question: QuestionAnalysis, encoded: EncodedQuestion, glossary: Glossary) -> None:
        self._index = index
        self._question = question
        self._vector = encoded.vector
        stems = stem_weights(index.lexical, glossary.spell_out(question.topic))
        self._wanted = Wanted(stems, index.lexical.terms)

    def window(self, row: int) -> Window:
        """What is read of the paragraph at `row`."""
        is_whole = len(self._index.paragraphs[row].text) <= LONGEST
        return paragraph_window(self._index, row, self._wanted, None if is_whole else self._worth(row))

    def _worth(self, row: int) -> list[float]:
        """How near each sentence is to the question, as a cosine; more where it holds the kind of thing asked for."""
        near = self._index.dense.sentences([row]).similarities(self._vector)
        kind, sentences = self._question.answer_type, self._index.sentence_texts(row)
        told = (kind in POINTED and holds(kind, each, self._question.text) for each in sentences)
        return [float(cosine) + _KIND * is_told for cosine, is_told in zip(near, told, strict=True)]


def paragraph_window(index: Index, row: int, wanted: Wanted, worth: Sequence[float] | None) -> Window:
    """The window of the paragraph at `row` under its last heading; `worth` is that of each of its sentences."""
    paragraph = index.paragraphs[row].paragraph
    heading = paragraph.headings[-1] if paragraph.headings else ""
    return window_of(paragraph.text, index.sentence_spans(row), wanted, heading, worth)


def reranked(question: QuestionAnalysis, hits: Sequence[Hit], readings: Readings, weight: float) -> tuple[Hit, ...]:
    """`hits` with those that were read in the order of both scores.

    The reader's log-odds count `weight` times. They are not standardised as the signals of retrieval are: of two
    paragraphs the standard scores are always 1 and -1, however surely one answers. What the question names stays first,
    as do the sides of a comparison in turn.
    """
    read = [hit for hit in hits if hit.row in readings]
    if len(read) < 2 or question.names_sources:
        return tuple(hits)
    scored = [_with_reading(hit, readings[hit.row].answers, weight) for hit in read]
    scope = question.scopes[0] if question.scopes else frozenset()
    scored.sort(key=lambda hit: (bool(scope) and hit.row not in scope, -hit.score))
    lowest = min(hit.score for hit in scored)
    rest = (replace(hit, score=min(hit.score, lowest)) for hit in hits if hit.row not in readings)
    return (*scored, *rest)


def _with_reading(hit: Hit, answers: float, weight: float) -> Hit:
    """`hit` with the log-odds `answers` in its score, in place of those of an earlier question."""
    change = _counted(answers) - _counted(hit.signals.get(READER, 0.0))
    return replace(hit, score=hit.score + weight * change, signals={**hit.signals, READER: answers})


def _counted(answers: float) -> float:
    return min(max(answers, -SURELY), SURELY)


def _shares(window: Window, reading: Reading) -> dict[int, float]:
    """The logarithm of each sentence's share: a softmax over those that were read."""
    if not reading.sentences:
        return {}
    highest = max(reading.sentences)
    total = highest + log(sum(exp(each - highest) for each in reading.sentences))
    return {place: each - total for place, each in zip(window.sentences, reading.sentences, strict=True)}
