"""Grids of rules: tables whose cells have borders, and frames around text."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index.readers.pdf.geometry import Box, Run, around
from index.readers.pdf.printed import PrintedLine, printed_line
from index.readers.pdf.rows import rows_of
from index.readers.pdf.tables import row_line

# Rules this near to one another are one edge, in points; they end this near to the rule that they meet.
_SAME_EDGE = 3.0
_MEET = 2.5  # points between rules that meet: drawn by hand or by rounding they miss by less
# A page with more rules than this is a drawing; comparing each with each would take too long.
_MOST_RULES = 300
# The middle of letters stands above their baseline by this share of their size.
_MIDDLE = 0.3
_SMALLEST_FRAME = 20.0  # points: a frame for one line of text; smaller ones are boxes to tick
# A table with more level edges than these (above, below its head, below) has rules between its rows.
_MOST_EDGES_OF_AN_UNRULED_TABLE = 3


@dataclass(frozen=True, slots=True)
class Grid:
    """A rectangle parted by rules. `columns` and `rows` are the places of its edges, left to right and top to bottom.

    A frame has one column; `rules` are those it is made of.
    """

    box: Box
    columns: tuple[float, ...]
    rows: tuple[float, ...]
    rules: tuple[Box, ...]

    @property
    def is_frame(self) -> bool:
        """Whether it encloses text without parting it into columns."""
        return len(self.columns) == 2


def grids_of(rules: Sequence[Box]) -> list[Grid]:
    """The grids that rules make: those that hold together and have two upright ones at least."""
    if len(rules) > _MOST_RULES or sum(rule.height > rule.width for rule in rules) < 2:
        return []
    grids = (_grid(cluster) for cluster in _clusters(rules))
    return [grid for grid in grids if grid is not None]


def grid_lines(grid: Grid, runs: Sequence[Run]) -> list[PrintedLine]:
    """One line for each row of the table that `grid` makes of `runs`, which stand in it."""
    roots = _roots(grid, runs)
    cells: dict[tuple[int, int], list[Run]] = {}
    for run in runs:
        row = sum(run.baseline + _MIDDLE * run.size < edge for edge in grid.rows[1:-1])
        column = bisect_right(grid.columns[1:-1], (run.left + run.right) / 2)
        cells.setdefault(roots[row, column], []).append(run)
    lines: list[PrintedLine] = []
    for row in range(len(grid.rows) - 1):
        printed = [_lines_of(cells.get((row, column), ())) for column in range(len(grid.columns) - 1)]
        parts = _line_by_line(printed) if len(grid.rows) <= _MOST_EDGES_OF_AN_UNRULED_TABLE else [printed]
        lines.extend(row_line(part) for part in parts if any(part))
    return lines


def _lines_of(runs: Sequence[Run]) -> list[PrintedLine]:
    return [printed_line(segment) for row in rows_of(runs) for segment in row.segments]


def _line_by_line(cells: Sequence[Sequence[PrintedLine]]) -> Sequence[Sequence[Sequence[PrintedLine]]]:
    """The rows of a table without rules between them, one a line where all its columns have the same lines."""
    filled = [cell for cell in cells if cell]
    heights = [[round(line.baseline) for line in cell] for cell in filled]
    if len(filled) < 2 or len(heights[0]) < 2 or any(each != heights[0] for each in heights):
        return [cells]
    return [[[cell[number]] if cell else [] for cell in cells] for number in range(len(heights[0]))]


# Which rules hold together


def _clusters(rules: Sequence[Box]) -> list[list[Box]]:
    """Rules that meet, and upright ones of one height, together."""
    parent = list(range(len(rules)))

    def top(place: int) -> int:
        while parent[place] != place:
            parent[place] = parent[parent[place]]
            place = parent[place]
        return place

    for place, rule in enumerate(rules):
        grown = rule.grown(_MEET)
        for other in range(place):
            if grown.touches(rules[other]) or _are_sides(rule, rules[other]):
                parent[top(place)] = top(other)
    clusters: dict[int, list[Box]] = {}
    for place, rule in enumerate(rules):
        clusters.setdefault(top(place), []).append(rule)
    return list(clusters.values())


def _are_sides(one: Box, other: Box) -> bool:
    upright = one.height > one.width and other.height > other.width
    return upright and abs(one.bottom - other.bottom) <= _MEET and abs(one.top - other.top) <= _MEET


def _grid(rules: list[Box]) -> Grid | None:
    upright = [rule for rule in rules if rule.height > rule.width]
    level = [rule for rule in rules if rule.height <= rule.width]
    columns = _edges(rule.left for rule in upright)
    if len(columns) < 2:
        return None
    box = around(rules)
    if box.width < _SMALLEST_FRAME or box.height < _SMALLEST_FRAME / 2:
        return None
    rows = _edges([*(rule.top for rule in level), box.top, box.bottom])
    return Grid(box, tuple(columns), tuple(reversed(rows)), tuple(rules))


def _edges(places: Iterable[float]) -> list[float]:
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _SAME_EDGE:
            found.append(place)
    return found


# Cells that go over several columns or rows


def _roots(grid: Grid, runs: Sequence[Run]) -> dict[tuple[int, int], tuple[int, int]]:
    """For each row and column, the row and column of the cell's upper left corner that it belongs to."""
    level = [rule for rule in grid.rules if rule.height <= rule.width]
    upright = [rule for rule in grid.rules if rule.height > rule.width]
    roots: dict[tuple[int, int], tuple[int, int]] = {}
    for row, (top, bottom) in enumerate(zip(grid.rows, grid.rows[1:], strict=False)):
        for column, (left, right) in enumerate(zip(grid.columns, grid.columns[1:], strict=False)):
            root = (row, column)
            middle = (left + right) / 2, (top + bottom) / 2
            if column and not _is_drawn(upright, left, middle[1]) and _is_crossed(runs, left, bottom, top):
                root = roots[row, column - 1]
            elif row and not _is_ruled(level, top, middle[0]):
                root = roots[row - 1, column]
            roots[row, column] = root
    return roots


def _is_drawn(upright: Sequence[Box], x: float, y: float) -> bool:
    return any(abs(rule.left - x) <= _SAME_EDGE and rule.bottom <= y <= rule.top for rule in upright)


def _is_ruled(level: Sequence[Box], y: float, x: float) -> bool:
    return any(abs(rule.top - y) <= _SAME_EDGE and rule.left <= x <= rule.right for rule in level)


def _is_crossed(runs: Sequence[Run], x: float, bottom: float, top: float) -> bool:
    """Whether text reaches across `x`: borders are left out inside some tables whose columns are plain to see."""
    return any(run.left < x < run.right and bottom <= run.baseline <= top for run in runs)
