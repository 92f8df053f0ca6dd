"""What an organ is asked to do with a document, where a question asks for just that."""

import pytest

from index.document import Document
from index.store import Index
from rag.answerer import Answerer
from tests.support.answering import ALWAYS
from tests.support.fakes import FakeEmbedder
from tests.support.papers import index_of, numbered

BOARD = "The Board may wish to consider a levy on nets. Nets are dear."
HELP = "As regards a help desk, the Board is invited to provide guidance."
TAKEN = "The Board was invited to a meeting in 2012."
ASSEMBLY = "The Board recommends that the General Assembly take note of the report."


@pytest.fixture(scope="module")
def index() -> Index:
    nets = Document("nets", "Report on nets", numbered(TAKEN, BOARD, HELP, ASSEMBLY), "TD/B/71/4", body="Board")
    boats = Document("boats", "Report on boats", numbered("The Board is requested to approve it."), "TD/B/71/5")
    return index_of(nets, boats)


def looked_up(index: Index, question: str) -> list[str]:
    answer = Answerer(index, FakeEmbedder(), ALWAYS).answer(question)
    return [each.text for each in answer.statements] if answer.confidence == 1.0 else []


@pytest.mark.parametrize(
    "question",
    [
        "What is the Board asked to do in TD/B/71/4?",
        "what does TD/B/71/4 ask of the Board",
        "What is expected of the Board in TD/B/71/4?",
        "What decisions is the Board invited to take in TD/B/71/4?",
        "What may the Board wish to do on the nets, TD/B/71/4?",
    ],
)
def test_all_that_a_document_asks_of_an_organ_is_quoted(index: Index, question: str) -> None:
    assert looked_up(index, question) == [BOARD.split(". ")[0] + ".", HELP]


def test_a_document_that_is_not_named_is_the_one_found_whose_title_has_the_words(index: Index) -> None:
    assert looked_up(index, "boats – what is the Board asked to do?") == ["The Board is requested to approve it."]
    assert looked_up(index, "bridges – what is the Board asked to do?") == []
    assert looked_up(index, "what is the Board asked to do?") == []


def test_what_is_asked_of_another_organ_is_told_apart(index: Index) -> None:
    assert looked_up(index, "What is the General Assembly being asked to do in TD/B/71/4?") == [ASSEMBLY]
    assert looked_up(index, "What action is requested in TD/B/71/4?") == [BOARD.split(". ")[0] + ".", HELP, ASSEMBLY]


@pytest.mark.parametrize(
    "question",
    [
        "What is the Board asked to do about the help desk in TD/B/71/4?",  # of one matter: found as any fact is
        "What is the Conference asked to do in TD/B/71/4?",
        "Who asks the Board to consider a levy in TD/B/71/4?",
    ],
)
def test_nothing_is_looked_up_where_something_else_is_asked_for(index: Index, question: str) -> None:
    assert looked_up(index, question) == []
