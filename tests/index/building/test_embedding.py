"""Vectors of texts: each computed once, known ones used again, and a killed build gone on with."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from index.arrays import FloatMatrix
from index.build import build_index
from index.building.embedding import CHUNK, Embedding
from index.building.kept_tokens import TokenForm, TokenWriter, compression_for
from index.building.reuse import Known, known_vectors
from index.building.scratch import FolderScratch, MemoryScratch, Scratch
from index.document import Document
from index.embedding.base import Encoding
from index.manifest import BuildSettings
from index.progress import quiet
from index.search.token_vectors import TokenVectors
from tests.support.fakes import FakeEmbedder
from tests.support.papers import local_engines, numbered

TEXTS = ["one two", "", "one two", *(f"n{n} word" for n in range(2 * CHUNK)), "one two"]


class KilledError(Exception):
    """Stands for the end of a process."""


class DyingEmbedder(FakeEmbedder):
    """Embeds so many texts, then ends."""

    lives = CHUNK

    def encode_passages(self, texts: Sequence[str]) -> Encoding:
        if len(self.encoded) >= self.lives:
            raise KilledError
        return self.encode(texts)


def embedded(embedder: FakeEmbedder, scratch: Scratch, form: TokenForm) -> tuple[FloatMatrix, TokenVectors]:
    writer = TokenWriter(TEXTS, [0] * (len(TEXTS) - 1) + [100], form, Known(), scratch)
    vectors = Embedding(embedder, Known(), scratch, quiet).passages(TEXTS, writer)
    return vectors, writer.written()


def test_texts_are_embedded_in_chunks_in_their_order(embedder: FakeEmbedder) -> None:
    told: list[int] = []
    embedding = Embedding(embedder, Known(), MemoryScratch(), lambda _stage, done, _total: told.append(done))
    vectors = embedding.passages(TEXTS, None)
    assert told == [0, CHUNK, 2 * CHUNK, len(TEXTS)]
    assert np.array_equal(vectors, FakeEmbedder().encode(TEXTS).vectors)
    assert sorted(embedder.encoded) == sorted(set(TEXTS))


def test_a_sentence_that_is_a_passage_is_not_embedded_again(embedder: FakeEmbedder) -> None:
    embedding = Embedding(embedder, Known(), MemoryScratch(), quiet)
    vectors = embedding.passages(TEXTS, None)
    embedder.encoded.clear()
    found = embedding.sentences(["new", "one two", "new"], TEXTS, vectors)
    assert embedder.encoded == ["new"]
    assert np.array_equal(found, FakeEmbedder().encode(["new", "one two", "new"]).vectors)


def test_tokens_stand_passage_after_passage_counted_from_their_paragraph(embedder: FakeEmbedder) -> None:
    _, tokens = embedded(embedder, MemoryScratch(), TokenForm(28))
    assert tokens.offsets[:4].tolist() == [0, 2, 2, 4]
    assert tokens.spans[:4].tolist() == [[0, 3], [4, 7], [0, 3], [4, 7]]
    assert tokens.spans[-2:].tolist() == [[100, 103], [104, 107]]
    assert tokens.flat[:4].argmax(axis=1).tolist() == [14, 19, 14, 19]
    assert embedder.encoded.count("one two") == 1


@pytest.mark.parametrize("compressed", [False, True])
def test_a_killed_build_goes_on_where_it_ended_and_comes_to_the_same(tmp_path: Path, compressed: bool) -> None:
    form = TokenForm(28, compression_for(FakeEmbedder(), Known(), halves=True) if compressed else None)
    with pytest.raises(KilledError):
        embedded(DyingEmbedder(), FolderScratch(tmp_path / "scratch", "key"), form)
    embedder = FakeEmbedder()
    vectors, tokens = embedded(embedder, FolderScratch(tmp_path / "scratch", "key"), form)
    assert len(embedder.encoded) <= len(TEXTS) - CHUNK
    whole, others = embedded(FakeEmbedder(), MemoryScratch(), form)
    assert np.array_equal(vectors, whole)
    for name in ("flat", "spans", "offsets"):
        assert np.array_equal(getattr(tokens, name), getattr(others, name))


def test_what_a_build_of_other_texts_left_is_not_used(tmp_path: Path) -> None:
    embedded(FakeEmbedder(), FolderScratch(tmp_path / "scratch", "one"), TokenForm(28))
    embedder = FakeEmbedder()
    embedded(embedder, FolderScratch(tmp_path / "scratch", "other"), TokenForm(28))
    assert len(embedder.encoded) == len(set(TEXTS))


def test_half_a_chunk_that_was_written_is_written_again(tmp_path: Path) -> None:
    scratch = FolderScratch(tmp_path / "scratch", "key")
    rows = scratch.rows("tokens", (2,), np.float16)
    rows.append(np.ones((3, 2)))
    scratch.mark("passages", 1)
    rows.append(np.full((2, 2), 7))
    assert FolderScratch(tmp_path / "scratch", "key").rows("tokens", (2,), np.float16).whole().tolist() == [[1, 1]] * 3


@pytest.mark.parametrize("byte_limit", [0, 100])
def test_compressed_tokens_are_used_again_as_they_are(embedder: FakeEmbedder, byte_limit: int) -> None:
    settings = BuildSettings(token_limit=0, byte_limit=byte_limit)
    paper = Document("paper", "Title", numbered("One two three.", "Banks freeze assets."))
    first = build_index([paper], embedder, settings=settings)
    embedder.encoded.clear()
    second = build_index([paper], embedder, previous=first, settings=settings)
    assert embedder.encoded == []
    one, other = (local_engines(each)[0].token_vectors for each in (first, second))
    assert one is not None
    assert other is not None
    assert np.array_equal(one.flat, other.flat)
    assert known_vectors(first, embedder).held is one
