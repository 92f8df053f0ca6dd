"""What an earlier index knows of texts."""

import numpy as np
import pytest

from index.build import build_index
from index.building.reuse import digest_of, digest_of_all, in_chunks, known_vectors, passage_texts
from index.document import Document
from tests.support.fakes import FakeEmbedder


@pytest.mark.parametrize("most", [7, 256])
def test_an_index_knows_its_passages_and_sentences_with_spans_of_their_own(
    documents: tuple[Document, ...], most: int
) -> None:
    embedder = FakeEmbedder(max_tokens=most)
    index = build_index(documents, embedder)
    known = known_vectors(index, embedder)
    assert passage_texts(index)[-1] == "Freeze assets early."
    assert known.held is not None
    for text in passage_texts(index):
        encoding = embedder.encode([text])
        matrix, row = known.vectors[digest_of(text)]
        assert np.array_equal(matrix[row], encoding.vectors[0])
        passage, start = known.tokens[digest_of(text)]
        rows = slice(*known.held.offsets[passage : passage + 2])
        assert (known.held.spans[rows] - start).tolist() == encoding.spans.tolist()
    assert digest_of("Banks cooperate.") in known.vectors
    assert known_vectors(None, embedder).vectors == {}
    assert known_vectors(index, FakeEmbedder(max_tokens=9)).vectors == {}


def test_texts_in_another_order_or_of_another_model_are_told_apart() -> None:
    told = [digest_of_all(["a", "b"], "m"), digest_of_all(["b", "a"], "m"), digest_of_all(["a", "b"], "n")]
    assert len(set(told)) == 3
    assert told[0] == digest_of_all(["a", "b"], "m")


def test_chunks_have_all_numbers_in_order() -> None:
    assert list(in_chunks(5, 2)) == [range(2), range(2, 4), range(4, 5)]
    assert list(in_chunks(0, 2)) == []
