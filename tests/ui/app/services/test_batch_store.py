"""The file that the app keeps its batches in."""

from pathlib import Path

import pytest

from index.errors import OutputError
from rag.batches.questions.row import QuestionRow
from ui.app.services.batch_rows import Choice
from ui.app.services.batch_store import FILE, BatchJob, BatchStore

JOB = BatchJob("a1", "Desk.txt", "me", "2026-03-01T10:00:00+00:00")
ROWS = [
    QuestionRow("line 1", "Who \ud800?", documents=("guide",), others=(("desk", "A"),)),
    QuestionRow("line 2", "Why?"),
]


def test_a_batch_comes_back_with_its_rows_and_what_was_decided(tmp_path: Path) -> None:
    BatchStore(tmp_path).add(JOB, ROWS, ["one line was left out"])
    BatchStore(tmp_path).keep_choices(JOB.id, {1: Choice(False, "Why \udfff?")})
    store = BatchStore(tmp_path)
    assert store.jobs() == [JOB]
    assert store.rows(JOB.id) == (ROWS, ["one line was left out"])
    assert store.choices(JOB.id) == {1: Choice(False, "Why \udfff?")}


def test_a_batch_that_was_forgotten_leaves_nothing_behind(tmp_path: Path) -> None:
    store = BatchStore(tmp_path)
    store.add(JOB, ROWS, ["a remark"])
    store.keep_choices(JOB.id, {0: Choice(True, "Who?")})
    store.forget(JOB.id)
    assert (store.jobs(), store.rows(JOB.id), store.choices(JOB.id)) == ([], ([], []), {})


def test_where_there_are_no_batches_no_file_is_made(tmp_path: Path) -> None:
    assert BatchStore(tmp_path / "batches").jobs() == []
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_none_of_batches_is_one_line(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("What is this? " * 100, encoding="utf-8")
    with pytest.raises(OutputError, match=r"cannot write to .*file is not a database; free"):
        BatchStore(tmp_path).jobs()
