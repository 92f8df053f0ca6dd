"""The documents of an index and their paragraphs, to be looked up by id, locator or row."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property, lru_cache
from itertools import accumulate, pairwise
from typing import overload

import numpy as np
from numpy.typing import NDArray

from index.arrays import Rows
from index.document import Document, Paragraph
from index.errors import QuestionError
from index.locator import Locator
from index.related import RelatedDocuments, related_documents, symbols_of
from index.search.filter import Filter
from index.search.held_documents import HeldDocuments
from index.search.place_table import PlaceTable
from index.search.short_forms import most_given, short_form_counts
from index.search.vocabulary import Vocabulary, WordCounts
from index.sentences import Span

_IDS_SHOWN = 12  # about as many as two lines of a terminal hold
_KEPT = 10_000  # documents whose parts are remembered, a few names each


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


@dataclass(frozen=True, slots=True, eq=False)
class Paragraphs(Sequence[ParagraphRef]):
    """All paragraphs of `documents`, in order; `starts` (d + 1,) is the row that each document begins at."""

    documents: Sequence[Document]
    starts: Sequence[int]

    def __len__(self) -> int:
        return self.starts[-1]

    @overload
    def __getitem__(self, row: int, /) -> ParagraphRef: ...
    @overload
    def __getitem__(self, row: slice, /) -> tuple[ParagraphRef, ...]: ...
    def __getitem__(self, row: int | slice, /) -> ParagraphRef | tuple[ParagraphRef, ...]:
        """The paragraph at `row`, or those of a slice."""
        if isinstance(row, slice):
            return tuple(map(self.__getitem__, range(len(self))[row]))
        wanted = range(len(self))[row]
        place = bisect_right(self.starts, wanted) - 1
        document = self.documents[place]
        return ParagraphRef(wanted, document, document.paragraphs[wanted - self.starts[place]])

    def __iter__(self) -> Iterator[ParagraphRef]:
        pairs = ((document, paragraph) for document in self.documents for paragraph in document.paragraphs)
        return (ParagraphRef(row, document, paragraph) for row, (document, paragraph) in enumerate(pairs))


@dataclass(frozen=True, slots=True, eq=False)
class Lookups:
    """What was worked out of documents when their index was built.

    `places` are those of their paragraphs, `short_forms` says how often they give each short form which long one;
    `vocabulary` gives their words, which few questions need, and `word_counts` how often they print each.
    """

    places: PlaceTable
    short_forms: Mapping[str, Mapping[str, int]]
    word_counts: Callable[[], WordCounts]
    vocabulary: Callable[[], Vocabulary]


@dataclass(frozen=True, eq=False)
class DocumentStore:
    """Documents, their paragraphs and sentences.

    A paragraph's row is its place among the paragraphs of all documents. `sentences` (m, 3) holds paragraph row, start
    and end of each sentence, in order; every paragraph has one at least. Without `lookups` they are worked out as they
    are needed.
    """

    documents: tuple[Document, ...]
    sentences: NDArray[np.int64]
    lookups: Lookups | None = None

    @cached_property
    def paragraphs(self) -> Paragraphs:
        """All paragraphs of all documents, in order."""
        return Paragraphs(self.documents, self.starts)

    @cached_property
    def starts(self) -> list[int]:
        """The row that each document's paragraphs begin at, and how many paragraphs there are (d + 1,)."""
        return [0, *accumulate(len(document.paragraphs) for document in self.documents)]

    @cached_property
    def held(self) -> HeldDocuments:
        """The documents, to be looked up by what they are called."""
        return HeldDocuments(self.documents, lambda document: self.containers(document.id))

    @cached_property
    def places(self) -> PlaceTable:
        """Where all paragraphs stand."""
        return self.lookups.places if self.lookups else PlaceTable.of(ref.paragraph for ref in self.paragraphs)

    @cached_property
    def short_forms(self) -> Mapping[str, str]:
        """Short form -> the long form that the texts most often give it."""
        return most_given(self.short_form_counts)

    @cached_property
    def short_form_counts(self) -> Mapping[str, Mapping[str, int]]:
        """Short form -> each long form that the texts give it, and how often they do."""
        return self.lookups.short_forms if self.lookups else short_form_counts(ref.text for ref in self.paragraphs)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words of all paragraphs."""
        return self.lookups.vocabulary() if self.lookups else Vocabulary.of(self.word_counts)

    @cached_property
    def word_counts(self) -> WordCounts:
        """How often all paragraphs print each word."""
        return self.lookups.word_counts() if self.lookups else WordCounts.of(ref.text for ref in self.paragraphs)

    def document_at(self, row: int) -> Document:
        """The document of the paragraph at `row`."""
        return self.documents[bisect_right(self.starts, row) - 1]

    def containers(self, document_id: str) -> frozenset[str]:
        """The parts of a document that its paragraphs stand in."""
        return self._containers(document_id)

    def document(self, document_id: str) -> Document:
        """The document called `document_id`; QuestionError names those there are."""
        if found := self.held.by_id.get(document_id):
            return found
        known = list(self.held.by_id)
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
        within = self._ranges.get(document_id)
        return () if within is None else self.places.rows_at(locator.paragraph, within)

    def rows_of(self, document_id: str) -> range:
        """The rows of all paragraphs of a document."""
        return self._ranges[document_id]

    def rows_where(self, where: Filter) -> Rows:
        """The rows of the paragraphs that `where` lets through (n,), ascending."""
        count = len(self.paragraphs)
        if where.asks_for_documents:
            own = (np.arange(*self.starts[place : place + 2]) for place in self.places_where(where))
            rows = np.concatenate([np.zeros(0, dtype=np.int64), *own])
        else:
            rows = np.arange(count)
        if where.rows is None:
            return rows
        if not where.asks_for_documents:
            return np.array(sorted(row for row in where.rows if 0 <= row < count), dtype=np.int64)
        named = np.zeros(count, dtype=bool)
        named[[row for row in where.rows if 0 <= row < count]] = True
        within: Rows = rows[named[rows]]
        return within

    def places_where(self, where: Filter) -> list[int]:
        """The places among all documents of those that `where` lets through, ascending; not by its rows."""
        if where.documents is None:
            return [place for place, each in enumerate(self.documents) if where.admits(each)]
        named = sorted(self._places[id] for id in where.documents if id in self._places)
        return [place for place in named if where.admits(self.documents[place])]

    def related(self, document_id: str) -> RelatedDocuments:
        """The revisions, corrigenda and addenda of a document, and what it is one of itself, by their symbols."""
        document = self.document(document_id)
        stems = {symbol.stem for symbol in symbols_of(document.symbol)}
        return related_documents(document, [each for stem in sorted(stems) for each in self.held.of_stem(stem)])

    def sentence_spans(self, row: int) -> list[Span]:
        """The characters, start and end, of each sentence of the paragraph at `row`, in order."""
        first, last = self.sentence_bounds[row : row + 2].tolist()
        return [(start, end) for _, start, end in self.sentences[first:last].tolist()]

    @cached_property
    def sentence_bounds(self) -> Rows:
        """Where the sentences of each paragraph begin among all sentences, and where the last one's end (p + 1,)."""
        return bounds_of(self.sentences[:, 0], len(self.paragraphs))

    @cached_property
    def _places(self) -> dict[str, int]:
        return {document.id: place for place, document in enumerate(self.documents)}

    @cached_property
    def _ranges(self) -> dict[str, range]:
        pairs = zip(self.documents, pairwise(self.starts), strict=True)
        return {document.id: range(start, end) for document, (start, end) in pairs}

    @cached_property
    def _containers(self) -> Callable[[str], frozenset[str]]:
        def read(id: str) -> frozenset[str]:
            return frozenset(part for each in self.places.locators_within(self.rows_of(id)) for part in each.containers)

        return lru_cache(_KEPT)(read)


def bounds_of(ascending: Rows, count: int) -> Rows:
    """Where each of the numbers from 0 to `count` begins, or would, in `ascending` (count + 1,)."""
    return np.searchsorted(ascending, np.arange(count + 1)).astype(np.int64)
