"""Where the cross-references of a corpus lead: to its own paragraphs, and to the official documents."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.document import Document
from index.locator import Locator
from index.store import Index
from index.symbols import is_symbol, official_link
from rag.citing.citation import cite_all, name_of
from rag.citing.held_places import HeldPlaces
from rag.citing.references import Reference, names_before, references_in


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
        self._held = HeldPlaces(index.store)

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
        if found := self._held.printed(reference, own.document) or self._held.held(reference):
            return self._within(link, *found, reference.locators)
        symbol = reference.symbols[0] if reference.is_certain and is_symbol(reference.symbols[0]) else None
        return replace(link, symbol=symbol, url=official_link(symbol)) if symbol else None

    def _within(self, link: Link, document: Document, containers: tuple[str, ...], locators: Sequence[Locator]) -> Link:
        """`link` to `locators` in `document`, to all in `containers` where there are none."""
        rows, places = self._held.places(document, containers, locators)
        symbol = document.symbol
        return replace(link, document=document.id, rows=rows, places=places, symbol=symbol, url=official_link(symbol))


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
