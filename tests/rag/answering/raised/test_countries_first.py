"""Paragraphs on the country that is asked about come before those on another."""

import pytest

from index.document import Document
from index.store import Index
from rag.answer import Hit
from rag.answering.raised.countries_first import countries_first
from rag.question.analyse import QuestionAnalysis
from rag.question.answer_type import AnswerType
from tests.support.papers import index_of, numbered

REPORT = Document("report", "Report on Ukraine", numbered("A ceasefire was not reached."))
SURVEY = Document(
    "survey",
    "A survey",
    numbered(
        "A ceasefire holds in Chile.",
        "A ceasefire was called for.",
        "The Ukrainian side and Chile met.",
        *("Others were heard." for _ in range(30)),  # or it would be on each country that it names
    ),
)


@pytest.fixture(scope="module")
def index() -> Index:
    return index_of(REPORT, SURVEY)


def order(index: Index, question: str) -> list[int]:
    asked = QuestionAnalysis(question, question, AnswerType.OTHER)
    found_in_turn = [index.paragraphs[row] for row in (1, 2, 3, 0)]
    hits = [Hit(ref.row, ref.document.id, ref.locator, 5.0 - at) for at, ref in enumerate(found_in_turn)]
    found = countries_first(asked, hits, index, {})
    assert [hit.score for hit in found] == sorted((hit.score for hit in found), reverse=True)
    return [hit.row for hit in found]


def test_what_holds_the_country_or_is_of_a_document_on_it_comes_first(index: Index) -> None:
    assert order(index, "Is there a ceasefire in Ukraine?") == [3, 0, 1, 2]


def test_of_several_countries_the_most_count(index: Index) -> None:
    assert order(index, "Did Chile and Ukraine meet?") == [3, 1, 0, 2]


def test_what_is_told_of_another_country_comes_after_what_is_told_of_none() -> None:
    told = ("In Chad, a ceasefire holds, as in Ukraine. It was called for.", "A ceasefire holds.", "Ukraine met.")
    index = index_of(Document("survey", "A survey", numbered(*told, *("Others were heard." for _ in range(30)))))
    hits = [Hit(row, "survey", index.paragraphs[row].locator, 5.0 - row) for row in range(3)]
    asked = QuestionAnalysis("Is there a ceasefire in Ukraine?", "Is there a ceasefire in Ukraine?", AnswerType.OTHER)
    assert [hit.row for hit in countries_first(asked, hits, index, {})] == [2, 1, 0]


def test_the_order_stays_where_no_country_is_named_or_none_is_held(index: Index) -> None:
    assert order(index, "Is there a ceasefire?") == [1, 2, 3, 0]
    assert order(index, "Is there a ceasefire in Peru?") == [1, 2, 3, 0]


def test_nothing_found_stays_nothing(index: Index) -> None:
    assert countries_first(QuestionAnalysis("Peru?", "Peru?", AnswerType.OTHER), [], index, {}) == ()
