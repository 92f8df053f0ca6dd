"""How an index lies in Milvus: three collections, and an alias that leads to the first of them.

`NAME__STAMP` holds what is read by name, in parts: the manifest, the files that are read whole, and the vectors of each
paragraph. `…_passages` holds the vectors of passages that are searched, `…_words` the BM25 scores of each paragraph's
stems as a sparse vector. A new index is written beside the old one; the alias `NAME` changes when it is whole.
"""

import json
import re
import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from index.engines.milvus.client import Field, Milvus, Schema
from index.errors import IndexFolderError
from index.manifest import PROGRAM, Manifest, parse_manifest
from index.storage.addresses import MilvusAddress
from index.storage.records import json_value

LAYOUT = 1  # counts up when what lies in the collections changes
HEAD = "head"
"""The part that says what the others are; written last, so that nobody takes half an index for a whole one."""

NAME, CONTENT, FILLER, PASSAGE, ROW, DOCUMENT, VECTOR, WORDS = (
    "name content filler passage row document vector words".split()
)
_STAMP = r"[0-9a-f]{24}"
_LONGEST = 65_535  # bytes; the most that a text in Milvus has

PARTS = Schema(
    (
        Field(NAME, "VARCHAR", {"max_length": 512}),
        Field(CONTENT, "VARCHAR", {"max_length": _LONGEST}),
        # Milvus takes no collection without a vector.
        Field(FILLER, "FLOAT_VECTOR", {"dim": 2}),
    ),
    FILLER,
    "FLAT",
    is_mapped=True,
)
STEMS = Schema(
    (Field(ROW, "INT64", {}), Field(DOCUMENT, "INT64", {}), Field(WORDS, "SPARSE_FLOAT_VECTOR", {})),
    WORDS,
    "SPARSE_INVERTED_INDEX",
)


def passages_schema(manifest: Manifest) -> Schema:
    """The schema of passages: those of few are compared one by one, of many as Milvus finds best."""
    keys = tuple(Field(name, "INT64", {}) for name in (PASSAGE, ROW, DOCUMENT))
    is_exact = manifest.counts.passages <= manifest.settings.exact_limit
    vector = Field(VECTOR, "FLOAT_VECTOR", {"dim": manifest.dimension})
    return Schema((*keys, vector), VECTOR, "FLAT" if is_exact else "AUTOINDEX")


@dataclass(frozen=True, slots=True)
class Collections:
    """The names of the collections of one index."""

    parts: str

    @property
    def passages(self) -> str:
        """The one of passages."""
        return f"{self.parts}_passages"

    @property
    def words(self) -> str:
        """The one of words."""
        return f"{self.parts}_words"

    @property
    def all(self) -> tuple[str, str, str]:
        """All three."""
        return self.parts, self.passages, self.words

    @classmethod
    def new(cls, address: MilvusAddress, fingerprint: str) -> "Collections":
        """Names that no other index has."""
        return cls(f"{address.collection}__{fingerprint[:16]}{secrets.token_hex(4)}")


@dataclass(frozen=True, slots=True)
class Head:
    """What an index in Milvus says about itself; `sizes` are the bytes of the files that are read whole."""

    manifest: Manifest
    sizes: Mapping[str, int]

    def to_json(self) -> str:
        """The text of the part `head`."""
        record = {"program": PROGRAM, "layout": LAYOUT, "manifest": asdict(self.manifest), "sizes": dict(self.sizes)}
        return json.dumps(record, ensure_ascii=False)


def root_of(name: str, address: MilvusAddress) -> str | None:
    """The parts' collection that the collection `name` belongs to; None where it is of no index at `address`."""
    match = re.fullmatch(rf"({address.collection}__{_STAMP})(?:_passages|_words)?", name)
    return match[1] if match else None


def check_replaceable(milvus: Milvus) -> str | None:
    """The parts' collection that the address leads to now, None where it leads nowhere yet.

    IndexFolderError where it leads to what no pincite made.
    """
    address, found = milvus.address, milvus.resolve()
    if found is None and milvus.fields(address.collection):
        raise _foreign(address)
    if found is not None and (root_of(found, address) != found or not _holds_parts(milvus, found)):
        raise _foreign(address)
    return found


def open_head(milvus: Milvus) -> tuple[Collections, Head]:
    """The collections that the address leads to, ready for searches, and what they say about themselves.

    IndexFolderError where there are none, or where they are not an index that this program reads.
    """
    found = check_replaceable(milvus)
    address = milvus.address
    if found is None:
        raise IndexFolderError(f"no index at {address}; publish one: pincite index --engine {address}")
    collections = Collections(found)
    for each in collections.all:
        milvus.load(each)
    return collections, _head(milvus, collections)


def _head(milvus: Milvus, collections: Collections) -> Head:
    address = milvus.address
    publish = f"publish it again: pincite index --engine {address}"
    text = milvus.get(collections.parts, NAME, [HEAD], CONTENT).get(HEAD)
    if text is None:
        raise IndexFolderError(f"{address} is not whole; {publish}")
    try:
        record = json_value(text)
        if not isinstance(record, dict) or record.get("program") != PROGRAM:
            raise ValueError("it was not written by pincite")
        if record.get("layout") != LAYOUT:
            raise ValueError(f"it lies there as {record.get('layout')!r}, this program reads {LAYOUT}")
        sizes = {str(name): int(size) for name, size in record["sizes"].items()}
        manifest = json.dumps(record["manifest"])
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise IndexFolderError(f"{address} cannot be read ({error}); {publish}") from error
    return Head(parse_manifest(manifest, Path(str(address))), sizes)


def _holds_parts(milvus: Milvus, collection: str) -> bool:
    return {field.name for field in PARTS.fields} <= milvus.fields(collection)


def _foreign(address: MilvusAddress) -> IndexFolderError:
    return IndexFolderError(
        f"{address}: the collection {address.collection} was not made by pincite and is left alone; use another name"
    )
