"""A load never mixes two indexes that take turns in one place."""

import threading
from pathlib import Path
from random import Random
from time import sleep
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from index.atomic import _exchange
from index.build import build_index
from index.document import Document, Paragraph
from index.locator import Locator
from index.store import Index, load_index, save_index
from tests.support.fakes import FakeEmbedder

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
    assert loaded.tokens
    assert original.tokens
    arrays: list[tuple[NDArray[Any], NDArray[Any]]] = [
        (loaded.vectors, original.vectors),
        (loaded.sentences, original.sentences),
        (loaded.sentence_vectors, original.sentence_vectors),
        (loaded.tokens.flat, original.tokens.flat),
        (loaded.tokens.spans, original.tokens.spans),
        (loaded.search.search(original.vectors[0], 1)[0], original.search.search(original.vectors[0], 1)[0]),
    ]
    same = [loaded.fingerprint == original.fingerprint, loaded.documents == original.documents]
    same.append(loaded.lexical.scores("banks courts").tolist() == original.lexical.scores("banks courts").tolist())
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
