"""Many questions answered in one go: in batches, journalled, each bad one by itself."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from dataclasses import dataclass, replace
from itertools import chain, count
from pathlib import Path
from typing import Protocol

from index.errors import MISTAKES, PinciteError, TokenBudgetError
from index.progress import Progress, quiet
from index.store import Index
from rag.answer import Answer
from rag.answer_json import answer_object, read_answer
from rag.answerer import BATCH
from rag.answering.steps import Asked
from rag.batches.batch_result import Batch, Entry
from rag.batches.journal import Head, Journal, open_journal
from rag.batches.listing import Listed, Listing, temporary_database
from rag.batches.questions.row import QuestionRow, Remark
from rag.provenance import Provenance, provenance

STAGE = "questions"
"""The stage that progress is told of: how many different questions are done, once before the first is answered."""

Failures = Mapping[str, str]
"""Why a question could not be answered, by the key of its answer."""


class AnswersMany(Protocol):
    """What a batch asks of an answerer."""

    @property
    def index(self) -> Index:
        """The index that the questions are answered from."""

    @property
    def settings(self) -> object:
        """What the answers are made with: a tree of dataclasses."""

    def answer_many(self, questions: Iterable[Asked]) -> Iterator[Answer]:
        """The answers to `questions`, in order."""


@dataclass(frozen=True, slots=True)
class BatchOptions:
    """How a batch is run.

    `source` is the name of the questions file and `begun` the time now (ISO 8601); a batch that goes on keeps the time
    it was first begun. `documents` are the names of those to answer from, all if empty, for rows that name none.
    `group_by_section` brings the rows of a section together. `start_over` forgets the journal of an interrupted run.
    """

    source: str
    begun: str
    documents: tuple[str, ...] = ()
    group_by_section: bool = False
    start_over: bool = False


@contextmanager
def run_batch(
    rows: Iterable[QuestionRow],
    answerer: AnswersMany,
    journal_path: Path,
    options: BatchOptions,
    *,
    progress: Callable[[], AbstractContextManager[Progress]] | None = None,
    remark: Remark | None = None,
) -> Iterator[Batch]:
    """The batch of `rows`, answered; the journal is gone after a block that ends well, and stays after any other.

    It stays as well where a question could not be answered for a reason that may pass, so that the same call tries
    only that one again. `progress` is open while questions are answered; `remark` is told what became of an earlier
    run.
    """
    say = remark or _say_nothing
    index = answerer.index
    made_with = provenance(index.fingerprint, index.manifest.model, answerer.settings, options.begun)
    context = f"{made_with.program} {made_with.index} {made_with.model} {made_with.settings_digest}"
    with ExitStack() as stack:
        listing = Listing(rows, stack.enter_context(temporary_database()), index, context, options.documents)
        # Only now, so that rows that cannot be read leave nothing behind.
        journal = stack.enter_context(open_journal(journal_path))
        begun = _begin(journal, made_with, listing, options, say)
        with progress() if progress else nullcontext(quiet) as tell:
            failures = _answer_all(listing, answerer, journal, tell)
        journal.sync()
        yield _batch(listing, journal, index, replace(made_with, begun=begun), options, failures)
        if not failures:
            journal.remove()


def _begin(journal: Journal, made_with: Provenance, listing: Listing, options: BatchOptions, remark: Remark) -> str:
    """When the batch was begun: now, or when the run was that it goes on from."""
    if journal.forgotten:
        remark(f"{journal.path.name} {journal.forgotten}; its questions are asked again")
    if options.start_over:
        journal.clear()
    head = Head(made_with.index, made_with.settings_digest, listing.digest, options.begun)
    before = journal.before
    if before is not None and replace(before, begun="") == replace(head, begun=""):
        remark(f"going on with the run of {before.begun[:16].replace('T', ' ')}: {len(journal)} answers are there")
        return before.begun
    if before is not None:
        remark(_changes(before, head, len({each.key for each in listing if each.key in journal})))
    journal.begin(head)
    return options.begun


def _changes(before: Head, now: Head, kept: int) -> str:
    named = {"the index": "index", "the settings": "settings", "the questions": "questions"}
    changed = [words for words, name in named.items() if getattr(before, name) != getattr(now, name)]
    verb = "has" if changed == ["the index"] else "have"
    return f"{' and '.join(changed)} {verb} changed since the interrupted run; {kept} of its answers still hold"


def _answer_all(listing: Listing, answerer: AnswersMany, journal: Journal, tell: Progress) -> dict[str, str]:
    """Why a question could not be answered, by key; all other answers are in the journal.

    Where a budget of tokens is spent, that is why for all that are left. Questions are always taken in the same groups,
    and a group that was interrupted is done again whole: encoded in other company, a question's scores may differ in
    their last digits, and so would the files.
    """
    failures: dict[str, str] = {}
    total = listing.askable
    done = total - sum(map(len, _unanswered(listing, journal)))
    if done < total:
        tell(STAGE, done, total)
    try:
        for each, outcome in _outcomes(answerer, _unanswered(listing, journal)):
            if isinstance(outcome, str):
                failures[each.key] = outcome
            elif each.key not in journal:
                journal.add(each.key, answer_object(outcome))
            done += 1
            tell(STAGE, done, total)
    except TokenBudgetError as error:
        unanswered = (each.key for group in listing.groups(BATCH) for each in group if each.key not in journal)
        return {**dict.fromkeys(unanswered, str(error)), **failures}
    return failures


def _unanswered(listing: Listing, journal: Journal) -> Iterator[Sequence[Listed]]:
    """The groups of which some question has no answer yet."""
    return (group for group in listing.groups(BATCH) if not all(each.key in journal for each in group))


def _outcomes(answerer: AnswersMany, groups: Iterator[Sequence[Listed]]) -> Iterator[tuple[Listed, Answer | str]]:
    """Each question of `groups` with its answer, or why there is none.

    All are handed over together, since who answers works ahead. Where a group trips, it is gone through by itself, and
    those after it are handed over again.
    """
    handed: deque[Sequence[Listed]] = deque()  # groups that have questions without an answer, as they were taken
    while True:
        at = 0
        try:
            for answer in answerer.answer_many(_handed_over([*handed], groups, handed)):
                yield handed[0][at], answer
                at += 1
                if at == len(handed[0]):
                    handed.popleft()
                    at = 0
        except TokenBudgetError:
            raise
        except (PinciteError, *MISTAKES):
            if not handed:
                raise
            yield from _by_itself(answerer, handed.popleft()[at:])
        else:
            return


def _handed_over(
    again: Iterable[Sequence[Listed]], groups: Iterator[Sequence[Listed]], handed: deque[Sequence[Listed]]
) -> Iterator[Asked]:
    """The questions of the groups `again` and then of `groups`, each of which is in `handed` once it is taken."""
    handed.clear()
    for group in chain(again, groups):
        handed.append(group)
        yield from map(_asked, group)


def _by_itself(answerer: AnswersMany, group: Sequence[Listed]) -> Iterator[tuple[Listed, Answer | str]]:
    """As `_outcomes`, of a group that trips.

    The first question, over which it does, is tried alone, and so is each that the others trip over, so that only those
    that are bad have no answer.
    """
    left = deque(group)
    while left:
        first = left.popleft()
        yield first, _alone(answerer, _asked(first))
        try:
            for answer in answerer.answer_many([*map(_asked, left)]):
                yield left.popleft(), answer
        except TokenBudgetError:
            raise
        except (PinciteError, *MISTAKES):
            continue


def _asked(listed: Listed) -> Asked:
    return Asked(listed.row.text, listed.documents)


def _alone(answerer: AnswersMany, asked: Asked) -> Answer | str:
    try:
        return next(iter(answerer.answer_many([asked])))
    except PinciteError as error:
        return str(error)
    except MISTAKES as error:
        return f"pincite made a mistake ({type(error).__name__}: {error}); please report the question"


def _batch(
    listing: Listing, journal: Journal, index: Index, made_with: Provenance, options: BatchOptions, failures: Failures
) -> Batch:
    def entries() -> Iterator[Entry]:
        numbers = count(1)
        for listed in listing.in_sections() if options.group_by_section else listing:
            yield _entry(listed, next(numbers)) if listed.row.skipped is None else _skipped(listed)

    def _entry(listed: Listed, number: int) -> Entry:
        row = listed.row
        label = row.id if listing.ids_are_labels and row.id else str(number)
        problem = row.problem or failures.get(listed.key)
        if problem is not None:
            return Entry(number, label, row, listed.documents, None, problem)
        answer = read_answer(journal.record(listed.key), index)
        return Entry(number, label, row, listed.documents, replace(answer, id=row.id), None)

    return Batch(options.source, index, made_with, listing.searched, listing.columns, listing.has_sections, entries)


def _skipped(listed: Listed) -> Entry:
    return Entry(None, "", listed.row, listed.documents, None, listed.row.skipped)


def _say_nothing(_remark: str) -> None:
    """Remark on nothing."""
