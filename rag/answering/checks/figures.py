"""Numbers, ordinals and days as texts write them, each in one form: `five` is 5, `12th` and `twelfth` are one."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from index.language.english.language import ENGLISH
from index.text.late_patterns import LatePattern

FigureKind = Literal["number", "year", "ordinal", "day", "fraction"]

_TEXTS_KEPT = 4_096  # of a kilobyte or so
_CHECKS = ENGLISH.checks
_MONTHS = {name.lower(): place for place, name in enumerate(ENGLISH.months, 1)}
_UNITS = {word: place for place, word in enumerate(ENGLISH.numbers, 1)}
_TENS = {word: 10 * place for place, word in enumerate(_CHECKS.tens, 2)}
_NTH = {word: place for place, word in enumerate((*ENGLISH.ordinals, *_CHECKS.ordinal_teens), 1)}
_TENTHS = {word: 10 * place for place, word in enumerate(_CHECKS.ordinal_tens, 2)}
_TIMES = {word: 10**power for word, power in _CHECKS.magnitudes}


def _one_of(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_MONTH, _DAY = _one_of(_MONTHS), r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d/])"
_BETWEEN = r"\s*(?:[–—-]|to|and|,|or)\s*"
_UNIT, _SCALE = _one_of([*_UNITS, *_NTH]), rf"(?:{_one_of(_TIMES)})"
_FIGURE = LatePattern(
    rf"(?<![\w/.])(?<![A-Za-z]-)(?:(?P<days>{_DAY}(?:{_BETWEEN}{_DAY})*)\s+(?:of\s+)?(?P<month>{_MONTH})\b"
    r"|(?P<iso>(?:19|20)\d\d-\d\d-\d\d)\b"
    r"|(?P<slashed>\d{1,2}(?P<stroke>[/.])\d{1,2}(?P=stroke)(?:19|20)\d\d)\b"
    r"|(?P<fraction>\d+(?:/\d+)+)\b"
    r"|(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)*)(?P<th>st|nd|rd|th)?"
    rf"(?:[\s-]*(?P<times>{_SCALE})s?)?\b"
    rf"|(?P<first_month>{_MONTH})\s+(?P<day>{_DAY}(?:\s*(?:[–—-]|to)\s*{_DAY})*)\b"
    rf"|(?P<tens>{_one_of(_TENS)})(?:[\s-]+(?P<unit>{_UNIT}))?(?:[\s-]+(?P<tens_times>{_SCALE}))?\b"
    rf"|(?P<word>{_one_of([*_UNITS, *_NTH, *_TENTHS])})(?:[\s-]+(?P<word_times>{_SCALE}))?\b)"
    r"(?!\w)",
    re.IGNORECASE,
)
_YEAR = LatePattern(r"(?:19|20)\d\d")
_DAYS = LatePattern(r"\d+")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure at `text[start:end]`; `value` is equal for all ways to write it (`5`, `12th`, `--01-28`).

    `in_words` is whether it is spelled.
    """

    kind: FigureKind
    value: str
    start: int
    end: int
    in_words: bool = False


def figures(text: str) -> Iterator[Figure]:
    """The figures of `text`, in order; of days without the year, which is a figure of its own."""
    for match in _FIGURE.finditer(text):
        yield from _read(match)


@lru_cache(maxsize=_TEXTS_KEPT)
def values(text: str) -> frozenset[str]:
    """What the figures of `text` come to; of `2018/19` and of `73/190` the parts too."""
    found = {each.value for each in figures(text)}
    for each in [one for one in found if "/" in one]:
        found.update(each.split("/"))
    return frozenset(found)


def _read(match: re.Match[str]) -> Iterator[Figure]:
    start, end = match.span()
    if match["month"] or match["first_month"]:
        month = _MONTHS[(match["month"] or match["first_month"]).lower()]
        for day in _DAYS.findall(match["days"] or match["day"]):
            yield Figure("day", _day(month, int(day)), start, end)
    elif match["iso"] or match["slashed"]:
        yield from _numeric_date(match)
    elif match["fraction"]:
        yield Figure("fraction", match["fraction"], start, end)
    elif match["number"]:
        yield _number(match)
    else:
        yield _spelled(match)


def _day(month: int, day: int) -> str:
    return f"--{month:02}-{day:02}"


def _numeric_date(match: re.Match[str]) -> Iterator[Figure]:
    """A date in figures; of one that is read either way (`03/04/2025`) both days."""
    start, end = match.span()
    parts = [int(each) for each in _DAYS.findall(match[0])]
    if match["iso"]:
        year, days = parts[0], {(parts[1], parts[2])}
    else:
        year, days = parts[2], {(parts[1], parts[0]), (parts[0], parts[1])}
    yield Figure("year", str(year), start, end)
    for month, day in sorted(days):
        if 1 <= month <= 12 and 1 <= day <= 31:
            yield Figure("day", _day(month, day), start, end)


def _number(match: re.Match[str]) -> Figure:
    start, end = match.span()
    digits = match["number"].replace(",", "")
    if match["th"]:
        return Figure("ordinal", f"{int(float(digits))}th", start, end)
    if _YEAR.fullmatch(match["number"]) and not match["times"]:
        return Figure("year", digits, start, end)
    if digits.count(".") > 1:
        return Figure("number", digits, start, end)
    return Figure("number", _plain(Decimal(digits) * _times(match["times"])), start, end)


def _spelled(match: re.Match[str]) -> Figure:
    start, end = match.span()
    if match["tens"]:
        unit = (match["unit"] or "").lower()
        value, times = _TENS[match["tens"].lower()] + _UNITS.get(unit, 0) + _NTH.get(unit, 0), match["tens_times"]
        is_ordinal = unit in _NTH
    else:
        word = match["word"].lower()
        value, times = _UNITS.get(word, 0) + _NTH.get(word, 0) + _TENTHS.get(word, 0), match["word_times"]
        is_ordinal = word not in _UNITS
    if is_ordinal:
        return Figure("ordinal", f"{value}th", start, end, in_words=True)
    return Figure("number", _plain(Decimal(value) * _times(times)), start, end, in_words=True)


def _times(word: str | None) -> int:
    return _TIMES[word.lower()] if word else 1


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"
