"""The parts of an index read from its folder, each checked by itself and against the others."""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from index.corpus.state import CorpusState
from index.document import Document, Finding
from index.folder.files import (
    CORPUS,
    DOCUMENTS,
    FINDINGS,
    LEXICAL_ROWS,
    LEXICAL_SCORES,
    LEXICAL_STARTS,
    LEXICAL_STEMS,
    PASSAGES,
    READING_THREADS,
    SEARCH,
    SENTENCE_VECTORS,
    SENTENCES,
    TOKEN_OFFSETS,
    TOKEN_SPANS,
    TOKENS,
    VECTORS,
)
from index.folder.verified import OpenFolder, VerifiedFiles, manifest_of, verified_files
from index.folder.whole import (
    are_documents,
    are_spans,
    are_token_spans,
    are_unit_vectors,
    are_within_one,
    cover,
    lose_only_space,
)
from index.manifest import Manifest, fingerprint_of
from index.search.bm25 import Bm25Index, Bm25Matrix, Stems
from index.search.faiss_index import VectorSearch
from index.storage.document_json import finding_from_record, from_record
from index.storage.records import made

Kind = tuple[type[np.generic], tuple[int, ...]]
Arrays = Mapping[str, NDArray[Any]]

_OTHER_FILES = frozenset({DOCUMENTS, FINDINGS, CORPUS, SEARCH, LEXICAL_STEMS})


@dataclass(frozen=True, eq=False)
class Parts:
    """What an index folder holds; `arrays` are by the names of their files, those of token vectors where there are."""

    manifest: Manifest
    documents: tuple[Document, ...]
    findings: tuple[Finding, ...]
    corpus: CorpusState
    arrays: Arrays
    nearest: VectorSearch
    bm25: Bm25Index


def read_parts(folder: OpenFolder) -> Parts:
    """The parts of the index in `folder`; IndexFolderError where a file is not what was written or fits no other."""
    manifest = manifest_of(folder)
    kinds = _array_kinds(manifest)
    with verified_files(folder, manifest, _OTHER_FILES | kinds.keys()) as files:
        # Hashing leaves the other threads alone: the arrays are read while the documents are.
        with ThreadPoolExecutor(READING_THREADS) as pool:
            reading = {
                name: pool.submit(files.array, name, dtype, shape, mapped=name == TOKENS)
                for name, (dtype, shape) in kinds.items()
            }
            documents = _read_documents(files, manifest)
            findings = files.lines(FINDINGS, finding_from_record)
            corpus = _read_state(files)
            arrays = {name: each.result() for name, each in reading.items()}
        _check_arrays(files, documents, arrays)
        nearest = _read_nearest(files, manifest, arrays)
        bm25 = _read_bm25(files, arrays, manifest.counts.paragraphs)
    return Parts(manifest, documents, findings, corpus, arrays, nearest, bm25)


def read_corpus_state(folder: OpenFolder) -> CorpusState:
    """The files that the index in `folder` was made from; IndexFolderError where it does not say."""
    manifest = manifest_of(folder)
    with verified_files(folder, manifest, frozenset({CORPUS, *manifest.files})) as files:
        return _read_state(files)


def _array_kinds(manifest: Manifest) -> dict[str, Kind]:
    """The type and the shape (-1: any length) of each array of an index."""
    counts, d = manifest.counts, manifest.dimension
    kinds: dict[str, Kind] = {
        PASSAGES: (np.int64, (counts.passages, 3)),
        VECTORS: (np.float32, (counts.passages, d)),
        SENTENCES: (np.int64, (counts.sentences, 3)),
        SENTENCE_VECTORS: (np.float32, (counts.sentences, d)),
        LEXICAL_SCORES: (np.float32, (-1,)),
        LEXICAL_ROWS: (np.int32, (-1,)),
        LEXICAL_STARTS: (np.int64, (-1,)),
    }
    if counts.tokens is not None:
        kinds[TOKENS] = np.float16, (counts.tokens, manifest.token_dimension)
        kinds[TOKEN_SPANS] = np.int32, (counts.tokens, 2)
        kinds[TOKEN_OFFSETS] = np.int64, (counts.passages + 1,)
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


def _check_arrays(files: VerifiedFiles, documents: tuple[Document, ...], arrays: Arrays) -> None:
    """Raise IndexFolderError where arrays do not speak of the paragraphs of `documents`."""
    texts = [paragraph.text for each in documents for paragraph in each.paragraphs]
    lengths = np.array([len(text) for text in texts], dtype=np.int64)
    passages, sentences = arrays[PASSAGES], arrays[SENTENCES]
    if not (are_spans(passages, lengths) and cover(passages, lengths)):
        raise files.broken(PASSAGES, f"it does not fit the {len(texts)} paragraphs")
    if not (are_spans(sentences, lengths) and lose_only_space(sentences, texts)):
        raise files.broken(SENTENCES, f"it does not fit the {len(texts)} paragraphs")
    if TOKENS in arrays and not are_token_spans(arrays[TOKEN_SPANS], arrays[TOKEN_OFFSETS], passages):
        raise files.broken(TOKEN_OFFSETS, f"it does not fit the {len(passages)} passages and {TOKEN_SPANS}")
    for name in (VECTORS, SENTENCE_VECTORS):
        if not are_unit_vectors(arrays[name]):
            raise files.broken(name, "its vectors are not of length 1")
    if TOKENS in arrays and not are_within_one(arrays[TOKENS]):
        raise files.broken(TOKENS, "its vectors are not of length 1")


def _read_nearest(files: VerifiedFiles, manifest: Manifest, arrays: Arrays) -> VectorSearch:
    try:
        nearest = VectorSearch.from_bytes(files.content(SEARCH))
    except ValueError as error:
        raise files.broken(SEARCH, str(error)) from error
    is_exact = manifest.counts.passages <= manifest.settings.exact_limit
    if nearest.exact != is_exact or not nearest.holds(arrays[VECTORS]):
        raise files.broken(SEARCH, f"it does not hold the vectors of {VECTORS}")
    return nearest


def _read_bm25(files: VerifiedFiles, arrays: Arrays, paragraphs: int) -> Bm25Index:
    matrix = Bm25Matrix(arrays[LEXICAL_SCORES], arrays[LEXICAL_ROWS], arrays[LEXICAL_STARTS])
    stems = files.lines(LEXICAL_STEMS, lambda record: made(Stems, record))
    try:
        if len(stems) != 1:
            raise ValueError(f"it holds {len(stems)} lines, expected 1")
        return Bm25Index.of(stems[0], matrix, paragraphs)
    except ValueError as error:
        raise files.broken(LEXICAL_STEMS, str(error)) from error
