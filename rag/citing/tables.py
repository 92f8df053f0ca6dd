"""The table that a paragraph is, line by line: captions, the heads of its columns, its rows, what stands below them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from index.document import Paragraph
from index.sentences import Span, has_labels, heads_end, is_row
from index.store import Index
from index.text.late_patterns import LatePattern
from rag.citing.quoted import cited_row, spans_of
from rag.quotations import GAP, Quotation

_LOOKED_AT = 3  # rows that a line may be, where the one before was read in another way
_FIGURE = "0123456789($€–—−-"
_WORD = LatePattern(r"[^\W\d_]{3}")  # a date has one, `19–22 June`, and no figure with a mark or a unit, `0.75a`


@dataclass(frozen=True, slots=True)
class Cell:
    """The words of a cell; `start` is where they stand in the table's text, None where they are spaced otherwise."""

    text: str
    start: int | None

    @property
    def is_figure(self) -> bool:
        """Whether it is set as figures are, at the right of its column."""
        return bool(self.text) and self.text[0] in _FIGURE and _WORD.search(self.text) is None


@dataclass(frozen=True, slots=True)
class TableLine:
    """A line of a table's `text`, at `start` in it; what stands across all columns is a single cell.

    `label` is the name of a row whose own name is empty as it hangs over from the row above.
    """

    text: str
    start: int
    cells: tuple[Cell, ...]
    label: str = ""

    @property
    def is_across(self) -> bool:
        """Whether it stands across all columns."""
        return len(self.cells) == 1

    @property
    def named(self) -> "TableLine":
        """The line with the name that hangs over it."""
        if not self.label:
            return self
        return replace(self, text=f"{self.label} {self.text}", cells=(Cell(self.label, None), *self.cells[1:]))

    def is_in(self, spans: Iterable[Span]) -> bool:
        """Whether any of `spans` has a part of it."""
        return any(start < self.start + len(self.text) and end > self.start for start, end in spans)


@dataclass(frozen=True, slots=True)
class SetTable:
    """A table with its captions `above`, the `heads` of its columns, its `rows`, and sources or notes `below`.

    Each row of one that `has_labels` says itself what its cells are (`Rapporteur: | Ms. A`), and is read as a line.
    """

    above: tuple[TableLine, ...]
    heads: tuple[TableLine, ...]
    rows: tuple[TableLine, ...]
    below: tuple[TableLine, ...]
    has_labels: bool = False

    @property
    def columns(self) -> int:
        """How many columns it has."""
        return max(len(each.cells) for each in (*self.heads, *self.rows))

    def figures(self, column: int) -> bool:
        """Whether most rows have figures in a `column`, so that its heads are set as they are."""
        cells = [each.cells[column] for each in self.rows if not each.is_across and column < len(each.cells)]
        return sum(each.is_figure for each in cells) * 2 > len(cells)

    @property
    def lines(self) -> tuple[str, ...]:
        """All of it in lines of text, the cells of a row parted by bars unless they have labels."""
        rows = [" ".join(cell.text for cell in each.cells) if self.has_labels else each.text for each in self.rows]
        return (*(each.text for each in (*self.above, *self.heads)), *rows, *(each.text for each in self.below))

    def quoted(self, spans: Sequence[Span]) -> "SetTable":
        """The rows that `spans` have a part of, a mark for those left out between them, and what they are read by."""
        kept = [each for each in self.rows if each.is_in(spans)]
        below = tuple(each for each in self.below if each.is_in(spans))
        return replace(self, rows=tuple(_with_gaps(kept, self.rows)), below=below)


def table_of(paragraph: Paragraph) -> SetTable | None:
    """The table that `paragraph` is; None where it is none, or its rows are not told."""
    if not paragraph.rows:
        return None
    above: list[TableLine] = []
    heads: list[TableLine] = []
    rows: list[TableLine] = []
    below: list[TableLine] = []
    waiting = list(paragraph.rows)
    # Each line of a table with labels says itself what its cells are.
    labelled = has_labels(paragraph)
    start, heads_to = 0, 0 if labelled else heads_end(paragraph)
    label = ""
    for line in paragraph.text.splitlines(keepends=True):
        words = line.rstrip()
        ahead = next((at for at, cells in enumerate(waiting[:_LOOKED_AT]) if is_row(line, cells)), None)
        if ahead is None:
            (below if heads or rows else above).append(TableLine(words, start, (Cell(words, start),)))
        else:
            cells = _cells(words, waiting[ahead], start)
            if start < heads_to:
                heads.append(TableLine(words, start, cells))
            else:
                hangs = not cells[0].text and len(cells) > 1
                rows.append(TableLine(words, start, cells, label if hangs else ""))
                label = "" if len(cells) == 1 else label if hangs else cells[0].text
            del waiting[: ahead + 1]
        start += len(line)
    return SetTable(tuple(above), tuple(heads), tuple(rows), tuple(below), labelled) if rows else None


def quoted_table(quotation: Quotation, index: Index) -> SetTable | None:
    """The rows of a table that `quotation` has, with heads and captions; None where it quotes none."""
    row = None if quotation.is_written else cited_row(quotation.citation, index)
    table = None if row is None else table_of(index.paragraphs[row].paragraph)
    if table is None:
        return None
    spans = [span for each in quotation.statements for cited in each.citations for span in spans_of(cited)]
    return quoted if (quoted := table.quoted(spans)).rows else None


def lines_of(quotation: Quotation, index: Index) -> tuple[str, ...]:
    """What `quotation` says in lines of text: its words, or rows of a table, each on a line, below their heads."""
    table = quoted_table(quotation, index)
    return table.lines if table else (quotation.text,)


def _cells(line: str, cells: Sequence[str], start: int) -> tuple[Cell, ...]:
    """The `cells` of a row, whose `line` begins at `start` in the text; one where no other has words."""
    said = [each for each in cells if each]
    return tuple(_placed(line, said if len(said) == 1 else cells, start))


def _placed(line: str, cells: Sequence[str], start: int) -> Iterator[Cell]:
    place = 0
    for cell in cells:
        at = line.find(cell, place)
        yield Cell(cell, start + at if at >= 0 else None)
        place = at + len(cell) if at >= 0 else place


def _with_gaps(kept: Sequence[TableLine], rows: Sequence[TableLine]) -> Iterator[TableLine]:
    """The rows that are `kept` of all `rows`, with a line that says so where some between two of them are not."""
    places = {each.start: place for place, each in enumerate(rows)}
    yield from (each.named for each in kept[:1])
    for before, row in pairwise(kept):
        is_next = places[row.start] == places[before.start] + 1
        if not is_next:
            yield TableLine(GAP, before.start + len(before.text), (Cell(GAP, None),))
        yield row if is_next else row.named
