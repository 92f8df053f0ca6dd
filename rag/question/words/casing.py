"""Capitals for questions that are typed without any: `who hosts carin` asks for CARIN.

What a question names is told by its capitals: short forms, countries, who speaks. A question that has them is left
alone, since there `who` is not the WHO.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache

from index.language.english import ENGLISH

_WORD = re.compile(r"\w+(?:-\w+)*")
_PLURAL = "s"
_SHORTEST_NAME = 4  # letters: `us` is no country


def with_capitals(question: str, short_forms: Mapping[str, str], is_ordinary: Callable[[str], bool]) -> str:
    """`question` with the capitals of countries, organs and `short_forms` where it has none after its first letter.

    A word that `is_ordinary`, in the singular or the plural, stays as it is.
    """
    if question[1:] != question[1:].lower():
        return question
    lowered = {each.lower(): each for each in short_forms}

    def printed(match: re.Match[str]) -> str:
        word = match[0]
        singular, plural = word.removesuffix(_PLURAL), f"{word}{_PLURAL}"
        if any(map(is_ordinary, (word, singular, plural))):
            return word
        if word in lowered:
            return lowered[word]
        if singular in lowered:
            return f"{lowered[singular]}{_PLURAL}"
        return lowered[plural].removesuffix(_PLURAL) if plural in lowered else word

    named = _names_pattern().sub(lambda match: _names()[match[0].lower()], question)
    # A name that has its capitals by now is no short form.
    return _WORD.sub(lambda match: match[0] if match[0][0].isupper() and match.start() else printed(match), named)


@cache
def _names() -> Mapping[str, str]:
    """The names of countries, what their people are called, and those of organs, by the same in small letters."""
    named = [form for forms in ENGLISH.checks.countries for form in forms]
    named += [name for name, *_ in ENGLISH.references.organs]
    return {each.lower(): each for each in named if len(each) >= _SHORTEST_NAME}


@cache
def _names_pattern() -> re.Pattern[str]:
    longest_first = sorted(_names(), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])", re.IGNORECASE)
