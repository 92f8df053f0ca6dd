import numpy as np

from eval.systems.caching_embedder import CachingEmbedder
from index.embedding.base import Encoding
from tests.support.fakes import FakeEmbedder


def same(one: Encoding, other: Encoding) -> bool:
    return all(
        np.array_equal(getattr(one, name), getattr(other, name)) for name in ("vectors", "tokens", "spans", "offsets")
    )


def test_what_is_remembered_is_what_the_model_says(embedder: FakeEmbedder) -> None:
    remembering, texts = CachingEmbedder(embedder), ["asset recovery", "", "bank", "asset recovery"]

    assert same(remembering.encode_questions(texts), FakeEmbedder().encode(texts))
    assert same(
        remembering.encode_questions(["bank", "asset recovery"]), FakeEmbedder().encode(["bank", "asset recovery"])
    )


def test_a_text_goes_through_the_model_once(embedder: FakeEmbedder) -> None:
    remembering = CachingEmbedder(embedder)
    remembering.encode_questions(["asset", "bank", "asset"])
    remembering.encode_questions(["bank", "court"])

    assert embedder.encoded == ["asset", "bank", "court"]


def test_no_text_gives_no_vectors(embedder: FakeEmbedder) -> None:
    assert CachingEmbedder(embedder).encode_questions([]).vectors.shape[0] == 0


def test_it_passes_for_the_model_it_remembers_for(embedder: FakeEmbedder) -> None:
    remembering = CachingEmbedder(embedder)

    assert (remembering.name, remembering.fingerprint) == (embedder.name, embedder.fingerprint)
    assert (remembering.dimension, remembering.max_tokens) == (28, 256)
    assert remembering.count_tokens("asset recovery") == 4


def test_what_is_too_much_to_remember_is_encoded_again(embedder: FakeEmbedder) -> None:
    remembering, texts = CachingEmbedder(embedder, most=3), ["asset recovery", "bank court", "state"]

    for _ in range(2):
        assert same(remembering.encode_questions(texts), FakeEmbedder().encode(texts))

    # Two and one word pieces are remembered, the other two are not.
    assert embedder.encoded == [*texts, "bank court"]


def test_a_text_as_a_question_is_not_taken_for_the_same_text_as_a_passage() -> None:
    embedder = FakeEmbedder()
    remembering = CachingEmbedder(embedder)
    remembering.encode_questions(["asset"])
    remembering.encode_passages(["asset"])
    remembering.encode_passages(["asset"])
    assert embedder.encoded == ["asset", "asset"]
