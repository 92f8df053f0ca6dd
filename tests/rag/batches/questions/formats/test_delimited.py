"""Delimited files and their columns read as questions."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import SourceError
from rag.batches.questions.file import read_questions
from rag.batches.questions.formats.columns import Placed, header_of, rows_of_table
from rag.batches.questions.formats.delimited import is_table, read_delimited
from rag.batches.questions.row import QuestionRow

CELLS = st.text(
    st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="\ufffd\ufffe\uffff"), min_size=1, max_size=20
)


def read(folder: Path, text: str, encoding: str = "utf-8") -> list[QuestionRow]:
    path = folder / "q.csv"
    path.write_bytes(text.encode(encoding))
    return list(read_questions(path, pytest.fail))


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_recognised(tmp_path: Path, delimiter: str) -> None:
    text = f"id{delimiter}question{delimiter}note\n1{delimiter}What?{delimiter}soon\n"
    assert read(tmp_path, text) == [QuestionRow("line 2", "What?", "1", note="soon")]


def test_excel_may_name_the_delimiter(tmp_path: Path) -> None:
    assert [row.text for row in read(tmp_path, "sep=;\nquestion;note\nWhat, if any?;x\n")] == ["What, if any?"]


def test_columns_are_recognised_in_any_case_and_order_and_others_carried(tmp_path: Path) -> None:
    (row,) = read(tmp_path, "Owner,THEME,Comments,Query,No.,Document filter,Owner\nAnn,Money,soon,What?,4,a; b,Bob\n")
    assert row == QuestionRow(
        "line 2", "What?", "4", "Money", ("a", "b"), "soon", (("Owner", "Ann"), ("Owner (2)", "Bob"))
    )


def test_of_two_columns_that_could_be_the_id_the_plainer_name_wins(tmp_path: Path) -> None:
    (row,) = read(tmp_path, "Reference,ID,question\nr,7,What?\n")
    assert (row.id, row.others) == ("7", (("Reference", "r"),))


def test_a_file_of_one_column_needs_no_header_and_keeps_its_commas(tmp_path: Path) -> None:
    assert [row.text for row in read(tmp_path, "What, if anything, changed?\nWho?\n")] == [
        "What, if anything, changed?",
        "Who?",
    ]


def test_a_header_above_one_column_keeps_the_commas_too(tmp_path: Path) -> None:
    assert [row.text for row in read(tmp_path, "Question\nWhat, if anything, changed?\n")] == [
        "What, if anything, changed?"
    ]


def test_cells_may_hold_quotation_marks_delimiters_and_lines(tmp_path: Path) -> None:
    (row,) = read(tmp_path, 'question,note\n"What is ""StAR"", then?","one\ntwo, three"\n')
    assert (row.text, row.note) == ('What is "StAR", then?', "one\ntwo, three")


def test_an_open_quotation_mark_spoils_its_own_row_only(tmp_path: Path) -> None:
    rows = read(tmp_path, 'question,note\nWhat?,a\n"Who?,b\nWhen?,c\n"Where?",d\n')
    assert [row.text for row in rows] == ["What?", '"Who?,b', "When?", "Where?"]
    assert [row.place for row in rows] == ["line 2", "line 3", "line 4", "line 5"]
    assert [row.problem is None for row in rows] == [True, False, True, True]
    assert "never closed" in str(rows[1].problem)


def test_a_quotation_mark_within_a_word_is_only_that(tmp_path: Path) -> None:
    assert [row.text for row in read(tmp_path, 'question,note\nA 5" pipe?,x\nWho?,y\n')] == ['A 5" pipe?', "Who?"]


def test_a_row_with_more_cells_than_the_header_is_named(tmp_path: Path) -> None:
    rows = read(tmp_path, "question,note\nWhat, if any?,x\nWho?,y\n")
    assert "it has 3 cells and the header names 2 columns" in str(rows[0].problem)
    assert rows[1].problem is None


def test_a_row_without_a_question_is_named_and_a_blank_one_is_not(tmp_path: Path) -> None:
    rows = read(tmp_path, "id,question\n1,\n,\n,Who?\n")
    assert [(row.place, row.problem) for row in rows] == [
        ("line 2", "there is no question in this row"),
        ("line 4", None),
    ]


def test_a_row_of_a_section_alone_opens_it(tmp_path: Path) -> None:
    rows = read(tmp_path, "section,question\nMoney,\n,How much?\nNames,Who?\n,What for?\n")
    assert [(row.section, row.text) for row in rows] == [
        ("Money", "How much?"),
        ("Names", "Who?"),
        ("Money", "What for?"),
    ]


def test_several_columns_without_one_for_questions_are_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"no column is called 'question'; its first row reads 'topic', 'ask'"):
        read(tmp_path, "topic,ask\na,b\n")


def test_a_title_above_the_header_is_passed_over_and_said(tmp_path: Path) -> None:
    path = tmp_path / "q.csv"
    path.write_text("Questions for the mission,\n,\nquestion,note\nWhat?,x\n", encoding="utf-8")
    remarks: list[str] = []
    assert [row.text for row in read_questions(path, remarks.append)] == ["What?"]
    assert remarks == ["q.csv: what stands above the header was not read (line 1 to line 1)"]


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "cp1252"])
def test_tables_come_in_the_encodings_of_excel(tmp_path: Path, codec: str) -> None:
    (row,) = read(tmp_path, "N°;Question\n1;Où est l’État?\n", codec)
    assert (row.text, row.others) == ("Où est l’État?", (("N°", "1"),))


def test_a_row_of_bytes_that_cannot_be_read_is_named_by_its_column(tmp_path: Path) -> None:
    path = tmp_path / "q.csv"
    path.write_bytes("id,question\n1,Où?\n".encode() + b"2,O\xf9?\n")
    rows = list(read_questions(path, pytest.fail))
    assert str(rows[1].problem).startswith("column 2 holds bytes that cannot be read")


def test_a_cell_too_long_for_any_table_is_a_problem_of_its_row(tmp_path: Path) -> None:
    rows = read(tmp_path, f"question\n{'x' * 200_000}\nWho?\n")
    assert "cannot be taken apart" in str(rows[0].problem)
    assert rows[1].text == "Who?"


def test_a_text_is_taken_for_a_table_only_by_its_first_line() -> None:
    assert is_table(["id;question\n", "1;What?\n"])
    assert is_table(["Question\n", "What?\n"])
    assert not is_table(["What is the question?\n", "question\n"])


def test_a_header_needs_a_name_for_questions() -> None:
    assert header_of(["id", "text"]) is None


def test_numbers_of_rows_are_kept_past_the_lines_that_are_looked_at_first() -> None:
    rows = [Placed("row 1", ["question"])] + [Placed(f"row {n}", [f"What is {n}?"]) for n in range(2, 100)]
    read_rows = list(rows_of_table(rows, "q", pytest.fail))
    assert [row.place for row in read_rows] == [f"row {n}" for n in range(2, 100)]


@given(st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=8), st.sampled_from(",;\t|"))
def test_whatever_csv_writes_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str]], delimiter: str
) -> None:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows([("question", "owner"), *rows])
    path = tmp_path_factory.mktemp("csv") / "q.csv"
    path.write_bytes(text.getvalue().encode())
    said = [" ".join(question.split()) for question, _ in rows]
    found = [row for row in read_delimited(path, path.name, pytest.fail) if row.problem is None]
    assert [row.text for row in found] == [each for each in said if each]
