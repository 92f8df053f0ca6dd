"""What the answers of a batch cite, counted in one pass."""

from dataclasses import dataclass, field

from rag.batches.batch_result import Batch, Status
from rag.citing.quoted import cited_rows

# Of a paragraph that very many answers quote, this many are named and the others counted.
NAMED_MOST = 20


@dataclass(slots=True)
class Quoted:
    """The answers that quote a paragraph: number and label of the first ones, and how many there are."""

    first: list[tuple[int, str]] = field(default_factory=list)
    count: int = 0


@dataclass(frozen=True, slots=True)
class Survey:
    """What a batch came to: how many rows of each status, who quotes each paragraph (by row), sentences by document."""

    counts: dict[Status, int]
    quoted: dict[int, Quoted]
    sentences: dict[str, int]

    @property
    def questions(self) -> int:
        """How many rows there are but for those that were skipped."""
        return sum(count for status, count in self.counts.items() if status is not Status.SKIPPED)


def survey(batch: Batch) -> Survey:
    """The survey of `batch`."""
    found = Survey(dict.fromkeys(Status, 0), {}, {})
    for entry in batch.entries():
        found.counts[entry.status] += 1
        if entry.answer is None:
            continue
        for row in cited_rows(entry.answer, batch.index):
            quoted = found.quoted.setdefault(row, Quoted())
            quoted.count += 1
            if len(quoted.first) < NAMED_MOST and entry.number is not None:
                quoted.first.append((entry.number, entry.label))
        for statement in entry.answer.statements:
            for document in dict.fromkeys(each.document for each in statement.citations):
                found.sentences[document] = found.sentences.get(document, 0) + 1
    return found
