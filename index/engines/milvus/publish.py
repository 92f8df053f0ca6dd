"""An index folder written to Milvus, beside the index that is there, and put in its place in one step."""

from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from itertools import chain, islice
from pathlib import Path

import numpy as np

from index.engines.milvus.client import Entity, Milvus, Schema, connect
from index.engines.milvus.layout import (
    DOCUMENT,
    HEAD,
    PARTS,
    PASSAGE,
    ROW,
    STEMS,
    VECTOR,
    WORDS,
    Collections,
    Head,
    check_replaceable,
    open_head,
    passages_schema,
    root_of,
)
from index.engines.milvus.paragraphs import TokenBytes, paragraph_entities
from index.engines.milvus.parts import PART, entities_of, entity_of
from index.errors import EngineError, IndexFolderError
from index.folder.load import load_index
from index.folder.reading import published_files
from index.manifest import Manifest
from index.progress import Progress, quiet
from index.search.bm25 import Bm25Index
from index.search.local import LocalLexicalSearch, LocalPassageSearch
from index.storage.addresses import MilvusAddress
from index.storage.atomic import alone_beside

PUBLISHING = "publishing"
"""The stage of writing to Milvus, counted in entities."""
# Entities that are sent together: 8 MB of parts, 2 MB of vectors, of the 64 MB that Milvus takes.
_TOGETHER = 128
_ROWS_TOGETHER = 1_000


@dataclass(frozen=True, slots=True)
class Published:
    """What came of publishing an index; `is_new` is False where the same one was there already."""

    manifest: Manifest
    is_new: bool


def publish(folder: Path, address: MilvusAddress, on_progress: Progress = quiet) -> Published:
    """What came of writing the index in `folder` to `address`, in place of the one there.

    Who has the old one open goes on with it until the next is published. After any error the old one stays in place.
    EngineError where the server cannot be asked, IndexFolderError where `folder` holds no index or `address` leads to
    what no pincite made.
    """
    with alone_beside(folder), closing(connect(address, make=True)) as milvus:
        replaced = check_replaceable(milvus)
        writer = _Writer.of(folder, milvus, on_progress)
        if replaced is not None and _is_there(milvus, writer.head):
            return Published(writer.head.manifest, is_new=False)
        _tidy(milvus, keeping=replaced)
        with _unless_failed(milvus, writer.collections):
            writer.write()
        milvus.point_to(writer.collections.parts)
    return Published(writer.head.manifest, is_new=True)


def check_publishable(address: MilvusAddress) -> None:
    """Raise the error that `publish` would, where the server cannot be asked or the collection is not ours."""
    with closing(connect(address, make=True)) as milvus:
        check_replaceable(milvus)


@dataclass(frozen=True, eq=False)
class _Writer:
    """Writes one index to its collections."""

    folder: Path
    dense: LocalPassageSearch
    bm25: Bm25Index
    head: Head
    collections: Collections
    milvus: Milvus
    tell: Progress

    @classmethod
    def of(cls, folder: Path, milvus: Milvus, tell: Progress) -> "_Writer":
        index = load_index(folder)
        dense, lexical, manifest = index.dense, index.lexical, index.manifest
        if not isinstance(dense, LocalPassageSearch) or not isinstance(lexical, LocalLexicalSearch):
            raise ValueError("only an index whose engines are local is published")
        if not isinstance(lexical.bm25, Bm25Index):
            raise IndexFolderError(
                f"{folder} has parts that were added or documents that went, and is written to Milvus as one; have it "
                f"written so: pincite index update --engine {milvus.address}"
            )
        names = published_files(manifest)
        files = {name: digest for name, digest in manifest.files.items() if name in names}
        samples = {name: digest for name, digest in manifest.samples.items() if name in names}
        sizes = {name: (folder / name).stat().st_size for name in sorted(names)}
        head = Head(replace(manifest, files=files, samples=samples), sizes)
        collections = Collections.new(milvus.address, manifest.fingerprint)
        return cls(folder, dense, lexical.bm25, head, collections, milvus, tell)

    def write(self) -> None:
        """Write all, the head last."""
        passages = passages_schema(self.head.manifest)
        self._fill(self.collections.passages, passages, self._passages(), _ROWS_TOGETHER)
        self._fill(self.collections.words, STEMS, self._words(), _ROWS_TOGETHER)
        axes = None
        if (tokens := self.dense.token_vectors) and tokens.compression:
            axes = tokens.compression.axes
        form = TokenBytes.of(self.head.manifest, axes)
        head = entity_of(HEAD, self.head.to_json())
        parts = chain(self._files(), paragraph_entities(self.dense, form), [head])
        self._fill(self.collections.parts, PARTS, parts, _TOGETHER)

    def _fill(self, collection: str, schema: Schema, entities: Iterable[Entity], together: int) -> None:
        self.milvus.create(collection, schema)
        waiting, count = iter(entities), 0
        while some := list(islice(waiting, together)):
            self.milvus.insert(collection, some)
            count += len(some)
            self.tell(PUBLISHING, count, 0)
        found = self.milvus.finish(collection, schema)
        if found != count:
            raise EngineError(f"{self.milvus.address} has {found} of {count} entities of {collection}; publish again")

    def _passages(self) -> Iterator[Entity]:
        documents = self._documents()
        for passage, row in enumerate(self.dense.spans[:, 0].tolist()):
            vector = np.asarray(self.dense.vectors[passage], dtype=np.float32)
            yield {PASSAGE: passage, ROW: row, DOCUMENT: documents[row], VECTOR: vector}

    def _words(self) -> Iterator[Entity]:
        # Takes half a second, as it loads scipy.
        from scipy.sparse import csc_array

        matrix, bm25 = self.bm25.matrix, self.bm25
        shape = bm25.count, len(bm25.vocabulary)
        documents = self._documents()
        rows = csc_array((matrix.scores, matrix.rows, matrix.starts), shape=shape).tocsr()
        for row, (start, end) in enumerate(zip(rows.indptr[:-1].tolist(), rows.indptr[1:].tolist(), strict=True)):
            stems, scores = rows.indices[start:end].tolist(), rows.data[start:end].tolist()
            yield {ROW: row, DOCUMENT: documents[row], WORDS: dict(zip(stems, scores, strict=True))}

    def _files(self) -> Iterator[Entity]:
        for name in sorted(self.head.sizes):
            with (self.folder / name).open("rb") as file:
                yield from entities_of(f"files/{name}", iter(lambda: file.read(PART), b""))

    def _documents(self) -> list[int]:
        """The place of each row's document."""
        starts = np.array(self.dense.store.starts)
        places: list[int] = np.repeat(np.arange(len(starts) - 1), np.diff(starts)).tolist()
        return places


def _is_there(milvus: Milvus, head: Head) -> bool:
    """Whether the index that the address leads to is this one, whenever it was built."""
    try:
        there = open_head(milvus)[1]
        return replace(there, manifest=replace(there.manifest, built=head.manifest.built)) == head
    except IndexFolderError:
        return False


def _tidy(milvus: Milvus, keeping: str | None) -> None:
    """Delete what earlier indexes of this address, and publishing that was killed, left; but not `keeping`."""
    for name in milvus.collections():
        if root_of(name, milvus.address) not in (None, keeping):
            milvus.drop(name)


@contextmanager
def _unless_failed(milvus: Milvus, collections: Collections) -> Iterator[None]:
    """Delete `collections` again where the block ends with an error."""
    done = False
    try:
        yield
        done = True
    finally:
        if not done:
            with suppress(EngineError):
                for name in collections.all:
                    milvus.drop(name)
