"""Questions in an Excel workbook: every visible sheet that has a column of questions."""

import re
import warnings
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from index.errors import SourceError
from rag.batches.questions.formats.columns import NoQuestionColumnError, Placed, rows_of_table
from rag.batches.questions.row import QuestionRow, Remark
from rag.office_files import DAMAGED, reason, require

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_ERROR_VALUE = re.compile(r"#(?:N/A|REF!|NAME\?|VALUE!|DIV/0!|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA)")


def read_workbook(path: Path, name: str, remark: Remark) -> Iterator[QuestionRow]:
    """The questions of the visible sheets, row by row; sheets without a column of questions are remarked on.

    SourceError where no sheet has such a column; what a damaged workbook raises is for the caller.
    """
    with path.open("rb") as file:
        sheets = [sheet for sheet in _opened(file).worksheets if sheet.sheet_state == "visible"]
        without: list[str] = []
        for sheet in sheets:
            try:
                yield from rows_of_table(_rows(sheet, name), f"{name}, sheet {sheet.title}", remark)
            except NoQuestionColumnError as error:
                without.append(str(error))
    if without and len(without) == len(sheets):
        raise SourceError(without[0])
    for each in without:
        remark(f"left out: {each}")


def _opened(file: BinaryIO) -> "Workbook":
    openpyxl = require("openpyxl", "Excel workbooks")
    with warnings.catch_warnings():
        # openpyxl warns of what it does not know of a workbook: drop-down lists, themes, print settings.
        warnings.simplefilter("ignore")
        book: Workbook = openpyxl.load_workbook(file, read_only=True, data_only=True)
        return book


def _rows(sheet: "Worksheet", name: str) -> Iterator[Placed]:
    """The rows that hold anything: a row may have any number, and those between are as many as it takes."""
    # Some programs write a wrong size into the sheet, and reading stops there.
    sheet.reset_dimensions()  # type: ignore[attr-defined]  # only sheets opened for reading have it
    try:
        for number, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
            if texts := [_text(value) for value in _without_blank_end(cells)]:
                errors = [text for text in texts if _ERROR_VALUE.fullmatch(text)]
                problem = f"a cell holds the error {errors[0]}" if errors else None
                yield Placed(f"sheet {sheet.title}, row {number}", texts, problem)
    except DAMAGED as error:
        where = f"{name}, sheet {sheet.title}"
        raise SourceError(f"{where}: damaged ({reason(error)}); open the workbook and save it again") from error


def _without_blank_end(cells: tuple[object, ...]) -> tuple[object, ...]:
    """`cells` up to the last that holds anything: a format set for a whole row makes it thousands of cells long."""
    used = len(cells)
    while used and cells[used - 1] is None:
        used -= 1
    return cells[:used]


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
