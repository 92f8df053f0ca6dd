"""The journal of a batch: every finished answer on disk at once, so that a killed batch goes on where it was.

A SQLite file. A run says what its answers are made with and when it was begun; each answer stands under a key that
stands for question, documents, index and settings. What a killed run left behind is whole: of an answer that was being
written, nothing is there.
"""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import astuple, dataclass
from os import stat_result
from os.path import samestat
from pathlib import Path
from time import monotonic
from typing import Any

from index.errors import OutputError

# "pinc": what the header of a SQLite file says it is (https://www.sqlite.org/pragma.html#pragma_application_id).
_APPLICATION = 0x70696E63
_FORMAT = 3  # 1 and 2 were files of JSON Lines
_OLD_MARK = b'{"pincite journal": '
_SQLITE_MARK = b"SQLite format 3\0"
_BESIDE = ("-wal", "-shm", "-journal")  # the ends of the names of files that SQLite keeps beside one
_SCHEMA = (
    'create table runs (number integer primary key, "index" text, settings text, questions text, begun text)',
    "create table answers (key text primary key, answer text not null)",
    f"pragma application_id = {_APPLICATION}",
    f"pragma user_version = {_FORMAT}",
)
# What a process writes outlives its kill at once; only a power cut can take what was not synced: the last second's.
_SYNC_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Head:
    """What a batch is made of: fingerprint of the index, hashes of settings and questions, and when it was begun."""

    index: str
    settings: str
    questions: str
    begun: str


class Journal:
    """An open journal.

    `before` is the head it was last written under, if any. `forgotten` says why the answers of an earlier run could not
    be read and are gone; empty where there is nothing to say.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, forgotten: str = "") -> None:
        self.path = path
        self.forgotten = forgotten
        self._connection = connection
        self._synced = monotonic()
        head = self._read('select "index", settings, questions, begun from runs order by number desc limit 1')
        self.before: Head | None = Head(*head) if head else None

    def __contains__(self, key: str) -> bool:
        return bool(self._read("select 1 from answers where key = ?", key))

    def __len__(self) -> int:
        counted = self._read("select count(*) from answers")
        return int(counted[0]) if counted else 0

    def clear(self) -> None:
        """Forget everything."""
        self._write("delete from answers")
        self._write("delete from runs")
        self.before, self.forgotten = None, ""

    def begin(self, head: Head) -> None:
        """Write `head`, under which the answers that follow are made."""
        self._write("insert into runs values (null, ?, ?, ?, ?)", *astuple(head))
        self.sync()

    def add(self, key: str, record: Mapping[str, Any]) -> None:
        """Write the answer under `key`; OutputError where it cannot be written."""
        self._write("insert or replace into answers values (?, ?)", key, json.dumps(record, ensure_ascii=False))
        if monotonic() - self._synced > _SYNC_SECONDS:
            self.sync()

    def record(self, key: str) -> dict[str, Any]:
        """The answer under `key`, read from the file; KeyError where there is none."""
        found = self._read("select answer from answers where key = ?", key)
        if found is None:
            raise KeyError(key)
        record: dict[str, Any] = json.loads(found[0])
        return record

    def sync(self) -> None:
        """Have everything written reach the disk."""
        self._write("pragma wal_checkpoint(truncate)")
        self._synced = monotonic()

    def remove(self) -> None:
        """Delete the file, still locked, so that nobody goes on with half of it."""
        self._write("pragma journal_mode = delete")
        self.path.unlink()

    def _read(self, query: str, *values: str) -> tuple[Any, ...] | None:
        """The first row that `query` finds, if any."""
        try:
            row: tuple[Any, ...] | None = self._connection.execute(query, values).fetchone()
        except sqlite3.Error as error:
            raise OutputError(f"cannot read {self.path}: {error}; move it away and run it again") from error
        return row

    def _write(self, statement: str, *values: str) -> None:
        try:
            self._connection.execute(statement, values)
        except sqlite3.Error as error:
            raise _cannot_write(self.path, str(error)) from error


@contextmanager
def open_journal(path: Path) -> Iterator[Journal]:
    """The journal at `path`, made if there is none, for this process alone; OutputError where that cannot be.

    One that an earlier version of pincite wrote, or that is damaged, is replaced by an empty one that says so.
    """
    connection = _connected(path)
    forgotten = ""
    if connection is None:
        forgotten = _unreadable(path)
        for end in ("", *_BESIDE):
            path.with_name(path.name + end).unlink(missing_ok=True)
        connection = _connected(path)
    if connection is None:
        raise _cannot_write(path, "the file changes while it is opened")
    with closing(connection):
        yield Journal(path, connection, forgotten)


def _connected(path: Path) -> sqlite3.Connection | None:
    """The database at `path`, locked until it is closed, or the process ends; None where it is no whole journal."""
    while True:
        before = _touched(path)
        connection = sqlite3.connect(path, timeout=0, isolation_level=None)
        try:
            _prepare(connection, path, before.st_size)
            # Whoever held the lock may have finished and removed the file in between.
            if path.exists() and samestat(before, path.stat()):
                return connection
        except sqlite3.Error as error:
            connection.close()
            if error.sqlite_errorname.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
                raise OutputError(f"another batch is writing {path}; wait for it, or name another output") from error
            if error.sqlite_errorname.startswith(("SQLITE_NOTADB", "SQLITE_CORRUPT")):
                return None
            raise _cannot_write(path, str(error)) from error
        except OutputError:
            connection.close()
            raise
        connection.close()


def _touched(path: Path) -> stat_result:
    try:
        path.touch()
        return path.stat()
    except OSError as error:
        raise _cannot_write(path, error.strerror or str(error)) from error


def _prepare(connection: sqlite3.Connection, path: Path, size: int) -> None:
    """Lock the database and have it hold the tables of a journal; OutputError where it holds something else."""
    # With this, no other process can share the file, which it needs no shared memory for: it may be on a network.
    connection.execute("pragma locking_mode = exclusive")
    (application,) = connection.execute("pragma application_id").fetchone()
    (tables,) = connection.execute("select count(*) from sqlite_master").fetchone()
    (pages,) = connection.execute("pragma page_count").fetchone()
    # SQLite takes a file of one byte for an empty one.
    if (tables and application != _APPLICATION) or (size and not pages):
        raise _no_journal(path)
    (condition,) = connection.execute("pragma quick_check(1)").fetchone()
    if condition != "ok":
        error = sqlite3.DatabaseError(condition)
        error.sqlite_errorname = "SQLITE_CORRUPT"
        raise error
    if not tables:
        connection.execute("begin exclusive")
        for statement in _SCHEMA:
            connection.execute(statement)
        connection.execute("commit")
    # An answer is one write to the end of a file; `sync` sees to the disk.
    connection.execute("pragma journal_mode = wal")
    connection.execute("pragma synchronous = normal")
    connection.execute("begin immediate")
    connection.execute("commit")


def _unreadable(path: Path) -> str:
    """Why the journal at `path` cannot be read; OutputError where it is no journal, which must not be written over."""
    with path.open("rb") as file:
        begins = file.read(len(_OLD_MARK))
    if begins.startswith(_SQLITE_MARK):
        return "is damaged"
    if begins == _OLD_MARK[: len(begins)]:
        return "was written by an earlier version of pincite"
    raise _no_journal(path)


def _no_journal(path: Path) -> OutputError:
    return OutputError(f"{path} is not a journal of pincite; move it away or name another output")


def _cannot_write(path: Path, reason: str) -> OutputError:
    return OutputError(f"cannot write {path}: {reason}; what was finished is kept there: mend that and run it again")
