"""Tables without a grid of rules: rows whose segments stand in columns, the lines of one cell put together."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from index.language.english.language import ENGLISH
from index.readers.base import Role
from index.readers.draft import row_text
from index.readers.pdf.geometry import Run
from index.readers.pdf.printed import PrintedLine, printed_line
from index.readers.pdf.rows import Row, Segment

# 1 079 · 34.5% · 28 - 36 · (12) · – · iv
_FIGURE = re.compile(r"[-–—+(]*[0-9][0-9\s,.–—/%()*-]*|[-–—.…]{1,3}|[ivxl]{1,6}")
_NUMBERED = re.compile(r"[(]?(?:[0-9]{1,3}|[a-zA-Z]|[ivxlc]{1,6})[.)] ")
# Lines of one cell are at most this far apart, in sizes of the letters,
_ONE_CELL = 1.35
# and nearer than rows of the table are to one another, by this share.
_NEARER = 0.8
# The largest letters of a table are at most this many times the smallest.
_ONE_SIZE = 1.45


def is_set_as_table(rows: Sequence[Row]) -> bool:
    """Whether all letters are of about one size, as in a table, and not as in a masthead.

    Typewriters set mastheads in the letters of the text; there a row says who gets the document.
    """
    segments = [segment for row in rows for segment in row.segments]
    sizes = [segment.size for segment in segments]
    labelled = any(segment.runs[0].text.startswith(ENGLISH.masthead.distribution) for segment in segments)
    return max(sizes) <= _ONE_SIZE * min(sizes) and not labelled


def table_lines(rows: Sequence[Row], gutters: Sequence[tuple[float, float]]) -> Iterator[PrintedLine]:
    """One line for each row of the table that `rows` make; its cells are parted by `gutters`."""
    columns = _columns(rows, gutters)
    parted = [_in_columns(row, columns) for row in rows]
    for group in _grouped(rows, parted):
        yield row_line(
            [[printed_line(row[column]) for row in group if column in row] for column in range(len(columns))]
        )


def _columns(rows: Sequence[Row], gutters: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Where each column begins and ends."""
    lefts = [min(row.left for row in rows), *(gap[1] for gap in gutters)]
    rights = [*(gap[0] for gap in gutters), max(row.right for row in rows)]
    return list(zip(lefts, rights, strict=True))


def _in_columns(row: Row, columns: Sequence[tuple[float, float]]) -> dict[int, Segment]:
    """The runs of a row by the column that each has most of."""
    placed: dict[int, list[tuple[Run, bool]]] = {}
    for segment in row.segments:
        for place, run in enumerate(segment.runs):
            placed.setdefault(_column(run, columns), []).append((run, place in segment.raised))
    segments: dict[int, Segment] = {}
    for column, runs in placed.items():
        raised = frozenset(place for place, each in enumerate(runs) if each[1])
        cell = tuple(run for run, _ in runs)
        segments[column] = Segment(cell, raised, row.baseline, cell[0].left, cell[-1].right, cell[0].size)
    return segments


def _column(run: Run, columns: Sequence[tuple[float, float]]) -> int:
    """The column that `run` shares most of its width with, or the nearest one."""
    shared = [min(run.right, right) - max(run.left, left) for left, right in columns]
    return shared.index(max(shared))


def row_line(cells: Sequence[Sequence[PrintedLine]]) -> PrintedLine:
    """The line of one table row, each of its cells given by the lines printed in it; at least one cell has one."""
    printed = [line for cell in cells for line in cell]
    first = printed[0]
    texts = tuple(cell_text(cell) for cell in cells)
    return PrintedLine(
        text=row_text(texts),
        left=min(line.left for line in printed),
        right=max(line.right for line in printed),
        baseline=max(line.baseline for line in printed),
        size=first.size,
        bold=all(line.bold for line in printed),
        italic=all(line.italic for line in printed),
        role=Role.TABLE,
        cells=texts,
    )


def cell_text(lines: Sequence[PrintedLine]) -> str:
    """The text of a cell; a hyphen that ends a line stays and takes no space after it."""
    text = ""
    for line in lines:
        joint = "" if not text or text.endswith(("-", "/")) else " "
        text += joint + line.text.replace("\t", " ")
    return text


def _grouped(rows: Sequence[Row], parted: Sequence[dict[int, Segment]]) -> list[list[dict[int, Segment]]]:
    """The printed rows of each row of the table, from the top down."""
    widest = max((above.baseline - below.baseline for above, below in pairwise(rows)), default=0.0)
    groups = [[parted[0]]]
    for (above, below), cells in zip(pairwise(rows), parted[1:], strict=True):
        step = above.baseline - below.baseline
        last = groups[-1][-1]
        tight = step <= _ONE_CELL * below.size and (step < _NEARER * widest or _goes_on(cells, last))
        if tight and not _both_count(cells, last) and not _is_numbered(cells):
            groups[-1].append(cells)
        else:
            groups.append([cells])
    return groups


def _is_numbered(cells: dict[int, Segment]) -> bool:
    """Whether a row begins with a number of its own: `4.`, `(iii)`."""
    first = cells[min(cells)].runs
    return _NUMBERED.match("".join(run.text + " " for run in first)) is not None


def _both_count(row: dict[int, Segment], above: dict[int, Segment]) -> bool:
    """Whether two rows have figures in one column, so that each is a row of the table."""
    shared = row.keys() & above.keys()
    return any(_is_figure(row[column]) and _is_figure(above[column]) for column in shared)


def _is_figure(segment: Segment) -> bool:
    return _FIGURE.fullmatch("".join(run.text for run in segment.runs)) is not None


def _goes_on(row: dict[int, Segment], above: dict[int, Segment]) -> bool:
    """Whether a row fills none but a few of the columns of the row above, its first column left empty."""
    return 0 not in row and row.keys() < above.keys()
