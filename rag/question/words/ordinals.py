"""Sessions and the like by their number: who types `25th session` means the `twenty-fifth session` of a text."""

import re
from collections.abc import Iterator
from functools import cache

from index.language.english.language import ENGLISH
from index.text.late_patterns import LatePattern

_CHECKS = ENGLISH.checks
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_TEENS = range(11, 14)  # the 11th to the 13th
# `25th session`, `third annual meeting`, `6th assessment report`
_NUMBERED = LatePattern(
    r"(?<![\w/.-])(?P<ordinal>\d{1,2}(?:st|nd|rd|th)|[a-z]+(?:-[a-z]+)?)"
    rf"(?=(?:,? [\w-]+){{0,3}} (?:{_CHECKS.numbered})\b)",
    re.IGNORECASE,
)


def in_both_forms(question: str) -> str:
    """`question` followed by its ordinals of sessions and the like in words where they are in figures, and so on.

    >>> in_both_forms("What did the 25th session decide?")
    'What did the 25th session decide? twenty-fifth'
    """
    return " ".join([question, *dict.fromkeys(other for _, other in _numbered(question))])


def with_ordinals_as_in(question: str, text: str) -> str:
    """`question` with those ordinals of sessions and the like in the other form that `text` has in that form only.

    >>> with_ordinals_as_in("Who opened the 25th session?", "The Chair opened the twenty-fifth session.")
    'Who opened the twenty-fifth session?'
    """
    for match, other in reversed(list(_numbered(question))):
        if _has(text, other) and not _has(text, match[0]):
            question = question[: match.start()] + other + question[match.end() :]
    return question


def _numbered(question: str) -> Iterator[tuple[re.Match[str], str]]:
    """The ordinals of sessions and the like in `question`, in order, each with its other form."""
    forms = _other_forms()
    for match in _NUMBERED.finditer(question):
        if other := forms.get(match[0].lower()):
            yield match, other


def _has(text: str, ordinal: str) -> bool:
    return re.search(rf"(?<![\w-]){ordinal}(?![\w-])", text, re.IGNORECASE) is not None


@cache
def _other_forms() -> dict[str, str]:
    """The ordinals to the 99th: those in words by those in figures, and the other way round."""
    words = [*ENGLISH.ordinals, *_CHECKS.ordinal_teens]
    units = words[:9]
    for ten, tenth in zip(_CHECKS.tens, _CHECKS.ordinal_tens, strict=True):
        words += [tenth, *(f"{ten}-{unit}" for unit in units)]
    figures = [f"{n}{'th' if n % 100 in _TEENS else _ENDINGS.get(n % 10, 'th')}" for n in range(1, len(words) + 1)]
    return {**dict(zip(figures, words, strict=True)), **dict(zip(words, figures, strict=True))}
