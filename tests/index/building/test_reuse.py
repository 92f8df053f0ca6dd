"""Vectors of texts: new ones are computed, known ones used again, in the order asked for."""

import numpy as np
import pytest

from index.build import build_index
from index.building.reuse import (
    CHUNK,
    Known,
    embed_passages,
    embed_sentences,
    known_vectors,
    passage_texts,
    stacked,
    token_vectors,
)
from index.document import Document
from tests.support.fakes import FakeEmbedder


def quiet(_stage: str, _done: int, _total: int) -> None:
    """Tell nobody."""


def test_texts_are_embedded_in_chunks_and_stacked_in_order(embedder: FakeEmbedder) -> None:
    texts = [f"{letter} word" for letter in "zab"] + [f"n{n}" for n in range(CHUNK)]
    told: list[int] = []
    known = embed_sentences(texts, embedder, Known(), lambda _stage, done, _total: told.append(done))
    assert told == [0, CHUNK, CHUNK + 3]
    assert np.array_equal(stacked(texts, known, 28), embedder.encode(texts).vectors)


def test_what_is_known_is_not_embedded_again_unless_its_tokens_are_wanted(embedder: FakeEmbedder) -> None:
    known = embed_passages(["one two"], embedder, Known(), quiet, keep_tokens=False)
    embedder.encoded.clear()
    assert embed_passages(["one two"], embedder, known, quiet, keep_tokens=False).tokens == {}
    assert embedder.encoded == []
    assert list(embed_passages(["one two"], embedder, known, quiet, keep_tokens=True).tokens) == ["one two"]
    assert embedder.encoded == ["one two"]


def test_tokens_stand_passage_after_passage_counted_from_their_paragraph(embedder: FakeEmbedder) -> None:
    texts = ["one two", "", "one two"]
    known = embed_passages(texts, embedder, Known(), quiet, keep_tokens=True)
    tokens = token_vectors(texts, [0, 0, 100], known, 28)
    assert tokens.offsets.tolist() == [0, 2, 2, 4]
    assert tokens.spans.tolist() == [[0, 3], [4, 7], [100, 103], [104, 107]]
    assert tokens.flat.argmax(axis=1).tolist() == [14, 19, 14, 19]
    assert known.tokens == {}


def test_no_texts_are_no_vectors(embedder: FakeEmbedder) -> None:
    known = embed_passages([], embedder, Known(), quiet, keep_tokens=True)
    assert stacked([], known, 28).shape == (0, 28)
    assert token_vectors([], [], known, 28).flat.shape == (0, 28)


@pytest.mark.parametrize("most", [7, 256])
def test_an_index_knows_its_passages_and_sentences_with_spans_of_their_own(
    documents: tuple[Document, ...], most: int
) -> None:
    embedder = FakeEmbedder(max_tokens=most)
    index = build_index(documents, embedder)
    known = known_vectors(index, embedder)
    assert passage_texts(index)[-1] == "Freeze assets early."
    for text in passage_texts(index):
        encoding = embedder.encode([text])
        assert np.array_equal(known.vectors[text], encoding.vectors[0])
        assert known.tokens[text][1].tolist() == encoding.spans.tolist()
    assert "Banks cooperate." in known.vectors
    assert known_vectors(None, embedder).vectors == {}
    assert known_vectors(index, FakeEmbedder(max_tokens=9)).vectors == {}
