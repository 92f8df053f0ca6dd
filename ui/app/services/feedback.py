"""What readers say of answers, in a SQLite file, and as candidates for gold questions."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from index.errors import OutputError
from rag.answer import Answer
from rag.answer_json import answer_object

LONGEST_NOTE = 2_000
_BUSY_SECONDS = 10
_SCHEMA = """
create table if not exists feedback (
    id integer primary key,
    at text not null,
    question text not null,
    documents text not null,
    is_good integer not null,
    note text not null,
    answer text not null,
    fingerprint text not null
)
"""


@dataclass(frozen=True, slots=True)
class Feedback:
    """One verdict on one answer. `documents` are those it could come from, all if empty; `answer` is the contract's."""

    at: str
    question: str
    documents: tuple[str, ...]
    is_good: bool
    note: str
    answer: Mapping[str, object]
    fingerprint: str


def feedback_of(answer: Answer, documents: Sequence[str], *, is_good: bool, note: str = "") -> Feedback:
    """The verdict on `answer`, dated now."""
    at = datetime.now(UTC).isoformat(timespec="seconds")
    return Feedback(
        at, answer.question, tuple(documents), is_good, note.strip()[:LONGEST_NOTE], answer_object(answer), answer.index
    )


def keep_feedback(feedback: Feedback, path: Path, instead_of: int | None = None) -> int:
    """The number of `feedback` in the file at `path`, which is made if need be; OutputError where it cannot be written.

    With `instead_of`, an earlier verdict of that number is replaced, as when a note is added to it.
    """
    row = (
        instead_of,
        feedback.at,
        feedback.question,
        json.dumps(feedback.documents, ensure_ascii=False),
        feedback.is_good,
        feedback.note,
        json.dumps(feedback.answer, ensure_ascii=False),
        feedback.fingerprint,
    )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(path, timeout=_BUSY_SECONDS)) as connection, connection:
            connection.execute(_SCHEMA)
            number = connection.execute(
                "insert or replace into feedback values (?, ?, ?, ?, ?, ?, ?, ?)", row
            ).lastrowid
    except (OSError, sqlite3.Error) as error:
        raise OutputError(
            f"your verdict could not be kept in {path} ({error}); check the disk and try again"
        ) from error
    return number or 0


def read_feedback(path: Path) -> tuple[Feedback, ...]:
    """All verdicts in the file at `path`, oldest first; none where there is no such file."""
    if not path.is_file():
        return ()
    columns = "at, question, documents, is_good, note, answer, fingerprint"
    try:
        with closing(
            sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=_BUSY_SECONDS)
        ) as connection:
            rows = connection.execute(f"select {columns} from feedback order by id").fetchall()
        return tuple(
            Feedback(at, question, tuple(json.loads(documents)), bool(is_good), note, json.loads(answer), fingerprint)
            for at, question, documents, is_good, note, answer, fingerprint in rows
        )
    except (sqlite3.Error, ValueError) as error:
        raise OutputError(f"{path} is not a file of verdicts ({error}); move it away and start a new one") from error


def candidates(verdicts: Iterable[Feedback]) -> Iterator[dict[str, object]]:
    """Each verdict as a record in the form of the gold questions, for a person to check and finish.

    What was cited in an answer found good is proposed as gold, what it said as key facts; of an answer found bad only
    the question is proposed. `verdict`, `note` and `asked` tell the person where a record comes from.
    """
    for number, verdict in enumerate(verdicts, 1):
        statements = _statements(verdict) if verdict.is_good else []
        places = {
            (str(cited["document"]), str(cited["locator"])): None for each in statements for cited in each["citations"]
        }
        yield {
            "id": f"feedback-{number:04}",
            "question": verdict.question,
            "kind": _kind(verdict, {document for document, _ in places}, len(places)),
            "paraphrased": False,
            "split": "tune",
            "gold": [[{"document": document, "locator": locator}] for document, locator in places],
            "nuggets": [{"wordings": [each["text"]], "vital": True} for each in statements],
            "reference": " ".join(each["text"] for each in statements),
            "verdict": "good" if verdict.is_good else "bad",
            "note": verdict.note,
            "asked": verdict.at,
        }


def _statements(verdict: Feedback) -> list[Any]:
    statements = verdict.answer.get("statements", [])
    return statements if isinstance(statements, list) else []


def _kind(verdict: Feedback, documents: set[str], places: int) -> str:
    """The kind of gold question that a verdict suggests; `fact` where only a person can tell."""
    if verdict.is_good and not verdict.answer.get("answered"):
        return "none"
    if len(documents) > 1:
        return "across"
    return "several" if places > 1 else "fact"
