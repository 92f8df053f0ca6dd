"""Tables of a Word document: the questions in them, and what else they say."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rag.batches.questions.formats.columns import Header, Placed, header_of_any, questions_below
from rag.batches.questions.recognition.asking import asks, wants
from rag.batches.questions.recognition.marks import is_number
from rag.batches.questions.row import QuestionRow, one_line

_HEAD = 3  # rows in which the header is looked for: above it there is a title, and instructions
_ABOVE = "it stands above the questions of a table"
_HEADING = "a heading"
_NOT_OF_QUESTIONS = "a row of a table without questions"

# How many rows stand above the header, the number of the first row under it, and the header.
_Found = tuple[int, int, Header]


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table; `is_across` says that it is one cell across all columns."""

    placed: Placed
    is_across: bool

    @property
    def text(self) -> str:
        """What all its cells say."""
        return " | ".join(filter(None, map(one_line, self.placed.cells)))

    @property
    def lines(self) -> list[str]:
        """What its cells say, a line each; nothing where it is across the table."""
        return [] if self.is_across else [one_line(cell) for cell in self.placed.cells]


def read_table(rows: Sequence[TableRow]) -> Iterator[QuestionRow]:
    """The rows of a table of several columns that say anything: questions, and others with what they are."""
    used = [row for row in rows if row.text]
    found = _named_header(used) or _guessed_header(used)
    if found is None:
        yield from (_skipped(row, _NOT_OF_QUESTIONS) for row in used)
        return
    above, first, header = found
    yield from (_skipped(row, _ABOVE) for row in used[:above])
    yield from _below(used[first:], header)


def _below(rows: Sequence[TableRow], header: Header) -> Iterator[QuestionRow]:
    """The rows under the header. A cell across the table is the section of those after it, unless it asks something."""
    section: str | None = None
    waiting: list[Placed] = []
    for row in rows:
        if not row.is_across:
            waiting.append(row.placed)
            continue
        yield from _in_section(waiting, header, section)
        waiting = []
        if asks(row.text):
            yield QuestionRow(row.placed.place, row.text, section=section)
        else:
            section = row.text
            yield _skipped(row, _HEADING)
    yield from _in_section(waiting, header, section)


def _in_section(rows: Sequence[Placed], header: Header, section: str | None) -> Iterator[QuestionRow]:
    for row in questions_below(rows, header):
        yield row if row.section else replace(row, section=section)


def _named_header(rows: Sequence[TableRow]) -> _Found | None:
    """The header that names a column of questions."""
    for at, row in enumerate(rows[:_HEAD]):
        header = None if row.is_across else header_of_any(row.placed.cells)
        if header is not None:
            return at, at + 1, header
    return None


def _guessed_header(rows: Sequence[TableRow]) -> _Found | None:
    """The columns of a table that names none: of questions is that in which most cells ask for something."""
    cells = [row.lines for row in rows]
    columns = _columns(cells)
    question = _question_column(columns)
    if question is None:
        return None
    first = _first_request(rows, question)
    roles = {"question": question, **_number_column(columns[:question], first)}
    names = cells[first - 1] if first else []
    others = {at: _named(names, at) for at, column in enumerate(columns) if column and at not in roles.values()}
    return first, first, Header(roles, others)


def _columns(cells: Sequence[Sequence[str]]) -> list[list[str]]:
    """The cells of each column that say anything."""
    width = max(map(len, cells), default=0)
    return [[row[at] for row in cells if at < len(row) and row[at]] for at in range(width)]


def _question_column(columns: Sequence[Sequence[str]]) -> int | None:
    """The column in which most cells ask for something, None where that is not half of its cells.

    The first cell may be a header in words of its own, and a few requests are worded as nobody foresees.
    """
    asking = [sum(map(_is_request, column)) for column in columns]
    most = max(asking, default=0)
    question = asking.index(most) if most else None
    return None if question is None or 2 * most < len(columns[question]) else question


def _first_request(rows: Sequence[TableRow], question: int) -> int:
    """The number of the first row that asks for something, or of the headings across the table right above it."""
    first = next(at for at, row in enumerate(rows) if any(map(_is_request, row.lines[question : question + 1])))
    while first and rows[first - 1].is_across:
        first -= 1
    return first


def _number_column(columns: Sequence[Sequence[str]], first: int) -> dict[str, int]:
    """The role of the first of `columns` that holds nothing but numbers from its cell `first` on, if any."""
    for at, column in enumerate(columns):
        if column and all(map(is_number, column[first:])):
            return {"id": at}
    return {}


def _is_request(cell: str) -> bool:
    return asks(cell) or wants(cell)


def _named(names: Sequence[str], column: int) -> str:
    """What the row above the questions calls a column, or its number."""
    return (names[column] if column < len(names) else "") or f"Column {column + 1}"


def _skipped(row: TableRow, reason: str) -> QuestionRow:
    return QuestionRow(row.placed.place, row.text, skipped=reason)
