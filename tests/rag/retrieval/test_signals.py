"""The retrieval signals on an index whose vectors can be worked out by eye."""

import numpy as np
import pytest

from index.document import Document
from index.store import Index
from rag.retrieval.encoded_question import EncodedQuestion, encode_questions
from rag.retrieval.signals import SignalReader
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
    return SignalReader(index, FakeEmbedder())


def encoded(index: Index, text: str) -> EncodedQuestion:
    (question,) = encode_questions([text], [text], FakeEmbedder(), index.lexical)
    return question


def rows(*numbers: int) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    return np.array(numbers, dtype=np.int64)


def test_dense_is_the_best_inner_product_with_a_passage(index: Index, reader: SignalReader) -> None:
    assert reader.dense(encoded(index, "assets"), rows(0, 1, 2)).tolist() == pytest.approx([0, 27**-0.5, 3**-0.5])
    assert reader.dense(encoded(index, "banks early"), rows(0, 1, 2)).tolist() == pytest.approx(
        [2**0.5 / 2, 0, 6**-0.5]
    )


def test_dense_takes_the_best_passage_of_a_paragraph_that_has_several() -> None:
    split = index_of(Document("paper", "Title", numbered(*TEXTS)), max_tokens=6)
    assert len(split.dense.passages([1])) == 2
    # `States should return assets.` and `States should share.`: the first has a share in a of 1 / root of 6.
    assert SignalReader(split, FakeEmbedder()).dense(encoded(split, "assets"), rows(1))[0] == pytest.approx(6**-0.5)


def test_sentence_is_the_best_inner_product_with_a_sentence(index: Index, reader: SignalReader) -> None:
    question = encoded(index, "assets")
    assert reader.sentence(question, rows(0, 1, 2)).tolist() == pytest.approx([0, 6**-0.5, 3**-0.5])
    assert reader.sentence(question, rows(2, 1)).tolist() == pytest.approx([3**-0.5, 6**-0.5])


def test_lexical_counts_the_words_of_title_headings_and_text(index: Index, reader: SignalReader) -> None:
    scores = reader.lexical(encoded(index, "banks"), rows(0, 1, 2))
    assert scores[0] > 0
    assert scores[1:].tolist() == [0, 0]
    assert (reader.lexical(encoded(index, "title"), rows(0, 1, 2)) > 0).all()
    assert reader.lexical(encoded(index, "unheard"), rows(0, 1, 2)).tolist() == [0, 0, 0]


def test_lexical_searches_for_the_words_given_in_the_questions_stead(index: Index, reader: SignalReader) -> None:
    (question,) = encode_questions(["zoo"], ["banks"], FakeEmbedder(), index.lexical)
    assert reader.lexical(question, rows(0, 1, 2)).argmax() == 0
    assert reader.dense(question, rows(0, 1, 2)).tolist() == [0, 0, 0]


def test_late_is_the_weighted_mean_of_the_best_match_of_each_word(index: Index, reader: SignalReader) -> None:
    assert reader.late(encoded(index, "assets"), rows(0, 1, 2)).tolist() == pytest.approx([0, 1, 1])
    question = encoded(index, "banks assets early")
    bank, asset, early = question.weights.tolist()
    assert reader.late(question, rows(0, 1, 2)).tolist() == pytest.approx([bank + early, asset, asset + early])
    assert reader.late(question, rows(2, 0)).tolist() == pytest.approx([asset + early, bank + early])


def test_a_question_without_words_matches_nothing_and_breaks_nothing(index: Index, reader: SignalReader) -> None:
    question = encoded(index, "?!")
    assert question.weights.tolist() == []
    assert reader.late(question, rows(0, 1, 2)).tolist() == [0, 0, 0]
    assert reader.dense(question, rows(0, 1, 2)).tolist() == [0, 0, 0]
    assert reader.sentence(question, rows(0, 1, 2)).tolist() == [0, 0, 0]
    assert reader.lexical(question, rows(0, 1, 2)).tolist() == [0, 0, 0]


def test_tokens_stand_for_characters_of_their_paragraph(reader: SignalReader) -> None:
    tokens = reader.tokens(rows(2, 0))
    assert tokens.bounds.tolist() == [0, 3, 7]
    assert [TEXTS[2][a:b] for a, b in tokens.spans[:3].tolist()] == ["Freeze", "assets", "early"]
    assert [TEXTS[0][a:b] for a, b in tokens.spans[3:].tolist()] == ["Networks", "exist", "Banks", "cooperate"]
    assert tokens.matrix.argmax(axis=1).tolist() == [5, 0, 4, 13, 4, 1, 2]
    assert tokens.matrix.dtype == np.float32


@pytest.mark.parametrize("max_tokens", [256, 6])
@pytest.mark.parametrize("chosen", [(0, 1, 2, 3, 4), (4, 1), (3,), (2, 3, 0)])
def test_tokens_encoded_now_are_those_that_are_stored(max_tokens: int, chosen: tuple[int, ...]) -> None:
    paper = Document("paper", "Title", numbered(*TEXTS, "", "Judges decide."))
    stored, encoding = (index_of(paper, max_tokens=max_tokens, token_limit=limit) for limit in (100, 0))
    assert encoding.dense.tokens(rows(*chosen)) is None
    read = [SignalReader(each, FakeEmbedder(max_tokens=max_tokens)) for each in (stored, encoding)]
    kept, new = (each.tokens(rows(*chosen)) for each in read)
    for name in ("vectors", "spans", "bounds"):
        assert np.array_equal(getattr(kept, name), getattr(new, name))
    question = encoded(stored, "assets judges")
    one, other = (each.late(question, rows(*chosen)) for each in read)
    assert np.array_equal(one, other)


@pytest.mark.parametrize("blank", [0, 1, 2])
def test_a_blank_paragraph_scores_nothing_wherever_it_stands(blank: int) -> None:
    texts = ["Banks lend.", "Assets move."]
    texts.insert(blank, " ")
    index = index_of(Document("paper", "Title", numbered(*texts)))
    reader = SignalReader(index, FakeEmbedder())
    scores = reader.late(encoded(index, "assets"), rows(0, 1, 2))
    assert scores.argmax() == texts.index("Assets move.")
    assert scores[blank] == 0
    assert reader.late(encoded(index, "assets"), rows(blank)).tolist() == [0]
