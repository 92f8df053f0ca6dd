"""The retrieval signals on an index whose vectors can be worked out by eye."""

import numpy as np
import pytest

from index.document import Document
from index.store import Index
from rag.retrieval.signals import KNOWN_WORD_WEIGHT, STOP_WORD_WEIGHT, EncodedQuestion, SignalReader, encode_questions
from tests.support.fakes import FakeEmbedder
from tests.support.papers import index_of, numbered

# Vectors are the first letters of the words: `assets` is axis a.
TEXTS = (
    "Networks exist. Banks cooperate.",  # n e b c, a half each
    "States should return assets. States should share.",  # five s, an r, an a: (5, 1, 1) is root of 27 long
    "Freeze assets early.",  # f a e, 0.58 each
)


@pytest.fixture
def index() -> Index:
    return index_of(Document("paper", "Title", numbered(*TEXTS)))


@pytest.fixture
def reader(index: Index) -> SignalReader:
    return SignalReader(index, FakeEmbedder(), whole=100)


def encoded(index: Index, text: str) -> EncodedQuestion:
    (question,) = encode_questions([text], [text], FakeEmbedder(), index.lexical)
    return question


def rows(*numbers: int) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    return np.array(numbers, dtype=np.int64)


def test_dense_is_the_best_inner_product_with_a_passage(index: Index, reader: SignalReader) -> None:
    assert reader.dense(encoded(index, "assets")).tolist() == pytest.approx([0, 27**-0.5, 3**-0.5])
    assert reader.dense(encoded(index, "banks early")).tolist() == pytest.approx([2**0.5 / 2, 0, 6**-0.5])


def test_dense_takes_the_best_passage_of_a_paragraph_that_has_several() -> None:
    split = index_of(Document("paper", "Title", numbered(*TEXTS)), max_tokens=6)
    assert len(split.passages_of(1)) == 2
    # `States should return assets.` and `States should share.`: the first has a share in a of 1 / root of 6.
    assert SignalReader(split, FakeEmbedder(), whole=100).dense(encoded(split, "assets"))[1] == pytest.approx(6**-0.5)


def test_sentence_is_the_best_inner_product_with_a_sentence(index: Index, reader: SignalReader) -> None:
    question = encoded(index, "assets")
    assert reader.sentence(question, rows(0, 1, 2)).tolist() == pytest.approx([0, 6**-0.5, 3**-0.5])
    assert reader.sentence(question, rows(2, 1)).tolist() == pytest.approx([3**-0.5, 6**-0.5])


def test_lexical_counts_the_words_of_title_headings_and_text(index: Index, reader: SignalReader) -> None:
    scores = reader.lexical(encoded(index, "banks"))
    assert scores[0] > 0
    assert scores[1:].tolist() == [0, 0]
    assert (reader.lexical(encoded(index, "title")) > 0).all()
    assert reader.lexical(encoded(index, "unheard")).tolist() == [0, 0, 0]


def test_lexical_searches_for_the_words_given_in_the_questions_stead(index: Index, reader: SignalReader) -> None:
    (question,) = encode_questions(["zoo"], ["banks"], FakeEmbedder(), index.lexical)
    assert reader.lexical(question).argmax() == 0
    assert reader.dense(question).tolist() == [0, 0, 0]


def test_late_is_the_weighted_mean_of_the_best_match_of_each_word(index: Index, reader: SignalReader) -> None:
    assert reader.late(encoded(index, "assets"), rows(0, 1, 2)).tolist() == pytest.approx([0, 1, 1])
    question = encoded(index, "banks assets early")
    bank, asset, early = question.weights.tolist()
    assert reader.late(question, rows(0, 1, 2)).tolist() == pytest.approx([bank + early, asset, asset + early])
    assert reader.late(question, rows(2, 0)).tolist() == pytest.approx([asset + early, bank + early])


def test_a_questions_words_weigh_one_together_and_rare_ones_more(index: Index) -> None:
    question = encoded(index, "the assets banks unheard")
    the, asset, bank, unheard = question.weights.tolist()
    assert sum(question.weights.tolist()) == pytest.approx(1)
    # In two paragraphs, in one, in none; each with its share of the words' idf.
    raw = [STOP_WORD_WEIGHT, *(KNOWN_WORD_WEIGHT + index.lexical.idf(stem) / 4 for stem in ("asset", "bank", "?"))]
    assert [the, asset, bank, unheard] == pytest.approx([each / sum(raw) for each in raw])
    assert the < asset < bank < unheard


def test_a_question_without_words_matches_nothing_and_breaks_nothing(index: Index, reader: SignalReader) -> None:
    question = encoded(index, "?!")
    assert question.weights.tolist() == []
    assert reader.late(question, rows(0, 1, 2)).tolist() == [0, 0, 0]
    assert reader.dense(question).tolist() == [0, 0, 0]
    assert reader.sentence(question, rows(0, 1, 2)).tolist() == [0, 0, 0]
    assert reader.lexical(question).tolist() == [0, 0, 0]


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
        assert np.array_equal(one.pieces, alone.pieces)
        assert np.array_equal(one.weights, alone.weights)


def test_word_pieces_stand_for_characters_of_their_paragraph(index: Index, reader: SignalReader) -> None:
    vectors, spans, bounds = reader.pieces(rows(2, 0))
    assert bounds.tolist() == [0, 3]
    assert [TEXTS[2][a:b] for a, b in spans[:3].tolist()] == ["Freeze", "assets", "early"]
    assert [TEXTS[0][a:b] for a, b in spans[3:].tolist()] == ["Networks", "exist", "Banks", "cooperate"]
    assert vectors.argmax(axis=1).tolist() == [5, 0, 4, 13, 4, 1, 2]
    assert vectors.dtype == np.float32


@pytest.mark.parametrize("max_tokens", [256, 6])
@pytest.mark.parametrize("chosen", [(0, 1, 2, 3, 4), (4, 1), (3,), (2, 3, 0)])
def test_word_pieces_encoded_now_are_those_that_are_stored(max_tokens: int, chosen: tuple[int, ...]) -> None:
    paper = Document("paper", "Title", numbered(*TEXTS, "", "Judges decide."))
    stored, encoding = (index_of(paper, max_tokens=max_tokens, token_limit=limit) for limit in (100, 0))
    assert encoding.tokens is None
    read = [SignalReader(each, FakeEmbedder(max_tokens=max_tokens), whole=100) for each in (stored, encoding)]
    for one, other in zip(*(each.pieces(rows(*chosen)) for each in read), strict=True):
        assert np.array_equal(one, other)
    question = encoded(stored, "assets judges")
    one, other = (each.late(question, rows(*chosen)) for each in read)
    assert np.array_equal(one, other)


def test_an_index_above_the_limit_is_read_from_disk_with_the_same_scores(index: Index) -> None:
    question = encoded(index, "freeze assets")
    kept, mapped = (SignalReader(index, FakeEmbedder(), whole=whole) for whole in (3, 2))
    assert np.array_equal(kept.late(question, rows(0, 1, 2)), mapped.late(question, rows(0, 1, 2)))


@pytest.mark.parametrize("blank", [0, 1, 2])
def test_a_blank_paragraph_scores_nothing_wherever_it_stands(blank: int) -> None:
    texts = ["Banks lend.", "Assets move."]
    texts.insert(blank, " ")
    index = index_of(Document("paper", "Title", numbered(*texts)))
    reader = SignalReader(index, FakeEmbedder(), whole=100)
    scores = reader.late(encoded(index, "assets"), rows(0, 1, 2))
    assert scores.argmax() == texts.index("Assets move.")
    assert scores[blank] == 0
    assert reader.late(encoded(index, "assets"), rows(blank)).tolist() == [0]
