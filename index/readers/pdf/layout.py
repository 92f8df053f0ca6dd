"""The lines of one page in reading order: text, tables, boxes, words in figures."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.readers.base import Role
from index.readers.pdf.columns import in_reading_order
from index.readers.pdf.figures import figures_of
from index.readers.pdf.geometry import Box, PageContent, Run
from index.readers.pdf.grids import grid_lines, grids_of
from index.readers.pdf.page import read_page
from index.readers.pdf.printed import PrintedLine, printed_line
from index.readers.pdf.recognised import joined_words
from index.readers.pdf.rows import rows_of
from index.readers.pdf.underlines import without_underlines

# A frame stands apart from the text where it holds this many lines at least; fewer are underlined or ruled titles.
_LINES_OF_A_BOX = 2
# What a frame around a page holds is the page.
_WHOLE_PAGE = 0.9
_MIDDLE = 0.3  # of the size above the baseline: about the middle of a small letter
# A program recognised the letters of a page where it draws this share of them invisibly, over a picture.
RECOGNISED = 0.5
# Words turned across the page that begin this near to one another, in points, stand on one line.
_ONE_TURNED_LINE = 1.0
_TYPED_RULE = re.compile(r"[_—–-]{4,}|_[_ ]{3,}_")


@dataclass(frozen=True, slots=True)
class PageLines:
    """The lines of a page in reading order, those turned across it last, and the level rules drawn on it.

    `pictured` tells that it holds a picture, `hidden` the share of its letters that are drawn invisibly.
    """

    number: int
    width: float
    height: float
    lines: list[PrintedLine]
    rules: tuple[Box, ...]
    pictured: bool
    hidden: float


def page_lines(document: object, number: int) -> PageLines:
    """The lines of page `number` (from 1) of an open document."""
    page = read_page(document, number)
    grids = grids_of(page.rules)
    tables = [grid for grid in grids if not grid.is_frame]
    figures = figures_of(page)
    hidden = _hidden_share(page.runs)
    runs = joined_words(page.runs) if hidden > RECOGNISED else page.runs
    parts = _by_region(runs, [grid.box for grid in tables], figures)
    lines = in_reading_order(rows_of(parts.text))
    for figure, runs in zip(figures, parts.in_figures, strict=True):
        _insert(lines, figure, _figure_lines(runs))
    for grid, runs in zip(tables, parts.in_tables, strict=True):
        _insert(lines, grid.box, grid_lines(grid, runs))
    _set_boxes_apart(lines, page, [grid.box for grid in grids if grid.is_frame], figures)
    lines.extend(_turned_lines(page.runs))
    ruled = {rule for grid in grids for rule in grid.rules}
    rules = [rule for rule in page.rules if rule.width > rule.height and rule not in ruled]
    rules = without_underlines(rules, lines) + _typed_rules(lines)
    return PageLines(page.number, page.width, page.height, lines, tuple(rules), bool(page.pictures), hidden)


def _typed_rules(lines: Sequence[PrintedLine]) -> list[Box]:
    """Rules that are typed as a line of underscores, which is not text then."""
    typed = [line for line in lines if _TYPED_RULE.fullmatch(line.text)]
    for line in typed:
        line.role = Role.HEADER
    return [Box(line.left, line.baseline, line.right, line.baseline + 1.0) for line in typed]


@dataclass(frozen=True, slots=True)
class _Parts:
    """The runs of a page by where they stand."""

    text: list[Run]
    in_tables: list[list[Run]]
    in_figures: list[list[Run]]


def _by_region(runs: Sequence[Run], tables: Sequence[Box], figures: Sequence[Box]) -> _Parts:
    upright = [run for run in runs if not run.turned]
    parts = _Parts([], [[] for _ in tables], [[] for _ in figures])
    if not tables and not figures:
        return _Parts(upright, [], [])
    places = [*zip(tables, parts.in_tables, strict=True), *zip(figures, parts.in_figures, strict=True)]
    for run in upright:
        next((part for box, part in places if _stands_in(run, box)), parts.text).append(run)
    return parts


def _stands_in(run: Run, box: Box) -> bool:
    return box.holds((run.left + run.right) / 2, run.baseline + _MIDDLE * run.size)


def _figure_lines(runs: Sequence[Run]) -> list[PrintedLine]:
    lines = [printed_line(segment) for row in rows_of(runs) for segment in row.segments]
    for line in lines:
        line.role = Role.FIGURE
        line.jumps = True
    return lines


def _insert(lines: list[PrintedLine], box: Box, inner: Sequence[PrintedLine]) -> None:
    """Puts the lines that stand in `box` before the first line below its upper edge."""
    below = (place for place, line in enumerate(lines) if line.baseline < box.top and _overlaps(line, box))
    place = next(below, len(lines))
    lines[place:place] = inner


def _overlaps(line: PrintedLine, box: Box) -> bool:
    return line.left <= box.right and line.right >= box.left


def _set_boxes_apart(
    lines: Sequence[PrintedLine], page: PageContent, frames: Sequence[Box], figures: Sequence[Box]
) -> None:
    """Marks the lines that stand in a frame of their own."""
    for box in (*frames, *page.frames):
        inside = _inside(lines, box)
        whole = box.height >= _WHOLE_PAGE * page.height or any(box.touches(figure) for figure in figures)
        if len(inside) >= _LINES_OF_A_BOX and not whole:
            for line in inside:
                line.role = Role.BOX


def _inside(lines: Sequence[PrintedLine], box: Box) -> list[PrintedLine]:
    return [
        line
        for line in lines
        if line.role is Role.TEXT and box.holds((line.left + line.right) / 2, line.baseline + _MIDDLE * line.size)
    ]


def _turned_lines(runs: Sequence[Run]) -> list[PrintedLine]:
    """The words that stand across the page: heads of narrow columns, a landscape page's running head."""
    lines: list[PrintedLine] = []
    before: Run | None = None
    for run in runs:
        if not run.turned:
            before = None
            continue
        if before is not None and abs(run.left - before.left) < _ONE_TURNED_LINE:
            lines[-1].text += (" " if before.spaced else "") + run.text
        else:
            text = run.text
            lines.append(PrintedLine(text, run.left, run.right, run.baseline, run.size, role=Role.FIGURE, jumps=True))
        before = run
    return lines


def _hidden_share(runs: Sequence[Run]) -> float:
    hidden = sum([len(run.text) for run in runs if run.hidden])
    return hidden / sum([len(run.text) for run in runs]) if hidden else 0.0
