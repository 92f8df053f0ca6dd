"""The journal of a batch: what it keeps, and what it makes of a file that was cut off."""

import resource
import shutil
import signal
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.errors import OutputError
from rag.batches.journal import Head, Journal, open_journal

HEAD = Head("index", "settings", "questions", "2026-03-01T10:00:00+00:00")
RECORDS: dict[str, dict[str, object]] = {"k1": {"text": "Première ligne"}, "k2": {"text": "two\nlines"}, "k3": {"n": 3}}


def filled(path: Path) -> None:
    """A journal with three answers at `path`."""
    with open_journal(path) as journal:
        journal.begin(HEAD)
        for key, record in RECORDS.items():
            journal.add(key, record)


def held(path: Path) -> tuple[Head | None, dict[str, dict[str, object]]]:
    with open_journal(path) as journal:
        return journal.before, {key: journal.record(key) for key in RECORDS if key in journal}


def forgotten(path: Path) -> str:
    with open_journal(path) as journal:
        return journal.forgotten


def test_a_journal_gives_back_what_was_written(tmp_path: Path) -> None:
    filled(tmp_path / "j")
    assert held(tmp_path / "j") == (HEAD, RECORDS)
    assert forgotten(tmp_path / "j") == ""


def test_a_new_journal_is_empty(tmp_path: Path) -> None:
    assert held(tmp_path / "j") == (None, {})


def test_a_closed_journal_is_one_file(tmp_path: Path) -> None:
    filled(tmp_path / "j")
    assert [path.name for path in tmp_path.iterdir()] == ["j"]


def killed_with(folder: Path, *keys: str) -> Path:
    """What a process that was killed after the answers `keys` leaves: copies of the files of an open journal."""
    open_one, left = folder / "open", folder / "left"
    open_one.mkdir()
    with open_journal(open_one / "j") as journal:
        journal.begin(HEAD)
        for key in keys:
            journal.add(key, RECORDS[key])
        shutil.copytree(open_one, left)
    return left / "j"


def test_an_answer_is_on_disk_before_the_next_is_asked(tmp_path: Path) -> None:
    assert held(killed_with(tmp_path, "k1")) == (HEAD, {"k1": RECORDS["k1"]})


@settings(max_examples=20, deadline=None)
@given(st.data())
def test_what_was_written_last_may_be_cut_off_anywhere_and_every_answer_before_it_is_kept(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path = killed_with(tmp_path_factory.mktemp("journal"), *RECORDS)
    log = path.with_name("j-wal")
    whole = log.read_bytes()
    log.write_bytes(whole[: data.draw(st.integers(0, len(whole)))])
    head, records = held(path)
    assert head == HEAD
    assert list(records) == list(RECORDS)[: len(records)]
    with open_journal(path) as journal:
        for key, record in RECORDS.items():
            if key not in journal:
                journal.add(key, record)
    assert held(path) == (HEAD, RECORDS)


def test_a_damaged_journal_says_so_and_is_begun_again(tmp_path: Path) -> None:
    filled(tmp_path / "j")
    content = bytearray((tmp_path / "j").read_bytes())
    content[4096:] = b"\x55" * len(content[4096:])
    (tmp_path / "j").write_bytes(content)
    assert forgotten(tmp_path / "j") == "is damaged"
    assert held(tmp_path / "j") == (None, {})


@pytest.mark.parametrize("cut", [5, 20, 400])
def test_a_journal_of_an_earlier_version_says_so_and_is_begun_again(tmp_path: Path, cut: int) -> None:
    line = '{"pincite journal": 2, "index": "i", "settings": "s", "questions": "q", "begun": "2026-03-01"}\n'
    (tmp_path / "j").write_text((line + '{"key": "k1", "answer": {}}\n')[:cut], encoding="utf-8")
    assert forgotten(tmp_path / "j") == "was written by an earlier version of pincite"
    assert held(tmp_path / "j") == (None, {})


@pytest.mark.parametrize("content", ["question\nWhat?\n", "What?", '{"key": "k1"}\n', "\n"])
def test_a_file_that_is_no_journal_is_left_as_it_is(tmp_path: Path, content: str) -> None:
    path = tmp_path / "j"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(OutputError, match="is not a journal of pincite"), open_journal(path):
        pytest.fail("opened")
    assert path.read_text(encoding="utf-8") == content


def test_somebody_else_s_database_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "j"
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("create table accounts (name text)")
    content = path.read_bytes()
    with pytest.raises(OutputError, match="is not a journal of pincite"), open_journal(path):
        pytest.fail("opened")
    assert path.read_bytes() == content


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


def test_a_removed_journal_leaves_nothing_behind(tmp_path: Path) -> None:
    with open_journal(tmp_path / "j") as journal:
        journal.begin(HEAD)
        journal.remove()
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_one_line_and_costs_nothing_that_was_written(tmp_path: Path) -> None:
    path = tmp_path / "j"
    filled(path)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        with open_journal(path) as journal:
            # The limit on the size of a file stands in for the end of a disk: the write goes half through.
            resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + 20, limits[1]))
            with pytest.raises(OutputError, match=r"cannot write .*j: .*; what was finished is kept there"):
                journal.add("k4", {"text": "x" * 100_000})
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)
    with open_journal(path) as journal:
        assert "k4" not in journal
    assert held(path) == (HEAD, RECORDS)


def test_a_folder_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cannot write"), open_journal(tmp_path / "nowhere" / "j"):
        pytest.fail("opened")


def test_a_journal_needs_a_head_only_once(tmp_path: Path) -> None:
    with open_journal(tmp_path / "j") as journal:
        assert isinstance(journal, Journal)
        assert len(journal) == 0
