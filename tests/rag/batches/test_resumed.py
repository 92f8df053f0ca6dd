"""A batch that goes on from the journal that an earlier run left."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from index.document import Document
from index.errors import OutputError
from index.progress import Progress
from index.store import Index
from rag.batches.batch import BatchOptions, run_batch
from rag.batches.questions.row import QuestionRow
from rag.calibration import calibration_for
from rag.settings import Settings
from tests.support.batch_fakes import NOW, FakeAnswerer, rows, run, small_index


@pytest.fixture
def index(documents: tuple[Document, ...]) -> Index:
    return small_index(documents)


def many(count: int) -> list[QuestionRow]:
    return rows(*(f"What is {number}?" for number in range(count)))


def test_an_interrupted_batch_goes_on_where_it_was(index: Index, tmp_path: Path) -> None:
    journal = tmp_path / "j"
    with pytest.raises(KeyboardInterrupt):
        run(FakeAnswerer(index, stops_after=70), many(100), journal)
    again, remarks = FakeAnswerer(index), list[str]()
    entries = run(again, many(100), journal, remarks, begun="2026-03-09T10:00:00+00:00")
    assert len(entries) == 100
    # Two groups of 32 were whole; the third is done again as a group.
    assert [each.text for each in again.asked] == [f"What is {number}?" for number in range(64, 100)]
    assert remarks == ["going on with the run of 2026-03-01 10:00: 70 answers are there"]


def test_the_answers_of_an_earlier_version_are_not_used_and_that_is_said(index: Index, tmp_path: Path) -> None:
    journal = tmp_path / "j"
    journal.write_text('{"pincite journal": 2, "index": "i"}\n{"key": "k1", "answer": {}}\n', encoding="utf-8")
    again, remarks = FakeAnswerer(index), list[str]()
    assert len(run(again, many(3), journal, remarks)) == 3
    assert len(again.asked) == 3
    assert remarks == ["j was written by an earlier version of pincite; its questions are asked again"]


def test_a_batch_that_goes_on_keeps_its_date(index: Index, tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        run(FakeAnswerer(index, stops_after=1), many(3), tmp_path / "j")
    options = BatchOptions("q.txt", "2026-03-09T10:00:00+00:00")
    with run_batch(many(3), FakeAnswerer(index), tmp_path / "j", options) as batch:
        assert batch.provenance.begun == NOW


def test_a_batch_may_be_started_over(index: Index, tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        run(FakeAnswerer(index, stops_after=70), many(100), tmp_path / "j")
    again = FakeAnswerer(index)
    run(again, many(100), tmp_path / "j", start_over=True)
    assert len(again.asked) == 100


def test_changed_questions_are_noticed_and_the_answers_that_hold_are_kept(index: Index, tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        run(FakeAnswerer(index, stops_after=40), many(50), tmp_path / "j")
    again, remarks = FakeAnswerer(index), list[str]()
    entries = run(again, many(32) + rows("Who?"), tmp_path / "j", remarks, begun="2026-03-09T10:00:00+00:00")
    assert len(entries) == 33
    assert [each.text for each in again.asked] == ["Who?"]
    assert remarks == ["the questions have changed since the interrupted run; 32 of its answers still hold"]


def test_a_changed_index_is_noticed_and_its_answers_are_not_used(
    index: Index, documents: tuple[Document, ...], tmp_path: Path
) -> None:
    with pytest.raises(KeyboardInterrupt):
        run(FakeAnswerer(index, stops_after=2), many(3), tmp_path / "j")
    again, remarks = FakeAnswerer(small_index(documents[:1])), list[str]()
    run(again, many(3), tmp_path / "j", remarks)
    assert len(again.asked) == 3
    assert remarks[0].startswith("the index and the questions have changed") or remarks[0].startswith("the index has")


def test_changed_settings_are_noticed(index: Index, tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        run(FakeAnswerer(index, stops_after=2), many(3), tmp_path / "j")
    remarks: list[str] = []
    run(FakeAnswerer(index, settings="other"), many(3), tmp_path / "j", remarks)
    assert "the settings" in remarks[0]
    assert "0 of its answers" in remarks[0]


def test_a_journal_does_not_give_answers_of_other_weights(index: Index, tmp_path: Path) -> None:
    fitted = calibration_for()
    refitted = replace(fitted, unread=replace(fitted.unread, sentence=replace(fitted.unread.sentence, gap=0.0001)))
    with pytest.raises(KeyboardInterrupt):
        run(FakeAnswerer(index, settings=Settings(calibration=fitted), stops_after=2), many(3), tmp_path / "j")
    again, remarks = FakeAnswerer(index, settings=Settings(calibration=refitted)), list[str]()
    run(again, many(3), tmp_path / "j", remarks)
    assert len(again.asked) == 3
    assert remarks[0].startswith("the settings")


def test_an_error_while_results_are_written_keeps_the_journal(index: Index, tmp_path: Path) -> None:
    with (
        pytest.raises(OutputError),
        run_batch(many(3), FakeAnswerer(index), tmp_path / "j", BatchOptions("q.txt", NOW)),
    ):
        raise OutputError("disk full")
    again = FakeAnswerer(index)
    run(again, many(3), tmp_path / "j")
    assert again.asked == []


def test_progress_begins_where_the_interrupted_run_stopped(index: Index, tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        run(FakeAnswerer(index, stops_after=64), many(66), tmp_path / "j")
    told: list[tuple[int, int]] = []

    @contextmanager
    def progress() -> Iterator[Progress]:
        yield lambda _stage, done, total: told.append((done, total))

    options = BatchOptions("q.txt", NOW)
    with run_batch(many(66), FakeAnswerer(index), tmp_path / "j", options, progress=progress):
        assert told == [(64, 66), (65, 66), (66, 66)]
