"""The questions that were asked, for whoever runs the server and wants to know them: kept only if that is asked for.

A SQLite file: when, what, and what came of it; not who asked. What is older than so many days is deleted.
"""

import json
import logging
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from index.errors import OutputError

if TYPE_CHECKING:
    from ui.api.models.answers import Answer

logger = logging.getLogger(__name__)

_BUSY_SECONDS = 10  # that another process may hold the file
_SCHEMA = """
create table if not exists questions (
    id integer primary key,
    at text not null,
    question text not null,
    state text not null,
    confidence real not null,
    citations text not null
)
"""


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question that was asked `at` a time (UTC, ISO 8601), the state of its answer and what that cites."""

    at: str
    question: str
    state: str
    confidence: float
    citations: tuple[str, ...]


class QuestionLog:
    """Keeps questions in the file at `path` for `days`. Safe to share between threads and processes."""

    def __init__(self, path: Path, days: int, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._path = path
        self._days = days
        self._now = now
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            # Questions may tell what somebody works on: nobody else on this machine needs them.
            path.touch(mode=0o600)
            with closing(self._connection()) as connection, connection:
                connection.execute(_SCHEMA)
        except (OSError, sqlite3.Error) as error:
            raise OutputError(
                f"questions cannot be kept in {path} ({error}); name another file or keep none"
            ) from error

    def keep(self, answer: "Answer") -> None:
        """Keep the question of `answer`, and delete what is too old; a disk that is full is logged, no more."""
        now = self._now()
        cited = dict.fromkeys(each.citation for statement in answer.statements for each in statement.citations)
        row = (_text(now), answer.question, answer.state, answer.confidence, json.dumps([*cited], ensure_ascii=False))
        try:
            with closing(self._connection()) as connection, connection:
                connection.execute("delete from questions where at < ?", (_text(now - timedelta(self._days)),))
                connection.execute("insert into questions values (null, ?, ?, ?, ?, ?)", row)
        except sqlite3.Error as error:
            logger.warning("a question could not be kept in %s: %s", self._path, error)

    def _connection(self) -> sqlite3.Connection:
        return sqlite3.connect(self._path, timeout=_BUSY_SECONDS)


def read_questions(path: Path) -> Iterator[dict[str, object]]:
    """The questions kept in the file at `path`, the oldest first, as JSON objects; none where there is no file."""
    if not path.is_file():
        return
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=_BUSY_SECONDS)) as opened:
            for at, question, state, confidence, citations in opened.execute(
                "select at, question, state, confidence, citations from questions order by id"
            ):
                yield asdict(AskedQuestion(at, question, state, confidence, tuple(json.loads(citations))))
    except (sqlite3.Error, ValueError) as error:
        raise OutputError(f"{path} is not a file of questions ({error}); name another with --file") from error


def forget_questions(path: Path) -> None:
    """Delete all questions kept in the file at `path`; OutputError where that cannot be done."""
    if not path.is_file():
        return
    try:
        with closing(sqlite3.connect(path, timeout=_BUSY_SECONDS)) as connection:
            connection.execute("pragma secure_delete = on")
            connection.execute("delete from questions")
            connection.commit()
            connection.execute("vacuum")
    except sqlite3.Error as error:
        raise OutputError(f"the questions in {path} cannot be deleted ({error}); delete the file") from error


def _text(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
