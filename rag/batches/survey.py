"""What the answers of a batch cite, counted as they go by."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from index.store import Index
from rag.batches.batch_result import Batch, Entry, Status
from rag.citing.quoted import cited_rows

# Of a paragraph that very many answers quote, this many are named and the others counted.
NAMED_MOST = 20


@dataclass(slots=True)
class Quoted:
    """The answers that quote a paragraph: number and label of the first ones, and how many there are."""

    first: list[tuple[int, str]] = field(default_factory=list)
    count: int = 0


@dataclass(slots=True)
class Survey:
    """What a batch came to: how many rows of each status, who quotes each paragraph (by row), sentences by document."""

    index: Index
    counts: dict[Status, int] = field(default_factory=lambda: dict.fromkeys(Status, 0))
    quoted: dict[int, Quoted] = field(default_factory=dict)
    sentences: dict[str, int] = field(default_factory=dict)

    @property
    def questions(self) -> int:
        """How many rows there are but for those that were skipped."""
        return sum(count for status, count in self.counts.items() if status is not Status.SKIPPED)

    def add(self, entry: Entry) -> None:
        """Count one row more."""
        self.counts[entry.status] += 1
        if entry.answer is None:
            return
        for row in cited_rows(entry.answer.statements, self.index):
            quoted = self.quoted.setdefault(row, Quoted())
            quoted.count += 1
            if len(quoted.first) < NAMED_MOST and entry.number is not None:
                quoted.first.append((entry.number, entry.label))
        for statement in entry.answer.statements:
            for document in dict.fromkeys(each.document for each in statement.citations):
                self.sentences[document] = self.sentences.get(document, 0) + 1


def in_figures(counts: Mapping[Status, int]) -> str:
    """`3 answered, 2 with related passages to check, 1 skipped`: those of `counts` that are not 0, or `none`."""
    return ", ".join(f"{count:,} {status.counted}" for status, count in counts.items() if count) or "none"


def survey(batch: Batch) -> Survey:
    """The survey of `batch`."""
    found = Survey(batch.index)
    for entry in batch.entries():
        found.add(entry)
    return found
