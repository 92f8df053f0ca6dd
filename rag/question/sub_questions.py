"""The questions inside a question: `When was it launched, who runs it and what does it cost?` asks three.

`What did Nepal and Peru propose?` asks two, since what one proposes seldom stands where the other's words do.
"""

import re
from dataclasses import dataclass, replace
from functools import cache

from index.language.english import ENGLISH
from index.text.late_patterns import LatePattern
from rag.question.analyse import QuestionAnalysis
from rag.question.answer_type import answer_type_of
from rag.question.words.casing import names_pattern

_JOINT = LatePattern(ENGLISH.questions.joint, re.IGNORECASE)
_BEGINS = LatePattern(ENGLISH.questions.opening, re.IGNORECASE)
_TOGETHER = LatePattern(ENGLISH.questions.together, re.IGNORECASE)
_SUBJECT = LatePattern(r"^(?P<subject>[^:?]{3,80}):\s+(?P<rest>.+)$")
_MOST = 4
_SHORTEST = 3  # words of a sub-question that can stand alone
_FURTHEST = 60  # characters between the asking word and the verb: `How much of the money from the fund did`


@dataclass(frozen=True, slots=True)
class SubQuestion:
    """One of the questions in a question: what it asks, and that with the words it leaves out."""

    asked: str
    topic: str


def sub_questions(question: str) -> tuple[SubQuestion, ...]:
    """The questions joined in `question`, empty where there is only one.

    What stands before a colon belongs to each; one that is only an asking word (`and when?`) takes the words of the
    first that is more. A single one that is asked of several countries or organs is asked of each.
    """
    subject, rest = "", question
    if match := _SUBJECT.match(question):
        subject, rest = match["subject"], match["rest"]
    parts = [part.strip(" ?.,;") for part in _JOINT.split(rest)]
    if not subject and not _BEGINS.match(parts[0]):
        return ()
    if len(parts) == 1 and not subject:
        return _of_each_subject(parts[0])
    if not 1 < len(parts) <= _MOST:
        return ()
    fullest = next((part for part in parts if len(part.split()) >= _SHORTEST), parts[0])
    return tuple(SubQuestion(part, _completed(part, subject, fullest)) for part in parts)


def sub_analyses(question: QuestionAnalysis) -> tuple[QuestionAnalysis, ...]:
    """The questions joined in `question`, each understood as it is where it names places or documents.

    None where there is only one, or where it is answered from several sides anyway.
    """
    if len(question.scopes) > 1:
        return ()
    return tuple(
        replace(question, text=each.topic, topic=each.topic, answer_type=answer_type_of(each.asked))
        for each in sub_questions(question.topic)
    )


def _of_each_subject(question: str) -> tuple[SubQuestion, ...]:
    """`question` of each of its subjects, empty where it has one or they are no countries and organs."""
    match = _several_subjects().match(question)
    if match is None or _TOGETHER.search(match["after"]):
        return ()
    each_one = [f"{match['before']}{name[0]}{match['after']}" for name in names_pattern().finditer(match["subjects"])]
    return tuple(SubQuestion(one, one) for one in each_one) if len(each_one) <= _MOST else ()


@cache
def _several_subjects() -> re.Pattern[str]:
    """A pattern for a question with several countries or organs as its subject."""
    name = rf"(?:the )?{names_pattern().pattern}"
    return re.compile(
        rf"(?P<before>{ENGLISH.questions.opening}(?:.{{0,{_FURTHEST}}}? {ENGLISH.questions.auxiliary})? )"
        rf"(?P<subjects>{name}(?:, {name})*,? and {name})(?: each)?(?P<after> .+)",
        re.IGNORECASE,
    )


def _completed(part: str, subject: str, fullest: str) -> str:
    if subject:
        return f"{subject}: {part}"
    return part if len(part.split()) >= _SHORTEST else f"{part} {fullest}"
