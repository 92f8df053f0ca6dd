"""An answer as a Word document, read back by python-docx."""

import sys
from datetime import date
from io import BytesIO

import pytest

from index.document import Document
from index.errors import OutputError
from index.store import Index
from rag.answer import Answer
from rag.answerer import Asked
from tests.support.batch_fakes import FakeAnswerer, small_index
from ui.app.markup.answer_word import printable, word_document

DAY = date(2026, 11, 21)


@pytest.fixture
def index(documents: tuple[Document, ...]) -> Index:
    return small_index(documents)


def answer(index: Index, question: str) -> Answer:
    return next(FakeAnswerer(index).answer_many([Asked(question)]))


def lines(index: Index, question: str) -> list[str]:
    from docx import Document as WordDocument

    word = WordDocument(BytesIO(word_document(answer(index, question), index, DAY)))
    return [paragraph.text for paragraph in word.paragraphs]


def test_the_document_holds_the_cited_answer_and_the_paragraphs_whole(index: Index) -> None:
    found = lines(index, "List <b>")
    assert found[:-1] == [
        "List <b>",
        "States should: (A/1, para. 2)",
        "(a) Share information; (para. 2 (a))",
        "Sources: A/1, paras. 2 and 2 (a)",
        "The paragraphs cited",
        "A/1, para. 2",
        "II. Action › A. Lists",
        "States should: (a) Share information; (b) Return assets.",
    ]
    assert found[-1] == f"pincite, 21 November 2026, index {index.fingerprint[:12]}"


def test_words_left_out_are_marked(index: Index) -> None:
    assert "[…] (b) Return assets. (para. 2 (b))" in lines(index, "Gap")


def test_the_quoted_words_are_bold_in_their_paragraph(index: Index) -> None:
    from docx import Document as WordDocument

    word = WordDocument(BytesIO(word_document(answer(index, "List"), index, DAY)))
    whole = next(each for each in word.paragraphs if each.text.startswith("States should: (a) Share information; (b)"))
    assert [run.text for run in whole.runs if run.bold] == ["States should:", "Share information;"]


def test_a_refusal_lists_the_nearest_paragraphs_as_such(index: Index) -> None:
    found = lines(index, "None")
    assert found[1:4] == [
        "No sentence was found that clearly answers the question.",
        "The paragraphs that come nearest to the question",
        "A/1, para. 1",
    ]


def test_control_characters_that_a_word_file_cannot_hold_are_left_out() -> None:
    assert printable("a\x00b\x0bc\td") == "abc\td"


def test_without_python_docx_the_error_says_what_to_install(index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(OutputError, match=r"pip install 'pincite\[batch\]'"):
        word_document(answer(index, "List"), index, DAY)
