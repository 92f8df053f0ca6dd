"""Tables that a text sets with tabs or spaces, as text converters leave them: their lines as rows, cell by cell."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.language.english import ENGLISH
from index.readers.base import Line, Role
from index.readers.draft import row_text
from index.readers.text.printed_pages import PRINTERS
from index.text.typography import begins_in_lower_case, collapse, ends_sentence, is_rule

_SPACES = re.compile(r" {2,}")
_DASH = r"[–—−-]{1,2}|\.(?: ?\.){1,2}|…"
# 84 310   (13 335)   $4.2M   17.5%   0.75a   –
_FIGURE = re.compile(
    r"[(\[]?[–—−+<>~-]? ?(?:US)?[€$£]? ?[0-9](?:[0-9.,  ]*[0-9])?(?: ?%| ?[MKk]| ?bn)?[)\]]?(?:[a-z]|\*{1,2})?"
)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")  # above a column, not in it
_NOTHING = re.compile(rf"{_DASH}|n\.?/?a\.?|nil", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")
_FEWEST_FIGURES = 2  # beside a name; names with one figure each are lists of contents as often as tables
_FEWEST_ROWS = 2
_MOST_COLUMNS = 60  # no page has room for more
_MOST_BETWEEN = 2  # lines without a figure between two rows: a group of rows, the beginning of a long name
_MOST_IN_GROUP = 3  # lines of the name of the first group of rows
_MOST_HEADS = 5  # lines of column heads above the first row, rules among them
_LONGEST_NAME = 70  # characters of such a line
_LEADERS = "...."


@dataclass(frozen=True, slots=True)
class _Cell:
    """What stands in one column of a line, and from which character to which; a tab is one column further."""

    text: str
    left: int
    right: int

    @property
    def is_figure(self) -> bool:
        """Whether it is one, or what stands where there is none."""
        return not self.text or any(each.fullmatch(self.text) for each in (_FIGURE, _NOTHING))

    def apart(self, other: "_Cell") -> int:
        """How many characters are between the two; less than 0 for as many as they share."""
        return max(self.left - other.right, other.left - self.right)


@dataclass(frozen=True, slots=True)
class _Set:
    """A line and its cells."""

    line: Line
    cells: tuple[_Cell, ...]

    @property
    def is_named(self) -> bool:
        """Whether it begins with a name, to which figures may belong."""
        return _LETTER.search(self.cells[0].text) is not None and _LEADERS not in self.cells[0].text

    @property
    def figures(self) -> tuple[_Cell, ...]:
        """The cells beside the name; all of them where a row's name stands above and below its figures."""
        return self.cells[1:] if self.is_named else self.cells

    @property
    def is_row(self) -> bool:
        """Whether it is figures, most often beside a name, or dashes in the place of figures."""
        return (
            len(self.cells) > 1
            and not PRINTERS.fullmatch(self.line.text)
            and any(_FIGURE.fullmatch(each.text) for each in self.figures)
            and all(each.is_figure for each in self.figures)
        )

    @property
    def begins_table(self) -> bool:
        """Whether a table may begin with it: a row with a name and not of years alone, which are heads of columns."""
        return self.is_row and self.is_named and not all(_YEAR.fullmatch(each.text) for each in self.figures)

    @property
    def is_between(self) -> bool:
        """Whether it may stand between two rows: a rule, or a name without figures."""
        text = self.line.text
        is_name = len(self.cells) == 1 and len(text) <= _LONGEST_NAME and not ends_sentence(text.rstrip(":"))
        return is_rule(text) or (is_name and not text[:1].isdigit())


def with_set_tables(lines: Sequence[Line]) -> list[Line]:
    """`lines`, those of tables set with tabs or spaces as rows with their cells; the heads of columns are one row.

    A table has a name and two figures or more in several lines, column below column. Names with one figure each are
    left as they are, and so is a table of contents, and what has two figures in one column.
    """
    sets = [_set(line) for line in lines]
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


def _set(line: Line) -> _Set:
    if "\t" in line.text:
        return _Set(line, tuple(_Cell(collapse(text), at, at) for at, text in enumerate(line.text.split("\t"))))
    cells: list[_Cell] = []
    start = 0
    for gap in [*_SPACES.finditer(line.text), None]:
        end = len(line.text) if gap is None else gap.start()
        cells.append(_Cell(line.text[start:end], line.indent + start, line.indent + end))
        start = end if gap is None else gap.end()
    return _Set(line, tuple(cells))


def _end(sets: Sequence[_Set], first: int) -> int:
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


def _ends_name(below: _Set) -> bool:
    """Whether the line `below` a row is the end of its name."""
    return below.line.gap == 0 and begins_in_lower_case(below.line.text)


def _columns(body: Sequence[_Set]) -> tuple[_Cell, ...] | None:
    """Where the columns of figures of the rows in `body` are; None where they are no table's."""
    rows = [each.figures for each in body if each.is_row]
    if sum(len(each) >= _FEWEST_FIGURES for each in rows) < _FEWEST_ROWS:
        return None
    columns: list[_Cell] = []
    for cell in sorted((cell for row in rows for cell in row), key=lambda each: each.left):
        if columns and cell.apart(columns[-1]) <= 0:
            columns[-1] = _Cell("", columns[-1].left, max(columns[-1].right, cell.right))
        else:
            columns.append(_Cell("", cell.left, cell.right))
    if len(columns) > _MOST_COLUMNS:
        return None
    alone = all(len({_nearest(cell, columns) for cell in row}) == len(row) for row in rows)
    return tuple(columns) if alone else None


def _nearest(cell: _Cell, columns: Sequence[_Cell]) -> int:
    return min(range(len(columns)), key=lambda at: cell.apart(columns[at]))


def _group_above(above: Sequence[_Set], gap: int) -> int:
    """How many of the last lines `above` a row, by `gap`, name it and those below it, under the heads of columns."""
    for lines in range(1, min(_MOST_IN_GROUP, len(above) - 1) + 1):
        each, over = above[-lines], above[-lines - 1]
        if not each.is_between or is_rule(each.line.text) or max(each.line.gap, gap) > 1:
            return 0
        if is_rule(over.line.text) or len(over.cells) > 1:
            return lines
        gap = each.line.gap
    return 0


def _heads(sets: Sequence[_Set], above: int, first: int, columns: Sequence[_Cell]) -> int:
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


def _lists_contents(sets: Sequence[_Set], heads: int) -> bool:
    """Whether what begins at `heads` is a table of contents, by the words above it."""
    words = {each.line.text.lower() for each in sets[max(heads - _MOST_HEADS, 0) : heads]}
    columns = {cell.text.lower() for each in sets[heads : heads + _MOST_HEADS] for cell in each.cells}
    return bool(words & set(ENGLISH.contents) or columns & set(ENGLISH.contents_columns))


def _rows(heads: Sequence[_Set], body: Sequence[_Set], columns: Sequence[_Cell]) -> list[Line]:
    """The rows of a table: one of the heads, if there are any, and one for each line that is no rule."""
    rows = [_row(heads[0].line, _named(heads, columns))] if heads else []
    begun: Line | None = None  # the beginning of a name that goes on in the row below
    printed = [each for each in body if not is_rule(each.line.text)]
    for each, below in zip(printed, [*printed[1:], None], strict=True):
        name = each.cells[0].text if each.is_named else ""
        if each.is_row:
            names = filter(None, (begun.text if begun is not None else "", name))
            rows.append(_row(begun or each.line, [" ".join(names), *_placed(each, columns)]))
            begun = None
        elif below is not None and _goes_on(each, below):
            begun = each.line
        elif rows and each.line.gap == 0 and begins_in_lower_case(name):
            rows[-1] = _row(rows[-1], [f"{rows[-1].cells[0]} {name}".strip(), *rows[-1].cells[1:]])
        else:
            rows.append(_row(each.line, [name, *("" for _ in columns)]))
    return rows


def _placed(row: _Set, columns: Sequence[_Cell]) -> list[str]:
    """What stands in each of the `columns` of a `row`."""
    cells = [""] * len(columns)
    for cell in row.figures:
        cells[_nearest(cell, columns)] = cell.text
    return cells


def _goes_on(name: _Set, row: _Set) -> bool:
    """Whether a `name` without figures is the beginning of that of the `row` below it."""
    if not row.is_row or not row.is_named:
        return row.is_row
    return begins_in_lower_case(row.cells[0].text) and row.line.indent <= name.line.indent


def _named(heads: Sequence[_Set], columns: Sequence[_Cell]) -> list[str]:
    """The heads of the column of names and of the `columns` of figures, those in several lines joined."""
    named = [""] * (1 + len(columns))
    for each in heads:
        for cell in () if is_rule(each.line.text) else each.cells:
            at = 0 if cell.right < columns[0].left and cell is each.cells[0] else 1 + _nearest(cell, columns)
            named[at] = f"{named[at]} {cell.text}".strip()
    return named


def _row(line: Line, cells: Sequence[str]) -> Line:
    return replace(line, text=row_text(cells), cells=tuple(cells), role=Role.TABLE, note_marks=())
