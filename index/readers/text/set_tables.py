"""Tables that a text sets with tabs or spaces, as text converters leave them: their lines as rows, cell by cell."""

from collections.abc import Sequence

from index.language.english.language import ENGLISH
from index.readers.base import Line, Role
from index.readers.text.set_lines import Cell, SetLine, as_row, columns_of, nearest, set_line
from index.text.typography import begins_in_lower_case, ends_sentence, is_rule

_FEWEST_FIGURES = 2  # beside a name; names with one figure each are lists of contents as often as tables
_FEWEST_ROWS = 2  # a name with figures alone is as often a heading or a total
_MOST_COLUMNS = 60  # no page has room for more
_MOST_BETWEEN = 2  # lines without a figure between two rows: a group of rows, the beginning of a long name
_MOST_IN_GROUP = 3  # lines of the name of the first group of rows
_MOST_HEADS = 5  # lines of column heads above the first row, rules among them


def with_set_tables(lines: Sequence[Line]) -> list[Line]:
    """`lines`, those of tables set with tabs or spaces as rows with their cells; the heads of columns are one row.

    A table has a name and two figures or more in several lines, column below column. Names with one figure each are
    left as they are, and so is a table of contents, and what has two figures in one column.
    """
    sets = [set_line(line) for line in lines]
    found: list[Line] = []
    place = above = 0  # above which other tables stand
    while place < len(sets):
        end = _end(sets, place) if sets[place].begins_table else place
        columns = _columns(sets[place:end])
        if columns is None:
            end = max(end, place + 1)
            found += lines[place:end]
            place = end
            continue
        first = place - _group_above(sets[above:place], sets[place].line.gap)
        heads = _heads(sets, above, first, columns)
        if _lists_contents(sets, heads):
            found += lines[place:end]
        else:
            del found[len(found) - (place - heads) :]
            found += _rows(sets[heads:first], sets[first:end], columns)
            above = end
        place = end
    return found


def _end(sets: Sequence[SetLine], first: int) -> int:
    """Behind the last of the rows that follow one another from the place `first` on, and behind the end of its name."""
    end, between = first + 1, 0
    for place in range(first + 1, len(sets)):
        each = sets[place]
        if each.line.gap > 1 or each.line.begins_page or each.line.role is not Role.TEXT:
            break
        if each.is_row:
            end, between = place + 1, 0
        elif between < _MOST_BETWEEN and each.is_between:
            between += 1
            end = place + 1 if end == place and _ends_name(each) else end
        else:
            break
    return end


def _ends_name(below: SetLine) -> bool:
    """Whether the line `below` a row is the end of its name."""
    return below.line.gap == 0 and begins_in_lower_case(below.line.text)


def _columns(body: Sequence[SetLine]) -> tuple[Cell, ...] | None:
    """Where the columns of figures of the rows in `body` are; None where they are no table's."""
    rows = [each.figures for each in body if each.is_row]
    if sum(len(each) >= _FEWEST_FIGURES for each in rows) < _FEWEST_ROWS:
        return None
    columns = columns_of(cell for row in rows for cell in row)
    if len(columns) > _MOST_COLUMNS:
        return None
    alone = all(len({nearest(cell, columns) for cell in row}) == len(row) for row in rows)
    return columns if alone else None


def _group_above(above: Sequence[SetLine], gap: int) -> int:
    """How many of the last lines `above` a row, by `gap`, name it and those below it, under the heads of columns."""
    for lines in range(1, min(_MOST_IN_GROUP, len(above) - 1) + 1):
        each, over = above[-lines], above[-lines - 1]
        if not each.is_between or is_rule(each.line.text) or max(each.line.gap, gap) > 1:
            return 0
        if is_rule(over.line.text) or len(over.cells) > 1:
            return lines
        gap = each.line.gap
    return 0


def _heads(sets: Sequence[SetLine], above: int, first: int, columns: Sequence[Cell]) -> int:
    """Where the heads of the `columns` begin between the place `above` and the row at `first`; there, for none."""
    begins = first
    for place in range(first - 1, max(first - 1 - _MOST_HEADS, above - 1), -1):
        each, below = sets[place], sets[place + 1]
        if below.line.gap > 1 or below.line.begins_page or each.line.role is not Role.TEXT:
            break
        if is_rule(each.line.text):
            continue
        is_head = len(each.cells) > 1 or each.cells[0].left >= columns[0].left
        if not is_head or ends_sentence(each.line.text):
            break
        begins = place
    return begins


def _lists_contents(sets: Sequence[SetLine], heads: int) -> bool:
    """Whether what begins at `heads` is a table of contents, by the words above it."""
    words = {each.line.text.lower() for each in sets[max(heads - _MOST_HEADS, 0) : heads]}
    columns = {cell.text.lower() for each in sets[heads : heads + _MOST_HEADS] for cell in each.cells}
    return bool(words & set(ENGLISH.contents) or columns & set(ENGLISH.contents_columns))


def _rows(heads: Sequence[SetLine], body: Sequence[SetLine], columns: Sequence[Cell]) -> list[Line]:
    """The rows of a table: one of the heads, if there are any, and one for each line that is no rule."""
    rows = [as_row(heads[0].line, _named(heads, columns))] if heads else []
    begun: Line | None = None  # the beginning of a name that goes on in the row below
    printed = [each for each in body if not is_rule(each.line.text)]
    for each, below in zip(printed, [*printed[1:], None], strict=True):
        name = each.cells[0].text if each.is_named else ""
        if each.is_row:
            names = filter(None, (begun.text if begun is not None else "", name))
            rows.append(as_row(begun or each.line, [" ".join(names), *_placed(each, columns)]))
            begun = None
        elif below is not None and _goes_on(each, below):
            begun = each.line
        elif rows and each.line.gap == 0 and begins_in_lower_case(name):
            rows[-1] = as_row(rows[-1], [f"{rows[-1].cells[0]} {name}".strip(), *rows[-1].cells[1:]])
        else:
            rows.append(as_row(each.line, [name, *("" for _ in columns)]))
    return rows


def _placed(row: SetLine, columns: Sequence[Cell]) -> list[str]:
    """What stands in each of the `columns` of a `row`."""
    cells = [""] * len(columns)
    for cell in row.figures:
        cells[nearest(cell, columns)] = cell.text
    return cells


def _goes_on(name: SetLine, row: SetLine) -> bool:
    """Whether a `name` without figures is the beginning of that of the `row` below it."""
    if not row.is_row or not row.is_named:
        return row.is_row
    return begins_in_lower_case(row.cells[0].text) and row.line.indent <= name.line.indent


def _named(heads: Sequence[SetLine], columns: Sequence[Cell]) -> list[str]:
    """The heads of the column of names and of the `columns` of figures, those in several lines joined."""
    named = [""] * (1 + len(columns))
    for each in heads:
        for cell in () if is_rule(each.line.text) else each.cells:
            at = 0 if cell.right < columns[0].left and cell is each.cells[0] else 1 + nearest(cell, columns)
            named[at] = f"{named[at]} {cell.text}".strip()
    return named
