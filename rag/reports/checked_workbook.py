"""Checked drafts as an Excel workbook: a sheet of findings, one of documents not held, one on what it was made with."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, BinaryIO

from rag.office_files import require
from rag.provenance import Provenance
from rag.reports.batch_table import Cell
from rag.reports.checked_drafts import COLUMNS, finding_row
from rag.reports.writers.sheets import cells, header, save, set_up
from rag.verifying.finding import CheckedDraft

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

# In characters, in the order of the columns: the draft, those of a finding, whether it is wrong and sure.
_WIDTHS = (24, 18, 50, 20, 50, 60, 40, 8, 8)
_VERDICT = 1 + COLUMNS.index("Verdict")
_WRONG, _UNSURE = "FFE3BF", "E4E4E4"


def write_checked_workbook(drafts: Sequence[CheckedDraft], made_with: Provenance, file: BinaryIO) -> None:
    """Write the findings on `drafts` to `file`; the same findings made at the same time give the same bytes."""
    openpyxl = require("openpyxl", "Excel workbooks")
    made = datetime.fromisoformat(made_with.begun).replace(tzinfo=None)
    book: Workbook = openpyxl.Workbook(write_only=True)
    book.properties.creator = made_with.program_text
    book.properties.created = made
    _findings(book, drafts)
    _not_held(book, drafts)
    _about(book, made_with)
    save(book, file, made)


def _findings(book: "Workbook", drafts: Sequence[CheckedDraft]) -> None:
    from openpyxl.styles import PatternFill

    sheet = book.create_sheet("Findings")
    set_up(sheet, _WIDTHS)
    sheet.append(header(sheet, ("Draft", *COLUMNS, "Wrong", "Sure")))
    for draft in drafts:
        for finding in draft.findings:
            judged = ("yes" if finding.is_wrong else "no", "yes" if finding.is_sure else "no")
            written = list(cells(sheet, (draft.name, *finding_row(finding), *judged)))
            if finding.is_wrong:
                written[_VERDICT].fill = PatternFill("solid", fgColor=_WRONG if finding.is_sure else _UNSURE)
            sheet.append(written)
    last = 1 + sum(len(draft.findings) for draft in drafts)
    sheet.auto_filter.ref = f"A1:I{last}"


def _not_held(book: "Workbook", drafts: Sequence[CheckedDraft]) -> None:
    sheet = book.create_sheet("Not held")
    set_up(sheet, (24, 30, 12, 60))
    sheet.append(header(sheet, ("Draft", "Document", "Times cited", "Official document")))
    for draft in drafts:
        for each in draft.not_held:
            row: tuple[Cell, ...] = (draft.name, each.symbol, each.times, each.url or "")
            sheet.append(list(cells(sheet, row)))


def _about(book: "Workbook", made_with: Provenance) -> None:
    sheet = book.create_sheet("About")
    set_up(sheet, (30, 100))
    sheet.append(header(sheet, ("What", "Value")))
    rows = (("Date", made_with.date), ("Program", made_with.program_text), ("Index", made_with.index))
    for row in rows:
        sheet.append(list(cells(sheet, row)))
