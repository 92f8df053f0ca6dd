"""Work in a process of its own: what comes back, and how it is ended."""

import sys
from pathlib import Path

import pytest

from index.errors import QuestionError, SourceError
from index.readers.processes.bounded import ProcessLimits, Work, run_bounded
from tests.support.office_papers import Parts, excel_parts, packed, word_parts

ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds this limit")


def run(function: str, *arguments: str, **limits: int) -> list[object]:
    work = Work(f"tests.support.bounded_tasks:{function}", arguments, "Desk.docx", "hand it in as text")
    return list(run_bounded(work, ProcessLimits(**limits)))


def test_results_come_back_as_json_has_them() -> None:
    assert run("echo", "a b", "ü\n") == ["a b", "ü\n", {"half": "\ud800", "number": 1.5, "none": None}]


def test_an_error_in_words_is_raised_as_it_was() -> None:
    with pytest.raises(QuestionError, match=r"^the question is empty; ask something$"):
        run("refuses", "x")


def test_what_is_not_known_as_an_error_of_ours_is_one_about_the_file() -> None:
    with pytest.raises(
        SourceError, match=r"^Desk\.docx: it cannot be read \(KeyError: 'nothing'\); hand it in as text$"
    ):
        run("breaks")


def test_work_that_never_ends_is_ended() -> None:
    with pytest.raises(SourceError, match=r"^Desk\.docx: it took longer than 1 s to read; hand it in as text$"):
        run("never_ends", seconds=1, wall_seconds=30)


def test_work_that_waits_is_ended_too() -> None:
    with pytest.raises(SourceError, match="it took longer than 1 s to read"):
        run("waits", wall_seconds=1)


@ON_LINUX
def test_work_that_takes_too_much_memory_is_ended() -> None:
    with pytest.raises(SourceError, match="reading it took more than 300 MB of memory; hand it in as text"):
        run("takes_memory", memory_bytes=300 * 1024 * 1024)


def test_work_that_says_too_much_is_ended() -> None:
    with pytest.raises(SourceError, match="it holds more than 1 MB of text; hand it in as text"):
        run("talks", output_bytes=1024 * 1024)


def test_a_process_that_crashes_yields_nothing() -> None:
    work = Work("tests.support.bounded_tasks:is_killed", (), "Desk.docx", "hand it in as text")
    with pytest.raises(SourceError, match=r"it cannot be read \(its reader ended with -11\)"):
        next(run_bounded(work))


def test_modules_beside_the_file_are_not_imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("json", "docx", "lxml"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('taken over')", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert run("echo", "a")[0] == "a"


@pytest.mark.parametrize(("ending", "parts"), [("docx", word_parts()), ("xlsx", excel_parts())])
def test_reading_a_list_of_questions_loads_no_model_and_no_app(tmp_path: Path, ending: str, parts: Parts) -> None:
    loaded = set(run("modules_of_a_reader", str(packed(parts, tmp_path / f"q.{ending}"))))
    assert loaded >= {"docx" if ending == "docx" else "openpyxl", "rag"}
    assert not loaded & {"torch", "sentence_transformers", "streamlit", "faiss", "bm25s", "pandas"}
