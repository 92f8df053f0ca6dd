"""Paragraphs as they stand on paper: sub-items on lines of their own, tables with their rows and cells."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from markupsafe import Markup

from index.document import Paragraph
from index.sentences import heads_end, is_row, item_boundaries
from ui.app.addresses import Span
from ui.app.markup.macros import fill
from ui.app.markup.render import marked, within

_LOOKED_AT = 3  # rows that a line may be, where the one before was read in another way
_FIGURE = "0123456789($€–—−-"

Cell = tuple[Markup, bool]
"""What stands in a cell, and whether it is a figure."""


def paragraph_body(paragraph: Paragraph, spans: Sequence[Span] = (), *, element: str = "mark") -> Markup:
    """The text of a paragraph as it stands on paper: lead-in, sub-items on lines of their own, what follows them.

    The characters at `spans` are marked.
    """
    table = _table(paragraph, spans, element)
    if table is not None:
        return table
    lines = [
        (marked(paragraph.text[start:end].rstrip(), within(spans, start, end), element=element), depth)
        for start, end, depth in blocks_of(paragraph)
    ]
    return fill("parts", "body", lines)


def blocks_of(paragraph: Paragraph) -> Iterator[tuple[int, int, int]]:
    """Start, end and depth of each line of a paragraph: 0 for running text, 1 for `(a)`, 2 for `(i)` under it."""
    cuts = [0, *item_boundaries(paragraph.text, paragraph.items), len(paragraph.text)]
    base = len(paragraph.locator.items)
    for start, end in pairwise(cuts):
        depths = [len(item.locator.items) - base for item in paragraph.items if start < item.start < end]
        yield start, end, min(depths, default=0)


def _table(table: Paragraph, spans: Sequence[Span], element: str) -> Markup | None:
    """The heads and rows of a table, and what stands above and below; None where `table` is none."""
    if not table.rows:
        return None
    above: list[Markup] = []
    below: list[Markup] = []
    heads: list[list[Cell]] = []
    rows: list[list[Cell]] = []
    waiting = list(table.rows)
    start, heads_to = 0, heads_end(table)
    for line in table.text.splitlines(keepends=True):
        ahead = next((at for at, cells in enumerate(waiting[:_LOOKED_AT]) if is_row(line, cells)), None)
        if ahead is None:
            (below if heads or rows else above).append(_words(line, start, spans, element))
        else:
            (heads if start < heads_to else rows).append(_cells(line, waiting[ahead], start, spans, element))
            del waiting[: ahead + 1]
        start += len(line)
    return fill("parts", "table", above, _over(heads, rows), rows, below) if rows else None


def _over(heads: Sequence[Sequence[Cell]], rows: Sequence[Sequence[Cell]]) -> list[list[Cell]]:
    """The `heads`, each as its column is: a head of figures is set as they are."""
    figures = [sum(figure for _, figure in column) * 2 > len(column) for column in zip(*rows, strict=False)]
    return [[(words, at < len(figures) and figures[at]) for at, (words, _) in enumerate(row)] for row in heads]


def _words(text: str, start: int, spans: Sequence[Span], element: str) -> Markup:
    return marked(text.rstrip(), within(spans, start, start + len(text.rstrip())), element=element)


def _cells(line: str, cells: Sequence[str], start: int, spans: Sequence[Span], element: str) -> list[Cell]:
    """The `cells` of a row, whose `line` begins at `start` in the text."""
    found: list[Cell] = []
    place = 0
    for cell in cells:
        at = line.find(cell, place)
        # A cell of several lines is spaced otherwise in the row, and nothing of it can be marked.
        found.append((_words(cell, start + at, spans if at >= 0 else (), element), bool(cell) and cell[0] in _FIGURE))
        place = at + len(cell) if at >= 0 else place
    return found
