"""Gold questions put to an answerer; Ctrl-C keeps what has been answered."""

import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import Protocol

from eval.gold.gold import GoldQuestion
from index.progress import Progress
from rag.answer import Answer
from rag.answering.steps import Asked, Before

_logger = logging.getLogger(__name__)


class Answering(Protocol):
    """A system under test: answers questions, in order."""

    def answer_many(self, questions: Iterable[Asked]) -> Iterator[Answer]:
        """The answer to each of `questions`."""


@dataclass(frozen=True, slots=True)
class Answered:
    """Questions with their answers, in order; `interrupted` where not all that were asked are among them."""

    pairs: tuple[tuple[GoldQuestion, Answer], ...]
    interrupted: bool


def ask(questions: Sequence[GoldQuestion], answering: Answering, stage: str, tell: Progress) -> Answered:
    """The answers of `answering` to `questions`; those there are when Ctrl-C is pressed."""
    began, pairs = perf_counter(), list[tuple[GoldQuestion, Answer]]()
    tell(stage, 0, len(questions))
    try:
        asked = (_in_its_thread(each, answering) for each in questions)
        for question, answer in zip(questions, answering.answer_many(asked), strict=True):
            pairs.append((question, answer))
            tell(stage, len(pairs), len(questions))
    except KeyboardInterrupt:
        return Answered(tuple(pairs), interrupted=True)
    _logger.info("%s: %d questions in %.1f s", stage, len(pairs), perf_counter() - began)
    return Answered(tuple(pairs), interrupted=False)


def _in_its_thread(question: GoldQuestion, answering: Answering) -> Asked:
    """The question as it is asked after those before it in its thread, which are asked for it."""
    before: Before | None = None
    for number, said in enumerate(question.after):
        earlier = Asked(said, (), f"{question.id} {number}", before)
        before = Before.of(next(iter(answering.answer_many([earlier]))))
    return Asked(question.question, (), question.id, before)
