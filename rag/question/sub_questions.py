"""The questions inside a question: `When was it launched, who runs it and what does it cost?` asks three."""

import re
from dataclasses import dataclass, replace

from index.language.english import ENGLISH
from index.text.late_patterns import LatePattern
from rag.question.analyse import QuestionAnalysis
from rag.question.answer_type import answer_type_of

_JOINT = LatePattern(ENGLISH.questions.joint, re.IGNORECASE)
_BEGINS = LatePattern(ENGLISH.questions.opening, re.IGNORECASE)
_SUBJECT = LatePattern(r"^(?P<subject>[^:?]{3,80}):\s+(?P<rest>.+)$")
_MOST = 4
_SHORTEST = 3  # words of a sub-question that can stand alone


@dataclass(frozen=True, slots=True)
class SubQuestion:
    """One of the questions in a question: what it asks, and that with the words it leaves out."""

    asked: str
    topic: str


def sub_questions(question: str) -> tuple[SubQuestion, ...]:
    """The questions joined in `question`, empty where there is only one.

    What stands before a colon belongs to each; one that is only an asking word (`and when?`) takes the words of the
    first that is more.
    """
    subject, rest = "", question
    if match := _SUBJECT.match(question):
        subject, rest = match["subject"], match["rest"]
    parts = [part.strip(" ?.,;") for part in _JOINT.split(rest)]
    if not subject and not _BEGINS.match(parts[0]):
        return ()
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


def _completed(part: str, subject: str, fullest: str) -> str:
    if subject:
        return f"{subject}: {part}"
    return part if len(part.split()) >= _SHORTEST else f"{part} {fullest}"
