"""Where results go: a writer for each ending, everything that can fail checked before the first question is asked."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO, TextIO

from index.errors import OutputError
from index.storage.atomic import replacing_file
from rag.batches.batch_result import Batch, Entry
from rag.batches.survey import Survey
from rag.office_files import require
from rag.reports.batch_report import batch_report
from rag.reports.report import CitationStyle, Report
from rag.reports.writers.base import EntryWriter
from rag.reports.writers.comma_separated import CsvWriter
from rag.reports.writers.excel import ExcelWriter
from rag.reports.writers.html import write_html
from rag.reports.writers.json_lines import JsonLinesWriter
from rag.reports.writers.markdown import write_markdown
from rag.reports.writers.word import write_word
from rag.reports.writers.word_base import check_template


@dataclass(frozen=True, slots=True)
class ReportStyle:
    """How reports look: their title, where citations stand (None: as the format has it), a Word template if any."""

    title: str
    citations: CitationStyle | None = None
    template: Path | None = None


def _word(report: Report, file: BinaryIO, style: ReportStyle) -> None:
    write_word(report, file, citations=style.citations or "footnotes", template=style.template)


def _markdown(report: Report, file: BinaryIO, style: ReportStyle) -> None:
    with text_in(file) as text:
        write_markdown(report, text, citations=style.citations or "brackets")


def _html(report: Report, file: BinaryIO, style: ReportStyle) -> None:
    with text_in(file) as text:
        write_html(report, text, citations=style.citations or "brackets")


REPORTS: Mapping[str, Callable[[Report, BinaryIO, ReportStyle], None]] = MappingProxyType(
    {".docx": _word, ".md": _markdown, ".html": _html}
)
TABLES: Mapping[str, Callable[[Batch, BinaryIO], EntryWriter]] = MappingProxyType(
    {".xlsx": ExcelWriter, ".csv": CsvWriter, ".jsonl": JsonLinesWriter}
)
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
"""What a Word file is called where it is sent over the web."""

_NEEDS = MappingProxyType({".xlsx": ("openpyxl", "Excel workbooks")})


@contextmanager
def text_in(file: BinaryIO) -> Iterator[TextIO]:
    """`file` as a text file that translates no line ends; it stays open."""
    text = TextIOWrapper(file, encoding="utf-8", newline="")
    yield text
    text.flush()
    text.detach()


def check_outputs(
    paths: Sequence[Path], endings: Sequence[str], style: ReportStyle, source: Path | None = None
) -> None:
    """Raise OutputError where one of `paths` cannot be written, MissingPackageError where a package is missing.

    `source` is the file that is read, which must not be written over.
    """
    for number, path in enumerate(paths):
        if path.suffix.lower() not in endings:
            raise OutputError(f"{path}: the ending says what to write; name one of {', '.join(endings)}")
        if path.resolve() in [each.resolve() for each in paths[:number]]:
            raise OutputError(f"{path} is named twice; name each output once")
        if source is not None and path.exists() and source.exists() and path.samefile(source):
            raise OutputError(f"{path} is the file of questions; name another output")
        if obstacle := _obstacle(path):
            raise OutputError(f"{path} {obstacle}; name another file")
        if needs := _NEEDS.get(path.suffix.lower()):
            require(*needs)
    if style.template is not None:
        check_template(style.template)


def _obstacle(path: Path) -> str | None:
    """Why no file can be written at `path`, as far as that can be known before, or None."""
    folder = path.absolute().parent
    if path.is_dir():
        return "is a folder"
    if not folder.is_dir():
        return "is in no folder that exists"
    return None if os.access(folder, os.W_OK) else "is in a folder that cannot be written"


def write_batch(batch: Batch, paths: Sequence[Path], style: ReportStyle, *others: Callable[[Entry], None]) -> Survey:
    """What `batch` came to, after writing it to each of `paths` in the format that its ending names.

    Each file is put in place when it is whole. Every answer is read once, however many files there are; `others` are
    told of each row as well.
    """
    reports = [path for path in paths if path.suffix.lower() in REPORTS]
    with reported(batch, style, [path for path in paths if path not in reports], *others) as (found, report):
        write_report(report, reports, style)
    return found


@contextmanager
def reported(
    batch: Batch, style: ReportStyle, tables: Sequence[Path] = (), *others: Callable[[Entry], None]
) -> Iterator[tuple[Survey, Report]]:
    """What `batch` came to, and the report on it, after writing its rows to `tables` and telling `others` of them."""
    found = Survey(batch.index)
    with batch_report(batch, found) as making:
        with ExitStack() as files:
            writers = [TABLES[path.suffix.lower()](batch, files.enter_context(replacing_file(path))) for path in tables]
            for entry in batch.entries():
                for add in (found.add, making.add, *(each.add for each in writers), *others):
                    add(entry)
            for writer in writers:
                writer.finish()
        yield found, making.report(style.title)


def report_bytes(report: Report, ending: str, style: ReportStyle) -> bytes:
    """`report` as a file of the format that `ending` names, one of REPORTS."""
    file = BytesIO()
    REPORTS[ending](report, file, style)
    return file.getvalue()


def write_report(report: Report, paths: Sequence[Path], style: ReportStyle) -> None:
    """Write `report` to each of `paths`, in the format that its ending names; each is put in place when it is whole."""
    for path in paths:
        with replacing_file(path) as file:
            REPORTS[path.suffix.lower()](report, file, style)
