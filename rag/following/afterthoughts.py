"""What a part of a question takes the place of in the one before: `and in 1993?`, `and Peru?`, `and para. 23?`."""

import re
from collections.abc import Callable

from index.language.english.documents import OFFICERS
from index.language.english.intents import FOLLOWING
from index.text.late_patterns import LatePattern
from rag.answering.checks.named import country_spans
from rag.citing.mentions.table import mentions

_YEAR = LatePattern(r"(?<![\w/])(?:19|20)\d\d(?![\w/])")
_TIME = LatePattern(rf"^(?:{FOLLOWING.time}|(?:19|20)\d\d)$", re.IGNORECASE)
_NUMBER = LatePattern(r"^\d+/\d+$")
_NUMBERS = LatePattern(r"(?<![\w/])\d+/\d+(?![\w/])")
_PREPOSITION = LatePattern(rf"^(?P<word>{FOLLOWING.preposition}) ", re.IGNORECASE)
_VOTED = LatePattern(FOLLOWING.voted, re.IGNORECASE)
_VOTES = tuple((LatePattern(part, re.IGNORECASE), said) for part, said in FOLLOWING.votes)
_DEED = LatePattern(OFFICERS.deeds, re.IGNORECASE)
_OFFICES = tuple(LatePattern(asked, re.IGNORECASE) for asked, _ in OFFICERS.offices)


def in_its_place(part: str, before: str) -> str | None:
    """The question `before` with `part` in place of what it has of the same kind; None where it has nothing of it."""
    found = (rule(part, before) for rule in _RULES)
    return next((each for each in found if each is not None), None)


def _of_place(part: str, before: str) -> str | None:
    """A paragraph, a section or a symbol for another."""
    named = mentions(part)
    if len(named) != 1 or named[0].start > 0 or named[0].end < len(part):
        return None
    same = [each for each in mentions(before) if each.kind == named[0].kind]
    return f"{before[: same[0].start]}{part}{before[same[0].end :]}" if len(same) == 1 else None


def _of_number(part: str, before: str) -> str | None:
    """The number of a resolution for another: `79/284`."""
    if not _NUMBER.match(part):
        return None
    return _NUMBERS.sub(part, before, count=1) if len(set(_NUMBERS.findall(before))) == 1 else None


def _of_year(part: str, before: str) -> str | None:
    """A year for the only one before, however that is said: `the 2020 plebiscite`."""
    years = _YEAR.findall(part)
    if len(years) != 1 or not _TIME.match(part) or len(set(_YEAR.findall(before))) != 1:
        return None
    return _YEAR.sub(years[0], before)


def _of_vote(part: str, before: str) -> str | None:
    if not _VOTED.search(before):
        return None
    return next((_VOTED.sub(said, before, count=1) for pattern, said in _VOTES if pattern.match(part)), None)


def _of_country(part: str, before: str) -> str | None:
    """A country for the only one before, in whichever phrase."""
    bare = _PREPOSITION.sub("", part)
    spans, ours = country_spans(before), country_spans(bare)
    if len(spans) != 1 or len(ours) != 1 or bare[ours[0][1] :] or bare[: ours[0][0]].strip().lower() not in ("", "the"):
        return None
    (start, end), (own, last) = spans[0], ours[0]
    return f"{before[:start]}{bare[own:last]}{before[end:]}"


def _of_phrase(part: str, before: str) -> str | None:
    """What the same preposition begins, to the end of the question: `demand of M23`, `and of Rwanda`."""
    match = _PREPOSITION.match(part)
    at = before.lower().rfind(f" {match['word'].lower()} ") if match else -1
    return f"{before[:at]} {part}" if at >= 0 else None


def _of_office(part: str, before: str) -> str | None:
    """An office for another: `the Chair of the Commission`, `and Rapporteur`."""
    if not any(each.search(part) for each in _OFFICES):
        return None
    found = [match for each in _OFFICES if (match := each.search(before))]
    if len(found) != 1:
        return None
    office, start, end = part.removeprefix("the "), found[0].start(), found[0].end()
    # `Who chairs the Commission` says as a deed what the office is.
    holding = _DEED.match(found[0][0])
    return f"{before[:start]}is {office} of{before[end:]}" if holding else f"{before[:start]}{office}{before[end:]}"


_RULES: tuple[Callable[[str, str], str | None], ...] = (
    _of_place, _of_number, _of_vote, _of_year, _of_office, _of_country, _of_phrase,
)  # fmt: skip
