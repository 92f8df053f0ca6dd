"""Questions in an Excel workbook: every visible sheet that has a column of questions."""

import re
import warnings
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO
from zipfile import BadZipFile

from index.errors import SourceError
from rag.batches.questions.columns import NoQuestionColumnError, Placed, rows_of_table
from rag.batches.questions.row import QuestionRow, Remark
from rag.reports.extras import require
from rag.reports.office_files import DAMAGED, reason

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_ERROR_VALUE = re.compile(r"#(?:N/A|REF!|NAME\?|VALUE!|DIV/0!|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA)")


def read_workbook(path: Path, remark: Remark) -> Iterator[QuestionRow]:
    """The questions of the visible sheets, row by row; sheets without a column of questions are remarked on.

    SourceError where it is no workbook, or no sheet has such a column.
    """
    with path.open("rb") as file:
        sheets = [sheet for sheet in _opened(path, file).worksheets if sheet.sheet_state == "visible"]
        without: list[str] = []
        for sheet in sheets:
            try:
                yield from rows_of_table(_rows(sheet, path), f"{path.name}, sheet {sheet.title}", remark)
            except NoQuestionColumnError as error:
                without.append(str(error))
    if without and len(without) == len(sheets):
        raise SourceError(without[0])
    for each in without:
        remark(f"left out: {each}")


def _opened(path: Path, file: BinaryIO) -> "Workbook":
    openpyxl = require("openpyxl", "Excel workbooks")
    try:
        with warnings.catch_warnings():
            # openpyxl warns of what it does not know of a workbook: drop-down lists, themes, print settings.
            warnings.simplefilter("ignore")
            return openpyxl.load_workbook(file, read_only=True, data_only=True)
    except BadZipFile as error:
        raise SourceError(f"{path}: not an .xlsx workbook, or one with a password; save it without one") from error
    except DAMAGED as error:
        raise SourceError(f"{path}: the workbook is damaged ({reason(error)}); open it and save it again") from error


def _rows(sheet: "Worksheet", path: Path) -> Iterator[Placed]:
    # Some programs write a wrong size into the sheet, and reading stops there.
    sheet.reset_dimensions()
    try:
        for number, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
            texts = [_text(value) for value in cells]
            errors = [text for text in texts if _ERROR_VALUE.fullmatch(text)]
            problem = f"a cell holds the error {errors[0]}" if errors else None
            yield Placed(f"sheet {sheet.title}, row {number}", texts, problem)
    except DAMAGED as error:
        where = f"{path}, sheet {sheet.title}"
        raise SourceError(f"{where}: damaged ({reason(error)}); open the workbook and save it again") from error


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    # Excel has one kind of number: 3 arrives as 3.0 from some programs.
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
