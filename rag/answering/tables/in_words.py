"""The rows of a table in words, as a reader that knows running text can tell what they say."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from index.store import Index
from rag.answering.extractive.compose import Place
from rag.citing.tables import SetTable, TableLine, table_of

_YEAR = re.compile(r"(?P<of>.*\b(?=(?:19|20)\d\d))?(?:19|20)\d\d(?:[a-z]|/\d\d)?")


@dataclass(frozen=True, slots=True)
class RowInWords:
    """A row of a table and where it stands.

    `label` is what it is called, `section` the row across all columns that it stands below. `columns` are what those
    of its cells that have words are called, `cells` these words; `captions` what stands above the table, `kind` what
    the column of names is called: `Region`.
    """

    place: Place
    label: str
    section: str
    columns: tuple[str, ...]
    cells: tuple[str, ...]
    captions: str
    kind: str = ""

    @property
    def name(self) -> str:
        """Its label, with the section: `Regional offices, Staff`."""
        return ", ".join(filter(None, (self.section, self.label)))

    def cell(self, column: str) -> str:
        """The words of its cell in `column`, empty where it has none."""
        return self.cells[self.columns.index(column)] if column in self.columns else ""

    @property
    def text(self) -> str:
        """What it says, as in `Advances by region. Asia: 2023 4; 2024 12`."""
        said = "; ".join(f"{column} {cell}".lstrip() for column, cell in zip(self.columns, self.cells, strict=True))
        return f"{self.captions}. {self.name}: {said}." if self.captions else f"{self.name}: {said}."


def rows_in_words(row: int, index: Index) -> tuple[RowInWords, ...]:
    """The rows of the table that the paragraph at `row` of `index` is, but those across all columns and heads again.

    None where it is no table, and where each line says itself what it is.
    """
    table = table_of(index.paragraphs[row].paragraph)
    if table is None or table.has_labels:
        return ()
    return tuple(_rows(table, {start: (row, at) for at, (start, _) in enumerate(index.sentence_spans(row))}))


def _rows(table: SetTable, places: dict[int, Place]) -> Iterator[RowInWords]:
    captions, names = " ".join(each.text for each in table.above), tuple(_names(table))
    heads = {each.text for each in table.heads}
    section = ""
    for line in table.rows:
        if line.is_across:
            section = line.text
            continue
        if line.text in heads:  # printed again where a page begins
            continue
        told = [(name, cell.text) for name, cell in zip(names[1:], line.cells[1:], strict=False) if cell.text]
        columns, cells = tuple(name for name, _ in told), tuple(cell for _, cell in told)
        yield RowInWords(places[line.start], line.named.cells[0].text, section, columns, cells, captions, names[0])


def _names(table: SetTable) -> Iterator[str]:
    """What each column is called: its heads from the top down; one above several columns is theirs."""
    heads = [line for line in table.heads if not line.is_across]
    last = [cell.text for cell in heads[-1].cells] if heads else []
    named = [_spread(line, last) for line in heads[:-1]]
    last = list(_of_years(last))
    for column in range(table.columns):
        yield " ".join(filter(None, (each[column] for each in (*named, last) if column < len(each))))


def _of_years(heads: Iterable[str]) -> Iterator[str]:
    """`heads`, one that is only a year with what the one on its left is of: `Expenditure 2024`, `2025`."""
    of = ""
    for head in heads:
        match = _YEAR.fullmatch(head)
        of = match["of"] or of if match else ""
        yield f"{of}{head}" if match and not match["of"] else head


def _spread(line: TableLine, last: list[str]) -> list[str]:
    """The heads of a `line` above the `last` one, each on all columns that it stands above, but not on the rows' names.

    Where the last heads repeat, as often as there are heads above them, each has as many; it may be printed over the
    middle of them. Else one reaches to the next on its right.
    """
    first, *others = (cell.text for cell in line.cells)
    heads = list(filter(None, others))
    each = len(last[1:]) // len(heads) if heads else 0
    if each > 1 and last[1:] == last[1 : each + 1] * len(heads):
        return [first, *(head for head in heads for _ in range(each))]
    spread: list[str] = []
    for head in others:
        spread.append(head or (spread[-1] if spread else ""))
    return [first, *spread]
