"""Readers' verdicts: kept, read back, and proposed as gold questions."""

import json
import threading
from pathlib import Path

import pytest
from click.testing import CliRunner

from index.document import Document
from index.errors import OutputError
from rag.answer import Answer
from rag.answering.steps import Asked
from tests.support.batch_fakes import FakeAnswerer, small_index
from ui.app.services.feedback import LONGEST_NOTE, candidates, feedback_of, keep_feedback, read_feedback
from ui.cli.eval import eval_group
from ui.cli.evaluating.feedback import feedback_command


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "new" / "feedback.sqlite"


@pytest.fixture
def answerer(documents: tuple[Document, ...]) -> FakeAnswerer:
    return FakeAnswerer(small_index(documents))


def answer(answerer: FakeAnswerer, question: str) -> Answer:
    return next(answerer.answer_many([Asked(question)]))


def test_a_verdict_is_read_back_as_it_was_kept(path: Path, answerer: FakeAnswerer) -> None:
    kept = feedback_of(answer(answerer, "List — ça?"), ["report-2018"], is_good=False, note=" Wrong. ")
    assert keep_feedback(kept, path) == 1
    assert read_feedback(path) == (kept,)
    assert (kept.question, kept.note, kept.is_good) == ("List — ça?", "Wrong.", False)


def test_a_note_replaces_the_verdict_it_belongs_to(path: Path, answerer: FakeAnswerer) -> None:
    found = answer(answerer, "List")
    number = keep_feedback(feedback_of(found, [], is_good=True), path)
    keep_feedback(feedback_of(found, [], is_good=True, note="Good."), path, number)
    keep_feedback(feedback_of(found, [], is_good=False), path)
    assert [each.note for each in read_feedback(path)] == ["Good.", ""]


def test_verdicts_of_many_readers_at_once_are_all_kept(path: Path, answerer: FakeAnswerer) -> None:
    kept = feedback_of(answer(answerer, "List"), [], is_good=True)
    threads = [threading.Thread(target=keep_feedback, args=(kept, path)) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(read_feedback(path)) == 10


def test_no_file_holds_no_verdicts_and_a_long_note_is_cut(path: Path, answerer: FakeAnswerer) -> None:
    assert read_feedback(path) == ()
    assert len(feedback_of(answer(answerer, "List"), [], is_good=True, note="x" * 9999).note) == LONGEST_NOTE


def test_a_file_of_something_else_and_a_folder_that_cannot_be_written_are_told(
    path: Path, answerer: FakeAnswerer
) -> None:
    path.parent.mkdir()
    path.write_text("not a database, but long enough to be looked at as one" * 20, encoding="utf-8")
    with pytest.raises(OutputError, match="not a file of verdicts"):
        read_feedback(path)
    with pytest.raises(OutputError, match="could not be kept"):
        keep_feedback(feedback_of(answer(answerer, "List"), [], is_good=True), path)


def test_a_good_answer_is_proposed_as_gold_and_of_a_bad_one_only_the_question(
    path: Path, answerer: FakeAnswerer
) -> None:
    verdicts = [
        feedback_of(answer(answerer, "Both"), [], is_good=True),
        feedback_of(answer(answerer, "List"), [], is_good=False, note="Item (b) is missing."),
        feedback_of(answer(answerer, "None"), [], is_good=True),
    ]
    both, listed, none = candidates(verdicts)
    assert both["kind"] == "across"
    assert both["gold"] == [
        [{"document": "report-2018", "locator": "1"}],
        [{"document": "guide", "locator": "draft guideline 1, 1"}],
    ]
    assert both["nuggets"] == [
        {"wordings": ["Networks exist."], "vital": True},
        {"wordings": ["Banks cooperate."], "vital": True},
        {"wordings": ["Freeze assets early."], "vital": True},
    ]
    assert (listed["question"], listed["gold"], listed["verdict"]) == ("List", [], "bad")
    assert listed["note"] == "Item (b) is missing."
    assert (none["kind"], none["gold"]) == ("none", [])
    assert [each["id"] for each in (both, listed, none)] == ["feedback-0001", "feedback-0002", "feedback-0003"]


def test_the_command_prints_a_candidate_a_line(path: Path, answerer: FakeAnswerer) -> None:
    keep_feedback(feedback_of(answer(answerer, "Both — ça"), [], is_good=True), path)
    keep_feedback(feedback_of(answer(answerer, "List"), [], is_good=False), path)
    result = CliRunner().invoke(eval_group, ["feedback", "--file", str(path)])
    assert result.exit_code == 0
    assert [json.loads(line)["question"] for line in result.output.splitlines()] == ["Both — ça", "List"]
    assert "ça" in result.output
    assert CliRunner().invoke(feedback_command, ["--file", str(path.with_name("none"))]).output == ""
