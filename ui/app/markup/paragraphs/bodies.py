"""Paragraphs as they stand on paper: sub-items on lines of their own, tables with their rows and cells."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from markupsafe import Markup

from index.document import Paragraph
from index.sentences import item_boundaries
from rag.citing.tables import table_of
from ui.app.addresses import Span
from ui.app.markup.macros import fill
from ui.app.markup.paragraphs.tables import table_html
from ui.app.markup.render import marked, within


def paragraph_body(paragraph: Paragraph, spans: Sequence[Span] = (), *, element: str = "mark") -> Markup:
    """The text of a paragraph as it stands on paper: lead-in, sub-items on lines of their own, what follows them.

    The characters at `spans` are marked.
    """
    table = table_of(paragraph)
    if table is not None:
        return table_html(table, spans, element=element)
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
