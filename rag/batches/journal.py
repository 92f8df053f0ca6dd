"""The journal of a batch: every finished answer on disk at once, so that a killed batch goes on where it was.

JSON Lines. A head says what the answers were made with and when that was begun; each other line is the answer to one
question under a key that stands for question, documents, index and settings. A last line that was cut off, by a kill
or a full disk, is taken off when the journal is opened again.
"""

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from time import monotonic
from typing import Any

from index.errors import OutputError

_MARK = "pincite journal"
_FORMAT = 2  # answers are kept as other programs are given them; 1 had a form of its own
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

    `before` is the head it was last written under, if any, `broken` how many lines are damaged; `is_older` whether it
    is of another format than this program writes, so that its answers cannot be read.
    """

    def __init__(self, path: Path, handle: int) -> None:
        self.path = path
        self.before: Head | None = None
        self.broken = 0
        self.is_older = False
        self._handle = handle
        self._places: dict[str, tuple[int, int]] = {}
        self._end = 0
        self._synced = monotonic()
        self._read()

    def __contains__(self, key: str) -> bool:
        return key in self._places

    def __len__(self) -> int:
        return len(self._places)

    def clear(self) -> None:
        """Forget everything."""
        os.ftruncate(self._handle, 0)
        self._places.clear()
        self._end, self.before, self.broken, self.is_older = 0, None, 0, False

    def begin(self, head: Head) -> None:
        """Write `head`, under which the answers that follow are made."""
        self._write({_MARK: _FORMAT} | asdict(head))
        self.sync()

    def add(self, key: str, record: Mapping[str, Any]) -> None:
        """Write the answer under `key`; OutputError where it cannot be written."""
        place = self._write({"key": key, "answer": record})
        self._places[key] = place
        if monotonic() - self._synced > _SYNC_SECONDS:
            self.sync()

    def record(self, key: str) -> dict[str, Any]:
        """The answer under `key`, read from the file; KeyError where there is none."""
        start, length = self._places[key]
        record: dict[str, Any] = json.loads(os.pread(self._handle, length, start))["answer"]
        return record

    def sync(self) -> None:
        """Have everything written reach the disk."""
        try:
            os.fsync(self._handle)
        except OSError as error:
            raise _cannot_write(self.path, error) from error
        self._synced = monotonic()

    def _write(self, record: Mapping[str, Any]) -> tuple[int, int]:
        line = json.dumps(record, ensure_ascii=False).encode() + b"\n"
        start, left = self._end, memoryview(line)
        try:
            while left:
                left = left[os.write(self._handle, left) :]
        except OSError as error:
            with suppress(OSError):
                os.ftruncate(self._handle, start)
            raise _cannot_write(self.path, error) from error
        self._end += len(line)
        return start, len(line)

    def _read(self) -> None:
        """Learn where each answer stands, and cut off a last line that is not whole."""
        with open(os.dup(self._handle), "rb") as file:  # noqa: PTH123 - it is a handle, not a path
            file.seek(0)
            for line in file:
                if not line.endswith(b"\n"):
                    self._check_begins_as_journal(line)
                    break
                self._learn(line)
                self._end += len(line)
        os.ftruncate(self._handle, self._end)

    def _learn(self, line: bytes) -> None:
        try:
            record = json.loads(line)
            if _MARK in record:
                self.before = Head(**{name: record[name] for name in Head.__slots__})
                self.is_older = record[_MARK] != _FORMAT
            elif self._end:
                self._places[record["key"]] = (self._end, len(line))
        except (ValueError, KeyError, TypeError):
            self.broken += 1
        if not self._end:
            self._check_begins_as_journal(line)

    def _check_begins_as_journal(self, line: bytes) -> None:
        """Raise OutputError where the file is something else: it must not be written over."""
        begins = json.dumps({_MARK: 0})[: -len("0}")].encode()
        if not self._end and line[: len(begins)] != begins[: len(line)]:
            raise OutputError(f"{self.path} is not a journal of pincite; move it away or name another output")


@contextmanager
def open_journal(path: Path) -> Iterator[Journal]:
    """The journal at `path`, made if there is none, for this process alone; OutputError where that cannot be."""
    try:
        handle = _locked(path)
    except OSError as error:
        raise _cannot_write(path, error) from error
    try:
        yield Journal(path, handle)
    finally:
        os.close(handle)


def _locked(path: Path) -> int:
    """A handle of the file at `path` with a lock that goes with this process, however it ends."""
    import fcntl

    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o644)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            # Whoever held the lock may have finished and removed the file in between.
            if path.exists() and os.path.samestat(os.fstat(handle), path.stat()):
                return handle
        except BlockingIOError as error:
            os.close(handle)
            raise OutputError(f"another batch is writing {path}; wait for it, or name another output") from error
        os.close(handle)


def _cannot_write(path: Path, error: OSError) -> OutputError:
    reason = error.strerror or str(error)
    return OutputError(f"cannot write {path}: {reason}; what was finished is kept there: mend that and run it again")
