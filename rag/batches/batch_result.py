"""What a batch came to: every row with its answer, read from disk as it is wanted."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

from index.document import Document
from index.store import Index
from rag.answer import Answer, State
from rag.batches.questions.row import QuestionRow
from rag.provenance import Provenance
from rag.states import STATES


class Status(Enum):
    """What became of a row; the values are the words that people read, of a row that was asked those of its state."""

    ANSWERED = STATES["answers"].name
    RELATED = STATES["related"].name
    TOLD = "told without a quotation"
    NOTHING_FOUND = STATES["nothing"].name
    NOT_ASKED = "could not be asked"
    SKIPPED = "skipped"

    @property
    def counted(self) -> str:
        """The words that stand after a number of such rows."""
        return next((each.counted for each in STATES.values() if each.name == self.value), self.value)


OF_STATE: Mapping[State, Status] = MappingProxyType(
    {"answers": Status.ANSWERED, "related": Status.RELATED, "nothing": Status.NOTHING_FOUND}
)
"""What became of a row, by the state of its answer."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a batch and its answer.

    `number` counts from 1, None for a row that was skipped; `label` is what the row is called: its id where all rows
    have one of their own, else its number, empty for one that was skipped.
    `documents` are the ids of those it was asked of, all if empty. `problem` says why the row could not be asked, or
    what it is instead of a question.
    """

    number: int | None
    label: str
    row: QuestionRow
    documents: tuple[str, ...]
    answer: Answer | None
    problem: str | None

    @property
    def remark(self) -> str:
        """Why there is no answer, and which of the places that the row names do not exist; mostly nothing."""
        return " ".join(filter(None, (self.answer.reason, self.answer.remark))) if self.answer else ""

    @property
    def status(self) -> Status:
        """What became of the row."""
        if self.row.skipped is not None:
            return Status.SKIPPED
        if self.answer is None:
            return Status.NOT_ASKED
        return Status.TOLD if self.answer.is_told else OF_STATE[self.answer.state]


@dataclass(frozen=True, slots=True)
class Batch:
    """A finished batch.

    `source` is the name of the questions file; `documents` are those that were searched; `columns` the names of the
    other columns that the rows carry; `sections` whether any row names one. `entries` reads the rows from disk, in
    order, as often as it is called.
    """

    source: str
    index: Index
    provenance: Provenance
    documents: tuple[Document, ...]
    columns: tuple[str, ...]
    sections: bool
    entries: Callable[[], Iterator[Entry]]
