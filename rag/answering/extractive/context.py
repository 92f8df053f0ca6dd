"""Sentences that cannot be read alone, and the sentences that each needs before it."""

import re
from collections.abc import Sequence

_OPENING = (
    r"^(?:\([a-z]+\) )?(?:(?:However|Moreover|Furthermore|Further|In addition|In particular|Also|Likewise|Thus|"
    r"Therefore|Firstly|Secondly|Lastly|To (?:that|this) end|Following that|In conclud\w+|In conclusion|"
    r"For example|For instance|"
    r"As an example|As of [^,]+|In (?:that|this) (?:regard|respect|context|connection)),? )?"
)
_PERSONS = r"panellist|representative|speaker|coordinator|President|Director"

# How a sentence leans on an earlier one -> what the earlier one says; None where it is simply the one before.
_LEANING: tuple[tuple[re.Pattern[str], re.Pattern[str] | None], ...] = (
    (
        re.compile(rf"{_OPENING}(?:he|she|his|her|the (?:{_PERSONS}))\b", re.IGNORECASE),
        re.compile(
            rf"\b(?:an?|one|another|the) (?:[\w/]+ )*?(?:{_PERSONS})\b.*\b(?:from|of|for)\b"
            rf"|\bMr\.|\bMs\.|\bone speaker\b",
            re.IGNORECASE,
        ),
    ),
    (
        re.compile(
            rf"{_OPENING}(?:it|its|they|their|these|those|such|this|that|both|the (?:latter|former))\b"
            r"(?! (?:is|was) (?:also )?(?:noted|highlighted|important|emphasized|stressed|recalled|suggested|"
            r"considered)\b)",
            re.IGNORECASE,
        ),
        None,
    ),
    (
        re.compile(
            r"^(?:In (?:that|this) (?:regard|respect|context|connection)|In (?:these|those) cases|At the same time|"
            r"As a result|Following that|To (?:that|this) end|For (?:example|instance)|As an example|In its \w+ form)\b"
        ),
        None,
    ),
    (
        re.compile(
            r"^The (?:Network|Forum|meeting|study|tool|publication|initiative|assistance|draft|update|platforms|"
            r"programme|(?:contact points|website) of the Network|assets in question)\b"
        ),
        None,
    ),
)
# `In the same resolution` leans on the nearest sentence before that names one, often in the paragraph before.
_RESOLUTION_LEANS = re.compile(r"^In (?:the same|that|the) resolution\b")
_NAMES_RESOLUTION = re.compile(r"\bresolutions? \d+/\d+")
_CHAIN = 2  # sentences that one may bring with it
_FURTHEST = 4  # paragraphs back that a resolution is looked for


def leans_on_resolution(sentence: str) -> bool:
    """Whether `sentence` begins with `In the same resolution` or the like."""
    return _RESOLUTION_LEANS.match(sentence) is not None


def antecedents(sentences: Sequence[str], place: int) -> list[int]:
    """The places in `sentences` of those that `sentences[place]` needs before it, in order; at most two."""
    needed: list[int] = []
    at = place
    while at > 0 and len(needed) < _CHAIN and (earlier := _leans_on(sentences, at)) is not None:
        needed.insert(0, earlier)
        at = earlier
    return needed


def resolution_before(paragraphs: Sequence[Sequence[str]]) -> tuple[int, int] | None:
    """Of the paragraphs before one, nearest last: which paragraph and sentence of it last name a resolution."""
    first = max(0, len(paragraphs) - _FURTHEST)
    for paragraph in range(len(paragraphs) - 1, first - 1, -1):
        for place in range(len(paragraphs[paragraph]) - 1, -1, -1):
            if _NAMES_RESOLUTION.search(paragraphs[paragraph][place]):
                return paragraph, place
    return None


def _leans_on(sentences: Sequence[str], place: int) -> int | None:
    """The place of the earlier sentence that `sentences[place]` leans on, or None where it can be read alone."""
    for leaning, introducing in _LEANING:
        if not leaning.search(sentences[place]):
            continue
        if introducing is None:
            return place - 1
        return next((i for i in range(place - 1, -1, -1) if introducing.search(sentences[i])), place - 1)
    if leans_on_resolution(sentences[place]):
        return next((i for i in range(place - 1, -1, -1) if _NAMES_RESOLUTION.search(sentences[i])), None)
    return None
