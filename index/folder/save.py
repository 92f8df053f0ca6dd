"""An index written to its folder, in place of the one there."""

import os
import shutil
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from numpy.typing import ArrayLike

from index.corpus.state import CorpusState
from index.folder.added import Added, added_to, list_to_json, lists_of_parts, part_path
from index.folder.files import (
    ADDED_LIST,
    CORPUS,
    DOCUMENTS,
    FINDINGS,
    GONE_LIST,
    LEXICAL,
    LEXICAL_LENGTHS,
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
from index.folder.gone import Gone, gone_to_json
from index.folder.lookups import write_lookups
from index.folder.verified import manifest_of, open_folder
from index.manifest import FILE_NAME, Manifest
from index.search.bm25 import Bm25Index
from index.search.local import LocalLexicalSearch, LocalPassageSearch
from index.storage.atomic import replacing_folder
from index.storage.digests import sha256_of_file
from index.storage.document_json import to_record
from index.storage.document_lines import write_documents
from index.store import Index

# What says which files and parts an index has.
_ANEW = frozenset({CORPUS, ADDED_LIST, GONE_LIST})


def save_index(index: Index, folder: Path) -> Index:
    """`index` with the manifest it has on disk, after writing it whole to `folder` in place of the index there.

    IndexFolderError where `folder` is something else than an index; OutputError where it cannot be written; ValueError
    where the index is not searched on this machine, so that it has its place elsewhere.
    """
    check_target(folder)
    with replacing_folder(folder) as new:
        return replace(index, manifest=_write(index, new))


def save_parts(
    part: Index | None, folder: Path, state: CorpusState, replaced: Sequence[str] = (), gone: Sequence[Gone] = ()
) -> None:
    """Write `part`, if there is one, as the last one of the index in `folder`; the parts `replaced` are left out.

    `state` is that of all files of the index from now on, `gone` is all that went from the parts that stay. Its other
    files stay the same ones, so that this takes what `part` and `gone` take. OutputError where it cannot be written.
    """
    with open_folder(folder) as opened:
        first = manifest_of(opened)
        kept = [each for each in added_to(opened, first) if each.name not in replaced]
        last = max((int(each.name) for each in added_to(opened, first)), default=0)
    with replacing_folder(folder) as new:
        _link_all(folder, new, first, [each.name for each in kept])
        if part is not None:
            place = part_path(new, str(last + 1))
            place.mkdir(parents=True)
            _write(part, place)
            kept.append(Added(place.name, sha256_of_file(place / FILE_NAME)))
        if kept:
            (new / ADDED_LIST).write_text(list_to_json(kept), encoding="utf-8")
        if gone:
            (new / GONE_LIST).write_text(gone_to_json(gone), encoding="utf-8")
        _write_state_anew(state, first, new)


def _write(index: Index, folder: Path) -> Manifest:
    """The manifest that `index` has after it was written to `folder`, which is empty."""
    dense, lexical = index.dense, index.lexical
    if not isinstance(dense, LocalPassageSearch) or not isinstance(lexical, LocalLexicalSearch):
        raise ValueError("only an index whose engines are local is written to a folder")
    if not isinstance(lexical.bm25, Bm25Index):
        raise ValueError("an index of several parts is built again before it is written as one")
    (folder / LOOKUPS).mkdir()
    with (folder / DOCUMENTS).open("wb") as file:
        spans = write_documents(file, map(to_record, index.documents))
    write_lookups(index.store, spans, folder)
    write_lines(folder / FINDINGS, map(asdict, index.findings))
    _write_state(index.corpus, folder)
    _write_engines(dense, lexical.bm25, folder)
    built = datetime.now(UTC).isoformat(timespec="seconds")
    manifest = index.manifest.dated(built, sha256_of_files(folder), sha256_of_large_files(folder))
    _write_manifest(manifest, folder)
    return manifest


def save_state(index: Index, folder: Path) -> Index:
    """`index`, which lies in `folder`, with the manifest it has there after what it says of its files was replaced.

    Its other files stay the same ones. OutputError where it cannot be written.
    """
    with open_folder(folder) as opened:
        first = manifest_of(opened)
        parts = added_to(opened, first)
    with replacing_folder(folder) as new:
        _link_all(folder, new, first, [each.name for each in parts])
        for name in lists_of_parts(first):
            _link(folder / name, new / name)
        manifest = _write_state_anew(index.corpus, first, new)
    return replace(index, manifest=replace(index.manifest, files=manifest.files))


def _link_all(folder: Path, new: Path, first: Manifest, parts: Sequence[str]) -> None:
    """Have `new` hold the files of the index in `folder`, and `parts`, but not what says which files and parts."""
    files = [folder / name for name in first.files.keys() - _ANEW]
    for name in parts:
        files += [path for path in part_path(folder, name).rglob("*") if path.is_file()]
    for path in files:
        place = new / path.relative_to(folder)
        place.parent.mkdir(parents=True, exist_ok=True)
        _link(path, place)


def _write_state_anew(state: CorpusState, first: Manifest, folder: Path) -> Manifest:
    """The manifest, `first` until now, of the index in `folder` after `state` was written there."""
    _write_state(state, folder)
    here = {name: sha256_of_file(folder / name) for name in _ANEW if (folder / name).exists()}
    stay = {name: digest for name, digest in first.files.items() if name not in _ANEW}
    manifest = replace(first, files=dict(sorted({**stay, **here}.items())))
    _write_manifest(manifest, folder)
    return manifest


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


def _write_engines(dense: LocalPassageSearch, bm25: Bm25Index, folder: Path) -> None:
    matrix = bm25.matrix
    arrays: dict[str, ArrayLike] = {
        PASSAGES: dense.spans,
        VECTORS: dense.vectors,
        SENTENCES: dense.store.sentences,
        SENTENCE_VECTORS: dense.sentence_vectors,
        LEXICAL_SCORES: matrix.scores,
        LEXICAL_ROWS: matrix.rows,
        LEXICAL_STARTS: matrix.starts,
        LEXICAL_LENGTHS: bm25.lengths,
    }
    if tokens := dense.token_vectors:
        arrays |= {TOKENS: tokens.flat, TOKEN_SPANS: tokens.spans, TOKEN_OFFSETS: tokens.offsets}
        if tokens.compression is not None and tokens.worth is not None:
            arrays |= {TOKEN_WORTH: tokens.worth, TOKEN_AXES: tokens.compression.axes}
    (folder / LEXICAL).mkdir()
    for name, array in arrays.items():
        write_array(folder / name, np.asarray(array))
    write_lines(folder / LEXICAL_STEMS, [asdict(bm25.stems)])
    if not dense.nearest.exact:
        (folder / SEARCH).write_bytes(dense.nearest.to_bytes())
