"""What kind of thing a question asks for, and where a sentence holds such a thing."""

import re
from enum import Enum
from functools import lru_cache

from index.language.english.language import ENGLISH
from index.sentences import Span
from index.text.late_patterns import LatePattern


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
    NAME = "name"
    LIST = "list"
    REASON = "reason"
    OTHER = "other"


_PATTERNS = ENGLISH.questions
_ASKED = tuple((AnswerType(kind), LatePattern(pattern, re.IGNORECASE)) for kind, pattern in _PATTERNS.asked)
_HELD = {AnswerType(kind): LatePattern(pattern) for kind, pattern in _PATTERNS.held}
_NOT_A_COUNT = LatePattern(_PATTERNS.not_a_count, re.IGNORECASE)
_ENDS_ASKED = LatePattern(_PATTERNS.ends_asked, re.IGNORECASE)
_ENDS_HELD = LatePattern(_PATTERNS.ends_held)
_CAPITALISED = LatePattern(r"(?<=[^.?!:] )[A-Z][\w’-]+")


_SENTENCES_KEPT = 4_096  # of some hundred characters

_NAMES = frozenset({AnswerType.PLACE, AnswerType.COUNTRY, AnswerType.NAME})
_ANY = frozenset(AnswerType) - _NAMES - frozenset(_HELD)

# Questions that one thing answers; the others are open, and several sentences may be needed.
POINTED = frozenset(AnswerType) - {AnswerType.LIST, AnswerType.REASON, AnswerType.OTHER}


def answer_type_of(question: str) -> AnswerType:
    """The kind of thing `question` asks for."""
    if _ENDS_ASKED.search(question):
        return AnswerType.DATE
    return next((kind for kind, pattern in _ASKED if pattern.search(question)), AnswerType.OTHER)


def asks_for_list(question: str) -> bool:
    """Whether `question` asks for several things, whatever it wants to know of each."""
    return dict(_ASKED)[AnswerType.LIST].search(question) is not None


def holds(kind: AnswerType, sentence: str, question: str = "") -> bool:
    """Whether `sentence` holds a thing of that kind that `question` does not itself give.

    True for kinds that any sentence may hold. Names, places and countries are recognised by their capitals.
    """
    return kind in _ANY or bool(things_held(kind, sentence, question))


def things_held(kind: AnswerType, sentence: str, question: str = "") -> tuple[Span, ...]:
    """Where `sentence` holds what shows that there is a thing of that kind, which may be a part of it, in order.

    Nowhere for kinds that any sentence may hold; as in `holds`, names that `question` gives are left out.
    Where it asks when something ends, a date is held that says so: `until 31 May 2026`.
    """
    if kind in _NAMES:
        asked = question.lower()
        return tuple(span for span, word in _capitalised(sentence) if word not in asked)
    if kind is AnswerType.DATE and _ENDS_ASKED.search(question):
        return tuple(match.span("date" if match["date"] else 0) for match in _ENDS_HELD.finditer(sentence))
    return _things(kind, sentence) if kind in _HELD else ()


@lru_cache(maxsize=_SENTENCES_KEPT)
def _capitalised(sentence: str) -> tuple[tuple[Span, str], ...]:
    """Where `sentence` has words with a capital beyond its first, and these in small letters."""
    return tuple((match.span(), match[0].lower()) for match in _CAPITALISED.finditer(sentence))


@lru_cache(maxsize=_SENTENCES_KEPT)
def _things(kind: AnswerType, sentence: str) -> tuple[Span, ...]:
    """Where `sentence` has what `_HELD` looks for; that of the last sentences is kept, which many questions find."""
    # As long as it was, so that places stay what they are.
    searched = _NOT_A_COUNT.sub(lambda found: " " * len(found[0]), sentence) if kind is AnswerType.NUMBER else sentence
    return tuple(match.span() for match in _HELD[kind].finditer(searched))
