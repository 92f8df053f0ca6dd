"""Symbols of documents: which name one document, what their endings say of others, and where one is published."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from urllib.parse import quote

from index.document import Document
from index.language.english import ENGLISH

# `A/79/975-E/2025/82`: the second symbol begins with its organ's letters after a hyphen, which `A/S-30/2` does not.
_DOUBLE = re.compile(r"\s?[-–]\s?(?=[A-Z]{1,5}(?:\.[0-9]+)?/)")
_ENDING = re.compile(r"/(?P<kind>Rev|Corr|Add)\.? ?(?P<number>[0-9]+)$", re.IGNORECASE)
_KINDS = ("Rev", "Corr", "Add")
# What a corrigendum or an addendum is part of.
_WHOLE = "whole"

# Where the United Nations publish what has a symbol. It is shown to readers; the program never calls it.
_OFFICIAL = "https://docs.un.org/en/"
# The year of a resolution of the Security Council, or the session of an old one: `S/RES/1325 (2000)`.
_YEAR = re.compile(r"\s?\((?:\d{4})\)")
# A symbol as documents print it: it has capitals, a stroke and a figure; `III/1` is a number.
_SYMBOL = re.compile(r"(?![IVX]+/)[A-Z]{1,8}[A-Z0-9.]*(?:/[A-Za-z0-9.()-]+)+")
_SPACES = re.compile(r"\s+")

_IN_YEAR = re.compile(r"\s*\((?P<year>(?:19|20)\d\d)\)$")
_SESSION = re.compile(r"\s*\((?P<session>[A-Z-]+)\)$")
_SECURITY_COUNCIL = "S/RES/"
# What organs without a number of the session number: all their resolutions, from the first on.
_RUNNING = re.compile(r"\d{1,4}")


@dataclass(frozen=True, slots=True)
class Symbol:
    """One symbol, cut into the document it belongs to and what it is of that.

    `A/79/352/Rev.1/Corr.2` is the second corrigendum of the first revision of `A/79/352`: `stem` is `A/79/352` and
    `endings` are (("Rev", 1), ("Corr", 2)).
    """

    stem: str
    endings: tuple[tuple[str, int], ...] = ()

    @classmethod
    def parse(cls, text: str) -> "Symbol":
        """The symbol that `text` writes; an ending counts however it is spaced or capitalised (`/rev 1`)."""
        stem, endings = text.strip(), []
        while found := _ENDING.search(stem):
            endings.append((found["kind"].capitalize(), int(found["number"])))
            stem = stem[: found.start()]
        return cls(stem, tuple(reversed(endings)))

    def without(self, kind: str) -> "Symbol":
        """The symbol of the document that this is an ending of, where its last ending is of `kind`; else itself."""
        return Symbol(self.stem, self.endings[:-1]) if self.endings and self.endings[-1][0] == kind else self

    @property
    def revision(self) -> int:
        """0 for the first issue, 1 for `/Rev.1`, whatever corrects it or adds to it."""
        return next((number for kind, number in self.endings if kind == "Rev"), 0)


@lru_cache(maxsize=65_536)
def symbols_of(text: str | None) -> tuple[Symbol, ...]:
    """The symbols that `text` holds: two where a document belongs to two organs; none where it is None or empty."""
    return tuple(Symbol.parse(part) for part in _DOUBLE.split(text)) if text else ()


@dataclass(frozen=True, slots=True)
class RelatedDocuments:
    """Documents that are told by their symbols to belong to one.

    `original` is what it corrects or adds to, `later` and `earlier` are other issues of its text by revision, oldest
    first; `corrigenda` and `addenda` are in the order of their numbers.
    """

    original: Document | None = None
    earlier: tuple[Document, ...] = ()
    later: tuple[Document, ...] = ()
    corrigenda: tuple[Document, ...] = ()
    addenda: tuple[Document, ...] = ()

    @property
    def superseded_by(self) -> Document | None:
        """The last revision, where the document has one that is later than itself."""
        return self.later[-1] if self.later else None


def related_documents(document: Document, documents: Iterable[Document]) -> RelatedDocuments:
    """Those of `documents` in the language of `document` that are other issues of it, or parts of one that it is of."""
    own = symbols_of(document.symbol)
    found: dict[str, dict[int, Document]] = {kind: {} for kind in (*_KINDS, _WHOLE)}
    for other in documents:
        if other.id != document.id and other.language == document.language:
            for one, its in product(own, symbols_of(other.symbol)):
                if relation := _relation(one, its):
                    kind, number = relation
                    found[kind].setdefault(number, other)
    issues, corrigenda, addenda = (sorted(found[kind].items()) for kind in _KINDS)
    revision = max((symbol.revision for symbol in own), default=0)
    return RelatedDocuments(
        original=found[_WHOLE].get(0),
        earlier=tuple(issue for number, issue in issues if number < revision),
        later=tuple(issue for number, issue in issues if number > revision),
        corrigenda=tuple(part for _, part in corrigenda),
        addenda=tuple(part for _, part in addenda),
    )


def _relation(one: Symbol, other: Symbol) -> tuple[str, int] | None:
    """What `other` is of `one`, and its number: an issue, a corrigendum, an addendum, the whole; None where nothing."""
    if one == other:
        return None
    if one.without("Rev") == other.without("Rev"):
        return "Rev", other.revision
    if one in (other.without("Corr"), other.without("Add")):
        return other.endings[-1]
    return (_WHOLE, 0) if other in (one.without("Corr"), one.without("Add")) else None


def is_symbol(text: str) -> bool:
    """Whether `text` is written as symbols are: `A/RES/73/190`, not `ISO/IEC` nor the path of an address."""
    return _SYMBOL.fullmatch(_SPACES.sub("", text).replace("–", "-")) is not None and any(map(str.isdigit, text))


def symbol_key(symbol: str) -> str:
    """What is equal for symbols of one document: capitals, no spaces, a resolution's year left out.

    >>> symbol_key("S/RES/2773 (2025)")
    'S/RES/2773'
    """
    return _SPACES.sub("", _YEAR.sub("", symbol)).upper().rstrip(".*")


@lru_cache(maxsize=65_536)
def symbol_keys(symbol: str | None) -> frozenset[str]:
    """The keys of all symbols that a document with `symbol` is known by; none without one.

    >>> sorted(symbol_keys("A/80/75-E/2025/55"))
    ['A/80/75', 'A/80/75-E/2025/55', 'E/2025/55']
    """
    if not symbol:
        return frozenset()
    return frozenset(map(symbol_key, (symbol.replace("–", "-"), *_DOUBLE.split(symbol))))


def names_document(symbol: str, other: str | None) -> bool:
    """Whether `symbol`, as somebody writes it, is that of the document whose symbol is `other`, or one of several."""
    return not symbol_keys(symbol).isdisjoint(symbol_keys(other))


def official_link(symbol: str | None) -> str | None:
    """The address at which the United Nations publish the document with `symbol`; None without a symbol.

    >>> official_link("S/RES/2773 (2025)")
    'https://docs.un.org/en/S/RES/2773(2025)'
    """
    return _OFFICIAL + quote(_SPACES.sub("", symbol), safe="/().") if symbol else None


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
