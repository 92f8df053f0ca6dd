"""`pincite batch` as a person types it, with an answerer that needs no model."""

import csv
import io
import json
import sys
from pathlib import Path

import docx
import pytest

from index.document import Document
from rag import open_answerer as opening
from rag.processes import several
from rag.processes.child import Source
from rag.settings import NO_READER
from tests.support.batch_fakes import FakeAnswerer, small_index
from ui.cli import batch as cli_batch
from ui.cli.main import run


@pytest.fixture
def answerer(documents: tuple[Document, ...], monkeypatch: pytest.MonkeyPatch) -> FakeAnswerer:
    """What the command answers with; what it opens is this."""
    fake = FakeAnswerer(small_index(documents))
    monkeypatch.setattr(opening, "open_answerer", lambda _folder, *, model, reader, language_model: fake)
    return fake


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    path = tmp_path / "asset_recovery-2018.csv"
    path.write_text("section,question\nNetworks,Who?\nNetworks,None?\n", encoding="utf-8")
    return path


def test_answers_go_where_they_are_wanted(
    answerer: FakeAnswerer, questions: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    word, lines = tmp_path / "a.docx", tmp_path / "a.jsonl"
    assert run(["batch", str(questions), "-o", str(word), "-o", str(lines)]) == 0
    assert docx.Document(str(word)).paragraphs[0].text == "Asset recovery 2018"
    assert [json.loads(line)["answered"] for line in lines.read_text(encoding="utf-8").splitlines()] == [True, False]
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == f"pincite: 2 questions: 1 answered, 1 with nothing found; wrote {word}, {lines}\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.docx", "a.jsonl", "asset_recovery-2018.csv"]


def test_without_an_output_the_answers_are_printed(
    answerer: FakeAnswerer, questions: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["batch", str(questions), "--title", "Mission"]) == 0
    told = capsys.readouterr()
    assert told.out.startswith("# Mission\n")
    assert "Networks exist. [A/1, para. 1]" in told.out
    assert told.err.startswith("pincite: 2 questions")


def test_questions_may_come_from_standard_input(
    answerer: FakeAnswerer, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Who?\nWhen?\n")))
    assert run(["batch", "-"]) == 0
    assert capsys.readouterr().out.startswith("# Questions and answers\n")
    assert [each.text for each in answerer.asked] == ["Who?", "When?"]


def test_a_bad_row_is_named_and_gives_exit_code_3(
    answerer: FakeAnswerer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "q.jsonl").write_text('"Who?"\n{broken\n"When?"\n', encoding="utf-8")
    assert run(["batch", str(tmp_path / "q.jsonl"), "-o", str(tmp_path / "a.md")]) == 3
    assert len(answerer.asked) == 2
    lines = capsys.readouterr().err.splitlines()
    assert lines[0].startswith("pincite: q.jsonl, line 2: broken JSON")
    assert lines[1].startswith("pincite: 3 questions: 2 answered, 1 could not be asked; wrote ")
    assert "broken JSON" in (tmp_path / "a.md").read_text(encoding="utf-8")


def test_what_is_no_question_is_skipped_with_its_reason_and_stays_in_the_result(
    answerer: FakeAnswerer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = docx.Document()
    for text in ("Dear colleagues,", "Please answer the following questions:", "1. Who?", "2. None?"):
        document.add_paragraph(text)
    document.add_paragraph("Thank you for your cooperation.")
    document.save(str(tmp_path / "q.docx"))
    outs = [tmp_path / name for name in ("a.md", "a.jsonl", "a.csv")]
    assert run(["batch", str(tmp_path / "q.docx"), *(part for out in outs for part in ("-o", str(out)))]) == 0
    assert [each.text for each in answerer.asked] == ["Who?", "None?"]
    assert capsys.readouterr().err.splitlines() == [
        "pincite: q.docx, paragraph 1: skipped, a greeting: Dear colleagues,",
        "pincite: q.docx, paragraph 2: skipped, instructions for answering: Please answer the following questions:",
        "pincite: q.docx, paragraph 5: skipped, thanks or regards: Thank you for your cooperation.",
        "pincite: 2 questions: 1 answered, 1 with nothing found, 3 skipped; wrote " + ", ".join(map(str, outs)),
    ]
    report = outs[0].read_text(encoding="utf-8")
    assert "2 questions: 1 answered, 1 with nothing found; 3 other rows skipped." in report
    assert "1 Who?" in report.replace(".", "")
    assert report.count("Thank you for your cooperation.") == 1
    records = [json.loads(line) for line in outs[1].read_text(encoding="utf-8").splitlines()]
    assert [(each["batch"]["number"], each["batch"]["status"], each["batch"]["problem"]) for each in records] == [
        (None, "skipped", "a greeting"),
        (None, "skipped", "instructions for answering"),
        (1, "answered", None),
        (2, "nothing found", None),
        (None, "skipped", "thanks or regards"),
    ]
    table = list(csv.DictReader(outs[2].read_text(encoding="utf-8-sig").splitlines()))
    assert [(each["Number"], each["Question"], each["Status"], each["Problem"]) for each in table][::2] == [
        ("", "Dear colleagues,", "skipped", "a greeting"),
        ("1", "Who?", "answered", ""),
        ("", "Thank you for your cooperation.", "skipped", "thanks or regards"),
    ]


def test_a_damaged_list_from_standard_input_is_named_as_that(
    answerer: FakeAnswerer, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"PK\x03\x04 and no more")))
    assert run(["batch", "-"]) == 2
    assert capsys.readouterr().err.startswith("pincite: standard input: not an .xlsx workbook, or one with a password")


def test_very_many_bad_rows_are_counted(
    answerer: FakeAnswerer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "q.jsonl").write_text("{broken\n" * 30, encoding="utf-8")
    assert run(["batch", str(tmp_path / "q.jsonl"), "-o", str(tmp_path / "a.csv")]) == 3
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 22
    assert lines[20] == "pincite: and 10 more such rows, listed in the outputs"


def test_ctrl_c_says_how_to_go_on_and_the_same_command_does(
    answerer: FakeAnswerer, questions: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "a.md"
    answerer.stops_after = 1
    assert run(["batch", str(questions), "-o", str(out)]) == 130
    assert capsys.readouterr().err == (
        f"pincite: interrupted; finished answers are kept in {out}.journal, run the same command again to go on\n"
    )
    assert not out.exists()
    answerer.stops_after = None
    assert run(["batch", str(questions), "-o", str(out), "--resume"]) == 0
    assert "going on with the run of" in capsys.readouterr().err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.md", questions.name]


def test_ctrl_c_without_an_output_says_that_nothing_is_kept(
    answerer: FakeAnswerer, questions: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answerer.stops_after = 1
    assert run(["batch", str(questions)]) == 130
    assert "name an output with -o" in capsys.readouterr().err


def test_resume_insists_on_a_run_to_go_on_with(
    answerer: FakeAnswerer, questions: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["batch", str(questions), "-o", str(tmp_path / "a.md"), "--resume"]) == 2
    assert "there is no interrupted run to go on with" in capsys.readouterr().err
    assert answerer.asked == []


def test_start_over_forgets_an_interrupted_run(answerer: FakeAnswerer, questions: Path, tmp_path: Path) -> None:
    answerer.stops_after = 1
    run(["batch", str(questions), "-o", str(tmp_path / "a.md")])
    answerer.stops_after = None
    answerer.asked.clear()
    assert run(["batch", str(questions), "-o", str(tmp_path / "a.md"), "--start-over"]) == 0
    assert len(answerer.asked) == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nowhere.txt"], "nowhere.txt: no such file"),
        (["{questions}", "-o", "a.pdf"], "a.pdf: the ending says what to write"),
        (["{questions}", "-o", "none/a.md"], "is in no folder that exists"),
        (["{questions}", "-o", "{questions}"], "is the file of questions"),
        (["{questions}", "--document", "x"], "no document 'x'"),
        (["{questions}", "-o", "a.docx", "--template", "none.docx"], "none.docx: cannot be read"),
    ],
)
def test_what_cannot_work_is_one_line_and_exit_code_2(
    answerer: FakeAnswerer,
    questions: Path,
    arguments: list[str],
    message: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(questions.parent)
    assert run(["batch", *(each.format(questions=questions) for each in arguments)]) == 2
    told = capsys.readouterr().err
    assert message in told
    assert told.count("\n") == 1
    assert answerer.asked == []
    assert [path.name for path in questions.parent.iterdir()] == [questions.name]


def test_options_reach_the_batch_and_the_report(answerer: FakeAnswerer, questions: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.md"
    options = ["--document", "guide", "--citations", "footnotes", "--group-by", "section"]
    assert run(["batch", str(questions), "-o", str(out), *options]) == 0
    assert {each.documents for each in answerer.asked} == {("guide",)}
    assert "Networks exist.[^1]" in out.read_text(encoding="utf-8")


@pytest.mark.parametrize(("options", "processes"), [([], 4), (["--processes", "3"], 3)])
def test_one_process_a_processor_answers_unless_another_number_is_wanted(
    answerer: FakeAnswerer,
    questions: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    options: list[str],
    processes: int,
) -> None:
    asked_for: list[tuple[Source, int]] = []

    def several_processes(given: FakeAnswerer, source: Source, count: int) -> FakeAnswerer:
        asked_for.append((source, count))
        return given

    monkeypatch.setattr(several, "cpu_count", lambda: 4)
    monkeypatch.setattr(several, "SeveralProcesses", several_processes)
    given = ["--index", "here", "--profile", "fast", *options]
    assert run(["batch", str(questions), "-o", str(tmp_path / "a.md"), *given]) == 0
    assert asked_for == [(Source("here", None, NO_READER), processes)]


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("asset_recovery-2018.xlsx", "Asset recovery 2018"),
        ("questions.txt", "Questions and answers"),
        ("standard input", "Questions and answers"),
        ("CAC notes.docx", "CAC notes"),
    ],
)
def test_the_title_comes_from_the_name_of_the_file(name: str, title: str) -> None:
    assert cli_batch._title(name) == title
