"""What an index says about itself: `manifest.json`."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from importlib import metadata
from pathlib import Path

from index.errors import IndexFolderError
from index.vectors import EXACT_LIMIT

PROGRAM = "pincite"
FORMAT = 1
FILE_NAME = "manifest.json"
REBUILD = "build it again: pincite index"
# Token vectors take 2 bytes x dimension a word piece: about 100 kB a paragraph of 130 word pieces with 384 dimensions,
# 27 MB for the five documents, 2 GB at this limit.
TOKEN_LIMIT = 20_000


@dataclass(frozen=True, slots=True)
class BuildSettings:
    """How an index is built: the largest number of passages with stored token vectors and with exact search."""

    token_limit: int = TOKEN_LIMIT
    exact_limit: int = EXACT_LIMIT


@dataclass(frozen=True, slots=True)
class Counts:
    """How much an index holds; `tokens` is None where token vectors are not stored."""

    documents: int
    paragraphs: int
    passages: int
    sentences: int
    tokens: int | None


@dataclass(frozen=True, slots=True)
class Manifest:
    """What built an index and what it holds.

    `fingerprint` is a hash over what the index says: documents, model and settings, not the date. `files` maps each
    file's path in the folder to its SHA-256; it is empty, and `built` as well, until the index is saved.
    """

    fingerprint: str
    model: str
    weights_sha256: str
    dimension: int
    max_tokens: int
    counts: Counts
    settings: BuildSettings = BuildSettings()
    program: str = PROGRAM
    version: str = ""
    format: int = FORMAT
    built: str = ""
    files: Mapping[str, str] = field(default_factory=dict)

    def dated(self, built: str, files: Mapping[str, str]) -> "Manifest":
        """The same manifest with the date and the files' hashes that saving adds."""
        return replace(self, built=built, files=dict(sorted(files.items())), version=program_version())

    def to_json(self) -> str:
        """The text of `manifest.json`."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=2) + "\n"


def program_version() -> str:
    """The version of the installed program, or `unknown` in a checkout that was never installed."""
    try:
        return metadata.version(PROGRAM)
    except metadata.PackageNotFoundError:
        return "unknown"


def read_manifest(folder: Path) -> Manifest:
    """The manifest of the index in `folder`; IndexFolderError says what is wrong with it and what to run."""
    path = folder / FILE_NAME
    if not folder.is_dir():
        raise IndexFolderError(f"no index at {folder}; build one: pincite index")
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise IndexFolderError(f"{folder} is not a pincite index (no {FILE_NAME}); {REBUILD}") from error
    except (OSError, ValueError) as error:
        raise IndexFolderError(f"{path} cannot be read ({error}); {REBUILD}") from error
    return _checked(record, path)


def _checked(record: object, path: Path) -> Manifest:
    if not isinstance(record, dict) or record.get("program") != PROGRAM:
        raise IndexFolderError(f"{path} was not written by pincite; name another folder, or run: pincite index")
    if record.get("format") != FORMAT:
        found, made_by = record.get("format"), record.get("version")
        raise IndexFolderError(f"{path} has format {found} (pincite {made_by}), this program reads {FORMAT}; {REBUILD}")
    try:
        fields = dict(record)
        fields["counts"] = Counts(**record["counts"])
        fields["settings"] = BuildSettings(**record["settings"])
        manifest = Manifest(**fields)
        # A manifest with values of another kind must fail here and not in the middle of a search.
        for value, kind in ((manifest.files, dict), (manifest.dimension, int), (manifest.model, str)):
            if not isinstance(value, kind):
                raise TypeError(f"{value!r} is not of type {kind.__name__}")
    except (KeyError, TypeError) as error:
        raise IndexFolderError(f"{path} is broken ({error}); {REBUILD}") from error
    return manifest
