"""A batch that has everything a report can show, for the tests of the writers."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index.store import Index
from rag.batches.batch import BatchOptions, run_batch
from rag.batches.batch_result import Batch
from rag.batches.questions.row import QuestionRow
from tests.support.batch_fakes import FakeAnswerer

BEGUN = "2026-03-01T10:20:30+00:00"
ASKED = (
    QuestionRow("line 2", "Who are they & why <now>?", "Q1", "Networks", note="for the *minister*"),
    QuestionRow("line 3", "List what States should do?", "Q2", "Networks", others=(("Owner", "=HYPERLINK(A1)"),)),
    QuestionRow("line 4", "Both documents?", "Q3", "Assets", others=(("Owner", "Ann"),)),
    QuestionRow("line 5", "None of them?", "Q4"),
    QuestionRow("line 6", "@who", "Q5", problem="it has 9 cells"),
    QuestionRow("line 7", "Who are they & why <now>?", "Q6", documents=("guide",)),
)


@contextmanager
def everything(index: Index, folder: Path, *asked: QuestionRow, begun: str = BEGUN) -> Iterator[Batch]:
    """A batch of ASKED, or of `asked`, with its journal in `folder`."""
    options = BatchOptions("questions.csv", begun)
    with run_batch(asked or ASKED, FakeAnswerer(index), folder / "journal", options) as batch:
        yield batch
