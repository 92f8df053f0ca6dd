"""An answer as a Word document, read back by python-docx."""

from dataclasses import replace
from io import BytesIO

import docx
import pytest
from docx.document import Document as WordDocument

from index.document import Document
from index.manifest import program_version
from index.store import Index
from rag.answer import Answer
from rag.answering.steps import Asked
from rag.reports.answer_report import answer_report
from rag.reports.outputs import ReportStyle, report_bytes
from rag.reports.quotation import answer_blocks
from rag.reports.report import Prose, Text
from rag.states import UNJUDGED
from tests.support.batch_fakes import LACKS, FakeAnswerer, small_index
from tests.support.tables import quoting, table, table_index

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


def strong_words(index: Index, *leads: bool, related: bool = False) -> list[str]:
    """The strong words of the answer to a question with two statements, of which those that `leads` says lead."""
    given = answer(index, "List")
    statements = tuple(replace(each, leads=one) for each, one in zip(given.statements, leads, strict=True))
    blocks = answer_blocks(replace(given, statements=statements, related=related), index, lambda _: None)
    spans = [span for block in blocks if isinstance(block, Prose) and block.kind != "state" for span in block.spans]
    return [each.text for each in spans if isinstance(each, Text) and each.style == "strong"]


def test_what_most_likely_answers_is_strong_where_more_is_quoted(index: Index) -> None:
    assert strong_words(index, False, True) == ["Share information;"]
    assert strong_words(index, True, True) == []
    assert strong_words(index, False, True, related=True) == []


def test_rows_of_a_table_stand_in_one_below_its_caption_and_citation() -> None:
    index = table_index()
    report = answer_report(quoting(index, "Africa | 4 | | 1", "Europe | 2 | 2 | 2"), index, MADE)
    written = docx.Document(BytesIO(report_bytes(report, ".docx", ReportStyle("", "brackets"))))
    assert "Table 1. Audits & cases [A/1, table 1]" in [each.text for each in written.paragraphs]
    assert [[cell.text for cell in row.cells] for row in written.tables[0].rows] == [
        ["", "Audits", "", "Cases"],
        ["", "2023", "2024", "2024"],
        ["Africa", "4", "", "1"],
        ["[…]", "", "", ""],
        ["Europe", "2", "2", "2"],
    ]


def test_lines_that_have_labels_are_words() -> None:
    index = table_index(table(("Chair:", "Ms. A"), ("Rapporteur:", "Mr. B")))
    block, *_ = answer_blocks(quoting(index, "Chair: | Ms. A"), index, lambda _: None)
    assert isinstance(block, Prose)
    assert [each.text for each in block.spans] == ["Chair: Ms. A", "A/1, table 1"]


def test_each_citation_leads_to_the_paragraph_it_cites(index: Index) -> None:
    document = written(index, "Both")
    links = [link.fragment for each in document.paragraphs for link in each.hyperlinks]
    assert links
    assert set(links) <= {mark.name for mark in document.bookmarks}


def test_where_nothing_is_found_the_nearest_paragraphs_are_listed_unjudged(index: Index) -> None:
    assert lines(index, "None")[2:6] == [
        "Nothing was found that clearly answers the question.",
        "The nearest paragraphs",
        UNJUDGED,
        "A/1, para. 1",
    ]


def test_why_nothing_was_found_is_said_first(index: Index) -> None:
    assert lines(index, "Nowhere")[2] == (
        "There is no paragraph 9. Nothing was found that clearly answers the question."
    )


def test_related_passages_stand_under_what_they_are_and_lack(index: Index) -> None:
    paragraphs = written(index, "Related").paragraphs
    assert [(each.style.name, each.text) for each in paragraphs[2:7] if each.style is not None] == [
        (
            "State of Answer",
            "Related passages: check whether they answer. "
            "They are the nearest to what was asked. That they answer it is not established.",
        ),
        ("State of Answer", f"What is missing: {LACKS}"),
        ("Related Passage", "States should: [A/1, para. 2]"),
        ("Related Item", "(a)\tShare information; [para. 2 (a)]"),
        ("Body Text", "Sources: A/1, paras. 2 and 2 (a)"),
    ]
