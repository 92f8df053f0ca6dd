"""Greetings and questions for what there is to ask are told what is held."""

import pytest

from index.document import Document
from rag.answerer import Answerer
from rag.states import explanation, headline, ways_on
from tests.support.fakes import FakeEmbedder
from tests.support.papers import index_of, numbered

PAPERS = (
    Document(
        "one", "Report on networks", numbered("Networks exist.", "Banks lend."), symbol="A/1", short_title="Networks"
    ),
    Document("two", "Guidelines", numbered("Women vote."), date="2021-06-28"),
)


@pytest.fixture(scope="module")
def answering() -> Answerer:
    return Answerer(index_of(*PAPERS), FakeEmbedder())


@pytest.mark.parametrize(
    "question",
    ["hello", "Hi there!", "help", "What documents do you have?", "which reports are available", "what can I ask?",
     "What is pincite?", "how do I use this?", "Thank you", "hello, what can i ask here?", "what is this about?",
     "What's this tool for", "Hi! Which documents do you have", "what do you know"],
)  # fmt: skip
def test_whoever_only_greets_is_told_what_is_held(answering: Answerer, question: str) -> None:
    answer = answering.answer(question)
    assert answer.intent == "about"
    assert (answer.state, answer.evidence, answer.nearest) == ("nothing", (), ())
    assert headline(answer) == (
        "Ask what the documents say: 3 paragraphs of 2 documents are held (A/1 — Networks; Guidelines (28 June 2021)). "
        "Each sentence of an answer is quoted and cited."
    )
    assert not explanation(answer)
    assert not ways_on(answer)


def test_only_the_documents_that_may_be_asked_are_named(answering: Answerer) -> None:
    assert "1 paragraph of 1 document are held (Guidelines" in headline(answering.answer("hello", documents=("two",)))


@pytest.mark.parametrize(
    "question",
    ["What documents do you have to submit to obtain assistance?", "Which reports are available to States parties?",
     "Help States recover assets?", "What can States ask?", "Hello networks",
     "What do you know about networks?", "What is this mandate for?",
     "Thanks to whom did networks grow?"],
)  # fmt: skip
def test_a_question_to_the_documents_is_none_to_us(answering: Answerer, question: str) -> None:
    assert answering.answer(question).intent != "about"
