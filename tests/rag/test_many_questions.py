"""Many questions at once: in order, as if asked one by one."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from index.errors import QuestionError
from index.store import Index
from rag.answerer import Answerer
from rag.answering.steps import Asked
from tests.support.answering import ALWAYS, LEAFLET, REPORT, VOID, untimed
from tests.support.fakes import FakeEmbedder
from tests.support.papers import index_of


@pytest.fixture(scope="module")
def index() -> Index:
    return index_of(REPORT, LEAFLET, VOID)


@pytest.fixture(scope="module")
def answerer(index: Index) -> Answerer:
    return Answerer(index, FakeEmbedder(), ALWAYS)


QUESTIONS = [
    "Do karate kids kick?",
    "?!",
    "What does paragraph 2 say?",
    "Who votes, and who decides?",
    "draft guideline 9",
]


def test_many_questions_are_answered_as_if_asked_one_by_one(answerer: Answerer) -> None:
    asked = [Asked(QUESTIONS[i % 5], ("leaflet",) if i % 3 else (), f"q-{i}") for i in range(70)]
    together = list(answerer.answer_many(asked))
    assert [each.id for each in together] == [f"q-{i}" for i in range(70)]
    for one, answer in list(zip(asked, together, strict=True))[::7]:
        assert untimed(answerer.answer(one.text, documents=one.documents, id=one.id)) == untimed(answer)


def test_questions_are_taken_a_batch_ahead_as_answers_are_wanted(answerer: Answerer) -> None:
    taken: list[int] = []

    def questions() -> Iterator[Asked]:
        for i in range(100):
            taken.append(i)
            yield Asked("Who votes?")

    answers = answerer.answer_many(questions())
    assert taken == []
    # The second batch is encoded while the answers to the first are written.
    next(answers)
    assert len(taken) == 64
    assert [len(taken) for _ in zip(range(32), answers, strict=False)][-1] == 96


def test_no_questions_have_no_answers(answerer: Answerer) -> None:
    assert list(answerer.answer_many([])) == []


def test_threads_may_share_an_answerer(answerer: Answerer) -> None:
    alone = [untimed(answerer.answer(text)) for text in QUESTIONS]
    with ThreadPoolExecutor(4) as pool:
        shared = list(pool.map(answerer.answer, QUESTIONS * 5))
    assert [untimed(each) for each in shared] == alone * 5


def test_answers_before_a_question_that_cannot_be_asked_are_given(answerer: Answerer) -> None:
    answers = answerer.answer_many([*[Asked("Who votes?")] * 40, Asked(" ")])
    assert sum(1 for _ in zip(range(32), answers, strict=False)) == 32
    with pytest.raises(QuestionError):
        next(answers)
