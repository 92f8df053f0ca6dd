"""The searchable index: documents, passages, sentences and their vectors, in memory and on disk."""

from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.document import Document, Finding, Paragraph
from index.document_json import finding_from_record, from_record, to_record
from index.embedder import FloatMatrix
from index.errors import IndexFolderError, QuestionError
from index.files import (
    DOCUMENTS,
    FINDINGS,
    LEXICAL,
    PASSAGES,
    SEARCH,
    SENTENCE_VECTORS,
    SENTENCES,
    TOKEN_OFFSETS,
    TOKEN_SPANS,
    TOKENS,
    VECTORS,
    broken,
    check_target,
    read_array,
    read_lines,
    sha256_of_files,
    verify,
    write_array,
    write_lines,
)
from index.lexical import Lexical
from index.locator import Locator
from index.manifest import FILE_NAME, Manifest, read_manifest
from index.passages import Passage
from index.swap import replacing
from index.vectors import VectorSearch

_IDS_SHOWN = 12
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
    with replacing(folder) as new:
        _write(index, new)
        built = datetime.now(UTC).isoformat(timespec="seconds")
        manifest = index.manifest.dated(built, sha256_of_files(new))
        (new / FILE_NAME).write_text(manifest.to_json(), encoding="utf-8")
    return replace(index, manifest=manifest)


def load_index(folder: Path) -> Index:
    """The index in `folder`, each file checked against the manifest, else an IndexFolderError that says what to run.

    Token vectors stay on disk and are read as they are needed.
    """
    manifest = read_manifest(folder)
    for _ in range(_ATTEMPTS):
        try:
            return _read(folder, manifest)
        except IndexFolderError:
            # Another process may have put a new index in place in the meantime.
            now = read_manifest(folder)
            if now == manifest:
                raise
            manifest = now
    return _read(folder, manifest)


def _write(index: Index, folder: Path) -> None:
    write_lines(folder / DOCUMENTS, map(to_record, index.documents))
    write_lines(folder / FINDINGS, map(asdict, index.findings))
    passages = [(passage.paragraph, passage.start, passage.end) for passage in index.passages]
    arrays: dict[str, NDArray[Any]] = {
        PASSAGES: np.array(passages, dtype=np.int64).reshape(-1, 3),
        VECTORS: index.vectors,
        SENTENCES: index.sentences,
        SENTENCE_VECTORS: index.sentence_vectors,
    }
    if tokens := index.tokens:
        arrays |= {TOKENS: tokens.flat, TOKEN_SPANS: tokens.spans, TOKEN_OFFSETS: tokens.offsets}
    for name, array in arrays.items():
        write_array(folder / name, array)
    index.search.save(folder / SEARCH)
    index.lexical.save(folder / LEXICAL)


def _read(folder: Path, manifest: Manifest) -> Index:
    verify(folder, manifest.files)
    counts, d = manifest.counts, manifest.dimension
    rows = read_array(folder / PASSAGES, np.int64, (counts.passages, 3))
    index = Index(
        manifest=manifest,
        documents=read_lines(folder / DOCUMENTS, from_record),
        passages=tuple(Passage(*row) for row in rows.tolist()),
        vectors=read_array(folder / VECTORS, np.float32, (counts.passages, d)),
        search=_read_search(folder / SEARCH),
        sentences=read_array(folder / SENTENCES, np.int64, (counts.sentences, 3)),
        sentence_vectors=read_array(folder / SENTENCE_VECTORS, np.float32, (counts.sentences, d)),
        tokens=_read_tokens(folder, counts.tokens, counts.passages),
        lexical=Lexical.load(folder / LEXICAL),
        findings=read_lines(folder / FINDINGS, finding_from_record),
    )
    _check_whole(index, folder)
    return index


def _read_search(path: Path) -> VectorSearch:
    try:
        return VectorSearch.load(path)
    except (OSError, RuntimeError) as error:
        raise broken(path, str(error).splitlines()[0]) from error


def _read_tokens(folder: Path, count: int | None, passages: int) -> TokenVectors | None:
    if count is None:
        return None
    return TokenVectors(
        flat=read_array(folder / TOKENS, np.float16, (count, -1), mapped=True),
        spans=read_array(folder / TOKEN_SPANS, np.int32, (count, 2)),
        offsets=read_array(folder / TOKEN_OFFSETS, np.int64, (passages + 1,)),
    )


def _check_whole(index: Index, folder: Path) -> None:
    """Raise IndexFolderError where the files do not speak of the same paragraphs: a lost row cites the wrong one."""
    counts, paragraphs = index.manifest.counts, len(index.paragraphs)
    held = {
        DOCUMENTS: (len(index.documents) == counts.documents and paragraphs == counts.paragraphs),
        SEARCH: index.search.count == counts.passages and index.search.dimension == index.manifest.dimension,
        LEXICAL: index.lexical.count == paragraphs,
        PASSAGES: _passages_cover(index),
        SENTENCES: bool(np.all((index.sentence_rows >= 0) & (index.sentence_rows < paragraphs))),
        TOKEN_OFFSETS: index.tokens is None or int(index.tokens.offsets[-1]) == len(index.tokens.flat),
    }
    for name, fits in held.items():
        if not fits:
            raise broken(folder / name, f"it does not fit the {counts.paragraphs} paragraphs of the manifest")


def _passages_cover(index: Index) -> bool:
    """Whether the passages follow the paragraphs in order, each has one, and none goes beyond its paragraph's text."""
    rows = index.passage_rows
    in_order = np.array_equal(np.unique(rows), np.arange(len(index.paragraphs))) and bool(np.all(np.diff(rows) >= 0))
    return in_order and all(each.end <= len(index.paragraphs[each.paragraph].text) for each in index.passages)
