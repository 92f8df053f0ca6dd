"""The journal of a batch: what it keeps, and what it makes of a file that was cut off."""

import json
import resource
import signal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import OutputError
from rag.batches.journal import Head, Journal, open_journal

HEAD = Head("index", "settings", "questions", "2026-03-01T10:00:00+00:00")
RECORDS: dict[str, dict[str, object]] = {"k1": {"text": "Première ligne"}, "k2": {"text": "two\nlines"}, "k3": {"n": 3}}


def filled(path: Path) -> bytes:
    """What a journal with three answers holds."""
    with open_journal(path) as journal:
        journal.begin(HEAD)
        for key, record in RECORDS.items():
            journal.add(key, record)
    return path.read_bytes()


def held(path: Path) -> tuple[Head | None, dict[str, dict[str, object]]]:
    with open_journal(path) as journal:
        return journal.before, {key: journal.record(key) for key in RECORDS if key in journal}


def test_a_journal_gives_back_what_was_written(tmp_path: Path) -> None:
    filled(tmp_path / "j")
    assert held(tmp_path / "j") == (HEAD, RECORDS)


def test_a_new_journal_is_empty(tmp_path: Path) -> None:
    assert held(tmp_path / "j") == (None, {})


def test_an_answer_is_on_disk_before_the_next_is_asked(tmp_path: Path) -> None:
    with open_journal(tmp_path / "j") as journal:
        journal.begin(HEAD)
        journal.add("k1", RECORDS["k1"])
        assert (tmp_path / "j").read_bytes().endswith(b"\n")
        assert json.loads((tmp_path / "j").read_bytes().splitlines()[-1]) == {"key": "k1", "answer": RECORDS["k1"]}


@given(st.data())
def test_a_journal_cut_off_anywhere_keeps_every_whole_line(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("journal") / "j"
    whole = filled(path)
    kept = data.draw(st.integers(0, len(whole)))
    path.write_bytes(whole[:kept])
    lines = whole[:kept].count(b"\n")
    head, records = held(path)
    assert head == (HEAD if lines else None)
    assert list(records) == list(RECORDS)[: max(lines - 1, 0)]
    with open_journal(path) as journal:
        if head is None:
            journal.begin(HEAD)
        for key, record in RECORDS.items():
            if key not in journal:
                journal.add(key, record)
    assert path.read_bytes() == whole


def test_a_damaged_line_costs_its_own_answer_only(tmp_path: Path) -> None:
    lines = filled(tmp_path / "j").splitlines(keepends=True)
    (tmp_path / "j").write_bytes(lines[0] + lines[1] + b"\x00\x00\n" + lines[3])
    with open_journal(tmp_path / "j") as journal:
        assert (journal.broken, "k1" in journal, "k2" in journal, "k3" in journal) == (1, True, False, True)


@pytest.mark.parametrize("content", ["question\nWhat?\n", "What?", '{"key": "k1"}\n', "\n"])
def test_a_file_that_is_no_journal_is_left_as_it_is(tmp_path: Path, content: str) -> None:
    path = tmp_path / "j"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(OutputError, match="is not a journal of pincite"), open_journal(path):
        pytest.fail("opened")
    assert path.read_text(encoding="utf-8") == content


def test_two_batches_cannot_write_one_journal(tmp_path: Path) -> None:
    with (
        open_journal(tmp_path / "j"),
        pytest.raises(OutputError, match="another batch is writing"),
        open_journal(tmp_path / "j"),
    ):
        pytest.fail("opened twice")


def test_the_last_head_counts(tmp_path: Path) -> None:
    filled(tmp_path / "j")
    later = Head("other index", "settings", "questions", "2026-03-02T10:00:00+00:00")
    with open_journal(tmp_path / "j") as journal:
        journal.begin(later)
    assert held(tmp_path / "j") == (later, RECORDS)


def test_a_cleared_journal_is_a_new_one(tmp_path: Path) -> None:
    filled(tmp_path / "j")
    with open_journal(tmp_path / "j") as journal:
        journal.clear()
        assert (journal.before, len(journal)) == (None, 0)
        journal.begin(HEAD)
    assert held(tmp_path / "j") == (HEAD, {})


def test_a_full_disk_is_one_line_and_costs_nothing_that_was_written(tmp_path: Path) -> None:
    path = tmp_path / "j"
    size = len(filled(path))
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        with open_journal(path) as journal:
            # The limit on the size of a file stands in for the end of a disk: the write goes half through.
            resource.setrlimit(resource.RLIMIT_FSIZE, (size + 20, limits[1]))
            with pytest.raises(OutputError, match=r"cannot write .*j: .*; what was finished is kept there"):
                journal.add("k4", {"text": "x" * 100})
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)
    assert len(path.read_bytes()) == size
    assert held(path) == (HEAD, RECORDS)


def test_a_folder_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cannot write"), open_journal(tmp_path / "nowhere" / "j"):
        pytest.fail("opened")


def test_a_journal_needs_a_head_only_once(tmp_path: Path) -> None:
    with open_journal(tmp_path / "j") as journal:
        assert isinstance(journal, Journal)
        assert len(journal) == 0
