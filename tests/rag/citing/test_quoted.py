"""Citations made from paragraphs, and the paragraphs and words that an answer quotes."""

from dataclasses import replace

import pytest

from index.document import Document
from index.locator import Locator
from index.store import Index
from rag.answer import Answer
from rag.answering.steps import Asked
from rag.citing.quoted import cited_row, cited_rows, quoted, quoted_notes, quoted_spans, spans_of
from tests.support.batch_fakes import FakeAnswerer, small_index
from tests.support.papers import index_of, paragraph


@pytest.fixture
def index(documents: tuple[Document, ...]) -> Index:
    return small_index(documents)


def answer(index: Index, question: str) -> Answer:
    return next(FakeAnswerer(index).answer_many([Asked(question)]))


def test_a_citation_knows_its_document_its_characters_and_its_page(index: Index) -> None:
    cited = quoted(index.paragraphs[0], (16, 32))
    assert (cited.document, cited.symbol, cited.title, cited.date) == (
        "report-2018", "A/1", "Progress report", "2018-04-04",
    )  # fmt: skip
    assert (cited.text, cited.quote, cited.start, cited.end, cited.page) == (
        "A/1, para. 1", "Banks cooperate.", 16, 32, 1,
    )  # fmt: skip
    item = quoted(index.paragraphs[1], (19, 37), ("a",))
    assert (item.locator, item.text) == (Locator(number="2", items=("a",)), "A/1, para. 2 (a)")


def test_a_cited_paragraph_is_listed_once_with_all_that_is_quoted_from_it(index: Index) -> None:
    found = answer(index, "Both")
    assert cited_rows(found.statements, index) == (0, 2)
    assert quoted_spans(found, 0, index) == ((0, 15), (16, 32))
    assert quoted_spans(found, 1, index) == ()


def test_a_footnote_is_no_part_of_its_paragraphs_text(index: Index) -> None:
    found = answer(index, "Note")
    assert cited_rows(found.statements, index) == (0,)
    assert quoted_spans(found, 0, index) == ((0, 15),)
    assert quoted_notes(found, 0, index) == {"1"}
    assert spans_of(found.statements[1].citations[0]) == ()


def test_of_a_number_printed_twice_the_paragraph_with_the_words_is_the_cited_one() -> None:
    twice = Document("d", "D", (paragraph("1", "Banks help."), paragraph("1", "Judges help.")), symbol="A/2")
    index = index_of(twice)
    assert cited_row(quoted(index.paragraphs[1], (0, 12)), index) == 1
    assert cited_row(replace(quoted(index.paragraphs[1], (0, 12)), quote="Nobody did."), index) is None
