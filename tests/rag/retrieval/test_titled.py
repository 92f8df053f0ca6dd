"""What titles say of a question."""

import numpy as np
import pytest

from index.document import Document
from index.store import Index
from rag.answerer import Answerer
from rag.retrieval.titled import Titles
from tests.support.fakes import FakeEmbedder
from tests.support.papers import index_of, numbered

QUESTION = "Storms: recommendations?"
RECOMMENDED = "The recommendations of the auditors on recommendations were carried out."


@pytest.fixture(scope="module")
def index() -> Index:
    storms = Document("storms", "Dust storms", numbered("The recommendations are these.", "Dust falls."), date="2021")
    return index_of(storms, Document("audit", "Audits", numbered(RECOMMENDED), symbol="A/BOARD/7"))


def shares(index: Index, question: str) -> list[float]:
    return [round(float(each), 3) for each in Titles(index).shares(question, np.arange(3))]


def test_it_is_the_share_of_the_words_by_their_rarity(index: Index) -> None:
    first, second, third = shares(index, QUESTION)
    assert 0 < first == second < 1
    assert third == 0


def test_words_of_masthead_and_date_count(index: Index) -> None:
    assert shares(index, "2021") == [1, 1, 0]
    assert shares(index, "board") == [0, 0, 1]


def test_what_says_nothing_is_of_no_title(index: Index) -> None:
    assert shares(index, "what is it?") == [0, 0, 0]


def test_a_paragraph_of_the_document_that_is_spoken_of_comes_first(index: Index) -> None:
    assert Answerer(index, FakeEmbedder()).answer(QUESTION).evidence[0].document == "storms"
