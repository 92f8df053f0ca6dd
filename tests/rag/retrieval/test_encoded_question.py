"""Questions with their vectors, and how much each of their tokens counts."""

import numpy as np
import pytest

from index.document import Document
from index.store import Index
from rag.retrieval.encoded_question import EncodedQuestion, encode_questions
from rag.settings import RetrievalSettings
from tests.support.fakes import FakeEmbedder
from tests.support.papers import index_of, numbered

TEXTS = (
    "Networks exist. Banks cooperate.",
    "States should return assets. States should share.",
    "Freeze assets early.",
)


@pytest.fixture
def index() -> Index:
    return index_of(Document("paper", "Title", numbered(*TEXTS)))


def encoded(index: Index, text: str, settings: RetrievalSettings | None = None) -> EncodedQuestion:
    (question,) = encode_questions([text], [text], FakeEmbedder(), index.lexical, settings)
    return question


def test_a_questions_words_weigh_one_together_and_rare_ones_more(index: Index) -> None:
    question = encoded(index, "the assets banks unheard")
    the, asset, bank, unheard = question.weights.tolist()
    assert sum(question.weights.tolist()) == pytest.approx(1)
    # In two paragraphs, in one, in none; each with its share of the words' idf.
    raw = [0.3, *(0.5 + index.lexical.idf(stem) / 4 for stem in ("asset", "bank", "?"))]
    assert [the, asset, bank, unheard] == pytest.approx([each / sum(raw) for each in raw])
    assert the < asset < bank < unheard


def test_how_much_words_weigh_is_a_setting(index: Index) -> None:
    plain = RetrievalSettings(stop_word_weight=1, known_word_weight=3, rarity_weight=0)
    assert encoded(index, "the assets", plain).weights.tolist() == [0.25, 0.75]


def test_no_questions_are_encoded_to_none(index: Index) -> None:
    embedder = FakeEmbedder()
    assert encode_questions([], [], embedder, index.lexical) == []
    assert embedder.encoded == []


def test_questions_encoded_together_are_as_if_alone(index: Index) -> None:
    texts = ["banks assets", "?", "freeze early assets"]
    together = encode_questions(texts, texts, FakeEmbedder(), index.lexical)
    for text, one in zip(texts, together, strict=True):
        alone = encoded(index, text)
        assert one.words == text
        assert np.array_equal(one.vector, alone.vector)
        assert np.array_equal(one.tokens, alone.tokens)
        assert np.array_equal(one.weights, alone.weights)
