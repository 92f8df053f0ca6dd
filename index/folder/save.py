"""An index written to its folder, in place of the one there."""

from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from numpy.typing import NDArray

from index.folder.files import (
    CORPUS,
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
from index.manifest import FILE_NAME
from index.search.local import LocalLexicalSearch, LocalPassageSearch
from index.storage.atomic import replacing_folder
from index.storage.document_json import to_record
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
        write_lines(new / DOCUMENTS, map(to_record, index.documents))
        write_lines(new / FINDINGS, map(asdict, index.findings))
        (new / CORPUS).write_text(index.corpus.to_json(), encoding="utf-8")
        _write_engines(dense, lexical, new)
        built = datetime.now(UTC).isoformat(timespec="seconds")
        manifest = index.manifest.dated(built, sha256_of_files(new))
        (new / FILE_NAME).write_text(manifest.to_json(), encoding="utf-8")
    return replace(index, manifest=manifest)


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
    (folder / LEXICAL).mkdir()
    for name, array in arrays.items():
        write_array(folder / name, array)
    write_lines(folder / LEXICAL_STEMS, [asdict(lexical.bm25.stems)])
    (folder / SEARCH).write_bytes(dense.nearest.to_bytes())
