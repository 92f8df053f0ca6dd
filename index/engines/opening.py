"""An index opened to be asked, wherever it is searched: on this machine, or by an engine at an address.

`folder` is what an index is named by: the folder it lies in, or that stands for an address (`index.storage.addresses`).
"""

import threading
from collections.abc import Hashable
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from index.errors import PinciteError
from index.folder import added
from index.manifest import FILE_NAME, Manifest
from index.storage.addresses import MilvusAddress, address_of

if TYPE_CHECKING:
    from index.store import Index

# Seconds between two looks at whether an address leads to another index: a look takes some milliseconds.
_EVERY = 10.0


def load_index(folder: Path) -> "Index":
    """The index that `folder` names, checked against its manifest; IndexFolderError says what is wrong and what to run.

    EngineError where it is elsewhere and its engine cannot be asked.
    """
    address = address_of(folder)
    if address is None:
        # Takes as long to import as a model takes to read, which is done beside it.
        from index.folder import load

        return load.load_index(folder)
    from index.engines.milvus.opening import open_published

    return open_published(address, folder)


def read_manifest(folder: Path) -> Manifest:
    """What the index that `folder` names says about itself; errors as from `load_index`."""
    address = address_of(folder)
    if address is None:
        return added.read_manifest(folder)
    from index.engines.milvus.opening import published_manifest

    return published_manifest(address)


class Stamp:
    """What tells the index that `folder` names from another one that takes its place. Safe to share between threads."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._address = address_of(folder)
        self._last: Hashable = None
        self._looked = 0.0
        self._looking = threading.Lock()

    def look(self) -> Hashable:
        """The stamp of the index that is there now; None while there is none, or where that cannot be told."""
        self._last = _stamp_of(self._folder) if self._address is None else _collection_of(self._address)
        self._looked = monotonic()
        return self._last

    def latest(self) -> Hashable:
        """The stamp, at once: where that takes a call to a server it is the last one's, and another one is made."""
        if self._address is None:
            return self.look()
        if monotonic() - self._looked > _EVERY and self._looking.acquire(blocking=False):
            threading.Thread(target=self._look_and_release, name="pincite-look", daemon=True).start()
        return self._last

    def _look_and_release(self) -> None:
        try:
            self.look()
        finally:
            self._looking.release()


def _stamp_of(folder: Path) -> tuple[int, int, int] | None:
    try:
        status = (folder / FILE_NAME).stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_ino, status.st_size


def _collection_of(address: MilvusAddress) -> str | None:
    from index.engines.milvus.opening import published_collection

    try:
        return published_collection(address)
    except PinciteError:
        return None
