"""What kind of thing a question asks for, and whether a sentence holds such a thing."""

import re
from enum import Enum

from index.language.english import ENGLISH


class AnswerType(Enum):
    """The kind of thing a question asks for."""

    MONEY = "money"
    SHARE = "share"
    NUMBER = "number"
    DATE = "date"
    PERSON = "person"
    PLACE = "place"
    COUNTRY = "country"
    SYMBOL = "symbol"
    RESOLUTION = "resolution"
    NAME = "name"
    LIST = "list"
    REASON = "reason"
    OTHER = "other"


_PATTERNS = ENGLISH.questions
_ASKED = tuple((AnswerType(kind), re.compile(pattern, re.IGNORECASE)) for kind, pattern in _PATTERNS.asked)
_HELD = {AnswerType(kind): re.compile(pattern) for kind, pattern in _PATTERNS.held}
_NOT_A_COUNT = re.compile(_PATTERNS.not_a_count, re.IGNORECASE)
_CAPITALISED = re.compile(r"(?<=[^.?!:] )[A-Z][\w’-]+")


# Questions that one thing answers; the others are open, and several sentences may be needed.
POINTED = frozenset(AnswerType) - {AnswerType.LIST, AnswerType.REASON, AnswerType.OTHER}


def answer_type_of(question: str) -> AnswerType:
    """The kind of thing `question` asks for."""
    return next((kind for kind, pattern in _ASKED if pattern.search(question)), AnswerType.OTHER)


def holds(kind: AnswerType, sentence: str, question: str = "") -> bool:
    """Whether `sentence` holds a thing of that kind that `question` does not itself give.

    True for kinds that any sentence may hold. Names, places and countries are recognised by their capitals.
    """
    if kind in (AnswerType.PLACE, AnswerType.COUNTRY, AnswerType.NAME):
        asked = question.lower()
        return any(name.lower() not in asked for name in _CAPITALISED.findall(sentence))
    searched = _NOT_A_COUNT.sub(" ", sentence) if kind is AnswerType.NUMBER else sentence
    pattern = _HELD.get(kind)
    return pattern is None or pattern.search(searched) is not None
