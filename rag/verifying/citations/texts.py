"""The texts at the places that a citation names."""

from collections.abc import Iterator

from index.displayed_lists import span_of_item
from index.document import Paragraph
from index.search.document_store import DocumentStore
from rag.verifying.citations.resolve import Citation, CitedPlace


class CitedTexts:
    """Reads what is cited from `store`."""

    def __init__(self, store: DocumentStore) -> None:
        self._store = store

    def of(self, citation: Citation) -> Iterator[str]:
        """The texts at the places of a citation, then all of them together, then the footnotes there.

        All paragraphs and footnotes of the document where it names no place; the footnotes alone where it names those.
        """
        if citation.document is None:
            return
        if citation.footnotes:
            yield from self._footnotes(citation)
        elif not citation.places:
            yield from self._whole(citation)
        else:
            singles = [self._text(row, place) for place in citation.places for row in place.rows]
            yield from singles
            if len(singles) > 1:
                yield " ".join(singles)
            yield from (note.text for row in citation.rows for note in self._paragraph(row).notes)

    def footnote_marks(self, citation: Citation) -> frozenset[str]:
        """The marks of the footnotes at the places of a citation; of all of the document where it names none."""
        return frozenset(note.mark for row in self._rows(citation) for note in self._paragraph(row).notes)

    def _rows(self, citation: Citation) -> tuple[int, ...] | range:
        if citation.places or citation.document is None:
            return citation.rows
        return self._store.rows_of(citation.document.id)

    def _footnotes(self, citation: Citation) -> Iterator[str]:
        for row in self._rows(citation):
            yield from (note.text for note in self._paragraph(row).notes if note.mark in citation.footnotes)

    def _whole(self, citation: Citation) -> Iterator[str]:
        for row in self._rows(citation):
            paragraph = self._paragraph(row)
            if paragraph.locator.containers[: len(citation.containers)] == citation.containers:
                yield paragraph.text
                yield from (note.text for note in paragraph.notes)

    def _text(self, row: int, place: CitedPlace) -> str:
        paragraph = self._paragraph(row)
        span = span_of_item(paragraph, place.marks) if place.marks else None
        return paragraph.text if span is None else paragraph.text[span[0] : span[1]]

    def _paragraph(self, row: int) -> Paragraph:
        return self._store.paragraphs[row].paragraph
