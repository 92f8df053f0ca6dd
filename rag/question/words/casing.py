"""Capitals for questions that are typed without any: `who hosts carin` asks for CARIN.

What a question names is told by its capitals: short forms, countries, who speaks. A question that has them is left
alone, since there `who` is not the WHO; symbols and short forms alone do not show that `peru` was typed with care.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache

from index.language.english.language import ENGLISH

_WORD = re.compile(r"\w+(?:-\w+)*")
_CAPITAL = re.compile(r"(?<![\w/.])[A-Z][a-z]")  # of a word, not of a symbol such as `A/79/6/Corr.1`
_PLURAL = "s"
_SHORTEST_NAME = 4  # letters: `us` is no country


def with_capitals(question: str, short_forms: Mapping[str, str], is_ordinary: Callable[[str], bool]) -> str:
    """`question` with the capitals of countries and organs where none of its words after the first has one.

    Of `short_forms` too where it has no capitals at all but its first letter; a word that `is_ordinary`, in the
    singular or the plural, stays as it is.
    """
    if _CAPITAL.search(question, 1):
        return question
    named = names_pattern().sub(lambda match: _names()[match[0].lower()], question)
    if question[1:] != question[1:].lower():
        return named
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

    # A name that has its capitals by now is no short form.
    return _WORD.sub(lambda match: match[0] if match[0][0].isupper() and match.start() else printed(match), named)


@cache
def _names() -> Mapping[str, str]:
    """The names of countries, what their people are called, and those of organs, by the same in small letters."""
    named = [form for forms in ENGLISH.checks.countries for form in forms]
    named += [name for name, *_ in ENGLISH.references.organs]
    return {each.lower(): each for each in named if len(each) >= _SHORTEST_NAME}


@cache
def names_pattern() -> re.Pattern[str]:
    """A pattern for the names of countries, what their people are called, and those of organs, in any letters."""
    longest_first = sorted(_names(), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])", re.IGNORECASE)
