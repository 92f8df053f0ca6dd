"""Questions in Word documents and Excel workbooks, read within bounds, in a process of its own."""

import sys
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from index.errors import SourceError
from index.readers.office_limits import check_office_file
from index.readers.processes.bounded import Work, run_bounded
from rag.batches.questions.row import QuestionRow, Remark, row_from_record, row_record
from rag.office_files import DAMAGED, reason

_ADVICE = "save it again from Word or Excel, or hand in the questions as a text file"

_WORD = ".docx"


def read_office(path: Path, name: str, remark: Remark) -> Iterator[QuestionRow]:
    """The questions of a Word document or Excel workbook; SourceError where it cannot be read, or not within bounds."""
    work = Work("rag.batches.questions.formats.office:records", (str(path.absolute()), name), name, _ADVICE)
    for kind, value in run_bounded(work):
        if kind == "remark":
            remark(value)
        else:
            yield row_from_record(value)


def records(path: str, name: str) -> Iterator[tuple[str, Any]]:
    """What `read_office` is told by its process: `row` with a record of it, and `remark` with a line."""
    # openpyxl warns of what it does not know of a workbook; nobody reads that here.
    warnings.simplefilter("ignore")
    # It loads numpy, a fifth of the time that this process takes, only to know its numbers when it writes.
    sys.modules.setdefault("numpy", None)  # type: ignore[arg-type]
    remarks: list[str] = []
    for row in read_here(Path(path), name, remarks.append):
        yield "row", row_record(row)
    yield from (("remark", each) for each in remarks)


def read_here(path: Path, name: str, remark: Remark) -> Iterator[QuestionRow]:
    """The same in this process: within the bounds that can be seen in the file, not within those of time and memory."""
    try:
        check_office_file(path, name)
        yield from _reader(path)(path, name, remark)
    except BadZipFile as error:
        kind = "a .docx document" if path.suffix.lower() == _WORD else "an .xlsx workbook"
        raise SourceError(f"{name}: not {kind}, or one with a password; save it without one") from error
    except DAMAGED as error:
        # The libraries name the path, which may be that of a copy that its owner knows nothing of.
        why = reason(error).replace(str(path), name)
        raise SourceError(f"{name}: it is damaged ({why}); open it and save it again") from error


def _reader(path: Path) -> Callable[[Path, str, Remark], Iterator[QuestionRow]]:
    # Only the one that is needed is loaded: the process is started anew for each file.
    if path.suffix.lower() == _WORD:
        from rag.batches.questions.formats.word import read_word

        return read_word
    from rag.batches.questions.formats.workbook import read_workbook

    return read_workbook
