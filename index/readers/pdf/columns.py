"""The reading order of a page's rows: columns of prose one after another, tables row by row, the rest as it stands."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.readers.pdf.geometry import median
from index.readers.pdf.printed import PrintedLine, printed_line
from index.readers.pdf.rows import Row, Segment
from index.readers.pdf.tables import is_set_as_table, table_lines

# All distances in sizes of the letters.
# The white space between columns is at least this wide; between words of prose it is narrower.
_GUTTER = 0.5
# This share of a table's rows may reach across the white space between two of its columns: heads of several columns.
_ACROSS = 0.2
# rows further apart than this do not share columns;
_ONE_BAND = 3.2
# lines of one paragraph are at most this far apart;
_TIGHT = 1.35
# a column of prose is at least this wide on average, in letters' sizes (twice as many characters).
_PROSE_WIDTH = 7.2
# This share of a band's rows begin anew in each of its columns.
_BEGINNING = 0.15
# A number or bullet and its text belong together though a tab parts them, and so does `7. (a)`.
_TAB = 6.0
_NUMBERING = re.compile(
    r"(?:[(\[]?(?:[0-9]{1,4}|[A-Za-z]{1,2}|[ivxlcIVXLC]{1,7})(?:\.[0-9]{1,3})*[.):\]]{1,2}"
    r"|[0-9]{1,3}(?:\.[0-9]{1,3}){1,3})(?: ?\([A-Za-z]{1,4}\)){0,2}"
    r"|[•▪‣◦○■□–—-]|[0-9*†‡]{1,3}|[0-9]{1,3}/[0-9A-Z]{1,7}\.?[0-9]?|(?:[0-9]{1,3}|[a-z])/"
)
_LEADERS = re.compile(r"(?:\. ?|…){3,}[0-9–-]*$")
# Rows that are parted alike: of two columns, which text can have by chance, and of more.
_TABLE_ROWS, _WIDE_TABLE_ROWS = 3, 2
_FAR = 1e6  # points; beyond any page
# A head of a table may have this many rows before the first that fills two of its columns.
_ROWS_BEFORE = 3
# White space that rows share is at least this wide, in points.
_NARROWEST = 4.0

_Gaps = list[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class _Band:
    """Rows `first` to `end` (not included) that leave the same white space between columns."""

    first: int
    end: int
    gutters: tuple[tuple[float, float], ...]


def in_reading_order(rows: Sequence[Row]) -> list[PrintedLine]:
    """The lines of a page's rows in the order in which they are read."""
    whole = [_with_numbers_joined(row) if len(row.segments) > 1 else row for row in rows]
    parted = [place for place in range(len(whole)) if _is_parted(whole, place)]
    lines: list[PrintedLine] = []
    place = 0
    while place < len(whole):
        while parted and parted[0] < place:
            parted.pop(0)
        near = bool(parted) and parted[0] - place < _ROWS_BEFORE
        band = _band_at(whole, place, parted[0]) if near else None
        if band is None:
            lines.extend(_apart(whole[place]))
            place += 1
        else:
            inner = whole[band.first : band.end]
            columns = _columns(inner, band.gutters)
            place = band.end
            if _is_read_down(inner, columns):
                place = _with_rest_of_column(whole, band)
                lines.extend(_column_after_column(_columns(whole[band.first : place], band.gutters)))
            elif _is_table(inner, columns):
                lines.extend(table_lines(inner, band.gutters))
            else:
                lines.extend(line for row in inner for line in _apart(row))
    return lines


def _apart(row: Row) -> list[PrintedLine]:
    """Each segment of a row as a line of its own."""
    lines = [printed_line(segment) for segment in row.segments]
    for line in lines[1:]:
        line.jumps = True
    return lines


def _with_numbers_joined(row: Row) -> Row:
    """`row` with numbers and bullets joined to the text that a tab sets off from them, and page numbers to leaders."""
    joined = [row.segments[0]]
    for segment in row.segments[1:]:
        last = joined[-1]
        if _belongs(last, segment):
            joined[-1] = _joined(last, segment)
        else:
            joined.append(segment)
    return Row(tuple(joined), row.baseline) if len(joined) < len(row.segments) else row


def _belongs(before: Segment, segment: Segment) -> bool:
    if _LEADERS.search("".join(run.text for run in before.runs[-3:])) or _LEADERS.match(segment.runs[0].text):
        return True
    if segment.left - before.right > _TAB * before.size:
        return False
    return len(before.runs) <= 5 and _NUMBERING.fullmatch("".join(run.text for run in before.runs)) is not None


def _joined(before: Segment, segment: Segment) -> Segment:
    raised = before.raised | {place + len(before.runs) for place in segment.raised}
    size = max(before, segment, key=lambda each: sum(len(run.text) for run in each.runs)).size
    return Segment(before.runs + segment.runs, frozenset(raised), before.baseline, before.left, segment.right, size)


# Bands of rows that share columns


def _band_at(rows: Sequence[Row], place: int, start: int) -> _Band | None:
    """The band that begins at row `place`: with the row of several segments `start`, or with short rows before it."""
    if any(not _is_near(rows, each, _TIGHT) for each in range(place + 1, start + 1)):
        return None
    gutters = _own_gaps(rows, start)
    for each in range(start - 1, place - 1, -1):
        gutters = _shared(gutters, _free(rows[each]))
    if not gutters or any(rows[each].left < gutters[0][1] for each in range(place, start)):
        return None
    end, last = start + 1, start
    while end < len(rows) and _is_near(rows, end, _ONE_BAND):
        narrowed = _shared(gutters, _free(rows[end]))
        if not narrowed:
            break
        if _is_parted(rows, end):
            last = end
        gutters = narrowed
        end += 1
    end = _with_tail(rows, last, end)
    gutters = _with_columns(rows[place:end], _inner(rows[place:end], _gutters(rows[place:end])))
    return _Band(place, end, tuple(gutters)) if gutters else None


def _gutters(rows: Sequence[Row]) -> _Gaps:
    """The white space from top to bottom that few of `rows` reach across."""
    edges: list[tuple[float, int]] = []
    for row in rows:
        for left, right in _filled(row):
            edges += [(left, 1), (right, -1)]
    edges.sort()
    most = int(_ACROSS * len(rows))
    least = _GUTTER * rows[0].size
    found: _Gaps = []
    depth, start = 0, edges[0][0]
    for place, change in edges:
        if depth <= most < depth + change and place - start >= least:
            found.append((start, place))
        if depth > most >= depth + change:
            start = place
        depth += change
    return found


def _with_columns(rows: Sequence[Row], gutters: _Gaps) -> _Gaps:
    """The gutters that a column follows: in which several rows begin anew, and not just go on with a long word."""
    lefts = [stretch[0] for row in rows for stretch in _filled(row)]
    least = max(1, int(_BEGINNING * len(rows)))
    ends = [*(gap[0] for gap in gutters[1:]), _FAR]
    return [gap for gap, end in zip(gutters, ends, strict=False) if sum(gap[0] < x <= end for x in lefts) >= least]


def _filled(row: Row) -> _Gaps:
    """The stretches of a row that hold text, without white space as wide as a gutter's in them.

    A row with dots that lead to a page number is one stretch: it is a line of a list of contents.
    """
    if any(_LEADERS.search(run.text) for segment in row.segments for run in segment.runs):
        return [(row.left, row.right)]
    found: _Gaps = []
    for segment in row.segments:
        for run in segment.runs:
            if found and run.left - found[-1][1] < _GUTTER * row.size:
                found[-1] = (found[-1][0], max(found[-1][1], run.right))
            else:
                found.append((run.left, run.right))
    return found


def _is_parted(rows: Sequence[Row], place: int) -> bool:
    """Whether row `place` has several segments, or stands beside the next one, a little higher."""
    row = rows[place]
    if len(row.segments) > 1:
        return True
    return place + 1 < len(rows) and _is_beside(row, rows[place + 1])


def _is_beside(row: Row, below: Row) -> bool:
    close = row.baseline - below.baseline < 0.7 * min(row.size, below.size)
    return close and (row.right < below.left or below.right < row.left)


def _is_near(rows: Sequence[Row], place: int, most: float) -> bool:
    above, row = rows[place - 1], rows[place]
    return above.baseline - row.baseline <= most * max(above.size, row.size)


def _own_gaps(rows: Sequence[Row], place: int) -> _Gaps:
    row = rows[place]
    if len(row.segments) > 1:
        return [(one.right, other.left) for one, other in pairwise(row.segments)]
    below = rows[place + 1]
    first, second = (row, below) if row.right < below.left else (below, row)
    return [(first.right, second.left)]


def _free(row: Row) -> _Gaps:
    """The white space of a row, both sides of it included."""
    edges = [-_FAR, *(edge for stretch in _filled(row) for edge in stretch), _FAR]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _shared(one: _Gaps, other: _Gaps) -> _Gaps:
    found = [(max(a[0], b[0]), min(a[1], b[1])) for a in one for b in other]
    return [gap for gap in found if gap[1] - gap[0] >= _NARROWEST]


def _inner(rows: Sequence[Row], gutters: _Gaps) -> _Gaps:
    """The gutters that have text on both sides."""
    left, right = min(row.left for row in rows), max(row.right for row in rows)
    return [gap for gap in gutters if gap[0] >= left and gap[1] <= right]


def _with_tail(rows: Sequence[Row], last: int, end: int) -> int:
    """Where a band ends whose last row of several segments is `last`: after tight rows that go on in one column."""
    tail = last + 1
    while tail < end and _is_near(rows, tail, _TIGHT):
        tail += 1
    return tail


# What a band is


def _is_read_down(rows: Sequence[Row], columns: Sequence[Sequence[Segment]]) -> bool:
    """Whether a band is read one column after the other."""
    is_column = _is_prose if _is_table(rows, columns) else _is_tight
    return len(rows) > 1 and all(is_column(column) for column in columns)


def _is_table(rows: Sequence[Row], columns: Sequence[Sequence[Segment]]) -> bool:
    parted = sum(len(row.segments) > 1 for row in rows)
    enough = parted >= (_TABLE_ROWS if len(columns) == 2 else _WIDE_TABLE_ROWS)
    return enough and is_set_as_table(rows)


def _with_rest_of_column(rows: Sequence[Row], band: _Band) -> int:
    """Where a band of columns ends of which one is longer: after its last row, if nothing reaches across below it."""
    end, gutters = band.end, list(band.gutters)
    while end < len(rows) and _is_near(rows, end, _ONE_BAND):
        gutters = _shared(gutters, _free(rows[end]))
        if len(gutters) < len(band.gutters):
            return band.end
        end += 1
    return end


def _column_after_column(columns: Sequence[Sequence[Segment]]) -> Iterator[PrintedLine]:
    for place, column in enumerate(columns):
        left = min(segment.left for segment in column)
        for number, segment in enumerate(column):
            line = printed_line(segment)
            line.column = left
            line.jumps = place > 0 and number == 0
            yield line


def _columns(rows: Sequence[Row], gutters: Sequence[tuple[float, float]]) -> list[list[Segment]]:
    columns: list[list[Segment]] = [[] for _ in range(len(gutters) + 1)]
    for row in rows:
        for segment in row.segments:
            columns[sum(segment.left >= gap[1] for gap in gutters)].append(segment)
    return [column for column in columns if column]


def _is_prose(column: Sequence[Segment]) -> bool:
    """Whether a column is read from top to bottom: lines as tight as a paragraph's and as long."""
    width = sum(segment.right - segment.left for segment in column) / len(column)
    return _is_tight(column) and width >= _PROSE_WIDTH * median([segment.size for segment in column])


def _is_tight(column: Sequence[Segment]) -> bool:
    steps = [above.baseline - below.baseline for above, below in pairwise(column)]
    # The first line may be a small running head.
    return not steps or median(steps) <= _TIGHT * median([segment.size for segment in column])
