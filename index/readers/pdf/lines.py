"""Printed lines as readers give them: with gap, indent and bullet told by where they stand on their page."""

from collections.abc import Iterator, Sequence

from index.readers.base import Line, Role
from index.readers.letters import BULLETS
from index.readers.pdf.layout import PageLines
from index.readers.pdf.measures import Measures, beginnings, left_edge
from index.readers.pdf.printed import PrintedLine, cut_front

# Letters are half as wide as they are high, on average.
_LETTER_WIDTH = 0.5
# A document of fewer pages has too few lines on each side to tell two left edges.
_PAGES_ON_BOTH_SIDES = 8
# Lines further apart than this share of the usual distance have a blank one between them.
_BLANK = 1.3


def lines_of(pages: Sequence[PageLines], measures: Measures) -> Iterator[Line]:
    """The lines of a document's pages, in order."""
    edges = _left_edges(pages, measures)
    number = 0
    for page in pages:
        before: PrintedLine | None = None
        for line in page.lines:
            if not line.text.strip():
                continue
            number += 1
            gap = _gap(line, before, measures)
            edge = edges[page.number % 2] if line.column is None else line.column
            is_text = line.role is not Role.HEADER
            yield _line(line, number, page.number, gap, edge, begins=is_text and before is None)
            before = line if is_text else before


def _left_edges(pages: Sequence[PageLines], measures: Measures) -> tuple[float, float]:
    """The left edge of the text on even and odd pages, which differ where pages are printed on both sides."""
    even, odd = (
        beginnings((line for page in pages if page.number % 2 == side for line in page.lines), measures.size)
        for side in (0, 1)
    )
    everywhere = left_edge(even + odd) or 0.0
    if len(pages) < _PAGES_ON_BOTH_SIDES:
        return everywhere, everywhere
    return left_edge(even) or everywhere, left_edge(odd) or everywhere


def _gap(line: PrintedLine, before: PrintedLine | None, measures: Measures) -> int:
    """How many blank lines stand between a line and the one before it on its page."""
    if before is None or line.jumps or line.baseline >= before.baseline:
        return 0
    pitch = measures.pitch(min(line.size, before.size))
    lines = (before.baseline - line.baseline) / pitch
    return 0 if lines <= _BLANK else max(1, round(lines - 1))


def _line(printed: PrintedLine, number: int, page: int, gap: int, edge: float, *, begins: bool) -> Line:
    bullet = len(printed.text) > 1 and printed.text[0] in BULLETS
    if bullet:
        cut_front(printed, len(printed.text) - len(printed.text[1:].lstrip()))
    return Line(
        text=printed.text,
        number=number,
        gap=gap,
        page=page,
        begins_page=begins,
        indent=round((printed.left - edge) / (_LETTER_WIDTH * printed.size)) if printed.size else 0,
        size=printed.size,
        bold=printed.bold,
        italic=printed.italic,
        bullet=bullet,
        note_marks=printed.marks,
        opens_note=printed.opens_note,
        role=printed.role,
        cells=printed.cells,
        bold_spans=printed.bold_spans,
        italic_spans=printed.italic_spans,
    )
