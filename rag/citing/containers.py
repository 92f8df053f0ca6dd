"""Names of the parts of a document whose numbering is their own: annexes, draft guidelines and the like.

People name them loosely (`guideline 4`, `the revised draft guideline 4`, `Annex 2`), documents print them in one way
(`draft guideline 4`, `annex II`). A kind of part that is missing is added to the language.
"""

import re
from functools import lru_cache

from index.language.english.language import ENGLISH
from index.locator import Locator
from index.text.late_patterns import LatePattern
from index.text.numerals import roman_value

# Kinds that are parts of a document by themselves, and kinds that are so only as a draft: `article 57` or
# `resolution 5/3` is another instrument, `draft article 57` a part of this one.
_KINDS = "|".join(map(re.escape, ENGLISH.references.kinds))
_DRAFT_KINDS = "|".join(map(re.escape, ENGLISH.references.draft_kinds))

_NUMERAL = r"(?:\d+(?:\.\d+)*|[IVXLC]+|[ivxlc]+|[A-Za-z])"
_KNOWN = LatePattern(
    rf"(?:(?i:{_KINDS})"
    rf"|(?i:(?:revised )?draft,? (?:non-binding )?(?:{_DRAFT_KINDS})))(?: {_NUMERAL})?"
)
# A part of a kind that is not in the table; what names a page, a line or a paragraph is never one.
_PLAUSIBLE = LatePattern(r"(?!(?:pages?|pp?|lines?|para\w*|foot\w*|unnumbered)\b)[a-z][^\W\d]*(?: [\w’'./-]+)*")
_QUALIFIERS = LatePattern(rf"\b{ENGLISH.references.qualifiers}(?=\W|$)|[,.](?!\d)")
_PAGE = LatePattern(r"p\. (?:[1-9]\d*|[ivxl]+)")
_ROMAN = LatePattern(r"[ivx]+")


def is_known(name: str) -> bool:
    """Whether `name` is a kind of part from the table, with or without a number."""
    return _KNOWN.fullmatch(name) is not None


def is_plausible(name: str) -> bool:
    """Whether `name` can be a part of a document at all; pages, lines and footnotes cannot."""
    return is_known(name) or _PLAUSIBLE.fullmatch(name) is not None


def is_page(name: str) -> bool:
    """Whether `name` is a page as locators print it: `p. 4`, `p. iv`."""
    return _PAGE.fullmatch(name) is not None


def as_printed(name: str) -> str:
    """`name` with the small first letter that locators have: `annex II` for `Annex II`."""
    return name[:1].lower() + name[1:] if is_known(name) else name


def same_container(one: str, other: str) -> bool:
    """Whether two names mean the same part: `guideline 4` and `draft guideline 4`, `Annex 2` and `annex II`."""
    return _key(one) == _key(other)


def covers(named: Locator, printed: Locator) -> bool:
    """Whether `printed`, a place in a document, is the place that somebody named, or lies within it.

    Containers that were not named match any: `4.1` covers `annex, draft guideline 4, 4.1`, and `5` covers both `5` and
    `draft guideline 6, 5`; who asks takes the place with the fewest containers first. Where a guideline's number is
    printed as part of its paragraphs' numbers, `guideline 4, 1` covers `draft guideline 4, 4.1` as well. A page covers
    everything that begins on it, and `86.55` the recommendation that is printed so.
    """
    # Plain numbers that differ are the common case where a whole document is searched.
    if _differ_plainly(named.number, printed.number) or not _on_page(named, printed) or not _same_label(named, printed):
        return False
    if not _within([_key(each) for each in named.containers], [_key(each) for each in printed.containers]):
        return False
    if named.number is None and named.ordinal is None:
        return not named.items or (printed.number is None and printed.items[: len(named.items)] == named.items)
    if named.ordinal != printed.ordinal or not _same_number(named, printed):
        return False
    return [each.lower() for each in printed.items[: len(named.items)]] == [each.lower() for each in named.items]


def _differ_plainly(number: str | None, other: str | None) -> bool:
    return bool(number and other and number != other and number.isdecimal() and other.isdecimal())


def _on_page(named: Locator, printed: Locator) -> bool:
    """Whether `printed` is on the page and said by the speaker that `named` has, if it has any."""
    return named.page in (None, printed.page) and named.speaker in (None, printed.speaker)


def _same_label(named: Locator, printed: Locator) -> bool:
    if named.label == printed.label or (named.number is None and named.ordinal is None):
        return True
    return not named.label and printed.label == "recommendation" and "." in (named.number or "")


def _same_number(named: Locator, printed: Locator) -> bool:
    if named.number is None or printed.number is None:
        return named.number == printed.number
    number, other = _plain_number(named.number), _plain_number(printed.number)
    if number == other:
        return True
    if not named.containers or not same_container(named.containers[-1], printed.containers[-1]):
        return False
    return f"{named.containers[-1].split()[-1]}.{number}" == other


def _plain_number(number: str) -> str:
    """`48bis` for `48 bis`, `2` for the `II` of a table or figure."""
    plain = number.replace(" ", "")
    return str(roman_value(plain) or plain)


def _within(named: list[str], printed: list[str]) -> bool:
    rest = iter(printed)
    return all(each in rest for each in named)


@lru_cache(maxsize=4_096)
def _key(name: str) -> str:
    words = _QUALIFIERS.sub(" ", name.lower()).split()
    return " ".join(words[:1] + [_decimal(word) for word in words[1:]])


def _decimal(word: str) -> str:
    if not _ROMAN.fullmatch(word):
        return word
    return str(roman_value(word) or word)
