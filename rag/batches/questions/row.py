"""A row of a questions file, and what makes one unfit to be asked."""

import re
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from index.text.typography import CONTROL_CHARACTERS, printable

Remark = Callable[[str], None]
"""Told what a reader left out or took for granted, one line each."""

# Halves of characters and the sign for one that could not be read.
_UNREADABLE = re.compile("[\ud800-\udfff\ufffd]")


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """One row of a questions file.

    `place` says where it stands in the file (`line 3`, `sheet Questions, row 7`). `documents` are the names, as
    written, of those it may be answered from, all if empty; `others` the columns that mean nothing to this program, by
    name. `problem` says why the row cannot be asked, None where it can; `skipped` what it is instead of a question
    (`a greeting`), None where it is asked.
    """

    place: str
    text: str
    id: str | None = None
    section: str | None = None
    documents: tuple[str, ...] = ()
    note: str | None = None
    others: tuple[tuple[str, str], ...] = ()
    problem: str | None = None
    skipped: str | None = None

    @property
    def is_asked(self) -> bool:
        """Whether the row is a question that can be asked."""
        return self.problem is None and self.skipped is None


def row_record(row: QuestionRow) -> dict[str, Any]:
    """`row` as a JSON object."""
    return asdict(row)


def row_from_record(record: Mapping[str, Any]) -> QuestionRow:
    """The row that `row_record` made `record` of, as JSON gives it back."""
    tuples = {
        "documents": tuple(record["documents"]),
        "others": tuple((name, value) for name, value in record["others"]),
    }
    return QuestionRow(**{**record, **tuples})


def cleaned(text: str) -> str:
    """`text` without control characters and white space around it; what could not be read is shown as `\ufffd`."""
    return printable(CONTROL_CHARACTERS.sub(" ", text)).strip()


def one_line(text: str) -> str:
    """`text` cleaned, with single spaces."""
    return " ".join(cleaned(text).split())


def is_unreadable(text: str) -> bool:
    """Whether some of `text` was lost when it was decoded."""
    return bool(_UNREADABLE.search(text))


def document_names(cell: str) -> tuple[str, ...]:
    """The names in a cell that lists documents, one a line or parted by semicolons or commas."""
    return tuple(name for name in map(one_line, re.split(r"[;,\n]", cell)) if name)
