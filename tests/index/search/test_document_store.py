"""Documents and paragraphs are found by id, locator and row, and by what a filter asks for."""

import pytest

from index.build import build_index
from index.document import Document
from index.errors import QuestionError
from index.locator import Locator
from index.search.filter import EVERYTHING, Filter
from index.store import Index
from tests.support.fakes import FakeEmbedder


@pytest.fixture
def index(documents: tuple[Document, ...], embedder: FakeEmbedder) -> Index:
    return build_index(documents, embedder)


def test_paragraphs_are_numbered_through_all_documents(index: Index) -> None:
    assert [(ref.row, ref.document.id, str(ref.locator)) for ref in index.paragraphs] == [
        (0, "report-2018", "1"),
        (1, "report-2018", "2"),
        (2, "guide", "draft guideline 1, 1"),
    ]
    assert index.paragraphs[2].text == "Freeze assets early."
    assert index.rows_of("report-2018") == range(2)
    assert index.rows_of("guide") == range(2, 3)


def test_a_locator_finds_its_row_and_a_sub_items_that_of_its_paragraph(index: Index) -> None:
    assert index.row("report-2018", Locator(number="2", items=("b",))) == 1
    assert index.row("guide", Locator(("draft guideline 1",), "1")) == 2
    assert index.row("guide", Locator(number="1")) is None
    assert index.row("other", Locator(number="1")) is None


def test_the_sentences_of_a_paragraph_are_told_by_their_characters_and_in_words(index: Index) -> None:
    assert index.sentence_spans(1) == [(0, 14), (15, 37), (38, 56)]
    assert index.store.sentence_bounds.tolist() == [0, 2, 5, 6]
    assert index.sentence_texts(0) == ["Networks exist.", "Banks cooperate."]


def test_the_paragraphs_that_have_some_words_best_are_found_in_the_documents_that_are_meant(index: Index) -> None:
    assert index.best_rows("freeze assets", 1) == [2]
    assert index.best_rows("freeze assets", 1, ["guide"]) == [2]
    assert 2 not in index.best_rows("freeze assets", 3, ["report-2018"])


def test_a_number_printed_twice_is_found_where_it_stands_first(documents: tuple[Document, ...]) -> None:
    first, second = documents[0].paragraphs[0], documents[1].paragraphs[0]
    twice = Document("twice", "Twice", (first, second, first))
    assert build_index([twice], FakeEmbedder()).row("twice", first.locator) == 0


def test_an_unknown_document_is_answered_with_the_nearest_and_all_there_are(index: Index) -> None:
    assert index.document("guide").title == "Guidelines"
    with pytest.raises(QuestionError) as caught:
        index.document("report-2019")
    assert str(caught.value) == (
        "no document 'report-2019' in the index; did you mean 'report-2018'? It holds: report-2018, guide"
    )
    with pytest.raises(QuestionError, match=r"no document 'zzz' in the index; it holds"):
        index.document("zzz")


def test_a_filter_is_answered_with_the_rows_it_lets_through(index: Index) -> None:
    expected = {
        EVERYTHING: [0, 1, 2],
        Filter(documents=frozenset({"guide"})): [2],
        Filter(documents=frozenset()): [],
        Filter(rows=frozenset({2, 0, 7, -1})): [0, 2],
        Filter(documents=frozenset({"report-2018"}), rows=frozenset({1, 2})): [1],
        Filter(since="2018"): [0, 1],
        Filter(languages=frozenset({"fr"})): [],
    }
    assert {where: index.store.rows_where(where).tolist() for where in expected} == expected
