"""A batch as a report: what was asked, the answers by section, what is to be checked or has none, what is quoted."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

from index.document import Document
from index.text.wording import counted
from rag.batches.batch_result import Batch, Entry, Status
from rag.batches.survey import Quoted, Survey, in_figures
from rag.citing.citation import name_of, spelled_date
from rag.reports.annex import about_blocks, annex_blocks, paragraph_anchor
from rag.reports.kept_blocks import Kept, KeptBlocks, kept_blocks
from rag.reports.quotation import answer_blocks, nearest_blocks, state_blocks
from rag.reports.report import Block, Contents, Heading, Link, NewPage, Prose, Report, Span, Table, Text, plain
from rag.states import RELATED_MEANS, RELATED_NOTE, UNJUDGED

_TO_CHECK, _OPEN, _BAD, _SKIPPED = "to-check", "nothing-found", "not-asked", "skipped"
_DOCUMENTS_MOST = 30  # above that, the documents that no answer cites are only counted
_WITHOUT_SECTION = "Other questions"
_ALL = "Questions and answers"
_RELATED = "Questions with related passages to check"
_RELATED_ONLY = f"The passages quoted for these are for a person to check. {RELATED_MEANS}"
_NOTHING_FOUND = "Questions for which nothing was found"
_NEAREST_ONLY = (
    f"Nothing was found that clearly answers these. Under each stand the nearest paragraphs. {UNJUDGED} It may help to "
    "ask in other words, as the documents would put it."
)
_ROW_WIDTHS = (24, 38, 38)


@dataclass(frozen=True, slots=True)
class _Parts:
    """The parts of a report that grow with its rows: all questions, those to check, those that nothing answers."""

    questions: KeptBlocks
    to_check: KeptBlocks
    unanswered: KeptBlocks


class BatchReport:
    """Makes the report on a batch of its rows, each seen once; what they come to is kept on disk until it is read."""

    def __init__(self, batch: Batch, found: Survey, parts: "_Parts") -> None:
        self._batch = batch
        self._found = found
        self._parts = parts
        self._rows: dict[Status, list[tuple[str, str, str]]] = {Status.NOT_ASKED: [], Status.SKIPPED: []}
        self._section: str | None = None
        self._sections = 0

    def add(self, entry: Entry) -> None:
        """Take the next row in."""
        if entry.status in self._rows:
            place = f"{self._batch.source}, {entry.row.place}"
            self._rows[entry.status].append((place, entry.row.text, entry.problem or ""))
        if entry.status is Status.SKIPPED:
            return
        for block in self._question(entry):
            self._parts.questions.add(block)
        if entry.status is Status.RELATED:
            self._parts.to_check.add(_to_check(entry))
        if entry.status is Status.NOTHING_FOUND:
            for block in _nearest(entry, self._batch):
                self._parts.unanswered.add(block)

    def report(self, title: str) -> Report:
        """The report, when all rows are in."""
        return Report(title, self._batch.provenance, self._blocks)

    def _question(self, entry: Entry) -> Iterator[Kept]:
        name = (entry.row.section or _WITHOUT_SECTION) if self._batch.sections else _ALL
        if name != self._section:
            self._sections += 1
            self._section = name
            yield Heading(1, name, f"section-{self._sections}")
        yield Heading(2, entry.row.text or entry.row.place, _anchor(entry), entry.label)
        yield from _remarks(entry, self._batch)
        yield from _answer(entry, self._batch)

    def _blocks(self) -> Iterator[Block]:
        batch, found = self._batch, self._found
        yield from _front(batch, found)
        yield Contents()
        yield NewPage()
        yield from self._parts.questions
        if found.counts[Status.RELATED]:
            yield Heading(1, _RELATED, _TO_CHECK)
            yield Prose("body", plain(_RELATED_ONLY))
            yield from self._parts.to_check
        if found.counts[Status.NOTHING_FOUND]:
            yield Heading(1, _NOTHING_FOUND, _OPEN)
            yield Prose("body", plain(_NEAREST_ONLY))
            yield from self._parts.unanswered
        if bad := self._rows[Status.NOT_ASKED]:
            yield Heading(1, "Rows that could not be asked", _BAD)
            yield Table(("Where", "What it says", "What is wrong"), tuple(bad), _ROW_WIDTHS)
        if skipped := self._rows[Status.SKIPPED]:
            yield Heading(1, "Rows that were skipped", _SKIPPED)
            yield Prose("body", plain("These were not taken for questions, and nothing was looked for."))
            yield Table(("Where", "What it says", "Why"), tuple(skipped), _ROW_WIDTHS)
        if found.quoted:
            yield NewPage()
            yield from annex_blocks(batch.index, found.quoted, partial(_quoted_by, found))
        yield from about_blocks(batch.provenance, (("Questions", batch.source),))


@contextmanager
def batch_report(batch: Batch, found: Survey) -> Iterator[BatchReport]:
    """What makes the report on `batch`, to be given each row; `found` must have counted them when it is read."""
    with kept_blocks() as questions, kept_blocks() as to_check, kept_blocks() as unanswered:
        yield BatchReport(batch, found, _Parts(questions, to_check, unanswered))


def _front(batch: Batch, found: Survey) -> Iterator[Block]:
    yield Prose("body", plain(f"{_in_figures(found)}."))
    yield Prose("body", plain(f"{HOW_TO_READ} {RELATED_NOTE}" if found.counts[Status.RELATED] else HOW_TO_READ))
    yield from documents_table(batch.documents, found.sentences)


HOW_TO_READ = (
    "Answers are quoted word for word: each paragraph of an answer comes from the one paragraph of a document that is "
    "cited at its end, and […] marks sentences left out. The annex holds the quoted paragraphs in full."
)


def documents_table(documents: tuple[Document, ...], sentences: dict[str, int]) -> Iterator[Block]:
    """The documents that were searched: title, symbol, date and how many sentences are quoted from each."""
    shown = [each for each in documents if len(documents) <= _DOCUMENTS_MOST or each.id in sentences]
    yield Heading(1, "Documents", "documents", in_front=True)
    if len(shown) < len(documents):
        yield Prose("body", plain(f"{len(documents):,} documents were searched. These are quoted:"))
    rows = tuple(
        (
            each.short_title or each.title,
            each.symbol or "–",
            spelled_date(each.date) if each.date else "–",
            str(sentences.get(each.id, 0)),
        )
        for each in shown
    )
    yield Table(("Document", "Symbol", "Date", "Sentences quoted"), rows, (36, 29, 19, 16))


def _in_figures(found: Survey) -> str:
    asked: dict[Status, int] = {status: count for status, count in found.counts.items() if status is not Status.SKIPPED}
    skipped = found.counts[Status.SKIPPED]
    aside = f"; {counted(skipped, 'other row')} skipped" if skipped else ""
    return f"{counted(found.questions, 'question')}: {in_figures(asked)}{aside}"


def _answer(entry: Entry, batch: Batch) -> Iterator[Kept]:
    if entry.answer is None:
        yield Prose("body", (Text("This row could not be asked: "), Text(entry.problem or ""), Text(".")))
    elif entry.answer.answered:
        yield from answer_blocks(entry.answer, batch.index, paragraph_anchor)
    else:
        yield from state_blocks(entry.answer)
        if entry.status is Status.NOTHING_FOUND:
            link = Link(_NOTHING_FOUND, _open_anchor(entry))
            yield Prose("body", (Text("The nearest paragraphs are under "), link, Text(".")))


def _remarks(entry: Entry, batch: Batch) -> Iterator[Kept]:
    row = entry.row
    parts = [f"{name}: {value}" for name, value in row.others if value]
    if row.id and row.id != entry.label:
        parts.insert(0, f"Id: {row.id}")
    if entry.documents:
        names = "; ".join(name_of(batch.index.document(each)) for each in entry.documents)
        parts.append(f"Asked of: {names}")
    if row.note:
        parts.append(f"Note: {row.note}")
    if entry.answer and entry.answer.remark:
        parts.append(entry.answer.remark)
    if parts:
        yield Prose("note", plain(" · ".join(" ".join(part.split()) for part in parts)))


def _to_check(entry: Entry) -> Prose:
    """A question with related passages, which leads to them, and what they lack."""
    checks = " ".join(entry.answer.checks) if entry.answer else ""
    link = Link(f"{entry.label}. {entry.row.text}", _anchor(entry))
    return Prose("nearest", (link, Text(f" {checks}")) if checks else (link,))


def _nearest(entry: Entry, batch: Batch) -> Iterator[Kept]:
    """What comes nearest to a question without an answer."""
    if entry.answer is not None:
        yield Heading(3, entry.row.text, _open_anchor(entry), entry.label)
        yield from nearest_blocks(entry.answer.nearest, batch.index, lambda _: None)


def _quoted_by(found: Survey, row: int) -> Prose:
    """Under which questions the paragraph at `row` is quoted."""
    return Prose("remark", tuple(_quoters(found.quoted[row])))


def _quoters(quoted: Quoted) -> Iterator[Span]:
    # Not `in the answer to`: related passages are quoted too.
    yield Text("Quoted under question " if quoted.count == 1 else "Quoted under questions ")
    for place, (number, label) in enumerate(quoted.first):
        last = place == len(quoted.first) - 1 and quoted.count == len(quoted.first)
        if place:
            yield Text(" and " if last else ", ")
        yield Link(label, f"q{number}")
    if more := quoted.count - len(quoted.first):
        yield Text(f" and {more:,} more")
    yield Text(".")


def _anchor(entry: Entry) -> str:
    return f"q{entry.number}"


def _open_anchor(entry: Entry) -> str:
    return f"open{entry.number}"
