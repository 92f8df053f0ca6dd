"""The real model: the vectors sentence-transformers gives, and one a word piece, from one pass."""

import numpy as np
import pytest

from index.embedding.base import Embedder
from index.embedding.sentence_transformer import TransformerEmbedder

TEXTS = [
    "States should be able to transmit information spontaneously.",
    "",
    "Côte d’Ivoire — ünïcode, 中文 and para. 65 (c)",
    "asset " * 400,
    "x",
]


@pytest.fixture(scope="module")
def model(packaged_embedder: Embedder) -> TransformerEmbedder:
    assert isinstance(packaged_embedder, TransformerEmbedder)
    return packaged_embedder


def test_vectors_are_those_of_sentence_transformers(model: TransformerEmbedder) -> None:
    expected = model.model.encode(TEXTS, normalize_embeddings=True, show_progress_bar=False)
    assert np.allclose(model.encode_passages(TEXTS).vectors, expected, atol=1e-5)


def test_each_word_piece_has_a_unit_vector_and_its_characters(model: TransformerEmbedder) -> None:
    encoding = model.encode_passages(TEXTS)
    assert np.diff(encoding.offsets).tolist()[1:] == [0, encoding.offsets[3] - encoding.offsets[2], 254, 1]
    first = encoding.spans[: encoding.offsets[1]].tolist()
    assert [TEXTS[0][a:b] for a, b in first] == [
        "States", "should", "be", "able", "to", "transmit", "information", "spontaneously", ".",
    ]  # fmt: skip
    third = encoding.spans[encoding.offsets[2] : encoding.offsets[3]].tolist()
    assert [TEXTS[2][a:b] for a, b in third][:5] == ["Côte", "d", "’", "Ivo", "ire"]
    assert np.allclose(np.linalg.norm(encoding.tokens, axis=1), 1, atol=1e-5)
    assert len(encoding.tokens) == len(encoding.spans) == encoding.offsets[-1]


def test_a_word_piece_is_read_in_its_context(model: TransformerEmbedder) -> None:
    encoding = model.encode_passages(["the bank of the river", "the bank lends money"])
    river, money = encoding.tokens[1], encoding.tokens[6]
    assert float(river @ money) < 0.9


def test_texts_together_give_what_each_gives_alone_in_their_own_order(model: TransformerEmbedder) -> None:
    together = model.encode_passages(TEXTS)
    for i, text in enumerate(TEXTS):
        alone = model.encode_passages([text])
        rows = slice(together.offsets[i], together.offsets[i + 1])
        assert np.allclose(together.vectors[i], alone.vectors[0], atol=1e-5)
        assert np.allclose(together.tokens[rows], alone.tokens, atol=1e-5)


@pytest.mark.slow
def test_two_runs_give_the_same_bytes(model: TransformerEmbedder) -> None:
    texts = [f"{text} {n}" for n in range(8) for text in TEXTS]
    one, two = model.encode_passages(texts), model.encode_passages(texts)
    assert one.vectors.tobytes() == two.vectors.tobytes()
    assert one.tokens.tobytes() == two.tokens.tobytes()


def test_no_texts_are_no_vectors(model: TransformerEmbedder) -> None:
    encoding = model.encode_passages([])
    assert encoding.vectors.shape == (0, 384)
    assert encoding.tokens.shape == (0, 384)
    assert encoding.offsets.tolist() == [0]


def test_word_pieces_are_counted_with_the_special_ones_and_without_cutting(model: TransformerEmbedder) -> None:
    assert [model.count_tokens(text) for text in TEXTS] == [11, 2, model.count_tokens(TEXTS[2]), 402, 3]


def test_a_question_finds_its_paragraph(model: TransformerEmbedder) -> None:
    question = model.encode_questions(["Who hosts the secretariat?"]).vectors[0]
    scores = model.encode_passages(["The secretariat is hosted by South Africa.", "Banks fail."]).vectors @ question
    assert scores[0] > scores[1] + 0.3
