"""The questions inside a question: `When was it launched, who runs it and what does it cost?` asks three.

`What did Nepal and Peru propose?` asks two, since what one proposes seldom stands where the other's words do, and so
does `Compare the rate in Nepal and Peru`.
"""

import re
from dataclasses import dataclass, replace
from functools import cache

from index.language.english.language import ENGLISH
from index.search.bm25 import terms
from index.text.late_patterns import LatePattern
from rag.question.analyse import QuestionAnalysis
from rag.question.answer_type import answer_type_of
from rag.question.words.casing import names_pattern

_JOINT = LatePattern(ENGLISH.questions.joint, re.IGNORECASE)
_BEGINS = LatePattern(rf"(?:{ENGLISH.questions.opening}|{ENGLISH.questions.wanted}\b)", re.IGNORECASE)
_TOGETHER = LatePattern(ENGLISH.questions.together, re.IGNORECASE)
_POINTING_BACK = LatePattern(ENGLISH.questions.pointing_back, re.IGNORECASE)
_SUBJECT = LatePattern(r"^(?P<subject>[^:?]{3,80}):\s+(?P<rest>.+)$")
_MOST = 4
_SHORTEST = 3  # words of a sub-question that can stand alone
_FEWEST_WORDS = 2  # of meaning in one that says what it is about
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
    if len(parts) == 1 and (both := _two_wanted().fullmatch(parts[0])):
        parts = [both["one"], both["other"]]
    if len(parts) == 1 and not subject:
        return _of_each(parts[0])
    if not (subject or _BEGINS.match(parts[0])) or not 1 < len(parts) <= _MOST:
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


def leans_on_another(question: str) -> bool:
    """Whether `question`, one of several in one, says only with another what it is about: `what is proposed`."""
    return bool(_POINTING_BACK.search(question)) or len(set(terms(question))) < _FEWEST_WORDS


def _of_each(question: str) -> tuple[SubQuestion, ...]:
    """`question` of each of its subjects, or for each of its countries or organs; empty where it has one.

    Not for each of its years, which one sentence most often tells together: on tune five such questions gained nothing.
    """
    match = _several_subjects().match(question) or _several_places().match(question)
    if match is None or _TOGETHER.search(question):
        return ()
    each_one = [f"{match['before']}{name[0]}{match['after']}" for name in names_pattern().finditer(match["subjects"])]
    return tuple(SubQuestion(one, one) for one in each_one) if len(each_one) <= _MOST else ()


@cache
def _two_wanted() -> re.Pattern[str]:
    """A pattern for two things wanted, without an asking word: `number of one and cost of another`."""
    wanted = ENGLISH.questions.wanted
    return re.compile(rf"(?P<one>{wanted} .+) and (?P<other>{wanted} .+)", re.IGNORECASE)


@cache
def _several_subjects() -> re.Pattern[str]:
    """A pattern for a question with several countries or organs as its subject."""
    opening, auxiliary = ENGLISH.questions.opening, ENGLISH.questions.auxiliary
    return _of_several(rf"{opening}(?:.{{0,{_FURTHEST}}}? {auxiliary})? ", "and", "(?: each)?(?P<after> .+)")


@cache
def _several_places() -> re.Pattern[str]:
    """A pattern for a question for something in, of or for several countries or organs."""
    return _of_several(rf".+? {ENGLISH.questions.of_something} ", ENGLISH.questions.as_well_as, "(?P<after>.*)")


def _of_several(before: str, joint: str, after: str) -> re.Pattern[str]:
    """A pattern for names of countries or organs, the last two with `joint` between them, and what is around them."""
    name = rf"(?:the )?{names_pattern().pattern}"
    several = rf"{name}(?:, {name})*,? {joint} {name}"
    return re.compile(rf"(?P<before>{before})(?P<subjects>{several}){after}", re.IGNORECASE)


def _completed(part: str, subject: str, fullest: str) -> str:
    if subject:
        return f"{subject}: {part}"
    return part if len(part.split()) >= _SHORTEST else f"{part} {fullest}"
