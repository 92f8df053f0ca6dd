"""Citations of the sentences that a statement rests on, those that follow one another as one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from index.displayed_lists import finest_item, without_mark
from index.sentences import Span
from index.store import Index
from rag.answer import Citation
from rag.citing.quoted import quoted, quoted_footnote
from rag.proof.source import Line


@dataclass(frozen=True, slots=True)
class _Place:
    """Characters of the text of a paragraph, in a sub-item if any."""

    row: int
    items: tuple[str, ...]
    span: Span


def citations_of(lines: Iterable[tuple[int, Line]], index: Index) -> tuple[Citation, ...]:
    """The citations of `lines`, each with the row of its paragraph, as finely as they can be.

    Paragraphs stand in the order in which they come first, the lines of one in the order of its text, then footnotes.
    """
    placed = list(lines)
    return tuple(
        citation
        for row in dict.fromkeys(row for row, _ in placed)
        for citation in _of_paragraph(row, [line for own, line in placed if own == row], index)
    )


def _of_paragraph(row: int, lines: Iterable[Line], index: Index) -> Iterator[Citation]:
    ref = index.paragraphs[row]
    said = sorted({each.span for each in lines if each.note is None})
    for place in _merged(_Place(row, finest_item(ref.paragraph, span), span) for span in said):
        span = without_mark(ref.paragraph, place.span) if place.items else place.span
        yield quoted(ref, span, place.items)
    marks = {each.note for each in lines if each.note is not None}
    yield from (quoted_footnote(ref, note) for note in ref.paragraph.notes if note.mark in marks)


def _merged(places: Iterable[_Place]) -> Iterator[_Place]:
    """`places` in order, those of one sub-item with nothing but white space between them as one."""
    before: _Place | None = None
    for each in places:
        if before and each.items == before.items and each.span[0] - before.span[1] <= 1:
            before = _Place(each.row, each.items, (before.span[0], each.span[1]))
            continue
        if before:
            yield before
        before = each
    if before:
        yield before
