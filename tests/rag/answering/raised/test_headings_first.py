"""Paragraphs under a heading that a question names as its subject come before those that only share its words."""

import pytest

from index.document import Document
from index.store import Index
from rag.answer import Hit
from rag.answering.raised.headings_first import headings_first
from rag.question.analyse import QuestionAnalysis
from rag.question.answer_type import AnswerType
from tests.support.papers import index_of, paragraph

PAPER = Document(
    "paper",
    "A paper",
    (
        paragraph("1", "The Forum agreed on work that is decent.", "I. Opening"),
        paragraph("2", "The Forum agreed that boats should rest.", "1. Decent work and growth [agenda item 8]"),
        paragraph("3", "It closed.", "1. Decent work and growth [agenda item 8]"),
        paragraph("4", "Fish swim below water.", "2. Life of decent workers"),
        *(paragraph(str(number), "Nets are mended.", "3. Nets of fleets") for number in range(5, 20)),
    ),
)


@pytest.fixture(scope="module")
def index() -> Index:
    return index_of(PAPER)


def order(index: Index, question: str) -> list[int]:
    asked = QuestionAnalysis(question, question, AnswerType.OTHER)
    hits = [Hit(row, "paper", index.paragraphs[row].locator, 4.0 - row) for row in (0, 1, 3)]
    found = headings_first(asked, hits, index, ())
    assert [hit.score for hit in found] == sorted((hit.score for hit in found), reverse=True)
    return [hit.row for hit in found]


def test_what_stands_under_the_heading_is_raised_and_brought(index: Index) -> None:
    assert sorted(order(index, "What was agreed on decent work at the forum?")[:2]) == [0, 1]
    assert 2 in order(index, "What was agreed on decent work at the forum?")


@pytest.mark.parametrize(
    "question",
    [
        "What was agreed on fish?",  # one word begins many headings
        "What was agreed on growth of boats?",
        "What was agreed on nets of fleets?",  # a section of many paragraphs
        "Is work decent?",
    ],
)
def test_the_order_stays_where_no_heading_or_a_long_section_is_meant(index: Index, question: str) -> None:
    assert order(index, question) == [0, 1, 3]
