"""A batch as an Excel workbook: a sheet of answers, one row a question, and one that says what they were made with."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from math import ceil
from types import MappingProxyType
from typing import TYPE_CHECKING, BinaryIO

from rag.batches.batch_result import Batch, Entry, Status
from rag.citing.citation import spelled_date
from rag.office_files import require
from rag.reports.batch_table import COLUMNS, Cell, column_names, table_row
from rag.reports.writers.sheets import cells, header, save, set_up
from rag.states import RELATED_NOTE

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

# In characters, in the order of COLUMNS.
_WIDTHS = (10, 10, 18, 42, 16, 70, 50, 28, 34, 70, 8, 60, 26, 26, 34, 34, 22)
_STATUS = COLUMNS.index("Status")
_CARRIED_WIDTH = 20
_PRINTED = 11  # columns; those beyond are for work on a screen
# Points. Excel shows no row higher than that.
_LINE_HEIGHT, _HIGHEST = 15, 409
_LETTERS = 1.1  # of running text in the width of a figure, by which columns are measured
_SCORE = "Score: the estimated chance, from 0 to 1, that the documents answer the question."
_QUOTED = (
    "Answers, related passages and quoted text are word for word from the documents; citations name the paragraphs."
)
# Grounds that people who see few colours tell apart too, blue, orange and grey; the words say the same.
_GROUNDS: Mapping[str, str] = MappingProxyType(
    {Status.ANSWERED.value: "DCE9F7", Status.RELATED.value: "FFE3BF", Status.NOTHING_FOUND.value: "E4E4E4"}
)


class ExcelWriter:
    """Writes `batch` to `file`."""

    def __init__(self, batch: Batch, file: BinaryIO) -> None:
        openpyxl = require("openpyxl", "Excel workbooks")
        self._batch = batch
        self._file = file
        self._begun = datetime.fromisoformat(batch.provenance.begun).replace(tzinfo=None)
        self._names = column_names(batch)
        self._widths = (*_WIDTHS, *(_CARRIED_WIDTH for _ in self._names[len(COLUMNS) :]))
        self._rows = 1
        self._counts = dict.fromkeys(Status, 0)
        self._book: Workbook = openpyxl.Workbook(write_only=True)
        self._book.properties.creator = batch.provenance.program_text
        self._book.properties.created = self._begun
        self._sheet = _answer_sheet(self._book, self._names, self._widths)

    def add(self, entry: Entry) -> None:
        """Write the next row."""
        self._rows += 1
        self._counts[entry.status] += 1
        _append(self._sheet, self._rows, table_row(entry, self._batch), self._widths)

    def finish(self) -> None:
        """Write the other sheets, and the file."""
        from openpyxl.utils import get_column_letter

        self._sheet.auto_filter.ref = f"A1:{get_column_letter(len(self._names))}{self._rows}"
        self._sheet.print_area = f"A1:{get_column_letter(_PRINTED)}{self._rows}"
        _documents(self._book, self._batch)
        _about(self._book, self._batch, self._counts)
        save(self._book, self._file, self._begun)


def _answer_sheet(book: "Workbook", names: Sequence[str], widths: Sequence[int]) -> "Worksheet":
    sheet = book.create_sheet("Answers")
    set_up(sheet, widths)
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"
    sheet.append(header(sheet, names))
    made: Worksheet = sheet
    return made


def _append(sheet: "Worksheet", number: int, row: tuple[Cell, ...], widths: Sequence[int]) -> None:
    """Append a row as high as its longest text needs, as not every program works that out by itself."""
    from openpyxl.styles import PatternFill

    lines = max(
        sum(ceil(len(line) / (_LETTERS * width)) or 1 for line in str(value).splitlines())
        for value, width in zip(row, widths, strict=True)
    )
    sheet.row_dimensions[number].height = min(_LINE_HEIGHT * max(lines, 1), _HIGHEST)
    written = tuple(cells(sheet, row))
    if ground := _GROUNDS.get(str(row[_STATUS])):
        written[_STATUS].fill = PatternFill("solid", fgColor=ground)
    sheet.append(written)
    # It is written by now; keeping it would take memory for every row.
    del sheet.row_dimensions[number]


def _documents(book: "Workbook", batch: Batch) -> None:
    sheet = book.create_sheet("Documents")
    set_up(sheet, (70, 26, 20, 60, 24))
    sheet.append(header(sheet, ("Document", "Symbol", "Date", "Body", "Id")))
    for each in batch.documents:
        date = spelled_date(each.date) if each.date else ""
        sheet.append(tuple(cells(sheet, (each.title, each.symbol or "", date, each.body or "", each.id))))


def _about(book: "Workbook", batch: Batch, counts: Mapping[Status, int]) -> None:
    sheet = book.create_sheet("About")
    set_up(sheet, (30, 100))
    made_with = batch.provenance
    rows: list[tuple[Cell, ...]] = [
        ("Questions", batch.source),
        *((f"Rows: {status.value}", count) for status, count in counts.items()),
        ("Date", made_with.date),
        ("Program", made_with.program_text),
        ("Model", made_with.model),
        ("Index", made_with.index),
        ("How to read", f"{_QUOTED} {RELATED_NOTE} {_SCORE}"),
        *((f"Setting {name}", value) for name, value in made_with.settings),
    ]
    sheet.append(header(sheet, ("What", "Value")))
    for row in rows:
        sheet.append(tuple(cells(sheet, row)))
