"""The searchable index: documents to look up, and the engines that search them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from index.corpus.state import CorpusState
from index.document import Document, Finding
from index.locator import Locator
from index.manifest import Manifest
from index.related import RelatedDocuments
from index.search.base import LexicalSearch, PassageSearch
from index.search.document_store import DocumentStore, ParagraphRef
from index.search.filter import Filter
from index.sentences import Span

__all__ = ("DocumentStore", "Index", "ParagraphRef")


@dataclass(frozen=True, eq=False)
class Index:
    """Everything a question is answered from.

    `store` holds the documents, whose paragraphs `dense` finds by their vectors and `lexical` by their words.
    `findings` is what the numbering audit of the documents noticed, `corpus` the files that they were read from. What
    is looked up most can be asked of the index itself.
    """

    manifest: Manifest
    store: DocumentStore
    dense: PassageSearch
    lexical: LexicalSearch
    findings: tuple[Finding, ...] = ()
    corpus: CorpusState = field(default_factory=CorpusState)

    @property
    def fingerprint(self) -> str:
        """A hash over what the index says: documents, model and settings, not the date."""
        return self.manifest.fingerprint

    @property
    def documents(self) -> tuple[Document, ...]:
        """All documents, in order."""
        return self.store.documents

    @property
    def paragraphs(self) -> Sequence[ParagraphRef]:
        """All paragraphs of all documents, by row."""
        return self.store.paragraphs

    def document(self, document_id: str) -> Document:
        """The document called `document_id`; QuestionError names those there are."""
        return self.store.document(document_id)

    def row(self, document_id: str, locator: Locator) -> int | None:
        """The row of the first paragraph at `locator` (of a sub-item: of the paragraph that holds it), or None."""
        return self.store.row(document_id, locator)

    def rows(self, document_id: str, locator: Locator) -> tuple[int, ...]:
        """The rows of the paragraphs at `locator`, ascending: none, one, or as many as print the same number."""
        return self.store.rows(document_id, locator)

    def rows_of(self, document_id: str) -> range:
        """The rows of all paragraphs of a document."""
        return self.store.rows_of(document_id)

    def rows_beside(self, row: int, most: int) -> range:
        """The rows of the document of the one at `row` that are at most `most` away from it, itself among them."""
        own = self.rows_of(self.store.document_at(row).id)
        return range(max(own.start, row - most), min(own.stop, row + most + 1))

    def related(self, document_id: str) -> RelatedDocuments:
        """The revisions, corrigenda and addenda of a document that the index holds, and what it is one of itself."""
        return self.store.related(document_id)

    def rows_with(self, words: str, rows: Sequence[int]) -> list[int]:
        """Those of `rows` in which, or in the headings above which, any of `words` stands.

        Paragraphs are read from disk; what is looked for in many is looked for in these.
        """
        return [rows[at] for at in np.flatnonzero(self.lexical.scores(words, rows) > 0).tolist()] if rows else []

    def best_rows(self, words: str, most: int, documents: Iterable[str] = ()) -> list[int]:
        """The rows of the `most` paragraphs that have `words` best, best first, of `documents` (ids; all if empty)."""
        rows: list[int] = self.lexical.search(words, most, Filter.of_documents(documents)).rows.tolist()
        return rows

    def sentence_spans(self, row: int) -> list[Span]:
        """The characters, start and end, of each sentence of the paragraph at `row`, in order."""
        return self.store.sentence_spans(row)

    def sentence_texts(self, row: int) -> list[str]:
        """The words of each sentence of the paragraph at `row`, in order."""
        text = self.paragraphs[row].text
        return [text[start:end] for start, end in self.sentence_spans(row)]
