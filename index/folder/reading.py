"""The parts of an index read from its folder, each checked by itself and against the others."""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import cast

import numpy as np

from index.corpus.state import CorpusState
from index.document import Document, Finding
from index.folder.added import lists_of_parts
from index.folder.checks import Arrays, check_arrays, check_texts
from index.folder.files import (
    CORPUS,
    DOCUMENT_SPANS,
    DOCUMENTS,
    FINDINGS,
    LEXICAL_LENGTHS,
    LEXICAL_ROWS,
    LEXICAL_SCORES,
    LEXICAL_STARTS,
    LEXICAL_STEMS,
    PARAGRAPH_SPANS,
    PASSAGES,
    READING_THREADS,
    SEARCH,
    SENTENCE_VECTORS,
    SENTENCES,
    TOKEN_AXES,
    TOKEN_OFFSETS,
    TOKEN_SPANS,
    TOKEN_WORTH,
    TOKENS,
    VECTORS,
    broken,
)
from index.folder.lookups import LOOKUP_LINES, lookup_arrays, read_lookups
from index.folder.verified import OpenFolder, VerifiedFiles, manifest_of, verified_files
from index.folder.whole import are_documents
from index.manifest import Manifest, fingerprint_of
from index.search.bm25 import Bm25Index, Bm25Matrix, Stems
from index.search.document_store import DocumentStore, Lookups
from index.search.faiss_index import VectorSearch
from index.search.token_vectors import bytes_of
from index.storage.document_json import finding_from_record, from_record
from index.storage.document_lines import LineSpans, ParagraphFile
from index.storage.records import made

Kind = tuple[type[np.generic], tuple[int, ...]]

_OTHER_FILES = frozenset({DOCUMENTS, FINDINGS, CORPUS, LEXICAL_STEMS}) | LOOKUP_LINES
WHOLE = 5_000
"""Paragraphs up to which all are read and checked when an index is opened: a second. Others are as they are needed."""


@dataclass(frozen=True, eq=False)
class Texts:
    """What an index folder says of its documents; `arrays` are all that were read with them, by their files' names."""

    manifest: Manifest
    documents: tuple[Document, ...]
    findings: tuple[Finding, ...]
    corpus: CorpusState
    arrays: Arrays
    lookups: Lookups

    def store(self) -> DocumentStore:
        """The documents to be looked up."""
        return DocumentStore(self.documents, self.arrays[SENTENCES], self.lookups)


@dataclass(frozen=True, eq=False)
class Parts:
    """What an index folder holds; among the arrays of `texts` are those of token vectors, where there are any."""

    texts: Texts
    nearest: VectorSearch
    bm25: Bm25Index


def read_parts(folder: OpenFolder) -> Parts:
    """The parts of the index in `folder`; IndexFolderError where a file is not what was written or fits no other."""
    manifest = manifest_of(folder)
    kinds = _array_kinds(manifest)
    search = frozenset() if _is_exact(manifest) else frozenset({SEARCH})
    with verified_files(folder, manifest, _OTHER_FILES | search | kinds.keys() | lists_of_parts(manifest)) as files:
        texts = _read_texts(files, manifest, kinds)
        nearest = _read_nearest(files, manifest, texts.arrays)
        bm25 = _read_bm25(files, texts.arrays)
    return Parts(texts, nearest, bm25)


def read_published(folder: OpenFolder) -> tuple[Texts, Stems]:
    """The files `published_files` of an index, which `folder` holds: what it says of its documents, and its stems.

    IndexFolderError as from `read_parts`.
    """
    manifest = manifest_of(folder)
    kinds = _published_kinds(manifest)
    with verified_files(folder, manifest, _OTHER_FILES | kinds.keys()) as files:
        texts = _read_texts(files, manifest, kinds)
        stems = _read_stems(files)
        _check_stems(files, stems)
    starts = texts.arrays[LEXICAL_STARTS]
    if len(starts) != len(stems.stems) + 1 or np.any(np.diff(starts) < 0):
        raise broken(folder.path / LEXICAL_STARTS, f"it does not fit the {len(stems.stems)} stems")
    return texts, stems


def published_files(manifest: Manifest) -> frozenset[str]:
    """The files of an index that are read whole wherever it is searched; the others are what engines search."""
    return _OTHER_FILES | _published_kinds(manifest).keys()


def _read_texts(files: VerifiedFiles, manifest: Manifest, kinds: Mapping[str, Kind]) -> Texts:
    # Hashing leaves the other threads alone: the arrays are read while the documents are.
    with ThreadPoolExecutor(READING_THREADS) as pool:
        reading = {
            name: pool.submit(files.array, name, dtype, shape, mapped=name == TOKENS)
            for name, (dtype, shape) in kinds.items()
        }
        is_whole = manifest.counts.paragraphs <= WHOLE
        documents = _read_documents(files, manifest) if is_whole else ()
        findings = files.lines(FINDINGS, finding_from_record)
        corpus = _read_state(files)
        arrays = {name: each.result() for name, each in reading.items()}
    lookups = read_lookups(files, arrays)
    check_arrays(files, arrays)
    if is_whole:
        check_texts(files, documents, arrays, lookups)
    else:
        documents = _documents_on_disk(files, manifest, arrays)
    return Texts(manifest, documents, findings, corpus, arrays, lookups)


def read_corpus_state(folder: OpenFolder) -> CorpusState:
    """The files that the index in `folder` was made from; IndexFolderError where it does not say."""
    manifest = manifest_of(folder)
    with verified_files(folder, manifest, frozenset({CORPUS, *manifest.files})) as files:
        return _read_state(files)


def _array_kinds(manifest: Manifest) -> dict[str, Kind]:
    """The type and the shape (-1: any length) of each array of an index."""
    counts, d = manifest.counts, manifest.dimension
    kinds: dict[str, Kind] = {
        **_published_kinds(manifest),
        VECTORS: (np.float32, (counts.passages, d)),
        SENTENCE_VECTORS: (np.float32, (counts.sentences, d)),
        LEXICAL_SCORES: (np.float32, (-1,)),
        LEXICAL_ROWS: (np.int32, (-1,)),
        LEXICAL_LENGTHS: (np.int32, (counts.paragraphs,)),
    }
    if counts.tokens is not None:
        width = manifest.token_dimension
        if manifest.settings.compresses(counts.passages):
            kinds[TOKENS] = np.int8, (counts.tokens, bytes_of(width, halves=manifest.settings.halves(counts.passages)))
            kinds[TOKEN_WORTH] = np.float32, (counts.tokens,)
        else:
            kinds[TOKENS] = np.float16, (counts.tokens, width)
        kinds[TOKEN_SPANS] = np.int32, (counts.tokens, 2)
    return kinds


def _published_kinds(manifest: Manifest) -> dict[str, Kind]:
    """Those of the arrays that are read whole wherever an index is searched: a few numbers a passage or a sentence."""
    counts, width = manifest.counts, manifest.token_dimension
    kinds: dict[str, Kind] = {
        PASSAGES: (np.int64, (counts.passages, 3)),
        SENTENCES: (np.int64, (counts.sentences, 3)),
        LEXICAL_STARTS: (np.int64, (-1,)),
        **lookup_arrays(counts.documents, counts.paragraphs),
    }
    if counts.tokens is not None:
        kinds[TOKEN_OFFSETS] = np.int64, (counts.passages + 1,)
        if manifest.settings.compresses(counts.passages):
            kinds[TOKEN_AXES] = np.float32, (width, width)
    return kinds


def _read_documents(files: VerifiedFiles, manifest: Manifest) -> tuple[Document, ...]:
    pairs = files.lines(DOCUMENTS, _document_and_record)
    documents = tuple(document for document, _ in pairs)
    counts = manifest.counts
    if (len(documents), sum(len(each.paragraphs) for each in documents)) != (counts.documents, counts.paragraphs):
        raise files.broken(DOCUMENTS, f"it does not hold the {counts.paragraphs} paragraphs of the manifest")
    if not are_documents(documents):
        raise files.broken(DOCUMENTS, "an id is there twice, or a sub-item is no part of its paragraph")
    if fingerprint_of(manifest, (record for _, record in pairs)) != manifest.fingerprint:
        raise files.broken(DOCUMENTS, "with model and settings it has another fingerprint than the manifest's")
    return documents


def _read_state(files: VerifiedFiles) -> CorpusState:
    try:
        return CorpusState.from_json(files.content(CORPUS).decode("utf-8"))
    except ValueError as error:
        raise files.broken(CORPUS, str(error)) from error


def _document_and_record(record: object) -> tuple[Document, Mapping[str, object]]:
    return from_record(record), cast(Mapping[str, object], record)


def _documents_on_disk(files: VerifiedFiles, manifest: Manifest, arrays: Arrays) -> tuple[Document, ...]:
    """The documents, whose paragraphs are read as they are needed, each compared with its check."""
    content, spans = files.mapped(DOCUMENTS), LineSpans(arrays[DOCUMENT_SPANS], arrays[PARAGRAPH_SPANS])
    path = files.folder / DOCUMENTS
    if not spans.fit(len(content)):
        raise files.broken(PARAGRAPH_SPANS, f"it does not fit {DOCUMENTS} and {DOCUMENT_SPANS}")
    documents = ParagraphFile(content, spans, lambda what: broken(path, what)).documents()
    if len({each.id for each in documents}) != manifest.counts.documents:
        raise files.broken(DOCUMENTS, "an id is there twice")
    return documents


def _is_exact(manifest: Manifest) -> bool:
    return manifest.counts.passages <= manifest.settings.exact_limit


def _read_nearest(files: VerifiedFiles, manifest: Manifest, arrays: Arrays) -> VectorSearch:
    if _is_exact(manifest):
        return VectorSearch(arrays[VECTORS])
    try:
        nearest = VectorSearch.from_bytes(files.content(SEARCH), arrays[VECTORS])
    except ValueError as error:
        raise files.broken(SEARCH, str(error)) from error
    if not nearest.is_sound():
        raise files.broken(SEARCH, f"it does not hold the vectors of {VECTORS}")
    return nearest


def _read_bm25(files: VerifiedFiles, arrays: Arrays) -> Bm25Index:
    matrix = Bm25Matrix(arrays[LEXICAL_SCORES], arrays[LEXICAL_ROWS], arrays[LEXICAL_STARTS])
    try:
        return Bm25Index.of(_read_stems(files), matrix, arrays[LEXICAL_LENGTHS])
    except ValueError as error:
        raise files.broken(LEXICAL_STEMS, str(error)) from error


def _read_stems(files: VerifiedFiles) -> Stems:
    """The stems of the lexical index, not checked: whoever looks them up does that."""
    stems = files.lines(LEXICAL_STEMS, lambda record: made(Stems, record))
    if len(stems) != 1:
        raise files.broken(LEXICAL_STEMS, f"it holds {len(stems)} lines, expected 1")
    return stems[0]


def _check_stems(files: VerifiedFiles, stems: Stems) -> None:
    """Raise IndexFolderError unless each stem is there once and weighed as this program does."""
    try:
        stems.vocabulary()
    except ValueError as error:
        raise files.broken(LEXICAL_STEMS, str(error)) from error
