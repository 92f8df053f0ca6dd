"""Tables of words that a text sets with tabs or spaces: dates, names and sentences below heads, where no figure tells.

Columns of words are nothing that only tables have: such a table is read where it is announced (`Table 4`) and has as
many columns as heads. Its rows are apart by blank lines where their cells take several lines, else one is a line.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice, takewhile

from index.language.english.language import ENGLISH
from index.readers.base import Line, Role
from index.readers.text.printed_pages import PRINTERS
from index.readers.text.set_lines import Cell, SetLine, as_row, columns_of, nearest, set_line
from index.text.typography import ends_sentence, is_rule

_ANNOUNCED = re.compile(rf"(?:{'|'.join(map(re.escape, ENGLISH.captions.tables))}) (?:[IVX]{{1,5}}|[A-Z]?[0-9])")
_MOST_TITLES = 5  # lines of a title and its unit, between the number of a table and its heads
_FEWEST_COLUMNS = 3  # two are as often what a page sets side by side
_FEWEST_ROWS = 2  # one row below heads may be anything that is set in columns
_WIDEST_GAP = 2  # blank lines between two rows
_MOSTLY = 0.5  # of the lines; a table whose lines are mostly figures is read by these

_Group = Sequence[SetLine]  # lines without a blank one between them


def with_worded_tables(lines: Sequence[Line]) -> list[Line]:
    """`lines`, those of announced tables of words as rows with their cells, the heads of columns as the first."""
    sets = [set_line(line) for line in lines]
    found: list[Line] = []
    place = 0
    while place < len(sets):
        first = _first_head(sets, place)
        heads, body = _table(_groups(islice(sets, first, None))) if first else ((), ())
        rows = _rows(heads, body) if body else []
        if rows:
            found += [*lines[place:first], *rows]
            place = first + sum(map(len, [heads, *body]))
        else:
            found.append(lines[place])
            place += 1
    return found


def _first_head(sets: Sequence[SetLine], place: int) -> int:
    """Where the heads begin of the table that is announced at `place`, below a blank line; 0 where none is."""
    if not _ANNOUNCED.match(sets[place].line.text) or ends_sentence(sets[place].line.text):
        return 0
    for at in range(place + 1, min(place + 2 + _MOST_TITLES, len(sets))):
        each = sets[at]
        if each.line.begins_page or each.line.role is not Role.TEXT:
            return 0
        below = takewhile(lambda one: not one.line.gap, islice(sets, at + 1, None))
        if each.line.gap and any(len(one.cells) >= _FEWEST_COLUMNS for one in (each, *below)):
            return at
        if len(each.cells) > 1:
            return 0
    return 0


def _groups(sets: Iterable[SetLine]) -> Iterator[_Group]:
    """The lines below a table's title, those without a blank line between them together, to the end of the page."""
    group: list[SetLine] = []
    for at, each in enumerate(sets):
        line = each.line
        if at and (line.begins_page or line.role is not Role.TEXT or line.gap > _WIDEST_GAP):
            break
        if is_rule(line.text) or PRINTERS.fullmatch(line.text):
            break
        if at and line.gap:
            yield group
            group = []
        group.append(each)
    yield group


def _table(groups: Iterator[_Group]) -> tuple[_Group, Sequence[_Group]]:
    """The first of `groups`, heads, and those below it up to one with a cell that reaches across columns."""
    heads = next(groups)
    body: list[_Group] = []
    columns: tuple[Cell, ...] = ()
    for group in groups:
        cells = [cell for each in group for cell in each.cells]
        if any(sum(cell.apart(column) <= 0 for column in columns) > 1 for cell in cells):
            break
        columns = columns_of(chain(columns, cells))
        body.append(group)
    return heads, body


def _rows(heads: _Group, body: Sequence[_Group]) -> list[Line]:
    """The rows of the table of words that `heads` and `body` are; none where they are none."""
    lines = [each for group in body for each in group]
    columns = columns_of(cell for each in lines for cell in each.cells)
    alone = all(len({nearest(cell, columns) for cell in each.cells}) == len(each.cells) for each in lines)
    headed = max(len(each.cells) for each in heads)
    if not alone or len(columns) < _FEWEST_COLUMNS or len(columns) - headed not in (0, 1):
        return []
    if sum(each.is_row for each in lines) > _MOSTLY * len(lines):
        return []
    rows = [_row(group, columns) for group in _by_row(body, columns)]
    return [_row(heads, columns), *rows] if len(rows) >= _FEWEST_ROWS else []


def _by_row(body: Sequence[_Group], columns: Sequence[Cell]) -> Sequence[_Group]:
    """The lines of each row: those of a group where blank lines part the rows, else a line and what it goes on in."""
    lines = [each for group in body for each in group]
    goes_on = [nearest(each.cells[0], columns) > 0 for each in lines]
    if len(body) > 1 and any(goes_on):
        return body
    rows: list[list[SetLine]] = []
    for each, on in zip(lines, goes_on, strict=True):
        if on and rows:
            rows[-1].append(each)
        else:
            rows.append([each])
    return rows


def _row(group: _Group, columns: Sequence[Cell]) -> Line:
    """The row that the lines of `group` are, each cell with all its lines."""
    cells: list[list[str]] = [[] for _ in columns]
    for each in group:
        for cell in each.cells:
            cells[nearest(cell, columns)].append(cell.text)
    return as_row(group[0].line, [" ".join(texts) for texts in cells])
