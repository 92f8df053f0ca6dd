"""Tables as they stand on paper, with the words that are quoted marked, or the quoted rows alone."""

from collections.abc import Sequence

from markupsafe import Markup

from rag.citing.tables import Cell, SetTable, TableLine
from ui.app.addresses import Span
from ui.app.markup.macros import fill
from ui.app.markup.render import marked, within

_SetCell = tuple[Markup, bool]
"""What stands in a cell, and whether it is a figure."""
_SetRow = tuple[list[_SetCell], bool]
"""The cells of a row, and whether it is strong."""


def table_html(
    table: SetTable, spans: Sequence[Span] = (), *, strong: Sequence[Span] = (), element: str = "mark"
) -> Markup:
    """The captions, heads, rows and what stands below them, the characters at `spans` marked.

    Rows that the spans `strong` have a part of are so.
    """
    heads = [_head(each, table, spans, element) for each in table.heads]
    rows: list[_SetRow] = [
        ([(_words(cell, spans, element), cell.is_figure) for cell in each.cells], each.is_in(strong))
        for each in table.rows
    ]
    above, below = (
        [_words(cell, spans, element) for each in lines for cell in each.cells] for lines in (table.above, table.below)
    )
    return fill("parts", "table", above, heads, rows, below, table.columns)


def _head(line: TableLine, table: SetTable, spans: Sequence[Span], element: str) -> list[_SetCell]:
    """The heads of a `line`, each set as its column is: a head of figures as they are."""
    return [(_words(cell, spans, element), table.figures(column)) for column, cell in enumerate(line.cells)]


def _words(cell: Cell, spans: Sequence[Span], element: str) -> Markup:
    start = cell.start
    # Nothing can be marked in a cell whose words are spaced otherwise in the row.
    places = [] if start is None else within(spans, start, start + len(cell.text))
    return marked(cell.text, places, element=element)
