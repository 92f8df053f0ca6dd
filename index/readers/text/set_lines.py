"""The lines of a text by their cells: what tabs or two spaces and more set apart, and where each stands."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from index.readers.base import Line, Role
from index.readers.draft import row_text
from index.readers.text.printed_pages import PRINTERS
from index.text.typography import collapse, ends_sentence, is_rule

_SPACES = re.compile(r" {2,}")
_DASH = r"[–—−-]{1,2}|\.(?: ?\.){1,2}|…"
# 84 310   (13 335)   $4.2M   17.5%   0.75a   –
_FIGURE = re.compile(
    r"[(\[]?[–—−+<>~-]? ?(?:US)?[€$£]? ?[0-9](?:[0-9.,  ]*[0-9])?(?: ?%| ?[MKk]| ?bn)?[)\]]?(?:[a-z]|\*{1,2})?"
)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")  # above a column, not in it
_NOTHING = re.compile(rf"{_DASH}|n\.?/?a\.?|nil", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")
_LONGEST_NAME = 70  # characters of a name that stands alone
_LEADERS = "...."


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one column of a line, and from which character to which; a tab is one column further."""

    text: str
    left: int
    right: int

    @property
    def is_figure(self) -> bool:
        """Whether it is one, or what stands where there is none."""
        return not self.text or any(each.fullmatch(self.text) for each in (_FIGURE, _NOTHING))

    def apart(self, other: "Cell") -> int:
        """How many characters are between the two; less than 0 for as many as they share."""
        return max(self.left - other.right, other.left - self.right)


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line and its cells."""

    line: Line
    cells: tuple[Cell, ...]

    @property
    def is_named(self) -> bool:
        """Whether it begins with a name, to which figures may belong."""
        return _LETTER.search(self.cells[0].text) is not None and _LEADERS not in self.cells[0].text

    @property
    def figures(self) -> tuple[Cell, ...]:
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


def set_line(line: Line) -> SetLine:
    """`line` with the cells that tabs or spaces set apart in it, at least one."""
    if "\t" in line.text:
        return SetLine(line, tuple(Cell(collapse(text), at, at) for at, text in enumerate(line.text.split("\t"))))
    cells: list[Cell] = []
    start = 0
    for gap in [*_SPACES.finditer(line.text), None]:
        end = len(line.text) if gap is None else gap.start()
        cells.append(Cell(line.text[start:end], line.indent + start, line.indent + end))
        start = end if gap is None else gap.end()
    return SetLine(line, tuple(cells))


def columns_of(cells: Iterable[Cell]) -> tuple[Cell, ...]:
    """The columns, from left to right, that `cells` standing below one another make; without a text."""
    columns: list[Cell] = []
    for cell in sorted(cells, key=lambda each: each.left):
        if columns and cell.apart(columns[-1]) <= 0:
            columns[-1] = Cell("", columns[-1].left, max(columns[-1].right, cell.right))
        else:
            columns.append(Cell("", cell.left, cell.right))
    return tuple(columns)


def nearest(cell: Cell, columns: Sequence[Cell]) -> int:
    """Which of `columns`, by its place, `cell` stands in or nearest to."""
    return min(range(len(columns)), key=lambda at: cell.apart(columns[at]))


def as_row(line: Line, cells: Sequence[str]) -> Line:
    """A row of a table with `cells`, where `line` stands."""
    return replace(line, text=row_text(cells), cells=tuple(cells), role=Role.TABLE, note_marks=())
