"""The searchable index: documents, passages, sentences and their vectors, in memory and on disk."""

import logging
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from time import perf_counter
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.atomic import replacing_folder
from index.document import Document, Finding, Paragraph
from index.document_json import to_record
from index.embedding.base import FloatMatrix
from index.errors import IndexFolderError, QuestionError
from index.folder.files import (
    DOCUMENTS,
    FINDINGS,
    LEXICAL,
    LEXICAL_ROWS,
    LEXICAL_SCORES,
    LEXICAL_STARTS,
    LEXICAL_STEMS,
    PASSAGES,
    SEARCH,
    SENTENCE_VECTORS,
    SENTENCES,
    TOKEN_OFFSETS,
    TOKEN_SPANS,
    TOKENS,
    VECTORS,
    check_target,
    sha256_of_files,
    write_array,
    write_lines,
)
from index.folder.manifest import FILE_NAME, Manifest
from index.folder.reading import read_parts
from index.folder.verified import OpenFolder, manifest_of, open_folder
from index.locator import Locator
from index.passages import Passage
from index.search.bm25 import Lexical
from index.search.faiss_index import VectorSearch

_logger = logging.getLogger(__name__)

_IDS_SHOWN = 12  # about as many as two lines of a terminal hold
# How often loading begins again because the index was replaced while it was read.
_ATTEMPTS = 10


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


@dataclass(frozen=True, slots=True)
class TokenVectors:
    """Unit vectors of the passages' word pieces, passage after passage.

    `flat` (t, d) is float16; `spans` (t, 2) are characters of the paragraph's text; the rows of passage i are
    `offsets[i]:offsets[i + 1]`.
    """

    flat: NDArray[np.float16]
    spans: NDArray[np.int32]
    offsets: NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Index:
    """Everything a question is answered from.

    `vectors` (n, d) has one row a passage. `sentences` (m, 3) holds paragraph row, start and end of each sentence, in
    order, `sentence_vectors` (m, d) their vectors. All vectors are of unit length. `findings` is what the numbering
    audit of the documents noticed.
    """

    manifest: Manifest
    documents: tuple[Document, ...]
    passages: tuple[Passage, ...]
    vectors: FloatMatrix
    search: VectorSearch
    sentences: NDArray[np.int64]
    sentence_vectors: FloatMatrix
    tokens: TokenVectors | None
    lexical: Lexical
    findings: tuple[Finding, ...] = ()

    @property
    def fingerprint(self) -> str:
        """A hash over what the index says: documents, model and settings, not the date."""
        return self.manifest.fingerprint

    @cached_property
    def paragraphs(self) -> tuple[ParagraphRef, ...]:
        """All paragraphs of all documents, in order."""
        return paragraph_refs(self.documents)

    @cached_property
    def passage_rows(self) -> NDArray[np.int64]:
        """The paragraph row of each passage (n,), ascending."""
        return np.array([passage.paragraph for passage in self.passages], dtype=np.int64)

    @property
    def sentence_rows(self) -> NDArray[np.int64]:
        """The paragraph row of each sentence (m,), ascending."""
        return self.sentences[:, 0]

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

    def passages_of(self, row: int) -> range:
        """The places in `passages` and `vectors` of the passages of the paragraph at `row`."""
        return range(self._passage_bounds[row], self._passage_bounds[row + 1])

    def sentences_of(self, row: int) -> range:
        """The places in `sentences` and `sentence_vectors` of the sentences of the paragraph at `row`."""
        return range(self._sentence_bounds[row], self._sentence_bounds[row + 1])

    def passage_text(self, passage: Passage) -> str:
        """The words of a passage."""
        return self.paragraphs[passage.paragraph].text[passage.start : passage.end]

    @cached_property
    def _by_id(self) -> dict[str, Document]:
        return {document.id: document for document in self.documents}

    @cached_property
    def _by_locator(self) -> dict[tuple[str, Locator], tuple[int, ...]]:
        rows: dict[tuple[str, Locator], tuple[int, ...]] = {}
        for ref in self.paragraphs:
            place = (ref.document.id, ref.locator)
            rows[place] = (*rows.get(place, ()), ref.row)
        return rows

    @cached_property
    def _passage_bounds(self) -> list[int]:
        return _bounds(self.passage_rows, len(self.paragraphs))

    @cached_property
    def _sentence_bounds(self) -> list[int]:
        return _bounds(self.sentence_rows, len(self.paragraphs))

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


def _bounds(ascending: NDArray[np.int64], count: int) -> list[int]:
    """Where each of the numbers from 0 to `count` begins, or would, in `ascending`."""
    bounds: list[int] = np.searchsorted(ascending, np.arange(count + 1)).tolist()
    return bounds


def save_index(index: Index, folder: Path) -> Index:
    """`index` with the manifest it has on disk, after writing it whole to `folder` in place of the index there.

    IndexFolderError where `folder` is something else than an index; OutputError where it cannot be written.
    """
    check_target(folder)
    with replacing_folder(folder) as new:
        _write(index, new)
        built = datetime.now(UTC).isoformat(timespec="seconds")
        manifest = index.manifest.dated(built, sha256_of_files(new))
        (new / FILE_NAME).write_text(manifest.to_json(), encoding="utf-8")
    return replace(index, manifest=manifest)


def read_manifest(folder: Path) -> Manifest:
    """What the index in `folder` says about itself, its files not looked at; IndexFolderError as from `load_index`."""
    with open_folder(folder) as opened:
        return manifest_of(opened)


def load_index(folder: Path) -> Index:
    """The index in `folder`, each file checked against the manifest, else an IndexFolderError that says what to run.

    Token vectors stay on disk and are read as they are needed.
    """
    began = perf_counter()
    index = _read_what_is_in_place(folder)
    sizes = len(index.documents), len(index.paragraphs)
    _logger.info("read %s: %d documents, %d paragraphs, in %.2f s", folder, *sizes, perf_counter() - began)
    return index


def _read_what_is_in_place(folder: Path) -> Index:
    for _ in range(_ATTEMPTS - 1):
        with open_folder(folder) as opened:
            try:
                return _read(opened)
            except IndexFolderError:
                # Another process may have put a new index in place, and removed the one that was being read.
                if opened.is_in_place():
                    raise
                _logger.debug("another index was put into %s while it was read; reading that one", folder)
    with open_folder(folder) as opened:
        return _read(opened)


def _write(index: Index, folder: Path) -> None:
    write_lines(folder / DOCUMENTS, map(to_record, index.documents))
    write_lines(folder / FINDINGS, map(asdict, index.findings))
    passages = [(passage.paragraph, passage.start, passage.end) for passage in index.passages]
    matrix = index.lexical.matrix
    arrays: dict[str, NDArray[Any]] = {
        PASSAGES: np.array(passages, dtype=np.int64).reshape(-1, 3),
        VECTORS: index.vectors,
        SENTENCES: index.sentences,
        SENTENCE_VECTORS: index.sentence_vectors,
        LEXICAL_SCORES: matrix.scores,
        LEXICAL_ROWS: matrix.rows,
        LEXICAL_STARTS: matrix.starts,
    }
    if tokens := index.tokens:
        arrays |= {TOKENS: tokens.flat, TOKEN_SPANS: tokens.spans, TOKEN_OFFSETS: tokens.offsets}
    (folder / LEXICAL).mkdir()
    for name, array in arrays.items():
        write_array(folder / name, array)
    write_lines(folder / LEXICAL_STEMS, [asdict(index.lexical.stems)])
    (folder / SEARCH).write_bytes(index.search.to_bytes())


def _read(folder: OpenFolder) -> Index:
    parts = read_parts(folder)
    arrays = parts.arrays
    tokens = [arrays[name] for name in (TOKENS, TOKEN_SPANS, TOKEN_OFFSETS) if name in arrays]
    return Index(
        manifest=parts.manifest,
        documents=parts.documents,
        passages=tuple(Passage(*row) for row in arrays[PASSAGES].tolist()),
        vectors=arrays[VECTORS],
        search=parts.search,
        sentences=arrays[SENTENCES],
        sentence_vectors=arrays[SENTENCE_VECTORS],
        tokens=TokenVectors(*tokens) if tokens else None,
        lexical=parts.lexical,
        findings=parts.findings,
    )
