"""An index read from its folder, each file checked."""

import logging
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import TypeVar

from index.corpus.state import CorpusState
from index.errors import IndexFolderError
from index.folder.added import opened_parts
from index.folder.checks import Arrays
from index.folder.files import (
    GONE_LIST,
    PASSAGES,
    SENTENCE_VECTORS,
    TOKEN_AXES,
    TOKEN_OFFSETS,
    TOKEN_SPANS,
    TOKEN_WORTH,
    TOKENS,
    VECTORS,
    broken,
)
from index.folder.gone import FIRST, gone_from
from index.folder.joined import joined
from index.folder.reading import read_corpus_state, read_parts
from index.folder.some_documents import without
from index.folder.verified import OpenFolder, manifest_of, open_folder
from index.manifest import Manifest
from index.search.local import LocalLexicalSearch, LocalPassageSearch
from index.search.token_vectors import Compression, TokenVectors
from index.storage.addresses import check_is_here
from index.store import Index

T = TypeVar("T")
_logger = logging.getLogger(__name__)

# How often loading begins again because the index was replaced while it was read.
_ATTEMPTS = 10


def read_state(folder: Path) -> CorpusState:
    """The files that the index in `folder` was made from, nothing else of it read; IndexFolderError as `load_index`."""
    return _read_what_is_in_place(folder, read_corpus_state)


def load_index(folder: Path) -> Index:
    """The index in `folder`, each file checked against the manifest, else an IndexFolderError that says what to run.

    It is for who changes the index; who asks it uses `index.engines.opening`, which opens those that are elsewhere too.
    Token vectors stay on disk and are read as they are needed.
    """
    began = perf_counter()
    index = _read_what_is_in_place(folder, _read)
    sizes = len(index.documents), len(index.paragraphs)
    _logger.info("read %s: %d documents, %d paragraphs, in %.2f s", folder, *sizes, perf_counter() - began)
    return index


def _read_what_is_in_place(folder: Path, read: Callable[[OpenFolder], T]) -> T:
    check_is_here(folder)
    for _ in range(_ATTEMPTS - 1):
        with open_folder(folder) as opened:
            try:
                return read(opened)
            except IndexFolderError:
                # Another process may have put a new index in place, and removed the one that was being read.
                if opened.is_in_place():
                    raise
                _logger.debug("another index was put into %s while it was read; reading that one", folder)
    with open_folder(folder) as opened:
        return read(opened)


def _read(folder: OpenFolder) -> Index:
    parts: dict[str, Index] = {}
    for name, part in opened_parts(folder, manifest_of(folder)):
        parts[name] = _read_part(part)
    gone = gone_from(folder, parts[FIRST].manifest)
    if unknown := sorted(gone.keys() - parts.keys()):
        raise broken(folder.path / GONE_LIST, f"there is no part {unknown[0]!r}")
    living = [without(each, gone[name], folder.path) if name in gone else each for name, each in parts.items()]
    return joined(living, folder.path)


def _read_part(folder: OpenFolder) -> Index:
    parts = read_parts(folder)
    texts, arrays = parts.texts, parts.texts.arrays
    store = texts.store()
    dense = LocalPassageSearch(
        store=store,
        spans=arrays[PASSAGES],
        vectors=arrays[VECTORS],
        nearest=parts.nearest,
        sentence_vectors=arrays[SENTENCE_VECTORS],
        token_vectors=_tokens(arrays, texts.manifest),
    )
    return Index(texts.manifest, store, dense, LocalLexicalSearch(store, parts.bm25), texts.findings, texts.corpus)


def _tokens(arrays: Arrays, manifest: Manifest) -> TokenVectors | None:
    if TOKENS not in arrays:
        return None
    halves = manifest.settings.halves(manifest.counts.passages)
    compression = Compression(arrays[TOKEN_AXES], halves) if TOKEN_AXES in arrays else None
    flat, spans, offsets = (arrays[name] for name in (TOKENS, TOKEN_SPANS, TOKEN_OFFSETS))
    return TokenVectors(flat, spans, offsets, arrays.get(TOKEN_WORTH), compression)
