"""Rows of a table on a terminal: column below column where they fit, parted by bars where they do not."""

from collections.abc import Iterator

from rag.citing.tables import SetTable, TableLine

_BETWEEN = "  "


def rows_in(table: SetTable, width: int | None) -> Iterator[str]:
    """The lines of `table`, in columns if these take at most `width` characters; None is no terminal's."""
    widths = [max((len(cell) for cell in cells), default=0) for cells in _columns(table)]
    if width is None or sum(widths) + len(_BETWEEN) * (len(widths) - 1) > width:
        yield from table.lines
        return
    yield from (each.text for each in table.above)
    for each in (*table.heads, *table.rows):
        yield _set(each, table, widths)
    yield from (each.text for each in table.below)


def _columns(table: SetTable) -> Iterator[list[str]]:
    rows = [each.cells for each in (*table.heads, *table.rows) if not each.is_across]
    for column in range(table.columns):
        yield [cells[column].text for cells in rows if column < len(cells)]


def _set(line: TableLine, table: SetTable, widths: list[int]) -> str:
    if line.is_across:
        return line.cells[0].text
    cells = (
        cell.text.rjust(width) if table.figures(column) else cell.text.ljust(width)
        for column, (cell, width) in enumerate(zip(line.cells, widths, strict=False))
    )
    return _BETWEEN.join(cells).rstrip()
