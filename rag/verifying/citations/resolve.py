"""Citations resolved: the document that each names, and the paragraphs and sub-items at its places."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from index.displayed_lists import marks_named
from index.document import Document
from index.locator import Locator
from index.search.document_store import DocumentStore
from index.symbols import is_symbol, official_link, symbol_keys
from rag.citing.citation import cite_all, name_of, places_in_words
from rag.citing.held_places import HeldPlaces
from rag.citing.references import Reference
from rag.verifying.citations.found import FoundCitation
from rag.verifying.citations.symbols import is_malformed
from rag.verifying.citations.titles import Titles

Status = Literal["held", "not held", "own", "lost"]


@dataclass(frozen=True, slots=True)
class CitedPlace:
    """A place that a citation names, and the paragraphs there; none where the document has no such place.

    `marks` are the sub-item as the paragraphs print it; empty for the whole paragraph.
    """

    named: Locator
    rows: tuple[int, ...]
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation of a draft and what it leads to.

    `written` are its words, at `start` of the text that it stands in: the block's or, where `note` is a number, that of
    the block's note with it. `symbol` is the document's as cited, None where the text does not tell one; `meant` the
    one that should stand there where it is malformed. `places` are what is cited of a document that is held, none for
    the whole of it; `footnotes` the footnotes that are named.
    """

    written: str
    start: int
    end: int
    note: int | None
    status: Status
    document: Document | None = None
    containers: tuple[str, ...] = ()
    places: tuple[CitedPlace, ...] = ()
    named: tuple[Locator, ...] = ()
    footnotes: tuple[str, ...] = ()
    symbol: str | None = None
    meant: str | None = None
    is_sure: bool = True

    @property
    def rows(self) -> tuple[int, ...]:
        """The paragraphs cited, in the order in which they are named."""
        return tuple(dict.fromkeys(row for place in self.places for row in place.rows))

    @property
    def missing(self) -> tuple[Locator, ...]:
        """The places that the document does not have."""
        return tuple(place.named for place in self.places if not place.rows)

    @property
    def url(self) -> str | None:
        """The official document; None where the symbol is not known."""
        return official_link(self.document.symbol if self.document else self.symbol)

    @property
    def printed(self) -> str:
        """The citation as pincite prints it; as written where the document is not held."""
        if self.document is None:
            return self.written
        return cite_all([(self.document, place) for place in self.named]) or name_of(self.document)


class Resolver:
    """Looks up the citations of drafts in `store`. Safe to share between threads."""

    def __init__(self, store: DocumentStore) -> None:
        self.store = store
        self.titles = Titles(store)
        self._held = HeldPlaces(store)

    def resolved(self, found: FoundCitation, text: str) -> Citation:
        """What `found`, a citation in `text`, leads to."""
        written, start, end = text[found.start : found.end], found.start, found.end
        if found.is_lost or found.is_own:
            named = found.reference.locators
            return Citation(written, start, end, None, "own" if found.is_own else "lost", named=named)
        symbol, document, containers = self._document(found)
        meant = self._meant(found, symbol, document)
        named = found.reference.locators
        places: tuple[CitedPlace, ...] = ()
        if document is not None:
            places = self._places(document, containers, named)
            if printed := self._printed(document, found, places):
                named, places, end = *printed, max(end, found.printed[1] if found.printed else end)
        return Citation(
            text[start:end],
            start,
            end,
            None,
            "not held" if document is None else "held",
            document,
            containers,
            places,
            named,
            found.footnotes,
            symbol,
            meant,
            found.is_sure,
        )

    def _places(
        self, document: Document, containers: tuple[str, ...], named: Sequence[Locator]
    ) -> tuple[CitedPlace, ...]:
        return tuple(self.place(document, containers, each) for each in named)

    def _printed(
        self, document: Document, found: FoundCitation, places: Sequence[CitedPlace]
    ) -> tuple[tuple[Locator, ...], tuple[CitedPlace, ...]] | None:
        """The places of a citation read as pincite prints them, where the document has them all and more is read so."""
        if found.printed is None:
            return None
        printed, _ = found.printed
        most = max(len(each.containers) for each in printed)
        is_more = most > max((len(each.named.containers) for each in places), default=-1)
        # A sub-item may be missing there; a paragraph may not, or something else was meant.
        if not is_more or not all(self._held.rows_at(document, (), each) for each in printed):
            return None
        return printed, self._places(document, (), printed)

    def document(self, symbol: str) -> Document | None:
        """The document held with `symbol`; None without one."""
        held = self._held.held(Reference(0, 0, (symbol,)))
        return held[0] if held else None

    def place(self, document: Document, containers: tuple[str, ...], named: Locator) -> CitedPlace:
        """The paragraphs of `document` at `named`, within `containers` where it has such there."""
        rows = self._held.rows_at(document, containers, named)
        if not named.items:
            return CitedPlace(named, tuple(rows))
        marks = {row: self._marks(row, named) for row in rows}
        with_item = tuple(row for row in rows if marks[row] is not None)
        return CitedPlace(named, with_item, next((marks[row] or () for row in with_item), ()))

    def _marks(self, row: int, named: Locator) -> tuple[str, ...] | None:
        """The sub-item of `named` as the paragraph at `row` prints it; None where it has none."""
        paragraph = self.store.paragraphs[row].paragraph
        printed = paragraph.locator.items
        # A sub-item that has a numbering of its own is a paragraph of the index itself.
        rest = named.items[len(printed) :] if named.items[: len(printed)] == printed else named.items
        if not rest:
            return ()
        displayed = {each.locator.items[len(printed)].lower() for each in paragraph.items}
        # A list that is displayed has the items that it has; one that runs on in sentences shows its marks only.
        return marks_named(paragraph, rest) if not displayed or rest[0].lower() in displayed else None

    def _document(self, found: FoundCitation) -> tuple[str | None, Document | None, tuple[str, ...]]:
        """The symbol cited, the document where it is held, and the containers that are it where another prints it."""
        reference = found.reference
        symbol = reference.symbols[0] if reference.symbols and reference.is_certain else None
        if symbol and (titled := self.titles.document(symbol)):
            return titled.symbol, titled, ()
        if held := self._held.held(reference) or self._held.printed(reference):
            document, containers = held
            return symbol or document.symbol, document, containers
        return symbol, None, ()

    def _meant(self, found: FoundCitation, symbol: str | None, document: Document | None) -> str | None:
        if found.repair is not None:
            return found.repair.meant
        if symbol is None or (document is not None and document.symbol is None):
            return None
        if document is not None and document.symbol and not symbol_keys(symbol) <= symbol_keys(document.symbol):
            # One of the two symbols that it writes is another's.
            return document.symbol
        if is_symbol(symbol):
            return None if document is not None else self.titles.symbols.same_letters(symbol)
        if is_symbol(symbol.upper()) and self.titles.symbols.is_of_a_series(symbol):
            return symbol.upper()
        return self.titles.symbols.same_letters(symbol)

    def is_malformed(self, citation: Citation) -> bool:
        """Whether the symbol of a citation is written as no symbol is."""
        return citation.meant is not None or (citation.symbol is not None and is_malformed(citation.symbol))


def no_place(citation: Citation) -> str:
    """A sentence that says which of the places cited the document does not have; empty where it has all."""
    if citation.document is None or not citation.missing:
        return ""
    return f"{name_of(citation.document)} has no {places_in_words(citation.missing)}."
