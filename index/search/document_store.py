"""The documents of an index and their paragraphs, to be looked up by id, locator or row."""

from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from index.arrays import Rows
from index.document import Document, Paragraph
from index.errors import QuestionError
from index.locator import Locator
from index.related import RelatedDocuments, related_documents, symbols_of
from index.search.filter import Filter
from index.sentences import Span

_IDS_SHOWN = 12  # about as many as two lines of a terminal hold


@dataclass(frozen=True, slots=True)
class ParagraphRef:
    """A paragraph among all paragraphs of the index: its row, its document and the paragraph itself."""

    row: int
    document: Document = field(repr=False)
    paragraph: Paragraph

    @property
    def locator(self) -> Locator:
        """Where in its document the paragraph stands."""
        return self.paragraph.locator

    @property
    def text(self) -> str:
        """The whole text of the paragraph."""
        return self.paragraph.text


@dataclass(frozen=True, eq=False)
class DocumentStore:
    """Documents, their paragraphs and sentences.

    A paragraph's row is its place among the paragraphs of all documents. `sentences` (m, 3) holds paragraph row, start
    and end of each sentence, in order; every paragraph has one at least.
    """

    documents: tuple[Document, ...]
    sentences: NDArray[np.int64]

    @cached_property
    def paragraphs(self) -> tuple[ParagraphRef, ...]:
        """All paragraphs of all documents, in order."""
        return paragraph_refs(self.documents)

    def document(self, document_id: str) -> Document:
        """The document called `document_id`; QuestionError names those there are."""
        if found := self._by_id.get(document_id):
            return found
        known = list(self._by_id)
        near = get_close_matches(document_id, known, n=1)
        listed = ", ".join(known[:_IDS_SHOWN]) + (", …" if len(known) > _IDS_SHOWN else "")
        hint = f"did you mean {near[0]!r}? It" if near else "it"
        raise QuestionError(f"no document {document_id!r} in the index; {hint} holds: {listed}")

    def row(self, document_id: str, locator: Locator) -> int | None:
        """The row of the paragraph at `locator` (of a sub-item: of the paragraph that holds it), or None.

        Where a number is printed twice, the first one's.
        """
        return next(iter(self.rows(document_id, locator)), None)

    def rows(self, document_id: str, locator: Locator) -> tuple[int, ...]:
        """The rows of the paragraphs at `locator`, ascending: none, one, or as many as print the same number."""
        return self._by_locator.get((document_id, locator.paragraph), ())

    def rows_of(self, document_id: str) -> range:
        """The rows of all paragraphs of a document."""
        return self._ranges[document_id]

    def rows_where(self, where: Filter) -> Rows:
        """The rows of the paragraphs that `where` lets through (n,), ascending."""
        count = len(self.paragraphs)
        if where.asks_for_documents:
            ranges = (self._ranges[each.id] for each in self.documents if where.admits(each))
            rows = np.concatenate([np.zeros(0, dtype=np.int64), *(np.arange(each.start, each.stop) for each in ranges)])
        else:
            rows = np.arange(count)
        if where.rows is None:
            return rows
        named = np.zeros(count, dtype=bool)
        named[[row for row in where.rows if 0 <= row < count]] = True
        within: Rows = rows[named[rows]]
        return within

    def count_where(self, where: Filter) -> int:
        """How many paragraphs `where` lets through."""
        if where.rows is not None:
            return len(self.rows_where(where))
        return sum(len(each.paragraphs) for each in self.documents if where.admits(each))

    def related(self, document_id: str) -> RelatedDocuments:
        """The revisions, corrigenda and addenda of a document, and what it is one of itself, by their symbols."""
        document = self.document(document_id)
        stems = {symbol.stem for symbol in symbols_of(document.symbol)}
        return related_documents(document, [each for stem in sorted(stems) for each in self._by_stem[stem]])

    def sentence_spans(self, row: int) -> list[Span]:
        """The characters, start and end, of each sentence of the paragraph at `row`, in order."""
        first, last = self.sentence_bounds[row : row + 2].tolist()
        return [(start, end) for _, start, end in self.sentences[first:last].tolist()]

    @cached_property
    def sentence_bounds(self) -> Rows:
        """Where the sentences of each paragraph begin among all sentences, and where the last one's end (p + 1,)."""
        return bounds_of(self.sentences[:, 0], len(self.paragraphs))

    @cached_property
    def _by_id(self) -> dict[str, Document]:
        return {document.id: document for document in self.documents}

    @cached_property
    def _by_stem(self) -> dict[str, list[Document]]:
        documents: dict[str, list[Document]] = {}
        for document in self.documents:
            for stem in {symbol.stem for symbol in symbols_of(document.symbol)}:
                documents.setdefault(stem, []).append(document)
        return documents

    @cached_property
    def _by_locator(self) -> dict[tuple[str, Locator], tuple[int, ...]]:
        rows: dict[tuple[str, Locator], tuple[int, ...]] = {}
        for ref in self.paragraphs:
            place = (ref.document.id, ref.locator)
            rows[place] = (*rows.get(place, ()), ref.row)
        return rows

    @cached_property
    def _ranges(self) -> dict[str, range]:
        ranges, first = {}, 0
        for document in self.documents:
            ranges[document.id] = range(first, first + len(document.paragraphs))
            first += len(document.paragraphs)
        return ranges


def paragraph_refs(documents: tuple[Document, ...]) -> tuple[ParagraphRef, ...]:
    """All paragraphs of `documents`, in order, with their rows."""
    pairs = ((document, paragraph) for document in documents for paragraph in document.paragraphs)
    return tuple(ParagraphRef(row, document, paragraph) for row, (document, paragraph) in enumerate(pairs))


def bounds_of(ascending: Rows, count: int) -> Rows:
    """Where each of the numbers from 0 to `count` begins, or would, in `ascending` (count + 1,)."""
    return np.searchsorted(ascending, np.arange(count + 1)).astype(np.int64)
