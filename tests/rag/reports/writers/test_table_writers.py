"""Batches as workbooks, CSV and JSON Lines, read back by others."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.document import Document
from index.store import Index
from rag.batches.questions.row import QuestionRow
from rag.reports.batch_table import COLUMNS
from rag.reports.outputs import TABLES
from rag.reports.writers.formulas import guarded, is_formula
from tests.support.batch_fakes import LACKS, small_index
from tests.support.report_fixtures import everything


@pytest.fixture
def index(documents: tuple[Document, ...]) -> Index:
    return small_index(documents)


def written(ending: str, index: Index, folder: Path, *asked: QuestionRow) -> bytes:
    file = io.BytesIO()
    with everything(index, folder, *asked) as batch:
        writer = TABLES[ending](batch, file)
        for entry in batch.entries():
            writer.add(entry)
        writer.finish()
    return file.getvalue()


def excel(index: Index, folder: Path, *asked: QuestionRow) -> bytes:
    return written(".xlsx", index, folder, *asked)


def comma_separated(index: Index, folder: Path, *asked: QuestionRow) -> str:
    return written(".csv", index, folder, *asked).decode("utf-8")


def json_lines(index: Index, folder: Path, *asked: QuestionRow) -> list[dict[str, Any]]:
    return [json.loads(line) for line in written(".jsonl", index, folder, *asked).splitlines()]


def test_a_workbook_has_a_row_a_question(index: Index, tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(excel(index, tmp_path)))["Answers"]
    header, *rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    assert header == [*COLUMNS, "Owner"]
    assert rows[1] == [
        2,
        "Q2",
        "Networks",
        "List what States should do?",
        "answered",
        "States should:\n(a) Share information;",
        None,
        None,
        "A/1, paras. 2 and 2 (a)",
        "A/1, para. 2: States should:\nA/1, para. 2 (a): Share information;",
        0.75,
        None,
        None,
        None,
        None,
        None,
        "questions.csv, line 3",
        "=HYPERLINK(A1)",
    ]
    assert [row[4] for row in rows] == [
        "answered",
        "answered",
        "answered",
        "nothing found",
        "could not be asked",
        "answered",
    ]
    assert rows[3][11] == "A/1, para. 1: Networks exist. Banks cooperate.\nA/1, para. 2: " + (
        "States should: (a) Share information; (b) Return assets."
    )
    assert rows[4][15] == "it has 9 cells"
    assert rows[5][12] == "Guidelines"


def test_words_left_out_are_marked_in_a_cell(index: Index, tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(excel(index, tmp_path, QuestionRow("line 1", "Gap?"))))["Answers"]
    answer = sheet.cell(2, COLUMNS.index("Answer") + 1).value
    assert answer == "States should:\n[…] (b) Return assets."


def test_a_place_that_does_not_exist_is_remarked(index: Index, tmp_path: Path) -> None:
    row = QuestionRow("line 1", "Partly there?")
    sheet = openpyxl.load_workbook(io.BytesIO(excel(index, tmp_path, row)))["Answers"]
    assert sheet.cell(2, COLUMNS.index("Remark") + 1).value == "There is no paragraph 99."


def test_a_cell_that_looks_like_a_formula_is_a_text_in_a_workbook(index: Index, tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(excel(index, tmp_path)))["Answers"]
    owner, question = sheet.cell(3, len(COLUMNS) + 1), sheet.cell(6, 4)
    assert [(cell.value, cell.data_type, cell.quotePrefix) for cell in (owner, question)] == [
        ("=HYPERLINK(A1)", "s", True),
        ("@who", "s", True),
    ]


def test_a_workbook_reads_well(index: Index, tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(excel(index, tmp_path)))["Answers"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:R7"
    assert all(cell.alignment.wrap_text and cell.alignment.vertical == "top" for cell in sheet[2])
    assert sheet.column_dimensions["F"].width == 70
    assert sheet["A1"].font.bold


def test_a_workbook_says_what_it_was_made_with(index: Index, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(excel(index, tmp_path)))
    about = {name: value for name, value in book["About"].iter_rows(values_only=True)}
    assert (about["Index"], about["Date"], about["Setting "]) == (index.fingerprint, "2026-03-01", "plain")
    assert [row[1] for row in book["Documents"].iter_rows(min_row=2, values_only=True)] == ["A/1", None]


def test_two_workbooks_of_one_batch_are_the_same_bytes(index: Index, tmp_path: Path) -> None:
    assert excel(index, tmp_path) == excel(index, tmp_path)


def test_a_cell_too_long_for_excel_is_cut_and_says_so(index: Index, tmp_path: Path) -> None:
    row = QuestionRow("line 1", "Who?", others=(("Long", "x" * 40_000),))
    cell = openpyxl.load_workbook(io.BytesIO(excel(index, tmp_path, row)))["Answers"].cell(2, len(COLUMNS) + 1)
    assert isinstance(cell.value, str)
    assert len(cell.value) == 32_767
    assert cell.value.endswith("x … (cut off: an Excel cell holds no more)")


def test_control_characters_do_not_break_a_workbook(index: Index, tmp_path: Path) -> None:
    row = QuestionRow("line 1", "Who?", others=(("Odd", "a\x07b"),))
    cell = openpyxl.load_workbook(io.BytesIO(excel(index, tmp_path, row)))["Answers"].cell(2, len(COLUMNS) + 1)
    assert cell.value == "a\ufffdb"


def test_a_carried_column_with_the_name_of_one_of_ours_says_so(index: Index, tmp_path: Path) -> None:
    row = QuestionRow("line 1", "Who?", others=(("answer", "old"),))
    header = next(csv.reader(comma_separated(index, tmp_path, row).splitlines()))
    assert header[len(COLUMNS)] == "answer (carried)"


def test_a_csv_file_reads_back_with_its_columns(index: Index, tmp_path: Path) -> None:
    text = comma_separated(index, tmp_path)
    assert text.startswith("\ufeffNumber,Id,")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert [row["Status"] for row in rows][3:5] == ["nothing found", "could not be asked"]
    assert (rows[0]["Index"], rows[0]["Date"], rows[0]["Settings"]) == (index.fingerprint, "2026-03-01", " plain")
    assert (rows[1]["Owner"], rows[4]["Question"], rows[4]["Score"]) == ("'=HYPERLINK(A1)", "'@who", "")


def test_the_citations_of_a_row_are_merged(index: Index, tmp_path: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(comma_separated(index, tmp_path).removeprefix("\ufeff"), newline="")))
    assert rows[2]["Citations"] == "A/1, para. 1; Guidelines, draft guideline 1, para. 1"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1", "  =1", "＝1", "\n=1"])
def test_what_a_program_might_run_is_guarded(text: str) -> None:
    assert is_formula(text)
    assert guarded(text) == f"'{text}"


@given(st.text())
def test_no_guarded_text_is_a_formula(text: str) -> None:
    assert not is_formula(guarded(text))


def test_json_lines_keep_to_the_contract(index: Index, tmp_path: Path) -> None:
    lines = json_lines(index, tmp_path)
    assert [list(line) for line in lines] == [
        [
            "contract",
            "question",
            "id",
            "answered",
            "state",
            "confidence",
            "reason",
            "remark",
            "intent",
            "checks",
            "statements",
            "evidence",
            "nearest",
            "mode",
            "writer",
            "language_model",
            "model",
            "reader",
            "index",
            "milliseconds",
            "batch",
        ]
    ] * 6
    told = [(each["text"], [cited["citation"] for cited in each["citations"]]) for each in lines[1]["statements"]]
    assert told == [("States should:", ["A/1, para. 2"]), ("Share information;", ["A/1, para. 2 (a)"])]
    assert lines[1]["statements"][1]["citations"][0] == {
        "document": "report-2018",
        "symbol": "A/1",
        "title": "Progress report",
        "date": "2018-04-04",
        "url": "https://docs.un.org/en/A/1",
        "locator": "2 (a)",
        "citation": "A/1, para. 2 (a)",
        "page": None,
        "note": None,
        "quote": "Share information;",
        "start": 19,
        "end": 37,
        "gap": False,
        "context": None,
    }
    assert [(line["state"], line["confidence"]) for line in lines[2:5]] == [
        ("answers", 0.75),
        ("nothing", 0.2),
        ("nothing", 0.0),
    ]
    assert lines[3]["nearest"] == [
        {"document": "report-2018", "locator": "1", "score": 1.0},
        {"document": "report-2018", "locator": "2", "score": 0.5},
    ]


def test_json_lines_hold_bad_rows_too(index: Index, tmp_path: Path) -> None:
    bad = json_lines(index, tmp_path)[4]
    assert (bad["question"], bad["id"], bad["answered"], bad["statements"]) == ("@who", "Q5", False, [])
    assert bad["reason"] == "it has 9 cells"
    assert bad["batch"] == {
        "number": 5,
        "place": "questions.csv, line 6",
        "section": None,
        "documents": [],
        "note": None,
        "remark": None,
        "columns": {},
        "status": "could not be asked",
        "problem": "it has 9 cells",
        "confidence": None,
        "date": "2026-03-01",
        "program": bad["batch"]["program"],
        "settings": {"": "plain"},
    }


STATES = (QuestionRow("line 1", "List?"), QuestionRow("line 2", "Related?"), QuestionRow("line 3", "None?"))


def test_what_is_only_related_stands_in_a_column_of_its_own_and_its_state_in_words(
    index: Index, tmp_path: Path
) -> None:
    text = comma_separated(index, tmp_path, *STATES).removeprefix("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    quoted = "States should:\n(a) Share information;"
    assert [(row["Status"], row["Answer"], row["Related passages"], row["What is missing"]) for row in rows] == [
        ("answered", quoted, "", ""),
        ("related passages to check", "", quoted, LACKS),
        ("nothing found", "", "", ""),
    ]
    assert [row["Citations"] for row in rows] == ["A/1, paras. 2 and 2 (a)", "A/1, paras. 2 and 2 (a)", ""]


def test_the_three_states_have_grounds_of_three_kinds_in_a_workbook(index: Index, tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(excel(index, tmp_path, *STATES)))["Answers"]
    column = COLUMNS.index("Status") + 1
    grounds = [sheet.cell(row, column).fill.fgColor.rgb for row in (2, 3, 4)]
    # Blue, orange and grey, which colour-blind people tell apart.
    assert grounds == ["00DCE9F7", "00FFE3BF", "00E4E4E4"]
    assert sheet.cell(2, column + 1).fill.fill_type is None


def test_a_workbook_counts_the_rows_of_each_state(index: Index, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(excel(index, tmp_path, *STATES)))
    about = {name: value for name, value in book["About"].iter_rows(values_only=True)}
    assert [(name, value) for name, value in about.items() if str(name).startswith("Rows: ")] == [
        ("Rows: answered", 1),
        ("Rows: related passages to check", 1),
        ("Rows: told without a quotation", 0),
        ("Rows: nothing found", 1),
        ("Rows: could not be asked", 0),
        ("Rows: skipped", 0),
    ]
    assert "Related passages are no answers" in str(about["How to read"])


def test_json_lines_name_the_state_and_what_is_missing(index: Index, tmp_path: Path) -> None:
    lines = json_lines(index, tmp_path, *STATES)
    assert [(line["state"], line["answered"], line["checks"], line["batch"]["status"]) for line in lines] == [
        ("answers", True, [], "answered"),
        ("related", True, [LACKS], "related passages to check"),
        ("nothing", False, [], "nothing found"),
    ]
