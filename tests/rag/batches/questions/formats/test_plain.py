"""Plain text, encodings and JSON Lines read as questions."""

from pathlib import Path

import pytest

from index.errors import SourceError
from rag.batches.questions.file import read_questions
from rag.batches.questions.formats.decoding import encoding_of
from rag.batches.questions.row import QuestionRow


def read(path: Path) -> list[QuestionRow]:
    return list(read_questions(path, pytest.fail))


def written(folder: Path, name: str, content: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_a_text_file_has_a_question_a_line(tmp_path: Path) -> None:
    path = written(tmp_path, "q.txt", "What is a network?\n\n  Who   presided? \r\n")
    assert read(path) == [QuestionRow("line 1", "What is a network?"), QuestionRow("line 3", "Who presided?")]


def test_list_marks_are_taken_off_and_numbers_become_ids(tmp_path: Path) -> None:
    path = written(tmp_path, "q.txt", "1. What?\n(2) Who?\nQ3: When?\n- Where?\n• Why?\n2018 report: how?\n")
    assert [(row.id, row.text) for row in read(path)] == [
        ("1", "What?"),
        ("2", "Who?"),
        ("Q3", "When?"),
        (None, "Where?"),
        (None, "Why?"),
        (None, "2018 report: how?"),
    ]


def test_a_line_with_a_number_sign_is_the_section_of_those_after_it(tmp_path: Path) -> None:
    path = written(tmp_path, "q.txt", "Before?\n# Networks\nWho?\n## Money\nHow much?\n")
    assert [(row.section, row.text) for row in read(path)] == [
        (None, "Before?"),
        ("Networks", "Who?"),
        ("Money", "How much?"),
    ]


@pytest.mark.parametrize(
    "codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"], ids=str
)
def test_the_encoding_is_recognised(tmp_path: Path, codec: str) -> None:
    path = written(tmp_path, "q.txt", "Où est la “Conférence”?\nQui préside?\n".encode(codec))
    assert [row.text for row in read(path)] == ["Où est la “Conférence”?", "Qui préside?"]


def test_other_scripts_come_through(tmp_path: Path) -> None:
    path = written(tmp_path, "q.txt", "什么是资产追回?\nما هي الشبكات؟\n")
    assert [row.text for row in read(path)] == ["什么是资产追回?", "ما هي الشبكات؟"]


def test_a_broken_line_of_a_utf8_file_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    path = written(tmp_path, "q.txt", "Où?\n".encode() + b"O\xf9?\n" + "Après?\n".encode())
    rows = read(path)
    assert [row.text for row in rows] == ["Où?", "O\ufffd?", "Après?"]
    assert [row.problem is None for row in rows] == [True, False, True]
    assert rows[1].place == "line 2"


def test_a_byte_that_cp1252_has_no_letter_for_spoils_its_line_only(tmp_path: Path) -> None:
    rows = read(written(tmp_path, "q.txt", b"Pr\xe9sident?\nWh\x81t?\nWhen?\n"))
    assert [row.problem is None for row in rows] == [True, False, True]


def test_a_mixture_of_utf8_and_nothing_else_is_utf8(tmp_path: Path) -> None:
    assert encoding_of(written(tmp_path, "q.txt", b"plain\n"), "q.txt").codec == "utf-8"


def test_a_picture_is_not_a_text(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"q\.txt: it is not a text file"):
        read(written(tmp_path, "q.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff\xff\0\0"))


def test_control_characters_do_not_reach_a_question(tmp_path: Path) -> None:
    assert read(written(tmp_path, "q.txt", "Wh\x07at?\n"))[0].text == "Wh at?"


def test_an_empty_file_has_no_questions(tmp_path: Path) -> None:
    for ending in ("txt", "csv", "jsonl"):
        assert read(written(tmp_path, f"q.{ending}", "")) == []


def test_a_json_line_is_an_object_or_a_text(tmp_path: Path) -> None:
    lines = (
        '{"Question": "What?", "ID": 7, "Documents": ["a", "b"], "Owner": "Ann", "Due": 3, "notes": "soon"}\n'
        '"Who?"\n'
        '{"query": "When?", "theme": "Dates", "filter": "a; b"}\n'
    )
    assert read(written(tmp_path, "q.jsonl", lines)) == [
        QuestionRow("line 1", "What?", "7", None, ("a", "b"), "soon", (("Owner", "Ann"), ("Due", "3"))),
        QuestionRow("line 2", "Who?"),
        QuestionRow("line 3", "When?", section="Dates", documents=("a", "b")),
    ]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ('{"question": "What?"', "broken JSON"),
        ("[1, 2]", "expected a JSON object"),
        ('{"text": "What?"}', "no key called 'question'"),
        ('{"question": null}', "no question"),
        ('{"question": "Wh\\ud800t?"}', "cannot be read"),
        ("[" * 100_000, "broken JSON"),
    ],
)
def test_a_bad_json_line_is_a_problem_of_its_own(tmp_path: Path, line: str, problem: str) -> None:
    rows = read(written(tmp_path, "q.jsonl", f'"First?"\n{line}\n"Last?"\n'))
    assert [row.text for row in rows][::2] == ["First?", "Last?"]
    assert rows[1].place == "line 2"
    assert problem in str(rows[1].problem)
    rows[1].text.encode()


@pytest.mark.parametrize("name", ["q.pdf", "q.doc", "q"])
def test_a_file_of_another_kind_is_refused_with_those_that_are_read(tmp_path: Path, name: str) -> None:
    with pytest.raises(SourceError, match=r"questions are read from \.txt, \.csv"):
        read(written(tmp_path, name, "What?"))


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such file"):
        read(tmp_path / "q.txt")
    with pytest.raises(SourceError, match="a folder"):
        read(tmp_path)
