"""Indexes that Milvus searches: in a file of Milvus Lite and, where $PINCITE_MILVUS_URL names one, on a server."""

import os
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path
from types import SimpleNamespace

import pytest

from index.engines.milvus.client import connect, release
from index.engines.milvus.layout import root_of
from index.engines.milvus.opening import open_published
from index.engines.milvus.publish import publish
from index.engines.milvus.search import MilvusPassageSearch
from index.errors import EngineError
from index.folder.save import save_index
from index.storage.addresses import MilvusAddress, parse_address
from index.store import Index

LITE, SERVER = "Milvus Lite", "Milvus"
MILVUS = (LITE, SERVER)
"""The kinds of Milvus that every test of an engine is run with, as far as they are there."""


def needs_milvus() -> None:
    """Skip the test where the packages that ask Milvus are not installed."""
    if find_spec("pymilvus") is None or find_spec("milvus_lite") is None:
        pytest.skip("Milvus is not installed: pip install 'pincite[milvus]'")


@contextmanager
def milvus_address(kind: str, folder: Path) -> Iterator[MilvusAddress]:
    """The address of a collection that nothing uses yet, emptied at the end; a file of Milvus Lite is in `folder`."""
    needs_milvus()
    url = os.environ.get("PINCITE_MILVUS_URL")
    if kind == SERVER and not url:
        pytest.skip("$PINCITE_MILVUS_URL names no server, as milvus://HOST:PORT")
    name = f"test_{secrets.token_hex(6)}"
    address = parse_address(f"{(url or '').rstrip('/')}/{name}" if kind == SERVER else f"milvus://{folder}/m.db/{name}")
    try:
        with quick_waits():
            yield address
    finally:
        with suppress(EngineError):
            empty(address)
        if address.is_file:
            release(address)


@contextmanager
def quick_waits() -> Iterator[None]:
    """Have pymilvus look ten times as often whether an index is built, for which it waits half a second at first."""
    import pymilvus.client.grpc_handler as handler

    with pytest.MonkeyPatch.context() as changed:
        quick = SimpleNamespace(
            time=time.time, monotonic=time.monotonic, sleep=lambda seconds: time.sleep(seconds / 10)
        )
        changed.setattr(handler, "time", quick)
        yield


def empty(address: MilvusAddress) -> None:
    """Delete everything that is at `address`."""
    milvus = connect(address, make=True)
    if milvus.resolve():
        milvus.client.drop_alias(address.collection)
    for each in milvus.collections():
        if each == address.collection or root_of(each, address):
            milvus.drop(each)
    milvus.close()


def published(index: Index, address: MilvusAddress, folder: Path) -> Index:
    """`index` as it is opened from `address`, after it was written there from `folder`, where it is saved."""
    save_index(index, folder / "index")
    publish(folder / "index", address)
    return open_published(address, folder / "fetched" / "index")


def close(index: Index) -> None:
    """End the connection of an index that was opened from an address."""
    assert isinstance(index.dense, MilvusPassageSearch)
    index.dense.milvus.close()
