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

from index.folder.files import ADDED, ADDED_LIST, GONE_LIST, broken
from index.folder.gone import FIRST, gone_from
from index.folder.verified import OpenFolder, listed, manifest_of, open_folder, open_inside
from index.manifest import FILE_NAME, Manifest, joined_manifest

_NAME = re.compile(r"[0-9]{1,9}")


@dataclass(frozen=True, slots=True)
class Added:
    """A part: its `name`, a number that counts up, and the SHA-256 of its `manifest`."""

    name: str
    manifest: str


@dataclass(frozen=True, slots=True)
class _List:
    parts: tuple[Added, ...]


def lists_of_parts(manifest: Manifest) -> frozenset[str]:
    """The names of the lists of parts and of documents that went, as far as an index with `manifest` has them."""
    return frozenset({ADDED_LIST, GONE_LIST}) & manifest.files.keys()


def list_to_json(parts: Sequence[Added]) -> str:
    """The text of `added.json`."""
    return json.dumps(asdict(_List(tuple(parts)))) + "\n"


def added_to(folder: OpenFolder, manifest: Manifest) -> tuple[Added, ...]:
    """The parts of the index in `folder` with `manifest`; IndexFolderError where the list is not what was written."""
    held = listed(folder, manifest, ADDED_LIST, _List)
    if held is None:
        return ()
    if not held.parts or not all(_NAME.fullmatch(each.name) for each in held.parts):
        raise broken(folder.path / ADDED_LIST, "it does not list parts by their numbers")
    return held.parts


def opened_parts(folder: OpenFolder, manifest: Manifest) -> Iterator[tuple[str, OpenFolder]]:
    """The folder of the index in `folder` and those of its parts, by their names, each with the manifest it had."""
    yield FIRST, folder
    for each in added_to(folder, manifest):
        with open_inside(folder, f"{ADDED}/{each.name}") as part:
            _check_manifest(part, each)
            yield each.name, part


def manifests_of_parts(folder: OpenFolder) -> list[tuple[str, Manifest]]:
    """The manifest of each part of the index in `folder`, by their names; IndexFolderError as from `manifest_of`."""
    return [(name, manifest_of(part)) for name, part in opened_parts(folder, manifest_of(folder))]


def manifest_of_all(folder: OpenFolder) -> Manifest:
    """The manifest of the index in `folder`, of all that is there still in its parts; errors as from `manifest_of`."""
    parts = manifests_of_parts(folder)
    gone = gone_from(folder, parts[0][1])
    return joined_manifest([gone[name].taken_off(each) if name in gone else each for name, each in parts])


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
