"""A load never mixes two indexes that take turns in one place."""

import threading
from pathlib import Path
from random import Random
from time import sleep

import numpy as np
import pytest
from numpy.typing import ArrayLike

from index.build import build_index
from index.document import Document, Paragraph
from index.folder.load import load_index
from index.folder.save import save_index
from index.locator import Locator
from index.storage.atomic import _exchange
from index.store import Index
from tests.support.fakes import FakeEmbedder
from tests.support.papers import local_engines

LOADS = 40


def index_of(name: str, text: str) -> Index:
    paragraphs = tuple(Paragraph(Locator(number=str(number)), text) for number in range(1, 30))
    return build_index([Document(name, name, paragraphs)], FakeEmbedder())


@pytest.fixture
def two() -> tuple[Index, Index]:
    """Two indexes with as many documents, paragraphs, passages, sentences and word pieces, but other words."""
    one = index_of("aaa", "Assets return. Banks freeze funds." + " Assets return. Banks freeze funds." * 19)
    other = index_of("bbb", "Money goes back. Courts order." + " Money goes back. Courts order." * 19)
    assert one.manifest.counts == other.manifest.counts
    return one, other


def parts_from(loaded: Index, original: Index) -> list[bool]:
    """Of each part of `loaded`, whether it is that of `original`."""
    (dense, lexical), (built, words) = local_engines(loaded), local_engines(original)
    assert dense.token_vectors
    assert built.token_vectors
    arrays: list[tuple[ArrayLike, ArrayLike]] = [
        (dense.vectors, built.vectors),
        (loaded.store.sentences, original.store.sentences),
        (dense.sentence_vectors, built.sentence_vectors),
        (dense.token_vectors.flat, built.token_vectors.flat),
        (dense.token_vectors.spans, built.token_vectors.spans),
        (dense.nearest.search(built.vectors[0], 1)[0], built.nearest.search(built.vectors[0], 1)[0]),
        (lexical.bm25.scores("banks courts"), words.bm25.scores("banks courts")),
    ]
    same = [loaded.fingerprint == original.fingerprint, loaded.documents == original.documents]
    return [*same, *(np.array_equal(a, b) for a, b in arrays)]


def test_loading_while_two_indexes_take_turns_gives_one_of_them_whole(two: tuple[Index, Index], tmp_path: Path) -> None:
    places = tmp_path / "index", tmp_path / "other"
    for index, place in zip(two, places, strict=True):
        save_index(index, place)
    if not _exchange(*places):
        pytest.skip("this system cannot exchange two names in one step")
    done, random, seen = threading.Event(), Random(0), set()

    def take_turns() -> None:
        while not done.is_set():
            sleep(random.uniform(0.001, 0.03))
            _exchange(*places)

    turning = threading.Thread(target=take_turns)
    turning.start()
    try:
        for _ in range(LOADS):
            loaded = load_index(places[0])
            whole = [index.fingerprint for index in two if all(parts_from(loaded, index))]
            assert whole == [loaded.fingerprint]
            seen.add(loaded.fingerprint)
    finally:
        done.set()
        turning.join()
    assert len(seen) == 2
