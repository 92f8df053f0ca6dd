"""What all workbooks have in common: the look of sheets, cells that are never formulas, bytes that do not vary."""

import re
import tempfile
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, BinaryIO

from index.text.typography import printable
from rag.reports.batch_table import Cell
from rag.reports.writers.formulas import is_formula
from rag.reports.writers.zip_members import rewritten

if TYPE_CHECKING:
    from openpyxl.cell import Cell as WrittenCell
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_MOST = 32_767  # characters that Excel keeps of a cell
_CUT = " … (cut off: an Excel cell holds no more)"
_CHANGED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")


def save(book: "Workbook", file: BinaryIO, made: datetime) -> None:
    """Write `book` to `file`, as made at that time."""
    with tempfile.TemporaryFile() as saved:
        book.save(saved)
        changed = made.isoformat(timespec="seconds").encode() + b"Z"
        # openpyxl writes the time of saving there, whatever it is told.
        fixed = {"docProps/core.xml": lambda xml: (_CHANGED.sub(rb"\g<1>" + changed, xml),)}
        rewritten(saved, file, fixed)


def set_up(sheet: "Worksheet", widths: Iterable[int]) -> None:
    """Set the widths of the columns and keep the header in sight."""
    from openpyxl.utils import get_column_letter

    sheet.freeze_panes = "A2"
    for number, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width


def header(sheet: "Worksheet", names: Iterable[str]) -> "list[WrittenCell]":
    """The cells of the first row, which says what stands in the columns."""
    from openpyxl.styles import Alignment, Font, PatternFill

    written = list(cells(sheet, names))
    for cell in written:
        cell.font = Font(name="Calibri", size=11, bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", fgColor="1F3864")
        cell.alignment = Alignment(vertical="center", wrap_text=True)
    return written


def cells(sheet: "Worksheet", row: Iterable[Cell]) -> "Iterator[WrittenCell]":
    """The cells of a row; none is a formula, whatever it begins with."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment

    for value in row:
        text = _fitting(value) if isinstance(value, str) else value
        cell = WriteOnlyCell(sheet, value=text)
        if isinstance(text, str):
            # Never a formula, whatever it begins with; the mark keeps it a text when somebody edits the cell.
            cell.data_type = "s"
            cell.quotePrefix = is_formula(text)
        cell.alignment = Alignment(vertical="top", wrap_text=True)
        yield cell


def _fitting(text: str) -> str:
    clean = printable(text)
    return clean if len(clean) <= _MOST else clean[: _MOST - len(_CUT)] + _CUT
