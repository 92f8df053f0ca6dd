"""Where results go: a writer for each ending, everything that can fail checked before the first question is asked."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO, TextIO

from index.atomic import replacing_file
from index.errors import OutputError
from rag.batches.batch_result import Batch
from rag.office_files import require
from rag.reports.batch_report import batch_report
from rag.reports.report import CitationStyle, Report
from rag.reports.writers import comma_separated
from rag.reports.writers.comma_separated import write_csv
from rag.reports.writers.excel import write_excel
from rag.reports.writers.html import write_html
from rag.reports.writers.json_lines import write_json_lines
from rag.reports.writers.markdown import write_markdown
from rag.reports.writers.word import write_word
from rag.reports.writers.word_base import check_template


@dataclass(frozen=True, slots=True)
class Look:
    """How reports look: their title, where citations stand (None: as the format has it), a Word template if any."""

    title: str
    citations: CitationStyle | None = None
    template: Path | None = None


def _word(report: Report, file: BinaryIO, look: Look) -> None:
    write_word(report, file, citations=look.citations or "footnotes", template=look.template)


def _markdown(report: Report, file: BinaryIO, look: Look) -> None:
    with text_in(file) as text:
        write_markdown(report, text, citations=look.citations or "brackets")


def _html(report: Report, file: BinaryIO, look: Look) -> None:
    with text_in(file) as text:
        write_html(report, text, citations=look.citations or "brackets")


def _csv(batch: Batch, file: BinaryIO) -> None:
    with text_in(file, comma_separated.ENCODING) as text:
        write_csv(batch, text)


def _json_lines(batch: Batch, file: BinaryIO) -> None:
    with text_in(file) as text:
        write_json_lines(batch, text)


REPORTS: Mapping[str, Callable[[Report, BinaryIO, Look], None]] = MappingProxyType(
    {".docx": _word, ".md": _markdown, ".html": _html}
)
TABLES: Mapping[str, Callable[[Batch, BinaryIO], None]] = MappingProxyType(
    {".xlsx": write_excel, ".csv": _csv, ".jsonl": _json_lines}
)
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
"""What a Word file is called where it is sent over the web."""

_NEEDS = MappingProxyType({".xlsx": ("openpyxl", "Excel workbooks")})


@contextmanager
def text_in(file: BinaryIO, encoding: str = "utf-8") -> Iterator[TextIO]:
    """`file` as a text file that translates no line ends; it stays open."""
    text = TextIOWrapper(file, encoding=encoding, newline="")
    yield text
    text.flush()
    text.detach()


def check_outputs(paths: Sequence[Path], endings: Sequence[str], look: Look, source: Path | None = None) -> None:
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
    if look.template is not None:
        check_template(look.template)


def _obstacle(path: Path) -> str | None:
    """Why no file can be written at `path`, as far as that can be known before, or None."""
    folder = path.absolute().parent
    if path.is_dir():
        return "is a folder"
    if not folder.is_dir():
        return "is in no folder that exists"
    return None if os.access(folder, os.W_OK) else "is in a folder that cannot be written"


def write_batch(batch: Batch, paths: Sequence[Path], look: Look) -> None:
    """Write `batch` to each of `paths`, in the format that its ending names; each is put in place when it is whole."""
    report: Report | None = None
    for path in paths:
        ending = path.suffix.lower()
        with replacing_file(path) as file:
            if ending in TABLES:
                TABLES[ending](batch, file)
            else:
                report = report or batch_report(batch, look.title)
                REPORTS[ending](report, file, look)


def report_bytes(report: Report, ending: str, look: Look) -> bytes:
    """`report` as a file of the format that `ending` names, one of REPORTS."""
    file = BytesIO()
    REPORTS[ending](report, file, look)
    return file.getvalue()


def write_report(report: Report, paths: Sequence[Path], look: Look) -> None:
    """Write `report` to each of `paths`, in the format that its ending names; each is put in place when it is whole."""
    for path in paths:
        with replacing_file(path) as file:
            REPORTS[path.suffix.lower()](report, file, look)
