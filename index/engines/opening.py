"""An index opened to be asked, wherever it is searched: on this machine, or by an engine at an address.

`folder` is what an index is named by: the folder it lies in, or that stands for an address (`index.storage.addresses`).
"""

from collections.abc import Hashable
from functools import lru_cache
from pathlib import Path
from time import monotonic

from index.errors import PinciteError
from index.folder import load
from index.manifest import FILE_NAME, Manifest
from index.storage.addresses import MilvusAddress, address_of
from index.store import Index

# Seconds between two looks at whether an address leads to another index: a look takes some milliseconds.
_EVERY = 10.0


def load_index(folder: Path) -> Index:
    """The index that `folder` names, checked against its manifest; IndexFolderError says what is wrong and what to run.

    EngineError where it is elsewhere and its engine cannot be asked.
    """
    address = address_of(folder)
    if address is None:
        return load.load_index(folder)
    from index.engines.milvus.opening import open_published

    return open_published(address, folder)


def read_manifest(folder: Path) -> Manifest:
    """What the index that `folder` names says about itself; errors as from `load_index`."""
    address = address_of(folder)
    if address is None:
        return load.read_manifest(folder)
    from index.engines.milvus.opening import published_manifest

    return published_manifest(address)


def stamp_of(folder: Path) -> Hashable:
    """What tells the index that `folder` names now from another one that takes its place; None while there is none."""
    if address := address_of(folder):
        return _collection_of(address, int(monotonic() / _EVERY))
    try:
        status = (folder / FILE_NAME).stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_ino, status.st_size


@lru_cache(maxsize=4)
def _collection_of(address: MilvusAddress, _when: int) -> str | None:
    """The collection that `address` leads to, looked up again when `_when` changes; None where that cannot be told."""
    from index.engines.milvus.opening import published_collection

    try:
        return published_collection(address)
    except PinciteError:
        return None
