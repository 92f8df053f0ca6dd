"""Workbooks, Word documents and standard input read as questions."""

import io
import random
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import docx
import openpyxl
import pytest
from docx.oxml import parse_xml

from index.errors import MissingPackageError, SourceError
from rag.batches.questions.file import read_questions, spooled
from rag.batches.questions.row import QuestionRow
from rag.reports.extras import require

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def read(path: Path) -> list[QuestionRow]:
    return list(read_questions(path, pytest.fail))


def workbook(path: Path, **sheets: Sequence[Sequence[object]]) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    return path


def test_a_workbook_has_a_question_a_row(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["No", "Question", "Due"],
        [1, "What?", date(2026, 3, 1)],
        [None, None, None],
        [2.5, "Who?", True],
    ]
    assert read(workbook(tmp_path / "q.xlsx", Mission=rows)) == [
        QuestionRow("sheet Mission, row 2", "What?", "1", others=(("Due", "2026-03-01"),)),
        QuestionRow("sheet Mission, row 4", "Who?", "2.5", others=(("Due", "True"),)),
    ]


def test_every_sheet_with_questions_is_read_and_others_are_remarked_on(tmp_path: Path) -> None:
    path = workbook(tmp_path / "q.xlsx", A=[["Question"], ["What?"]], B=[["x", "y"], [1, 2]], C=[["Query"], ["Who?"]])
    remarks: list[str] = []
    assert [row.text for row in read_questions(path, remarks.append)] == ["What?", "Who?"]
    assert len(remarks) == 1
    assert "sheet B: no column is called 'question'" in remarks[0]


def test_a_workbook_without_questions_is_refused_with_its_columns(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"q\.xlsx, sheet B: no column is called 'question'"):
        read(workbook(tmp_path / "q.xlsx", B=[["x", "y"], [1, 2]]))


def test_a_hidden_sheet_is_not_read(tmp_path: Path) -> None:
    path = workbook(tmp_path / "q.xlsx", A=[["Question"], ["What?"]], B=[["Question"], ["Who?"]])
    book = openpyxl.load_workbook(path)
    book["B"].sheet_state = "hidden"
    book.save(path)
    assert [row.text for row in read(path)] == ["What?"]


def test_an_error_value_spoils_its_row_only(tmp_path: Path) -> None:
    rows = read(workbook(tmp_path / "q.xlsx", A=[["Question"], ["#REF!"], ["Who?"]]))
    assert [(row.place, row.problem) for row in rows] == [
        ("sheet A, row 2", "a cell holds the error #REF!"),
        ("sheet A, row 3", None),
    ]


def test_a_file_that_is_no_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "q.xlsx"
    path.write_bytes(b"\xd0\xcf\x11\xe0 an older or a locked workbook")
    with pytest.raises(SourceError, match=r"not an \.xlsx workbook, or one with a password"):
        read(path)


def test_a_workbook_cut_in_two_is_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path / "q.xlsx", A=[["Question"], ["What?"]])
    path.write_bytes(path.read_bytes()[:-400])
    with pytest.raises(SourceError, match=r"q\.xlsx"):
        read(path)


def test_a_word_document_has_a_question_a_paragraph_under_its_headings(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Questions for the mission", style="Title")
    document.add_paragraph("1. What?")
    document.add_heading("Money", 1)
    document.add_paragraph("How much?", style="List Number")
    document.add_heading("Who pays?", 2)
    document.save(str(tmp_path / "q.docx"))
    assert read(tmp_path / "q.docx") == [
        QuestionRow("paragraph 2", "What?", "1"),
        QuestionRow("paragraph 4", "How much?", section="Money"),
        QuestionRow("paragraph 5", "Who pays?", section="Money"),
    ]


def test_a_table_of_questions_in_a_word_document_is_read_instead_of_the_paragraphs(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Please answer these.")
    document.add_heading("Money", 1)
    table = document.add_table(rows=3, cols=2)
    for cell, text in zip(
        [cell for row in table.rows for cell in row.cells], ["No.", "Question", "7", "How much?", "", ""], strict=True
    ):
        cell.text = text
    table.cell(2, 0).merge(table.cell(2, 1)).text = "not a question"
    document.save(str(tmp_path / "q.docx"))
    remarks: list[str] = []
    rows = list(read_questions(tmp_path / "q.docx", remarks.append))
    assert rows[0] == QuestionRow("table 1, row 2", "How much?", "7", "Money")
    assert rows[1].problem == "there is no question in this row"
    assert len(remarks) == 1


def test_a_word_document_is_read_as_with_all_changes_accepted(tmp_path: Path) -> None:
    document = docx.Document()
    body = document.element.body
    body.insert(
        0,
        parse_xml(
            f"<w:p {W}><w:r><w:t>What </w:t></w:r><w:ins><w:r><w:t>new </w:t></w:r></w:ins>"
            "<w:del><w:r><w:delText>old </w:delText></w:r></w:del><w:r><w:t>rule?</w:t></w:r></w:p>"
        ),
    )
    body.insert(1, parse_xml(f"<w:sdt {W}><w:sdtContent><w:p><w:r><w:t>Who?</w:t></w:r></w:p></w:sdtContent></w:sdt>"))
    document.save(str(tmp_path / "q.docx"))
    assert [row.text for row in read(tmp_path / "q.docx")] == ["What new rule?", "Who?"]


def test_a_file_that_is_no_word_document_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "q.docx"
    path.write_text("What?", encoding="utf-8")
    with pytest.raises(SourceError, match=r"not a \.docx document"):
        read(path)
    with ZipFile(path, "w") as archive:
        archive.writestr("hello.txt", "What?")
    with pytest.raises(SourceError, match=r"q\.docx"):
        read(path)


@pytest.mark.parametrize(
    ("content", "ending"),
    [
        (b"What?\nWho?\n", ".txt"),
        (b"id;question\n1;What?\n2;Who?\n", ".csv"),
        (b'\n{"question": "What?"}\n"Who?"\n', ".jsonl"),
        (b"", ".txt"),
    ],
)
def test_standard_input_is_read_by_what_it_holds(content: bytes, ending: str) -> None:
    with spooled(io.BytesIO(content)) as path:
        assert path.suffix == ending
        assert [row.text for row in read(path)] == (["What?", "Who?"] if content else [])
    assert not path.exists()


def test_standard_input_may_be_a_workbook_or_a_word_document(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("What?")
    document.save(str(tmp_path / "q.docx"))
    for path in (workbook(tmp_path / "q.xlsx", A=[["Question"], ["What?"]]), tmp_path / "q.docx"):
        with path.open("rb") as stream, spooled(stream) as kept:
            assert [row.text for row in read(kept)] == ["What?"]


def test_a_missing_package_says_what_to_install() -> None:
    with pytest.raises(
        MissingPackageError, match=r"Word documents need the package nonesuch; run: pip install 'pincite\["
    ):
        require("nonesuch", "Word documents")


def test_a_damaged_office_file_is_one_line_and_never_a_crash(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("What?")
    document.save(str(tmp_path / "q.docx"))
    chance = random.Random(7)
    for path in (tmp_path / "q.docx", workbook(tmp_path / "q.xlsx", A=[["Question"], ["What?"]])):
        whole = path.read_bytes()
        for _ in range(150):
            content = bytearray(whole)
            at = chance.randrange(len(content))
            content[at : at + chance.randrange(4)] = bytes(chance.randrange(256) for _ in range(chance.randrange(9)))
            path.write_bytes(content)
            try:
                rows = read(path)
            except SourceError as error:
                assert "\n" not in str(error)
            else:
                assert len(rows) <= 1
