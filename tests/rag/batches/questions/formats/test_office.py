"""Workbooks, Word documents and standard input read as questions."""

import io
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import docx
import openpyxl
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.table import Table, _Cell

from index.errors import MissingPackageError, SourceError
from rag.batches.questions.file import read_questions, spooled
from rag.batches.questions.formats.office import read_here
from rag.batches.questions.row import QuestionRow, Remark
from rag.office_files import require
from tests.support.office_papers import excel_parts, packed, word_parts

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def read(path: Path) -> list[QuestionRow]:
    """The rows of a file; an Office file is read in this process, which takes a tenth of the time."""
    reader = read_here if path.suffix in (".docx", ".xlsx") else read_by_ending
    return list(reader(path, path.name, pytest.fail))


def read_by_ending(path: Path, name: str, remark: Remark) -> Iterator[QuestionRow]:
    return read_questions(path, remark, name)


def workbook(path: Path, **sheets: Sequence[Sequence[object]]) -> Path:
    book = openpyxl.Workbook()
    book.remove(book["Sheet"])
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


def add_table(parent: Document | _Cell, *rows: Sequence[str]) -> Table:
    table = parent.add_table(rows=len(rows), cols=len(rows[0]))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    return table


def test_tables_and_paragraphs_of_a_word_document_are_read_in_the_order_in_which_they_stand(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Please answer these questions.")
    document.add_paragraph("Who presided?")
    document.add_heading("Money", 1)
    table = add_table(document, ["No.", "Question"], ["7", "How much?"], ["", ""], ["8", "Who paid?"])
    table.cell(2, 0).merge(table.cell(2, 1)).text = "Payments"
    document.add_paragraph("1. When?")
    document.save(str(tmp_path / "q.docx"))
    assert read(tmp_path / "q.docx") == [
        QuestionRow("paragraph 1", "Please answer these questions.", skipped="instructions for answering"),
        QuestionRow("paragraph 2", "Who presided?"),
        QuestionRow("table 1, row 2", "How much?", "7", "Money"),
        QuestionRow("table 1, row 3", "Payments", skipped="a heading"),
        QuestionRow("table 1, row 4", "Who paid?", "8", "Payments"),
        QuestionRow("paragraph 4", "When?", "1", "Money"),
    ]


def test_a_table_that_names_no_column_is_read_by_the_column_that_asks(tmp_path: Path) -> None:
    document = docx.Document()
    add_table(document, ["Item", "Issue", "Reply"], ["1.", "Who presided?", ""], ["2.", "Number of members", "41"])
    add_table(document, ["Deadline", "12 May"], ["Contact", "desk@example.org"])
    document.save(str(tmp_path / "q.docx"))
    assert read(tmp_path / "q.docx") == [
        QuestionRow("table 1, row 1", "Item | Issue | Reply", skipped="it stands above the questions of a table"),
        QuestionRow("table 1, row 2", "Who presided?", "1.", others=(("Reply", ""),)),
        QuestionRow("table 1, row 3", "Number of members", "2.", others=(("Reply", "41"),)),
        QuestionRow("table 2, row 1", "Deadline | 12 May", skipped="a row of a table without questions"),
        QuestionRow("table 2, row 2", "Contact | desk@example.org", skipped="a row of a table without questions"),
    ]


def test_a_frame_around_text_is_read_as_paragraphs(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_table(rows=1, cols=1).cell(0, 0).text = "Dear colleagues,"
    cell = document.add_table(rows=1, cols=1).cell(0, 0)
    cell.text = "Who presided?"
    add_table(cell, ["Question", "Note"], ["When?", "soon"])
    document.save(str(tmp_path / "q.docx"))
    assert [(row.place, row.text, row.skipped) for row in read(tmp_path / "q.docx")] == [
        ("table 1, row 1", "Dear colleagues,", "a greeting"),
        ("table 2, row 1", "Who presided?", None),
        ("table 3, row 2", "When?", None),
    ]


def test_a_heading_that_asks_is_a_question_where_none_follows_and_a_title_that_asks_is_shown(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Who pays for asset recovery?", style="Title")
    document.add_heading("Describe the measures taken.", 1)
    document.add_paragraph("")
    document.add_heading("Identify, freeze and return", 1)
    document.add_paragraph("What is frozen?")
    document.save(str(tmp_path / "q.docx"))
    assert [(row.text, row.section, row.skipped) for row in read(tmp_path / "q.docx")] == [
        ("Who pays for asset recovery?", None, "a title"),
        ("Describe the measures taken.", None, None),
        ("What is frozen?", "Identify, freeze and return", None),
    ]


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


def changed(path: Path, part: str, old: bytes, new: bytes) -> Path:
    """An Office file with `new` for `old` in one of its parts."""
    with ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert old in parts[part]
    return packed({**parts, part: parts[part].replace(old, new)}, path.with_stem("changed"))


@pytest.mark.parametrize("span", ["100000000", "abc", "-3", ""])
def test_a_cell_that_spans_a_hundred_million_columns_or_no_number_of_them_is_refused_at_once(
    tmp_path: Path, span: str
) -> None:
    path = packed(word_parts(), tmp_path / "q.docx")
    odd = changed(path, "word/document.xml", b'<w:gridSpan w:val="2"/>', f'<w:gridSpan w:val="{span}"/>'.encode())
    if span == "-3":
        assert [row.text for row in read(odd)][-1] == "When was it paid?"
    else:
        with pytest.raises(SourceError, match=r"^changed\.docx: it (has a cell that spans columns: 1|is damaged \()"):
            read(odd)


@pytest.mark.parametrize("number", ["2000000000", "2e9"])
def test_a_row_with_a_number_beyond_excels_last_is_refused_at_once(tmp_path: Path, number: str) -> None:
    path = packed(excel_parts(), tmp_path / "q.xlsx")
    odd = changed(path, "xl/worksheets/sheet1.xml", b'<row r="2"', f'<row r="{number}"'.encode())
    with pytest.raises(SourceError, match=rf"^changed\.xlsx: it has a row {number}, and 1,048,576 is the most there"):
        read(odd)


def test_a_workbook_whose_last_row_is_excels_last_is_read(tmp_path: Path) -> None:
    path = packed(excel_parts(), tmp_path / "q.xlsx")
    far = changed(path, "xl/worksheets/sheet1.xml", b'<row r="3"', b'<row r="1048576"')
    assert [row.place for row in read(far)][:2] == ["sheet Sheet, row 2", "sheet Sheet, row 1048576"]


def test_a_zip_bomb_is_refused_at_once(tmp_path: Path) -> None:
    bomb = packed(word_parts("<w:p/>" * 12_000_000), tmp_path / "q.docx")
    assert bomb.stat().st_size < 500_000
    with pytest.raises(SourceError, match=r"^'Desk\.docx': it unpacks to more than 64 MB; save it again"):
        list(read_questions(bomb, pytest.fail, "'Desk.docx'"))


def test_a_part_that_is_not_what_it_says_does_no_harm(tmp_path: Path) -> None:
    path = packed(word_parts(), tmp_path / "q.docx")
    swapped = changed(path, "[Content_Types].xml", b".styles+xml", b".numbering+xml")
    assert list(read(swapped)) == list(read(path))


def test_messages_name_the_file_as_its_owner_does(tmp_path: Path) -> None:
    path = packed(word_parts(), tmp_path / "upload-17.docx")
    types = changed(path, "[Content_Types].xml", b"document.main+xml", b"footer+xml")
    for odd, name in ((types, "'Desk.docx'"), (workbook(tmp_path / "u.xlsx", B=[["x", "y"], [1, 2]]), "'Desk.xlsx'")):
        with pytest.raises(SourceError) as caught:
            list(read_questions(odd, pytest.fail, name))
        assert str(caught.value).startswith(name)
        assert str(tmp_path) not in str(caught.value)
        assert "upload" not in str(caught.value)


def test_a_workbook_of_rows_as_wide_as_excel_has_them_is_read_without_their_blank_ends(tmp_path: Path) -> None:
    rows = "".join(
        f'<row r="{row}"><c r="A{row}" t="str"><v>Question</v></c><c r="XFD{row}" s="1"/></row>'
        for row in range(1, 500)
    )
    path = packed(excel_parts(), tmp_path / "q.xlsx")
    sheet = ZipFile(path).read("xl/worksheets/sheet2.xml")
    data = sheet[sheet.index(b"<sheetData>") : sheet.index(b"</sheetData>")]
    wide = changed(path, "xl/worksheets/sheet2.xml", data, b"<sheetData>" + rows.encode())
    assert len(read(wide)) == 2 + 498


def test_standard_input_that_is_a_broken_archive_is_refused_in_a_sentence() -> None:
    with (
        spooled(io.BytesIO(b"PK\x03\x04 and nothing more")) as path,
        pytest.raises(SourceError, match="standard input"),
    ):
        list(read_questions(path, pytest.fail, "standard input"))
