"""An index written to its folder, in place of the one there."""

import os
import shutil
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from numpy.typing import NDArray

from index.corpus.state import CorpusState
from index.folder.files import (
    CORPUS,
    DOCUMENTS,
    FINDINGS,
    LEXICAL,
    LEXICAL_ROWS,
    LEXICAL_SCORES,
    LEXICAL_STARTS,
    LEXICAL_STEMS,
    LOOKUPS,
    PASSAGES,
    SEARCH,
    SENTENCE_VECTORS,
    SENTENCES,
    TOKEN_AXES,
    TOKEN_OFFSETS,
    TOKEN_SPANS,
    TOKEN_WORTH,
    TOKENS,
    VECTORS,
    check_target,
    sha256_of_files,
    sha256_of_large_files,
    write_array,
    write_lines,
)
from index.folder.lookups import write_lookups
from index.manifest import FILE_NAME, Manifest
from index.search.local import LocalLexicalSearch, LocalPassageSearch
from index.storage.atomic import replacing_folder
from index.storage.digests import sha256_of_file
from index.storage.document_json import to_record
from index.storage.document_lines import write_documents
from index.store import Index


def save_index(index: Index, folder: Path) -> Index:
    """`index` with the manifest it has on disk, after writing it whole to `folder` in place of the index there.

    IndexFolderError where `folder` is something else than an index; OutputError where it cannot be written; ValueError
    where the index is not searched on this machine, so that it has its place elsewhere.
    """
    check_target(folder)
    dense, lexical = index.dense, index.lexical
    if not isinstance(dense, LocalPassageSearch) or not isinstance(lexical, LocalLexicalSearch):
        raise ValueError("only an index whose engines are local is written to a folder")
    with replacing_folder(folder) as new:
        (new / LOOKUPS).mkdir()
        with (new / DOCUMENTS).open("wb") as file:
            spans = write_documents(file, map(to_record, index.documents))
        write_lookups(index.store, spans, new)
        write_lines(new / FINDINGS, map(asdict, index.findings))
        _write_state(index.corpus, new)
        _write_engines(dense, lexical, new)
        built = datetime.now(UTC).isoformat(timespec="seconds")
        manifest = index.manifest.dated(built, sha256_of_files(new), sha256_of_large_files(new))
        _write_manifest(manifest, new)
    return replace(index, manifest=manifest)


def save_state(index: Index, folder: Path) -> Index:
    """`index`, which lies in `folder`, with the manifest it has there after what it says of its files was replaced.

    Its other files stay the same ones. OutputError where it cannot be written.
    """
    with replacing_folder(folder) as new:
        (new / LEXICAL).mkdir()
        (new / LOOKUPS).mkdir()
        for name in index.manifest.files.keys() - {CORPUS}:
            _link(folder / name, new / name)
        _write_state(index.corpus, new)
        files = {**index.manifest.files, CORPUS: sha256_of_file(new / CORPUS)}
        manifest = replace(index.manifest, files=files)
        _write_manifest(manifest, new)
    return replace(index, manifest=manifest)


def _write_state(state: CorpusState, folder: Path) -> None:
    (folder / CORPUS).write_text(state.to_json(), encoding="utf-8")


def _write_manifest(manifest: Manifest, folder: Path) -> None:
    (folder / FILE_NAME).write_text(manifest.to_json(), encoding="utf-8")


def _link(old: Path, new: Path) -> None:
    try:
        os.link(old, new)
    except OSError:
        # Some file systems have no hard links.
        shutil.copyfile(old, new)


def _write_engines(dense: LocalPassageSearch, lexical: LocalLexicalSearch, folder: Path) -> None:
    matrix = lexical.bm25.matrix
    arrays: dict[str, NDArray[Any]] = {
        PASSAGES: dense.spans,
        VECTORS: dense.vectors,
        SENTENCES: dense.store.sentences,
        SENTENCE_VECTORS: dense.sentence_vectors,
        LEXICAL_SCORES: matrix.scores,
        LEXICAL_ROWS: matrix.rows,
        LEXICAL_STARTS: matrix.starts,
    }
    if tokens := dense.token_vectors:
        arrays |= {TOKENS: tokens.flat, TOKEN_SPANS: tokens.spans, TOKEN_OFFSETS: tokens.offsets}
        if tokens.compression is not None and tokens.worth is not None:
            arrays |= {TOKEN_WORTH: tokens.worth, TOKEN_AXES: tokens.compression.axes}
    (folder / LEXICAL).mkdir()
    for name, array in arrays.items():
        write_array(folder / name, array)
    write_lines(folder / LEXICAL_STEMS, [asdict(lexical.bm25.stems)])
    if not dense.nearest.exact:
        (folder / SEARCH).write_bytes(dense.nearest.to_bytes())
