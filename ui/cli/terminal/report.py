"""A report on a terminal."""

from rich.console import Console
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text as RichText

from rag.citing.citation import spelled_date
from rag.reports.report import Block, Cited, Contents, Heading, Link, NewPage, Prose, Report, Span, Table, Text

_INDENTS = {"item": 4, "related item": 4, "quote": 2, "quote item": 6, "nearest": 2, "version": 2}
_STYLES = {
    "plain": "",
    "strong": "bold",
    "emphasis": "italic",
    "added": "green underline",
    "removed": "red strike",
}


def print_report(report: Report, console: Console | None = None) -> None:
    """Print `report`; the table of contents and the annex with the whole paragraphs are left out."""
    out = console or Console(highlight=False)
    out.print(RichText(report.title, style="bold underline"))
    out.print(RichText(spelled_date(report.provenance.date), style="dim"))
    in_annex = False
    for block in report.blocks():
        if isinstance(block, Heading) and block.level == 1:
            in_annex = block.anchor == "quoted"
        if not in_annex:
            _print(block, out)


def _print(block: Block, out: Console) -> None:
    match block:
        case Heading():
            style = {1: "bold cyan", 2: "bold"}.get(block.level, "bold dim")
            out.print()
            out.print(RichText(block.full_text, style=style))
        case Prose():
            words = RichText(f"{block.label} " if block.label else "", style="dim" if block.kind in _SMALL else "")
            for span in block.spans:
                words.append_text(_span(span))
            out.print(Padding(words, (0, 0, 0, _INDENTS.get(block.kind, 0))))
        case Table():
            out.print(_table(block))
        case Contents() | NewPage():
            pass


_SMALL = ("note", "remark")


def _span(span: Span) -> RichText:
    match span:
        case Text():
            return RichText(span.text, style=_STYLES[span.style])
        case Cited():
            return RichText(f" [{span.short or span.text}]", style="cyan")
        case Link():
            return RichText(span.text)


def _table(block: Table) -> RichTable:
    table = RichTable(show_header=bool(block.header), box=None, padding=(0, 2, 0, 0))
    for place, share in enumerate(block.widths):
        table.add_column(block.header[place] if block.header else "", ratio=share)
    for row in block.rows:
        table.add_row(*(RichText(cell) for cell in row))
    return table
