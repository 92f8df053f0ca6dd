"""An answer as a Word document, read back by python-docx."""

from io import BytesIO

import docx
import pytest
from docx.document import Document as WordDocument

from index.document import Document
from index.manifest import program_version
from index.store import Index
from rag.answer import Answer
from rag.answerer import Asked
from rag.reports.answer_report import answer_report
from rag.reports.outputs import ReportStyle, report_bytes
from tests.support.batch_fakes import FakeAnswerer, small_index

MADE = "2026-11-21T09:00:00+00:00"


@pytest.fixture
def index(documents: tuple[Document, ...]) -> Index:
    return small_index(documents)


def answer(index: Index, question: str) -> Answer:
    return next(FakeAnswerer(index).answer_many([Asked(question)]))


def written(index: Index, question: str) -> WordDocument:
    report = answer_report(answer(index, question), index, MADE)
    return docx.Document(BytesIO(report_bytes(report, ".docx", ReportStyle(question, "brackets"))))


def lines(index: Index, question: str) -> list[str]:
    return [paragraph.text for paragraph in written(index, question).paragraphs]


def test_the_document_holds_the_cited_answer_and_the_paragraphs_whole(index: Index) -> None:
    assert lines(index, "List <b>") == [
        "List <b>",
        "21 November 2026",
        "States should: [A/1, para. 2]",
        "(a)\tShare information; [para. 2 (a)]",
        "Sources: A/1, paras. 2 and 2 (a)",
        "Official documents: https://docs.un.org/en/A/1",
        "The paragraphs cited",
        "A/1, para. 2",
        "II. Action › A. Lists",
        "States should:",
        "(a) Share information;",
        "(b) Return assets.",
        f"pincite {program_version()}, index {index.fingerprint[:12]}",
    ]


def test_words_left_out_are_marked(index: Index) -> None:
    assert "[…] (b)\tReturn assets. [para. 2 (b)]" in lines(index, "Gap")


def test_the_quoted_words_are_strong_in_their_paragraph(index: Index) -> None:
    paragraphs = written(index, "List").paragraphs
    whole = paragraphs[[each.text for each in paragraphs].index("A/1, para. 2") + 1 :]
    assert [run.text for each in whole for run in each.runs if run.style.name == "Strong"] == [
        "States should:",
        "Share information;",
    ]


def test_each_citation_leads_to_the_paragraph_it_cites(index: Index) -> None:
    document = written(index, "Both")
    links = [link.fragment for each in document.paragraphs for link in each.hyperlinks]
    assert links
    assert set(links) <= {mark.name for mark in document.bookmarks}


def test_a_refusal_lists_the_nearest_paragraphs_as_such(index: Index) -> None:
    assert lines(index, "None")[2:5] == [
        "No sentence was found that clearly answers the question.",
        "The paragraphs that come nearest to the question",
        "A/1, para. 1",
    ]
