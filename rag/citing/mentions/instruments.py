"""Recognisers of what has its own numbering elsewhere: document symbols, resolutions, decisions, treaties."""

import re

from index.language.english.language import ENGLISH
from index.locator import Locator
from index.symbols import PART_OF_SYMBOL
from index.text.late_patterns import LatePattern
from rag.citing.mentions.base import Mention, Recogniser

_WORDS = ENGLISH.references
_SYMBOL_MENTION = LatePattern(
    r"\b[A-Za-z]{1,6}[A-Za-z0-9.]*(?:/[A-Za-z0-9-]+(?:\([A-Z]{1,9}\))?(?:\.[A-Za-z0-9-]+)*)+"
    rf"(?:\s?(?:\((?:19|20)\d\d\)|(?i:{PART_OF_SYMBOL})))?"
    r"(?:–[A-Z]{1,4}(?:/[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*)+)?"
)
_ORGANS = "|".join(f"(?P<organ{place}>{pattern})" for place, (_, pattern, _, _) in enumerate(_WORDS.organs))
# 73/190   1325 (2000)   1/CMA.3   S-10/2   2024/301   3201 (S-VI)   XXI/2
RESOLUTION_NUMBER = (
    r"(?:[A-Z]{1,3}-)?\d+(?:/(?:[A-Z]+\.)?\d+)*(?:\s?\((?:\d{4}|[IVXLCS-]+)\)|\s?\(\w+\))?|\d+/[A-Z]{2,5}(?:\.\d+)?"
)
_RESOLUTION_MENTION = LatePattern(
    rf"\b(?:(?:{_ORGANS}|{_WORDS.other_organs})\s+)?(?P<kind>{_WORDS.resolution}|{_WORDS.decision})\s+"
    rf"(?P<number>{RESOLUTION_NUMBER})(?!\w)",
    re.I,
    needs=rf"(?:{_WORDS.resolution}|{_WORDS.decision})\s+(?:[A-Z]{{1,3}}-)?\d",
)
# `rule 101.1 (b)`: a number of two steps names a rule of some text that may be ours.
_RULE_MENTION = LatePattern(
    rf"\b(?P<word>{'|'.join(map(str.lower, ENGLISH.parts.rules))})\s+(?P<number>\d+(?:\.\d+)+)(?!\w|\.\d)"
    rf"(?P<items>(?:\s*\(\w{{1,4}}\))*)",
    re.I,
)
_INSTRUMENT_MENTION = LatePattern(
    rf"\b(?:{_WORDS.provisions}\s+\d+(?:\.\d+)*(?:\s*\(\w\))*(?:(?:\s*[,–-]\s*|\s+{_WORDS.conjunction}\s+)\d+)*"
    rf"|(?:{_WORDS.said}\s+)?{_WORDS.instruments_before}*{_WORDS.instruments}\b{_WORDS.instruments_after}"
    rf"|{_WORDS.said}\s+{_WORDS.instruments_before}*{_WORDS.instruments_said}\b(?!\s+\d)"
    rf"|{_WORDS.short_instruments})\b",
    re.I,
)


# `www.un.org/page/2` is an address.
_HOST = LatePattern(r"[^/]*\.[a-z]{2,}/")


def _read_symbol(match: re.Match[str]) -> Mention | None:
    symbol = match[0]
    if _HOST.match(symbol):
        return None
    looks_like_one = any(each.isdigit() for each in symbol) and (symbol[0].isupper() or symbol.count("/") > 1)
    return Mention("symbol", match.start(), match.end(), labels=(symbol,)) if looks_like_one else None


def _read_resolution(match: re.Match[str]) -> Mention | None:
    organ = next((name for place, (name, *_) in enumerate(_WORDS.organs) if match[f"organ{place}"]), "")
    word = "decision" if re.match(_WORDS.decision, match["kind"], re.I) else "resolution"
    return Mention(
        "instrument",
        match.start(),
        match.end(),
        labels=(" ".join(match[0].split()),),
        word=word,
        number=match["number"],
        organ=organ,
    )


def _read_rule(match: re.Match[str]) -> Mention:
    name = f"{match['word'].lower()} {match['number']}"
    items = tuple(re.findall(r"\w+", match["items"]))
    return Mention("instrument", match.start(), match.end(), (Locator(items=items),), labels=(name,))


def _read_instrument(match: re.Match[str]) -> Mention | None:
    return Mention("instrument", match.start(), match.end(), labels=(" ".join(match[0].split()),))


SYMBOL_RECOGNISERS: tuple[Recogniser, ...] = ((_SYMBOL_MENTION, _read_symbol),)
INSTRUMENT_RECOGNISERS: tuple[Recogniser, ...] = (
    (_RESOLUTION_MENTION, _read_resolution),
    (_RULE_MENTION, _read_rule),
    (_INSTRUMENT_MENTION, _read_instrument),
)
