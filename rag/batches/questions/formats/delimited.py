"""Questions in a table of delimited values: comma, semicolon, tab or bar, whichever the file uses."""

import csv
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum, auto
from itertools import chain, islice
from pathlib import Path

from rag.batches.questions.formats.columns import Placed, header_of, rows_of_table
from rag.batches.questions.formats.decoding import opened
from rag.batches.questions.row import QuestionRow, Remark

_DELIMITERS = ",;\t|"
_NONE = "\x1f"  # what parts the cells of a file of one column: nothing that such a file holds
_SAMPLE = 50  # lines
_MOST_LINES = 100  # a cell with more lines than that has a quotation mark that nobody closed
_EXCEL_SAYS = "sep="

Line = tuple[int, str]


class _Quotes(Enum):
    """How the quotation marks of a row stand: in order, one still open, or text behind a closing one."""

    CLOSED = auto()
    OPEN = auto()
    STRAY = auto()


def read_delimited(path: Path, name: str, remark: Remark) -> Iterator[QuestionRow]:
    """The questions of a delimited file; the delimiter is the one that makes sense of its first lines.

    A row with a quotation mark that is never closed is a problem of its own and does not swallow those after it.
    """
    with opened(path, name) as file:
        lines = enumerate(file, start=1)
        head = list(islice(lines, _SAMPLE))
        delimiter = _named_delimiter(head)
        first = 1 if delimiter else 0
        records = _records(chain(head[first:], lines), delimiter or _likely_delimiter(head))
        yield from rows_of_table(records, name, remark)


def is_table(lines: Sequence[str]) -> bool:
    """Whether a text that begins with `lines` is a table with a header that names a column of questions."""
    head = list(enumerate(lines, start=1))
    return any(header_of(each.cells) for delimiter in _DELIMITERS for each in islice(_records(head, delimiter), 1))


def _named_delimiter(head: Sequence[Line]) -> str | None:
    """The delimiter that the first line names, as Excel has it: `sep=;`."""
    first = head[0][1].strip("\r\n") if head else ""
    return first[-1] if first.casefold().startswith(_EXCEL_SAYS) and len(first) == len(_EXCEL_SAYS) + 1 else None


def _likely_delimiter(head: Sequence[Line]) -> str:
    """The delimiter that gives a header with a column of questions, the most columns; else rows of equal width."""
    by_header: dict[str, int] = {}
    by_width: dict[str, int] = {}
    for delimiter in _DELIMITERS:
        rows = [each.cells for each in _records(head, delimiter) if each.problem is None]
        header = next((cells for cells in rows if header_of(cells)), None)
        if header is not None:
            by_header[delimiter] = len(header)
        widths = {len(cells) for cells in rows if any(cells)}
        if len(widths) == 1:
            by_width[delimiter] = widths.pop()
    widths_of = by_header or by_width
    best = max(widths_of, key=lambda each: widths_of[each], default=_NONE)
    return best if widths_of.get(best, 1) > 1 else _NONE


def _records(lines: Iterable[Line], delimiter: str) -> Iterator[Placed]:
    """The rows of numbered lines. Where a quotation mark is not closed, the row is its first line alone."""
    rest = iter(lines)
    again: deque[Line] = deque()
    while begun := again.popleft() if again else next(rest, None):
        taken = [begun]
        while _quotes(_joined(taken), delimiter) is _Quotes.OPEN and len(taken) < _MOST_LINES:
            more = again.popleft() if again else next(rest, None)
            if more is None:
                break
            taken.append(more)
        quotes = _quotes(_joined(taken), delimiter)
        place = f"line {begun[0]}"
        # Text behind a closing mark is put up with in one line; over several it is the opening of another row's cell.
        if quotes is _Quotes.OPEN or (quotes is _Quotes.STRAY and len(taken) > 1):
            again.extendleft(reversed(taken[1:]))
            yield Placed(place, [begun[1]], "a quotation mark in it is opened and never closed")
        else:
            yield _parsed(place, _joined(taken), delimiter)


def _joined(lines: Sequence[Line]) -> str:
    return "".join(text for _, text in lines)


def _parsed(place: str, text: str, delimiter: str) -> Placed:
    try:
        return Placed(place, next(csv.reader([text], delimiter=delimiter), []))
    except csv.Error as error:
        return Placed(place, [text], f"it cannot be taken apart into cells ({error})")


def _quotes(text: str, delimiter: str) -> _Quotes:
    """How the quotation marks of `text` stand; one opens a cell only at its beginning, and two are one inside it."""
    if '"' not in text:
        return _Quotes.CLOSED
    inside, at, stray = False, 0, False
    cell_begins = True
    while at < len(text):
        letter = text[at]
        if inside and letter == '"' and text[at + 1 : at + 2] == '"':
            at += 1
        elif inside and letter == '"':
            inside = False
            stray = stray or text[at + 1 : at + 2] not in ("", delimiter, "\r", "\n")
        elif not inside:
            inside = cell_begins and letter == '"'
            cell_begins = letter in (delimiter, "\n")
        at += 1
    return _Quotes.OPEN if inside else _Quotes.STRAY if stray else _Quotes.CLOSED
