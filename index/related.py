"""Documents that belong together, as the endings of their symbols tell: revisions, corrigenda, addenda."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from index.document import Document
from index.symbols import each_symbol

_ENDING = re.compile(r"/(?P<kind>Rev|Corr|Add)\.? ?(?P<number>[0-9]+)$", re.IGNORECASE)
_KINDS = ("Rev", "Corr", "Add")
# What a corrigendum or an addendum is part of.
_WHOLE = "whole"


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
    return tuple(map(Symbol.parse, each_symbol(text)))


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
