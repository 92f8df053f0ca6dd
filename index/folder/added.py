"""The parts that were added to an index after it was built: each an index in a folder of its own, below the index's.

`added.json` lists them in order, each with the SHA-256 of its manifest; the index's manifest has the SHA-256 of that
list. So none can be lost or exchanged unnoticed.
"""

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from index.folder.files import ADDED, ADDED_LIST, broken
from index.folder.verified import OpenFolder, manifest_of, open_folder, open_inside
from index.manifest import FILE_NAME, Manifest, joined_manifest
from index.storage.records import json_value, made

_NAME = re.compile(r"[0-9]{1,9}")


@dataclass(frozen=True, slots=True)
class Added:
    """A part: its `name`, a number that counts up, and the SHA-256 of its `manifest`."""

    name: str
    manifest: str


@dataclass(frozen=True, slots=True)
class _List:
    parts: tuple[Added, ...]


def list_of_added(manifest: Manifest) -> frozenset[str]:
    """The name of the list of parts, if an index with `manifest` has any."""
    return frozenset({ADDED_LIST}) & manifest.files.keys()


def list_to_json(parts: Sequence[Added]) -> str:
    """The text of `added.json`."""
    return json.dumps(asdict(_List(tuple(parts)))) + "\n"


def added_to(folder: OpenFolder, manifest: Manifest) -> tuple[Added, ...]:
    """The parts of the index in `folder` with `manifest`; IndexFolderError where the list is not what was written."""
    if not list_of_added(manifest):
        return ()
    path = folder.path / ADDED_LIST
    try:
        with folder.open(ADDED_LIST) as file:
            content = file.read()
        if hashlib.sha256(content).hexdigest() != manifest.files[ADDED_LIST]:
            raise broken(path, "it is not the file that was written")
        parts = made(_List, json_value(content.decode("utf-8"))).parts
    except (OSError, TypeError, ValueError) as error:
        raise broken(path, str(error)) from error
    if not parts or not all(_NAME.fullmatch(each.name) for each in parts):
        raise broken(path, "it does not list parts by their numbers")
    return parts


def opened_parts(folder: OpenFolder, manifest: Manifest) -> Iterator[OpenFolder]:
    """The folders of the parts of the index in `folder`, one after the other, each with the manifest that is listed."""
    for each in added_to(folder, manifest):
        with open_inside(folder, f"{ADDED}/{each.name}") as part:
            _check_manifest(part, each)
            yield part


def manifest_of_all(folder: OpenFolder) -> Manifest:
    """The manifest of the index in `folder`, of all its parts together; IndexFolderError as from `manifest_of`."""
    first = manifest_of(folder)
    return joined_manifest([first, *map(manifest_of, opened_parts(folder, first))])


def read_manifest(folder: Path) -> Manifest:
    """What the index in `folder` says about itself, its files not looked at; IndexFolderError as from `load_index`."""
    with open_folder(folder) as opened:
        return manifest_of_all(opened)


def part_path(folder: Path, name: str) -> Path:
    """Where the part `name` of the index in `folder` lies."""
    return folder / ADDED / name


def _check_manifest(part: OpenFolder, listed: Added) -> None:
    path = part.path / FILE_NAME
    try:
        with part.open(FILE_NAME) as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise broken(path, str(error)) from error
    if digest != listed.manifest:
        raise broken(path, f"it is not the one that {ADDED_LIST} lists")
