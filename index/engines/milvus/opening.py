"""An index that is in Milvus, opened by its address."""

import logging
from contextlib import closing
from pathlib import Path
from time import perf_counter

from index.engines.milvus.client import connect
from index.engines.milvus.layout import Collections, Head, open_head
from index.engines.milvus.paragraphs import ParagraphVectors, TokenBytes
from index.engines.milvus.parts import PartReader
from index.engines.milvus.search import MilvusLexicalSearch, MilvusPassageSearch
from index.errors import IndexFolderError
from index.folder.files import LEXICAL_STARTS, PASSAGES, TOKEN_AXES, TOKEN_OFFSETS
from index.folder.reading import Texts, published_files, read_published
from index.folder.verified import manifest_of, open_folder
from index.manifest import FILE_NAME, Manifest
from index.search.bm25 import Stems
from index.search.document_store import bounds_of
from index.storage.addresses import MilvusAddress
from index.storage.atomic import alone_beside, replacing_folder
from index.store import Index

_logger = logging.getLogger(__name__)


def published_manifest(address: MilvusAddress) -> Manifest:
    """What the index at `address` says about itself; errors as from `open_published`."""
    with closing(connect(address)) as milvus:
        return open_head(milvus)[1].manifest


def published_collection(address: MilvusAddress) -> str | None:
    """The collection that `address` leads to now, None where it leads nowhere; EngineError as `open_published`."""
    with closing(connect(address)) as milvus:
        return milvus.resolve()


def open_published(address: MilvusAddress, folder: Path) -> Index:
    """The index at `address`, which Milvus searches; its documents and look-ups are kept in `folder`.

    They are fetched where another index lies there, and each file is checked against the manifest in any case.
    EngineError where the server cannot be asked; IndexFolderError where there is no index, or one that this program
    does not read.
    """
    began = perf_counter()
    milvus = connect(address)
    collections, head = open_head(milvus)
    if missing := published_files(head.manifest) ^ head.sizes.keys():
        raise IndexFolderError(
            f"{address} does not hold {sorted(missing)[0]!r} alone; publish it again: pincite index --engine {address}"
        )
    parts = PartReader(milvus, collections.parts)
    _fetch(parts, head, folder)
    with open_folder(folder) as opened:
        texts, stems = read_published(opened)
    sizes = len(texts.documents), head.manifest.counts.paragraphs
    _logger.info("opened %s: %d documents, %d paragraphs, in %.2f s", address, *sizes, perf_counter() - began)
    return _index(texts, stems, collections, parts)


def _fetch(parts: PartReader, head: Head, folder: Path) -> None:
    """Have the files of `head` in `folder`."""
    with alone_beside(folder):
        if _holds(folder, head.manifest):
            return
        with replacing_folder(folder) as new:
            for name, size in sorted(head.sizes.items()):
                path = new / name
                path.parent.mkdir(exist_ok=True)
                with path.open("wb") as file:
                    file.writelines(parts.stream(f"files/{name}", size))
            (new / FILE_NAME).write_text(head.manifest.to_json(), encoding="utf-8")


def _holds(folder: Path, manifest: Manifest) -> bool:
    try:
        with open_folder(folder) as opened:
            return manifest_of(opened) == manifest
    except IndexFolderError:
        return False


def _index(texts: Texts, stems: Stems, collections: Collections, parts: PartReader) -> Index:
    store, arrays, manifest = texts.store(), texts.arrays, texts.manifest
    vectors = ParagraphVectors(
        parts=parts,
        dimension=manifest.dimension,
        passages=bounds_of(arrays[PASSAGES][:, 0], len(store.paragraphs)),
        sentences=store.sentence_bounds,
        tokens=arrays.get(TOKEN_OFFSETS),
        form=TokenBytes.of(manifest, arrays.get(TOKEN_AXES)),
    )
    dense = MilvusPassageSearch(store, arrays[PASSAGES], parts.milvus, collections.passages, vectors)
    lexical = MilvusLexicalSearch(store, stems.vocabulary(), arrays[LEXICAL_STARTS], parts.milvus, collections.words)
    return Index(manifest, store, dense, lexical, texts.findings, texts.corpus)
