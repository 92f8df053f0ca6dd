"""The files of an index folder: their names, how they are written, and which folders may be replaced."""

import json
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.errors import IndexFolderError
from index.manifest import FILE_NAME, PROGRAM, REBUILD
from index.storage.addresses import check_is_here
from index.storage.digests import LARGE, sha256_of_file, sha256_of_parts

DOCUMENTS, FINDINGS, CORPUS = "documents.jsonl", "findings.jsonl", "corpus.json"
PASSAGES, SENTENCES = "passages.npy", "sentences.npy"
VECTORS, SENTENCE_VECTORS = "vectors.npy", "sentence_vectors.npy"
TOKENS, TOKEN_SPANS, TOKEN_OFFSETS = "tokens.npy", "token_spans.npy", "token_offsets.npy"
TOKEN_WORTH, TOKEN_AXES = "token_worth.npy", "token_axes.npy"
SEARCH, LEXICAL, LOOKUPS = "vectors.faiss", "lexical", "lookups"
LEXICAL_STEMS = f"{LEXICAL}/stems.json"
LEXICAL_SCORES, LEXICAL_ROWS, LEXICAL_STARTS = (f"{LEXICAL}/{name}.npy" for name in ("scores", "rows", "starts"))
LEXICAL_LENGTHS = f"{LEXICAL}/lengths.npy"
DOCUMENT_SPANS, PARAGRAPH_SPANS = (f"{LOOKUPS}/{name}_spans.npy" for name in ("document", "paragraph"))
LOCATORS, LOCATOR_OF = f"{LOOKUPS}/locators.jsonl", f"{LOOKUPS}/locator_of.npy"
HEADINGS, HEADING_OF = f"{LOOKUPS}/headings.jsonl", f"{LOOKUPS}/heading_of.npy"
LENGTHS, SHORT_FORMS = f"{LOOKUPS}/lengths.npy", f"{LOOKUPS}/short_forms.json"
WORDS, COMPOUNDS, LETTERS = f"{LOOKUPS}/words.json", f"{LOOKUPS}/compounds.json", f"{LOOKUPS}/letters.npy"
WORD_COUNTS = f"{LOOKUPS}/word_counts.json"
ADDED, ADDED_LIST, GONE_LIST = "added", "added.json", "gone.json"
_NAMES = frozenset(
    {ADDED, ADDED_LIST, GONE_LIST}
    | {FILE_NAME, DOCUMENTS, FINDINGS, CORPUS, PASSAGES, SENTENCES, VECTORS, SENTENCE_VECTORS}
    | {TOKENS, TOKEN_SPANS, TOKEN_OFFSETS, TOKEN_WORTH, TOKEN_AXES, SEARCH, LEXICAL, LOOKUPS}
)
# Hashing leaves other threads alone; more than this many wait for the disk.
READING_THREADS = 4


def write_lines(path: Path, records: Iterable[Mapping[str, Any]]) -> None:
    """Write one JSON object a line."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def write_array(path: Path, array: NDArray[Any]) -> None:
    """Write `array` as npy. NumPy's own writer does not say that the disk is full."""
    plain = np.ascontiguousarray(array)
    with path.open("wb") as file:
        np.lib.format.write_array_header_1_0(file, np.lib.format.header_data_from_array_1_0(plain))
        file.write(plain.reshape(-1).view(np.uint8).data)


def sha256_of_files(folder: Path) -> dict[str, str]:
    """The SHA-256 of every file under `folder`, in hex, by path relative to it."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    with ThreadPoolExecutor(READING_THREADS) as pool:
        digests = list(pool.map(sha256_of_file, paths))
    return {path.relative_to(folder).as_posix(): digest for path, digest in zip(paths, digests, strict=True)}


def sha256_of_large_files(folder: Path) -> dict[str, str]:
    """The SHA-256 of parts of each large file under `folder`, in hex, by path relative to it."""
    found: dict[str, str] = {}
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        if (size := path.stat().st_size) > LARGE:
            with path.open("rb") as file:
                found[path.relative_to(folder).as_posix()] = sha256_of_parts(file, size)
    return found


def check_target(folder: Path) -> None:
    """Raise IndexFolderError where `folder` is something else than an index of its own: it must not be replaced."""
    check_is_here(folder)
    if not folder.exists():
        return
    advice = "it is left alone; name another folder with --out"
    if not folder.is_dir():
        raise IndexFolderError(f"{folder} is a file, not a pincite index; {advice}")
    foreign = sorted(path.name for path in folder.iterdir() if path.name not in _NAMES)
    if foreign:
        raise IndexFolderError(f"{folder} holds {foreign[0]!r}, which no pincite index does; {advice}")
    manifest = folder / FILE_NAME
    if manifest.exists() and _written_by(manifest) not in (PROGRAM, None):
        raise IndexFolderError(f"{manifest} was not written by pincite; {advice}")


def broken(path: Path, what: str) -> IndexFolderError:
    """The error that says what is wrong with the file of an index and what to run."""
    return IndexFolderError(f"{path} is broken ({what}); {REBUILD}")


def _written_by(manifest: Path) -> object:
    """The program a manifest names; None where the manifest is only half there, as a broken index's may be."""
    try:
        record = json.loads(manifest.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return record.get("program", "") if isinstance(record, dict) else ""
