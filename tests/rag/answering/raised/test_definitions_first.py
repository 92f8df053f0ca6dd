"""Paragraphs that define what is asked for come before those that only mention it."""

import pytest

from index.document import Document
from index.store import Index
from rag.answer import Hit
from rag.answering.raised.definitions_first import definitions_first
from rag.question.analyse import QuestionAnalysis
from rag.question.answer_type import AnswerType
from rag.question.words.acronyms import Glossary
from tests.support.papers import index_of, numbered

NETWORK = "Camden Asset Recovery Inter-Agency Network"
PAPER = Document(
    "paper",
    "A paper",
    numbered(
        f"A panellist underscored the value of the {NETWORK} (CARIN).",
        "CARIN was thanked.",
        f"The oldest network is the {NETWORK}. It was established in 2004.",
    ),
)
FORMS = Glossary.of({"CARIN": NETWORK})


@pytest.fixture(scope="module")
def index() -> Index:
    return index_of(PAPER)


def order(index: Index, question: str) -> list[int]:
    asked = QuestionAnalysis(question, question, AnswerType.OTHER)
    hits = [Hit(row, "paper", index.paragraphs[row].locator, 3.0 - row) for row in range(3)]
    found = definitions_first(asked, hits, index, FORMS)
    assert [hit.score for hit in found] == sorted((hit.score for hit in found), reverse=True)
    return [hit.row for hit in found]


def test_the_paragraph_that_says_what_a_short_form_is_comes_first(index: Index) -> None:
    assert order(index, "What is CARIN?") == [2, 0, 1]


def test_where_the_long_form_is_asked_for_the_one_that_has_both_comes_first(index: Index) -> None:
    assert order(index, "What does CARIN stand for?")[0] in (0, 2)
    assert order(index, "What does CARIN stand for?")[-1] == 1


def test_the_order_stays_where_no_meaning_is_asked_for_or_nothing_defines_it(index: Index) -> None:
    assert order(index, "Who thanked CARIN?") == [0, 1, 2]
    assert order(index, "What is StAR?") == [0, 1, 2]


def test_where_nothing_defines_it_the_first_paragraph_that_spells_a_short_form_out_is_brought() -> None:
    spelled = "The Regional Fisheries Board (RFB) and others met."
    index = index_of(
        Document("b", "B", numbered("RFB fished.", "RFB slept.", spelled, f"Again, {spelled}")),
        Document("c", "C", numbered("RFB sailed with the Regional Fisheries Board.")),
    )
    asked = QuestionAnalysis("What is RFB?", "What is RFB?", AnswerType.OTHER)
    hits = [Hit(row, "b", index.paragraphs[row].locator, 3.0 - row) for row in range(2)]
    glossary = Glossary.of(index.store.short_forms)
    assert [hit.row for hit in definitions_first(asked, hits, index, glossary)] == [2, 0, 1]
    assert [hit.row for hit in definitions_first(asked, hits, index, glossary, ["c"])] == [0, 1]
    assert definitions_first(asked, (), index, glossary) == ()
