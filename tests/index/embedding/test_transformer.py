"""The real model by either engine: the vectors sentence-transformers gives, and one a word piece, from one pass."""

import numpy as np
import pytest

from index.embedding.base import Embedder
from index.embedding.loading import load_checked
from index.embedding.onnx_embedder import OnnxEmbedder
from index.embedding.packaged import DEFAULT_NAME, TUNED_SHA256, packaged_folder
from index.embedding.sentence_transformer import TransformerEmbedder
from index.embedding.tuned_layers import tuned_layers

TEXTS = [
    "States should be able to transmit information spontaneously.",
    "",
    "Côte d’Ivoire — ünïcode, 中文 and para. 65 (c)",
    "asset " * 400,
    "x",
]


@pytest.fixture(scope="module")
def by_torch() -> TransformerEmbedder:
    embedder = load_checked(packaged_folder(), "cpu", DEFAULT_NAME, TUNED_SHA256, tuned_layers())
    assert isinstance(embedder, TransformerEmbedder)
    return embedder


@pytest.fixture(params=["onnx", "torch"])
def model(request: pytest.FixtureRequest, packaged_embedder: Embedder) -> Embedder:
    if request.param == "torch":
        torch: Embedder = request.getfixturevalue("by_torch")
        return torch
    assert isinstance(packaged_embedder, OnnxEmbedder)
    return packaged_embedder


def test_vectors_are_those_of_sentence_transformers(model: Embedder, by_torch: TransformerEmbedder) -> None:
    expected = by_torch.model.encode(TEXTS, normalize_embeddings=True, show_progress_bar=False)
    assert np.allclose(model.encode_passages(TEXTS).vectors, expected, atol=1e-6)


def test_both_engines_see_the_same_in_a_text(packaged_embedder: Embedder, by_torch: TransformerEmbedder) -> None:
    one, other = packaged_embedder.encode_passages(TEXTS), by_torch.encode_passages(TEXTS)
    assert one.spans.tolist() == other.spans.tolist()
    assert one.offsets.tolist() == other.offsets.tolist()
    assert np.allclose(one.tokens, other.tokens, atol=2e-6)
    assert [packaged_embedder.count_tokens(text) for text in TEXTS] == [by_torch.count_tokens(text) for text in TEXTS]
    assert (packaged_embedder.name, packaged_embedder.fingerprint) == (by_torch.name, by_torch.fingerprint)
    assert (packaged_embedder.dimension, packaged_embedder.max_tokens) == (by_torch.dimension, by_torch.max_tokens)


def test_each_word_piece_has_a_unit_vector_and_its_characters(model: Embedder) -> None:
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


def test_a_word_piece_is_read_in_its_context(model: Embedder) -> None:
    encoding = model.encode_passages(["the bank of the river", "the bank lends money"])
    river, money = encoding.tokens[1], encoding.tokens[6]
    assert float(river @ money) < 0.9


def test_texts_together_give_what_each_gives_alone_in_their_own_order(model: Embedder) -> None:
    together = model.encode_passages(TEXTS)
    for i, text in enumerate(TEXTS):
        alone = model.encode_passages([text])
        rows = slice(together.offsets[i], together.offsets[i + 1])
        assert np.allclose(together.vectors[i], alone.vectors[0], atol=1e-5)
        assert np.allclose(together.tokens[rows], alone.tokens, atol=1e-5)


@pytest.mark.slow
def test_two_runs_give_the_same_bytes(model: Embedder) -> None:
    texts = [f"{text} {n}" for n in range(8) for text in TEXTS]
    one, two = model.encode_passages(texts), model.encode_passages(texts)
    assert one.vectors.tobytes() == two.vectors.tobytes()
    assert one.tokens.tobytes() == two.tokens.tobytes()


def test_no_texts_are_no_vectors(model: Embedder) -> None:
    encoding = model.encode_passages([])
    assert encoding.vectors.shape == (0, 384)
    assert encoding.tokens.shape == (0, 384)
    assert encoding.offsets.tolist() == [0]


def test_word_pieces_are_counted_with_the_special_ones_and_without_cutting(model: Embedder) -> None:
    assert [model.count_tokens(text) for text in TEXTS] == [11, 2, model.count_tokens(TEXTS[2]), 402, 3]


def test_a_question_finds_its_paragraph(model: Embedder) -> None:
    question = model.encode_questions(["Who hosts the secretariat?"]).vectors[0]
    scores = model.encode_passages(["The secretariat is hosted by South Africa.", "Banks fail."]).vectors @ question
    assert scores[0] > scores[1] + 0.3
