"""The batches of the app in one SQLite file: how far each is, its rows as they were read, what its owner decided."""

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

from index.errors import OutputError
from rag.batches.questions.row import QuestionRow, row_from_record, row_record
from rag.reports.report import CitationStyle
from ui.app.services.batch_rows import Choice

FILE = "batches.sqlite"
State = Literal["not begun", "waiting", "running", "done", "stopped"]
_BUSY_SECONDS = 10
_SCHEMA = (
    "create table if not exists jobs (id text primary key, job text not null)",
    "create table if not exists rows (job text, number integer, row text not null, primary key (job, number))",
    "create table if not exists remarks (job text, number integer, remark text not null, primary key (job, number))",
    "create table if not exists choices (job text, number integer, ask integer, text text, primary key (job, number))",
)
_TABLES = ("rows", "remarks", "choices")
# The files that an earlier version kept in the folder of each batch.
_OLD_JOB, _OLD_CHOICES = "job.json", "choices.json"


@dataclass(frozen=True, slots=True)
class BatchJob:
    """A batch: whose it is, how far it is, how it ended. `problem` says why it stopped, `summary` what it came to.

    `total` are its rows when it is done, `skipped` those of them that were not asked; before, `total` are the different
    questions. `title` and `citations` are those of its report, as its owner wants them.
    """

    id: str
    name: str
    owner: str
    begun: str
    state: State = "waiting"
    done: int = 0
    total: int = 0
    seconds_left: float | None = None
    problem: str = ""
    summary: str = ""
    skipped: int = 0
    title: str = ""
    citations: CitationStyle | None = None


class BatchStore:
    """Keeps batches in a file in `folder`. Safe to share between threads; OutputError where it cannot be written."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE

    def jobs(self) -> list[BatchJob]:
        """All batches; those of an earlier version are taken over."""
        if not self._path.exists() and not list(self._path.parent.glob(f"*/{_OLD_JOB}")):
            return []
        with self._open() as database:
            for folder in _old_folders(self._path.parent):
                _take_over(folder, database)
            found = database.execute("select job from jobs order by id").fetchall()
        return [BatchJob(**json.loads(job)) for (job,) in found]

    def keep(self, job: BatchJob) -> None:
        """Write how far a batch is."""
        with self._open() as database:
            _keep(job, database)

    def forget(self, job_id: str) -> None:
        """Delete a batch with all that is kept of it here."""
        with self._open() as database:
            database.execute("delete from jobs where id = ?", (job_id,))
            for table in _TABLES:
                database.execute(f"delete from {table} where job = ?", (job_id,))

    def add(self, job: BatchJob, rows: Sequence[QuestionRow], remarks: Sequence[str]) -> None:
        """Write a batch with the rows of its file, and what was remarked when that was read."""
        with self._open() as database:
            _keep(job, database)
            # Escaped, as half a character that could not be decoded is no UTF-8.
            texts = ((job.id, number, json.dumps(row_record(row))) for number, row in enumerate(rows))
            database.executemany("insert into rows values (?, ?, ?)", texts)
            lines = ((job.id, number, json.dumps(remark)) for number, remark in enumerate(remarks))
            database.executemany("insert into remarks values (?, ?, ?)", lines)

    def rows(self, job_id: str) -> tuple[list[QuestionRow], list[str]]:
        """The rows of a batch as they were read, and the remarks; none where they were not kept."""
        with self._open() as database:
            rows = database.execute("select row from rows where job = ? order by number", (job_id,)).fetchall()
            remarks = database.execute("select remark from remarks where job = ? order by number", (job_id,)).fetchall()
        return [row_from_record(json.loads(row)) for (row,) in rows], [json.loads(remark) for (remark,) in remarks]

    def keep_choices(self, job_id: str, choices: Mapping[int, Choice]) -> None:
        """Write what the owner decided, by the numbers of the rows, from 0."""
        with self._open() as database:
            _keep_choices(job_id, choices, database)

    def choices(self, job_id: str) -> dict[int, Choice]:
        """What the owner decided about rows, by their numbers; rows that are not named are as they were read."""
        with self._open() as database:
            found = database.execute("select number, ask, text from choices where job = ?", (job_id,)).fetchall()
        return {number: Choice(bool(ask), json.loads(text)) for number, ask, text in found}

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """The database, in a transaction that is kept if the block ends well."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self._path, timeout=_BUSY_SECONDS)) as database, database:
                for statement in _SCHEMA:
                    database.execute(statement)
                yield database
        except (OSError, sqlite3.Error) as error:
            reason = getattr(error, "strerror", None) or error
            raise OutputError(f"cannot write to {self._path}: {reason}; free some space, or move it away") from error


def _keep(job: BatchJob, database: sqlite3.Connection) -> None:
    record = json.dumps(asdict(job))
    database.execute("insert or replace into jobs values (?, ?)", (job.id, record))


def _keep_choices(job_id: str, choices: Mapping[int, Choice], database: sqlite3.Connection) -> None:
    database.execute("delete from choices where job = ?", (job_id,))
    values = ((job_id, number, choice.ask, json.dumps(choice.text)) for number, choice in choices.items())
    database.executemany("insert into choices values (?, ?, ?, ?)", values)


def _old_folders(folder: Path) -> Iterator[Path]:
    return (path.parent for path in sorted(folder.glob(f"*/{_OLD_JOB}")))


def _take_over(folder: Path, database: sqlite3.Connection) -> None:
    """Keep what an earlier version wrote of a batch in files; of half a batch there is nothing to keep."""
    try:
        job = BatchJob(**json.loads((folder / _OLD_JOB).read_text(encoding="utf-8")))
        choices: dict[str, Any] = {}
        if (folder / _OLD_CHOICES).is_file():
            choices = json.loads((folder / _OLD_CHOICES).read_text(encoding="utf-8"))
        decided = {int(number): Choice(bool(ask), str(text)) for number, (ask, text) in choices.items()}
    except (OSError, ValueError, TypeError):
        return
    _keep(job, database)
    _keep_choices(job.id, decided, database)
    (folder / _OLD_JOB).unlink()
