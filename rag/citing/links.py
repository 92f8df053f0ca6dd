"""Where the cross-references of a corpus lead: to its own paragraphs, and to the official documents."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from index.document import Document
from index.language.english import ENGLISH
from index.locator import Locator
from index.store import Index
from index.symbols import is_symbol, official_link, symbol_key, symbol_keys
from rag.citing.citation import cite_all, name_of
from rag.citing.containers import covers, same_container
from rag.citing.references import Reference, names_before, references_in

_KEPT = 1_000  # documents whose numbers are remembered: of a large corpus the few that are referred to most
_NAMES_ORGAN = re.compile(r"[A-Z]")


@dataclass(frozen=True, slots=True)
class Link:
    """A cross-reference of a paragraph and where it leads.

    `start` and `end` are characters of the paragraph's text or, where `note` gives its mark, of that footnote's; `text`
    is what stands there. `document` is the id of the document referred to where the corpus has it, `rows` are the
    paragraphs there and `places` what is referred to of it, both empty where all of it is meant. `symbol` and `url`,
    the official document, are None where the text does not tell which it is.
    """

    start: int
    end: int
    text: str
    note: str | None = None
    document: str | None = None
    rows: tuple[int, ...] = ()
    places: tuple[Locator, ...] = ()
    symbol: str | None = None
    url: str | None = None


class Links:
    """Finds the links of the paragraphs of one index. Safe to share between threads."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._by_number = lru_cache(_KEPT)(self._rows_by_number)

    def of(self, row: int) -> tuple[Link, ...]:
        """The links of the paragraph at `row`: those of its text in order, then those of its footnotes."""
        paragraph = self._index.paragraphs[row].paragraph
        found = self._links_in(paragraph.text, references_in(paragraph.text), row)
        for place, note in enumerate(paragraph.notes):
            before = self._note_before(row, place) if names_before(note.text) else None
            found += self._links_in(note.text, references_in(note.text, before), row, note.mark)
        return tuple(found)

    def within(self, row: int, start: int, end: int) -> tuple[Link, ...]:
        """The links of `text[start:end]` of the paragraph at `row`, in order, read as if the text had no more."""
        text = self._index.paragraphs[row].text[start:end]
        found = self._links_in(text, references_in(text), row)
        return tuple(replace(each, start=start + each.start, end=start + each.end) for each in found)

    def _note_before(self, row: int, place: int) -> Reference | None:
        """What the footnote before note `place` of the paragraph at `row` refers to last; None where to no document."""
        first = self._index.rows_of(self._index.paragraphs[row].document.id).start
        notes = [
            (each, i)
            for each in range(first, row + 1)
            for i in range(len(self._index.paragraphs[each].paragraph.notes))
        ]
        chain = []
        for each, i in reversed(notes[: notes.index((row, place))]):
            chain.append(self._index.paragraphs[each].paragraph.notes[i].text)
            if not names_before(chain[-1]):
                break
        before: Reference | None = None
        for text in reversed(chain):
            references = references_in(text, before)
            before = references[-1] if references else None
        return before

    def _links_in(self, text: str, references: Sequence[Reference], row: int, note: str | None = None) -> list[Link]:
        links = (self._link(each, text[each.start : each.end], row) for each in references)
        return [replace(each, note=note) for each in links if each is not None]

    def _link(self, reference: Reference, text: str, row: int) -> Link | None:
        """Where a reference leads; None where neither the corpus nor the text tells."""
        link = Link(reference.start, reference.end, text)
        own = self._index.paragraphs[row]
        if not reference.symbols and reference.part is None:
            within = self._within(link, own.document, own.locator.containers, reference.locators)
            return within if within.rows else None
        if found := self._printed(reference, own.document) or self._held(reference):
            return self._within(link, *found, reference.locators)
        symbol = reference.symbols[0] if reference.is_certain and is_symbol(reference.symbols[0]) else None
        return replace(link, symbol=symbol, url=official_link(symbol)) if symbol else None

    def _within(self, link: Link, document: Document, containers: tuple[str, ...], locators: Sequence[Locator]) -> Link:
        """`link` to `locators` in `document`, to all in `containers` where there are none."""
        rows, places = self._places(document, containers, locators)
        symbol = document.symbol
        return replace(link, document=document.id, rows=rows, places=places, symbol=symbol, url=official_link(symbol))

    def _held(self, reference: Reference) -> tuple[Document, tuple[str, ...]] | None:
        """The document of the corpus with one of the symbols of a reference."""
        keys = (key for symbol in reference.symbols for key in (symbol_key(symbol), *sorted(symbol_keys(symbol))))
        return next(((self._by_symbol[key], ()) for key in keys if key in self._by_symbol), None)

    def _printed(self, reference: Reference, own: Document) -> tuple[Document, tuple[str, ...]] | None:
        """The document that prints the resolution of a reference as a part of it, its own first, with that part.

        Elsewhere a number alone can be another organ's; one that names the organ (`18/CMA.1`) cannot.
        """
        if reference.part is None:
            return None
        number = reference.part.partition(" ")[2]
        named = [each for each in self._by_text_number.get(number, []) if same_container(reference.part, each[1])]
        within = [each for each in named if each[0] is own] or (named if _NAMES_ORGAN.search(number) else [])
        return (within[0][0], (within[0][1],)) if within else None

    def _places(
        self, document: Document, containers: tuple[str, ...], locators: Sequence[Locator]
    ) -> tuple[tuple[int, ...], tuple[Locator, ...]]:
        """The paragraphs at `locators` in `document`, and these as printed; all in `containers` where there are none.

        Those that are themselves in `containers` go before others of the number.
        """
        if not locators:
            return self._inside(self._index.rows_of(document.id), containers), (
                Locator(containers),
            ) if containers else ()
        rows: list[int] = []
        places: list[Locator] = []
        for named in locators:
            meant = self._meant(document, containers, named)
            rows += meant
            is_part = named.number is None and named.ordinal is None
            places += [named] if is_part and meant else [self._locator(row).item(*named.items) for row in meant]
        return tuple(dict.fromkeys(rows)), tuple(dict.fromkeys(places))

    def _meant(self, document: Document, containers: tuple[str, ...], named: Locator) -> list[int]:
        """The rows of the paragraphs at one place, fewest containers first."""
        place = named.paragraph
        covered = [row for row in self._numbered(document.id, place.number) if covers(place, self._locator(row))]
        near = self._inside(covered, containers) or tuple(covered)
        if named.number is None and named.ordinal is None:
            return list(near)
        fewest = min((len(self._locator(row).containers) for row in near), default=0)
        return [row for row in near if len(self._locator(row).containers) == fewest]

    def _numbered(self, id: str, number: str | None) -> Sequence[int]:
        """The rows of a document whose paragraphs can be the one that somebody calls `number`: few of them all."""
        if number is None or not number.isdecimal():
            return self._index.rows_of(id)
        rows = self._by_number(id)
        return sorted((*rows.get(number, ()), *rows.get("", ())))

    def _rows_by_number(self, id: str) -> dict[str, list[int]]:
        """The rows of a document's numbered paragraphs by number, those of `4.1`, `48 bis` and the like by none."""
        rows: dict[str, list[int]] = defaultdict(list)
        for row in self._index.rows_of(id):
            if number := self._locator(row).number:
                rows[number if number.isdecimal() else ""].append(row)
        return rows

    def _inside(self, rows: Sequence[int], containers: tuple[str, ...]) -> tuple[int, ...]:
        if not containers:
            return ()
        return tuple(row for row in rows if self._locator(row).containers[: len(containers)] == containers)

    def _locator(self, row: int) -> Locator:
        return self._index.paragraphs[row].locator

    @cached_property
    def _by_symbol(self) -> dict[str, Document]:
        return {key: each for each in reversed(self._index.documents) for key in symbol_keys(each.symbol)}

    @cached_property
    def _by_text_number(self) -> dict[str, list[tuple[Document, str]]]:
        """The resolutions and decisions that documents print, with the documents, by number."""
        texts = [name.lower() for name in ENGLISH.parts.texts]
        found: dict[str, list[tuple[Document, str]]] = defaultdict(list)
        for document in self._index.documents:
            for part in dict.fromkeys(part for each in document.paragraphs for part in each.locator.containers):
                word, _, number = part.partition(" ")
                if word.lower() in texts and number:
                    found[number].append((document, part))
        return found


def link_in_words(link: Link, index: Index) -> str:
    """The citation of what a link leads to in the corpus: `A/1, paras. 3 and 4`; its symbol where that is elsewhere."""
    if link.document is None:
        return link.symbol or link.text
    document = index.document(link.document)
    return cite_all([(document, place) for place in link.places]) or name_of(document)


def link_contract(link: Link) -> dict[str, object]:
    """One entry of `links` in `pincite show --json`."""
    return {
        "start": link.start,
        "end": link.end,
        "text": link.text,
        "note": link.note,
        "document": link.document,
        "locators": [str(place) for place in link.places],
        "symbol": link.symbol,
        "url": link.url,
    }
