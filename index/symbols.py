"""Document symbols: when two name one document, which a resolution has, and where a document is published."""

import re
from functools import lru_cache
from urllib.parse import quote

from index.language.english.language import ENGLISH

# Where the United Nations publish what has a symbol. It is shown to readers; the program never calls it.
OFFICIAL = "https://docs.un.org/en/"
"""What the addresses of official documents begin with."""
# Specialized agencies publish theirs elsewhere; they number the session first, `EB158/14`, `CL 180/9`, `220 EX/5`.
_OF_AGENCIES = re.compile(r"[A-Z]* ?[0-9]")
# `A/80/75-E/2025/55` is issued by two organs, `A/S-30/2` by one at a special session.
_BETWEEN_SYMBOLS = re.compile(r"\s?[-–]\s?(?=[A-Z]{1,5}(?:\.\d+)?/)")
# The year of a resolution of the Security Council, or the session of an old one: `S/RES/1325 (2000)`.
_YEAR = re.compile(r"\s?\((?:\d{4})\)")
# A symbol as documents print it: it has capitals, a stroke and a figure; `III/1` is a number.
_SYMBOL = re.compile(r"(?![IVX]+/)[A-Z]{1,8}[A-Z0-9.]*(?:/[A-Za-z0-9.()-]+)+")
_SPACES = re.compile(r"\s+")
# Proposed budgets, financial reports and long reports share a symbol: `A/80/6 (Sect. 9)`, `A/80/5 (Vol. I)`.
PART_OF_SYMBOL = (
    r"\((?:(?:Income )?Sect\. ?[0-9]{1,3}[A-Z]?|(?:Vol\.|Prog\.|Part) ?(?:[0-9]{1,3}|[IVXLC]{1,7})|"
    r"Introduction|Plan outline)\)(?:/(?:Add|Corr|Rev)\.[0-9]{1,2})*"
)
"""The pattern of what tells such documents apart, to be matched in capitals or not."""

_IN_YEAR = re.compile(r"\s*\((?P<year>(?:19|20)\d\d)\)$")
_SESSION = re.compile(r"\s*\((?P<session>[A-Z-]+)\)$")
_SECURITY_COUNCIL = "S/RES/"
# What organs without a number of the session number: all their resolutions, from the first on.
_RUNNING = re.compile(r"\d{1,4}")


def is_symbol(text: str) -> bool:
    """Whether `text` is written as symbols are: `A/RES/73/190`, not `ISO/IEC` nor the path of an address."""
    return _SYMBOL.fullmatch(_SPACES.sub("", text).replace("–", "-")) is not None and any(map(str.isdigit, text))


def symbol_key(symbol: str) -> str:
    """What is equal for symbols of one document: capitals, no spaces, a resolution's year left out.

    >>> symbol_key("S/RES/2773 (2025)")
    'S/RES/2773'
    """
    return _SPACES.sub("", _YEAR.sub("", symbol)).upper().rstrip(".*")


def each_symbol(symbol: str | None) -> tuple[str, ...]:
    """The symbols that `symbol` holds: two where a document is issued by two organs; none without one.

    >>> each_symbol("A/79/975-E/2025/82")
    ('A/79/975', 'E/2025/82')
    """
    return tuple(_BETWEEN_SYMBOLS.split(symbol)) if symbol else ()


@lru_cache(maxsize=65_536)
def symbol_keys(symbol: str | None) -> frozenset[str]:
    """The keys of all symbols that a document with `symbol` is known by; none without one.

    >>> sorted(symbol_keys("A/80/75-E/2025/55"))
    ['A/80/75', 'A/80/75-E/2025/55', 'E/2025/55']
    """
    if not symbol:
        return frozenset()
    return frozenset(map(symbol_key, (symbol.replace("–", "-"), *each_symbol(symbol))))


def names_document(symbol: str, other: str | None) -> bool:
    """Whether `symbol`, as somebody writes it, is that of the document whose symbol is `other`, or one of several."""
    return not symbol_keys(symbol).isdisjoint(symbol_keys(other))


def official_link(symbol: str | None) -> str | None:
    """The address at which the United Nations publish the document with `symbol`; None without a symbol of theirs.

    >>> official_link("S/RES/2773 (2025)")
    'https://docs.un.org/en/S/RES/2773(2025)'
    """
    if not symbol or _OF_AGENCIES.match(symbol):
        return None
    return OFFICIAL + quote(_SPACES.sub("", symbol), safe="/().")


def adopting_organ(symbol: str) -> str | None:
    """The organ whose resolution or decision has that symbol; None where it is that of another text.

    >>> adopting_organ("S/RES/2773 (2025)")
    'Security Council'
    """
    return next(
        (organ for organ, _, *begun in ENGLISH.references.organs if symbol.startswith(tuple(filter(None, begun)))), None
    )


def resolution_symbols(word: str, number: str, organ: str = "") -> tuple[str, ...]:
    """The symbols that a resolution (or `word` `decision`) may have; those of every organ where `organ` is not told.

    >>> resolution_symbols("resolution", "73/190", "General Assembly")
    ('A/RES/73/190',)
    >>> resolution_symbols("resolution", "1325 (2000)")
    ('S/RES/1325(2000)',)
    """
    plain = _SESSION.sub(r"(\g<session>)", _IN_YEAR.sub(r"(\g<year>)", number))
    begins = [
        of_decisions if word == "decision" else of_resolutions
        for name, _, of_resolutions, of_decisions in ENGLISH.references.organs
        if organ in ("", name)
    ]
    # Only the Security Council numbers its resolutions throughout, and gives the year with the number.
    is_running = _RUNNING.fullmatch(_IN_YEAR.sub("", number)) is not None
    return tuple(f"{each}{plain}" for each in begins if each and (each == _SECURITY_COUNCIL) == is_running)
