"""What is asked of a Milvus server: every call ends in time, and errors are told in plain words."""

import logging
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from math import ceil
from pathlib import Path
from typing import Any

import numpy as np

from index.arrays import Rows, Scores
from index.errors import EngineError, IndexFolderError, MissingPackageError
from index.storage.addresses import MilvusAddress

MOST_FOUND = 16_384
"""Entities that Milvus finds at once; its documentation gives the number as a limit of its own."""
# Seconds that a call may take, trying again included, unless $PINCITE_MILVUS_TIMEOUT says otherwise: a search takes
# milliseconds, loading a collection of millions on a busy server some seconds.
_TIMEOUT = 10.0
_WRITING = 30  # times as long, for what moves much: rows that are written, a collection that is loaded
# Milvus's codes for a collection and for an alias that is not there; Milvus Lite says the first of both.
_ABSENT = frozenset({100, 1600})
_INSTALL = "an index in Milvus needs the package pymilvus; run: pip install 'pincite[milvus]'"

Entity = Mapping[str, Any]
Query = Scores | Mapping[int, float]
"""A vector, or a sparse one: the weights of some dimensions."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a collection: its `kind` as Milvus names it, and what that takes."""

    name: str
    kind: str
    options: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Schema:
    """A collection's fields, of which the first is its key, and the index of `vector` by inner product.

    What is `mapped` stays on the disk of the server and is read as it is needed.
    """

    fields: tuple[Field, ...]
    vector: str
    index_type: str
    is_mapped: bool = False


@dataclass(frozen=True, eq=False)
class Milvus:
    """A connection to the server of `address`. Safe to share between threads.

    EngineError from every method where the server is away or too slow. What fails for a moment is tried again, at
    growing intervals, until the time is up.
    """

    address: MilvusAddress
    client: Any
    timeout: float

    def resolve(self) -> str | None:
        """The name of the collection that the address's alias leads to; None where there is no such alias."""
        try:
            with self._asked():
                found = self.client.describe_alias(self.address.collection, timeout=self.timeout)
        except _AbsentError:
            return None
        return str(found["collection_name"])

    def point_to(self, collection: str) -> None:
        """Have the address's alias lead to `collection`, in one step."""
        exists = self.resolve() is not None
        change = self.client.alter_alias if exists else self.client.create_alias
        with self._asked():
            change(collection, self.address.collection, timeout=self.timeout)

    def collections(self) -> list[str]:
        """The names of all collections."""
        with self._asked():
            return list(map(str, self.client.list_collections(timeout=self.timeout)))

    def fields(self, collection: str) -> set[str]:
        """The names of the fields of `collection`; none where there is no such collection."""
        try:
            with self._asked():
                found = self.client.describe_collection(collection, timeout=self.timeout)
        except _AbsentError:
            return set()
        return {str(each["name"]) for each in found["fields"]}

    def create(self, collection: str, schema: Schema) -> None:
        """Make an empty `collection`."""
        from pymilvus import DataType

        made = self.client.create_schema(auto_id=False, enable_dynamic_field=False)
        for place, field in enumerate(schema.fields):
            made.add_field(field.name, DataType[field.kind], is_primary=place == 0, **field.options)
        properties = {"mmap.enabled": "true"} if schema.is_mapped else {}
        with self._asked():
            self.client.create_collection(collection, schema=made, properties=properties, timeout=self._long)

    def insert(self, collection: str, entities: Sequence[Entity]) -> None:
        """Add `entities` to `collection`."""
        with self._asked():
            self.client.insert(collection, list(entities), timeout=self._long)

    def finish(self, collection: str, schema: Schema) -> int:
        """How many entities `collection` has, after all were inserted; from now on it can be searched."""
        wanted = self.client.prepare_index_params()
        wanted.add_index(schema.vector, index_type=schema.index_type, metric_type="IP")
        with self._asked():
            self.client.flush(collection, timeout=self._long)
            self.client.create_index(collection, wanted, timeout=self._long)
            self.load(collection)
            (found,) = self.client.query(
                collection, filter="", output_fields=["count(*)"], consistency_level="Strong", timeout=self._long
            )
        return int(found["count(*)"])

    def load(self, collection: str) -> None:
        """Have `collection` ready for searches, as it is already on a server that others ask."""
        try:
            with self._asked():
                self.client.load_collection(collection, timeout=self._long)
        except _AbsentError as error:
            raise EngineError(f"{self.address} lost its collection {collection}; run the command again") from error

    def drop(self, collection: str) -> None:
        """Delete `collection`, if it is there."""
        with self._asked():
            self.client.drop_collection(collection, timeout=self.timeout)

    def search(
        self, collection: str, field: str, query: Query, k: int, where: str = "", *, owner: str = ""
    ) -> tuple[Rows, Scores]:
        """The keys, or the values of `owner`, of the `k` best of `collection` that `where` lets through; their scores.

        `field` is the vector field that is compared with `query`.
        """
        output = [owner] if owner else []
        with self._kept():
            (hits,) = self.client.search(
                collection,
                data=[query],
                anns_field=field,
                limit=k,
                filter=where,
                output_fields=output,
                timeout=self.timeout,
            )
        keys = [hit["entity"][owner] if owner else hit.id for hit in hits]
        scores = [hit["distance"] for hit in hits]
        return np.array(keys, dtype=np.int64), np.array(scores, dtype=np.float32)

    def get(self, collection: str, key: str, keys: Sequence[str], field: str) -> dict[str, str]:
        """What `field` holds by `keys`, as far as `collection` has them."""
        with self._kept():
            found = self.client.get(collection, ids=list(keys), output_fields=[field], timeout=self.timeout)
        return {str(each[key]): str(each[field]) for each in found}

    def close(self) -> None:
        """End the connection. A file of Milvus Lite stays open until this process ends, or calls `release`."""
        self.client.close()

    @property
    def _long(self) -> int:
        # Of a fraction pymilvus makes no end when it waits for an index.
        return ceil(_WRITING * self.timeout)

    @contextmanager
    def _kept(self) -> Iterator[None]:
        """As `_asked`, where what is asked was there when the index was opened."""
        try:
            with self._asked():
                yield
        except _AbsentError as error:
            raise IndexFolderError(
                f"{self.address} was published anew twice since it was opened here; run the command again"
            ) from error

    @contextmanager
    def _asked(self) -> Iterator[None]:
        """EngineError in place of what pymilvus raises."""
        import grpc
        from pymilvus.exceptions import MilvusException

        try:
            yield
        except MilvusException as error:
            if error.code in _ABSENT:
                raise _AbsentError(str(error.message)) from error
            raise self._failed(str(error.message)) from error
        except grpc.RpcError as error:
            code = getattr(error, "code", None)
            raise self._failed(str(code().name) if callable(code) else str(error)) from error

    def _failed(self, what: str) -> EngineError:
        if "DEADLINE_EXCEEDED" in what or "Retry timeout" in what:
            return EngineError(
                f"{self.address} did not answer within {self.timeout:g} s; see whether the server is overloaded, or "
                "set PINCITE_MILVUS_TIMEOUT to more seconds"
            )
        return EngineError(f"{self.address} cannot be asked ({' '.join(what.split())}); see whether Milvus is well")


class _AbsentError(EngineError):
    """What was asked about is not there."""


def connect(address: MilvusAddress, *, make: bool = False) -> Milvus:
    """A connection to the server of `address`; EngineError where there is none within the time.

    IndexFolderError where it is in a file that is not there, unless that is to `make`. `$PINCITE_MILVUS_TOKEN`,
    `user:password`, is sent if it is set; the connection is encrypted where `$PINCITE_MILVUS_TLS` is `1`.
    """
    seconds = _seconds()
    client_class = _client_class()
    if address.is_file:
        _check_file(address, make=make)
    from pymilvus.exceptions import MilvusException

    uri, token = address.uri, ""
    if not address.is_file:
        token = os.environ.get("PINCITE_MILVUS_TOKEN", "")
        if os.environ.get("PINCITE_MILVUS_TLS") == "1":
            uri = uri.replace("http://", "https://", 1)
    try:
        client = client_class(uri, token=token, timeout=seconds)
    except MilvusException as error:
        if address.is_file:
            raise EngineError(
                f"{address} cannot be opened; another program may be using the file, which only one can at a time"
            ) from error
        raise EngineError(
            f"no Milvus server answered at {uri} within {seconds:g} s; see whether it runs and can be reached from here"
        ) from error
    return Milvus(address, client, seconds)


def release(address: MilvusAddress) -> None:
    """Close the file of Milvus Lite at `address` for everything in this process, so that another one can open it."""
    from milvus_lite.server_manager import server_manager_instance

    server_manager_instance.release_server(address.uri)


def _client_class() -> Callable[..., Any]:
    try:
        from pymilvus import MilvusClient
    except ImportError as error:
        raise MissingPackageError(_INSTALL) from error
    # They print the stack of every error that is told in one line here; the server of Milvus Lite, which runs in this
    # process, that of every call that it does not know, which pymilvus does without.
    for name in ("pymilvus", "pymilvus.milvus_client", "milvus_lite", "grpc._server"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    made: Callable[..., Any] = MilvusClient
    return made


def _check_file(address: MilvusAddress, *, make: bool) -> None:
    if find_spec("milvus_lite") is None:
        raise MissingPackageError(_INSTALL.replace("pymilvus", "milvus-lite", 1))
    file = Path(address.uri)
    if not make and not file.exists():
        raise IndexFolderError(f"no index at {address}; publish one: pincite index --engine {address}")
    # What Milvus Lite calls a file is a folder.
    if file.is_file() or not file.parent.is_dir():
        raise EngineError(f"{file} is no place for Milvus Lite, which makes a folder of that name; name another one")


def _seconds() -> float:
    said = os.environ.get("PINCITE_MILVUS_TIMEOUT") or str(_TIMEOUT)
    try:
        seconds = float(said)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < float("inf"):
        raise EngineError(f"PINCITE_MILVUS_TIMEOUT is {said!r}; give it a number of seconds, or unset it")
    return seconds
