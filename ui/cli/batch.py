"""`pincite batch`: a list of questions in, cited answers out, in Word, Excel and whatever else is wanted."""

import sys
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from rag.answer import WRITTEN
from ui.cli.options import index_option, model_option, reader_option, writer_option
from ui.cli.report_options import look_options, question_progress, say
from ui.interrupts import EXIT_INTERRUPTED, leaving_at_once
from ui.language_model import language_model

if TYPE_CHECKING:
    from rag.answerer import Answerer
    from rag.batches.batch import AnswersMany
    from rag.batches.batch_result import Batch, Entry, Status
    from rag.batches.survey import Survey
    from rag.reports.outputs import ReportStyle
    from rag.reports.report import CitationStyle

EXIT_BAD_ROWS = 3  # after 1 for a worse score and 2 for an error, so that a script can tell them apart
_ROWS_SHOWN = 20  # most of a terminal of 24 lines
_TEXT_SHOWN = 60  # characters of a row that was skipped
_STANDARD_INPUT = "-"
_PLAIN_NAMES = ("questions", "question", "q", "standard input", "input")


@click.command()
@click.argument("questions", metavar="QUESTIONS")
@click.option(
    "-o",
    "--out",
    "outs",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="OUT",
    help="Where to write, repeatable: .docx (Word), .xlsx (Excel), .md, .html, .csv, .jsonl.  "
    "[default: Markdown on standard output]",
)
@click.option(
    "--document",
    "documents",
    multiple=True,
    metavar="ID",
    help="Answer from this document only, for questions that name none themselves; repeatable.",
)
@click.option("--group-by", type=click.Choice(["section"]), help="Bring the questions of one section together.")
@click.option(
    "--resume/--start-over",
    "resume",
    default=None,
    help="Insist on going on with an interrupted run, or forget it.  [default: go on if there is one]",
)
@look_options
@index_option
@model_option
@reader_option
@writer_option
@click.option(
    "--most-tokens",
    type=click.IntRange(min=1),
    metavar="N",
    help="Stop when the language model was sent and has sent N tokens; the same command goes on.  [default: no limit]",
)
@click.option(
    "--processes",
    type=click.IntRange(min=1),
    metavar="N",
    help="How many processes answer, where the questions are many.  "
    "[default: one a processor, or one for four where a reader reads; one with a language model]",
)
def batch_command(**_given: object) -> int:
    """Answer all questions in a file, each sentence with the paragraph it stands in.

    QUESTIONS is a .txt file (a question a line, '# ...' for a section), a .csv, .xlsx or .jsonl file with a column
    called 'question', a .docx file (a question a paragraph or a row of a table), or - for standard input.
    Columns called id, section, documents and note are understood as well; others are carried through to tables.

    Greetings, headings, instructions and whatever else of a letter is no question are skipped: they are named with the
    reason, and listed in the outputs.

    While it runs, every finished answer goes into OUT.journal, beside the first output. After Ctrl-C, a crash or a full
    disk, the same command goes on where it was, and the files are the same as if it had never stopped. What has changed
    since is noticed: an answer is used again only for the same question, documents, index and settings. When all is
    written the journal is removed.

    Exit code: 0 where every question was asked; 3 where some rows could not be, which are named while all others are
    answered; 2 where nothing was written; 130 after Ctrl-C.
    """
    request = _Request(**click.get_current_context().params)
    with ExitStack() as stack:
        source, name = _source(request.questions, stack)
        style = _check(request, source, name)
        journal = _journal(request, stack)
        try:
            return _run(request, source, name, style, journal, stack)
        except KeyboardInterrupt:
            say(_interrupted(request, journal))
            return EXIT_INTERRUPTED


@dataclass(frozen=True, slots=True)
class _Request:
    """What the command line asks for."""

    questions: str
    outs: tuple[Path, ...]
    documents: tuple[str, ...]
    group_by: str | None
    resume: bool | None
    title: str | None
    citations: "CitationStyle | None"
    template: Path | None
    folder: Path
    model: str | None
    reader: str | None
    writer: str
    most_tokens: int | None
    processes: int | None


def _source(questions: str, stack: ExitStack) -> tuple[Path, str]:
    """The file of questions and its name; standard input is kept in a file of its own until the end."""
    if questions != _STANDARD_INPUT:
        return Path(questions), Path(questions).name
    from rag.batches.questions.file import spooled

    return stack.enter_context(spooled(sys.stdin.buffer)), "standard input"


def _check(request: _Request, source: Path, name: str) -> "ReportStyle":
    """How the report looks, after a check of everything that can be checked before the model is loaded."""
    from rag.batches.questions.file import check_questions
    from rag.reports.outputs import REPORTS, TABLES, ReportStyle, check_outputs

    style = ReportStyle(request.title or _title(name), request.citations, request.template)
    check_questions(source)
    check_outputs(request.outs, (*REPORTS, *TABLES), style, source)
    return style


def _title(name: str) -> str:
    """A title from the name of the questions file: `asset_recovery-2018.xlsx` is `Asset recovery 2018`."""
    words = " ".join(Path(name).stem.replace("_", " ").replace("-", " ").split())
    if words.lower() in _PLAIN_NAMES:
        return "Questions and answers"
    return words[:1].upper() + words[1:]


def _journal(request: _Request, stack: ExitStack) -> Path:
    """Where the journal goes; without an output to put it beside, nothing can be gone on with."""
    if not request.outs:
        return Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="pincite-"))) / "journal"
    first = request.outs[0]
    journal = first.with_name(f"{first.name}.journal")
    if request.resume and not journal.exists():
        raise click.UsageError(f"there is no interrupted run to go on with: no {journal}")
    return journal


def _run(request: _Request, source: Path, name: str, style: "ReportStyle", journal: Path, stack: ExitStack) -> int:
    with leaving_at_once(stack.close):
        from rag.batches.batch import BatchOptions, run_batch
        from rag.batches.batch_result import Status
        from rag.batches.questions.file import read_questions
        from rag.open_answerer import open_answerer
        from rag.reports.outputs import write_batch

        answerer = open_answerer(
            request.folder,
            model=request.model,
            reader=request.reader,
            language_model=language_model(request.writer, request.most_tokens),
        )
        answering = _several(request, answerer)
    options = BatchOptions(
        source=name,
        begun=datetime.now().astimezone().isoformat(timespec="seconds"),
        documents=request.documents,
        group_by_section=request.group_by == "section",
        start_over=request.resume is False,
    )
    rows = read_questions(source, say, name)
    others = _OtherRows(name)
    with run_batch(rows, answering, journal, options, progress=question_progress, remark=say) as batch:
        found = write_batch(batch, request.outs, style, others.add) if request.outs else _print(batch, style, others)
        others.tell()
    say(_summary(found, request.outs))
    return EXIT_BAD_ROWS if found.counts[Status.NOT_ASKED] else 0


def _several(request: _Request, answerer: "Answerer") -> "AnswersMany":
    """`answerer`, with as many processes as were asked for; a language model is waited for, not worked for."""
    from rag.processes.child import Source
    from rag.processes.several import SeveralProcesses, usual_processes

    if request.writer == WRITTEN:
        return answerer
    usual = usual_processes(reads=answerer.reader is not None)
    source = Source(str(request.folder), request.model, request.reader)
    return SeveralProcesses(answerer, source, request.processes or usual)


def _print(batch: "Batch", style: "ReportStyle", others: "_OtherRows") -> "Survey":
    """What `batch` came to, after printing it as Markdown on standard output."""
    from rag.reports.outputs import reported
    from rag.reports.writers.markdown import write_markdown

    with reported(batch, style, (), others.add) as (found, report):
        write_markdown(report, sys.stdout, citations=style.citations or "brackets")
    return found


@dataclass(slots=True)
class _OtherRows:
    """The rows of `source` that were skipped and those that could not be asked: the first ones, and how many."""

    source: str
    shown: "dict[Status, list[str]]" = field(default_factory=dict)
    counts: "dict[Status, int]" = field(default_factory=dict)

    def add(self, entry: "Entry") -> None:
        """Take in the next row."""
        if entry.problem is None:
            return
        self.counts[entry.status] = self.counts.get(entry.status, 0) + 1
        shown = self.shown.setdefault(entry.status, [])
        if len(shown) < _ROWS_SHOWN:
            shown.append(f"{self.source}, {entry.row.place}: {_why(entry)}")

    def tell(self) -> None:
        """Name them."""
        from rag.batches.batch_result import Status

        for status in (Status.SKIPPED, Status.NOT_ASKED):
            shown = self.shown.get(status, [])
            for line in shown:
                say(line)
            if more := self.counts.get(status, 0) - len(shown):
                say(f"and {more} more such rows, listed in the outputs")


def _why(entry: "Entry") -> str:
    from index.text.wording import excerpt

    if entry.row.skipped is None:
        return entry.problem or ""
    return f"skipped, {entry.row.skipped}: {excerpt(entry.row.text, _TEXT_SHOWN)}"


def _summary(found: "Survey", outs: Sequence[Path]) -> str:
    from rag.batches.survey import in_figures

    written = f"; wrote {', '.join(map(str, outs))}" if outs else ""
    return f"{found.questions:,} questions: {in_figures(found.counts)}{written}"


def _interrupted(request: _Request, journal: Path) -> str:
    if not request.outs or not journal.exists():
        return "interrupted; nothing was written, name an output with -o to be able to go on"
    return f"interrupted; finished answers are kept in {journal}, run the same command again to go on"
