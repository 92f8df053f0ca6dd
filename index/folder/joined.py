"""An index of several parts, each of them an index, as one: their paragraphs one part's after the other's.

Vectors stay where they are; what is a few numbers a paragraph is put together.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache, reduce
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.arrays import StackedRows
from index.folder.files import ADDED_LIST, broken
from index.folder.stacked import moved, stacked_tokens, starts_of
from index.manifest import joined_manifest
from index.search.document_store import DocumentStore, Lookups
from index.search.faiss_index import VectorSearch
from index.search.joined_bm25 import JoinedBm25, joined_bm25
from index.search.local import LocalLexicalSearch, LocalPassageSearch
from index.search.place_table import PlaceTable
from index.search.short_forms import added_up
from index.search.token_vectors import TokenVectors
from index.search.vocabulary import Vocabulary, WordCounts
from index.store import Index


def joined(parts: Sequence[Index], folder: Path) -> Index:
    """The index of all `parts` in `folder`; the first one itself where there are no others, else it is used up.

    Its files and its corpus are those of the first. IndexFolderError where the parts do not belong together; ValueError
    where one is not searched on this machine.
    """
    first, *others = parts
    if not others:
        return first
    path = folder / ADDED_LIST
    _check(parts, path)
    rows = starts_of([len(each.paragraphs) for each in parts])
    documents = tuple(chain.from_iterable(each.documents for each in parts))
    sentences = moved([each.store.sentences for each in parts], rows)
    store = DocumentStore(documents, sentences, _lookups([each.store for each in parts]))
    engines = [_local_engines(each) for each in parts]
    return replace(
        first,
        manifest=joined_manifest([each.manifest for each in parts]),
        store=store,
        dense=_dense(store, [dense for dense, _ in engines], rows, path),
        lexical=LocalLexicalSearch(store, JoinedBm25(tuple(part for _, bm25 in engines for part in bm25.parts))),
        findings=tuple(chain.from_iterable(each.findings for each in parts)),
    )


def _check(parts: Sequence[Index], path: Path) -> None:
    """Raise IndexFolderError unless the model of all `parts` is one, and each document is in one of them."""
    if len({_made_by(each) for each in parts}) > 1:
        raise broken(path, "its parts were made with different models or settings")
    ids = [document.id for each in parts for document in each.documents]
    if len(set(ids)) < len(ids):
        raise broken(path, "two of its parts hold the same document")


def _made_by(part: Index) -> tuple[object, ...]:
    manifest = part.manifest
    return manifest.model_sha256, manifest.dimension, manifest.token_dimension, manifest.max_tokens


def _local_engines(part: Index) -> tuple[LocalPassageSearch, JoinedBm25]:
    dense, lexical = part.dense, part.lexical
    if isinstance(dense, LocalPassageSearch) and isinstance(lexical, LocalLexicalSearch):
        return dense, joined_bm25(lexical.bm25)
    raise ValueError("only indexes that are searched on this machine are joined")


def _lookups(stores: Sequence[DocumentStore]) -> Lookups:
    """The look-ups of all `stores`."""
    counts = cache(lambda: reduce(WordCounts.plus, (each.word_counts for each in stores)))
    return Lookups(
        places=_places([each.places for each in stores]),
        short_forms=reduce(added_up, (each.short_form_counts for each in stores)),
        word_counts=counts,
        vocabulary=lambda: Vocabulary.of(counts()),
    )


def _places(tables: Sequence[PlaceTable]) -> PlaceTable:
    locators, locator_of = _numbered([(each.locators, each.locator_of) for each in tables])
    headings, heading_of = _numbered([(each.headings, each.heading_of) for each in tables])
    return PlaceTable(locators, locator_of, headings, heading_of)


def _numbered(tables: Sequence[tuple[tuple[Any, ...], NDArray[np.int32]]]) -> tuple[tuple[Any, ...], NDArray[np.int32]]:
    """The different values of all `tables`, and the number of the one at each of their rows."""
    ids: dict[Any, int] = {}
    rows = []
    for values, of in tables:
        own = np.array([ids.setdefault(value, len(ids)) for value in values], dtype=np.int32)
        rows.append(own[of])
    return tuple(ids), np.concatenate(rows)


def _dense(
    store: DocumentStore, parts: Sequence[LocalPassageSearch], rows: Sequence[int], path: Path
) -> LocalPassageSearch:
    nearest = _nearest([each.nearest for each in parts], [np.asarray(each.vectors) for each in parts[1:]])
    return LocalPassageSearch(
        store=store,
        spans=moved([each.spans for each in parts], rows),
        vectors=nearest.vectors,
        nearest=nearest,
        sentence_vectors=StackedRows([each.sentence_vectors for each in parts]),
        token_vectors=_tokens([each.token_vectors for each in parts], path),
    )


def _nearest(searches: Sequence[VectorSearch], added: Sequence[NDArray[np.float32]]) -> VectorSearch:
    """The search among the vectors of all parts; those `added` to an approximate one come to the cells it has."""
    first = searches[0]
    if first.exact:
        return VectorSearch(np.concatenate([np.asarray(first.vectors), *added]))
    for each in added:
        first.engine.add(np.ascontiguousarray(each))
    return VectorSearch(StackedRows([first.vectors, *added]), first.engine)


def _tokens(parts: Sequence[TokenVectors | None], path: Path) -> TokenVectors | None:
    held = [each for each in parts if each is not None]
    if not held:
        return None
    forms = {each.compression and (each.compression.halves, each.compression.axes.tobytes()) for each in held}
    if len(held) < len(parts) or len(forms) > 1:
        raise broken(path, "its parts keep word pieces in different forms")
    return stacked_tokens(held)
