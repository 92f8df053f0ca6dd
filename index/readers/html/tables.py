"""Tables of web pages: those that hold data, as rows of cells; others only lay the page out."""

from collections.abc import Iterable, Iterator, Sequence

from index.language.english.language import ENGLISH
from index.readers.base import Line, NoteMark, Role
from index.readers.draft import LineDraft, row_of, span_of
from index.readers.html.inline import InlineText
from index.readers.html.note_links import NoteLinks
from index.readers.html.tree import Element, is_left_out, walk

_PARTS_OF_A_CELL = frozenset({"p", "div", "li", "br"})
_BLOCKS_OF_A_PAGE = ("table", "h1", "h2", "h3", "h4", "h5", "h6", "ol", "ul", "blockquote")
# A cell of data has at most this many paragraphs.
_MOST_PARAGRAPHS = 4


def is_table_of_data(table: Element) -> bool:
    """Whether a table holds rows of data: two columns or more, and no masthead or page laid out in its cells."""
    if table.get("role") in ("presentation", "none") or _is_masthead(table):
        return False
    if any(True for _ in table.iter("th", "caption")):
        return True
    if any(found is not table for found in table.iter(*_BLOCKS_OF_A_PAGE)):
        return False
    rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]
    if max((len(row) for row in rows), default=0) < 2:
        return False
    return all(sum(1 for _ in cell.iter("p")) <= _MOST_PARAGRAPHS for row in rows for cell in row)


def _is_masthead(table: Element) -> bool:
    """Whether a cell of `table` says who gets the document."""
    said = (str(text).strip() for cell in table.iter("td") for text in cell.itertext())
    return any(text.startswith(ENGLISH.masthead.distribution) for text in said)


def table_rows(table: Element, links: NoteLinks) -> Iterator[Line]:
    """One line for each row of `table`, its caption's first; line numbers are left to the page."""
    hanging: dict[int, int] = {}
    for row in table.iter("caption", "tr"):
        if is_left_out(row):
            continue
        if row.tag == "caption":
            caption = _cell(row, links)
            if caption.text:
                yield Line(caption.text, 0, note_marks=tuple(caption.marks))
            continue
        cells = [cell for cell in row if cell.tag in ("td", "th") and not is_left_out(cell)]
        drafts = _in_columns([(_cell(cell, links), cell) for cell in cells], hanging)
        if any(draft.text for draft in drafts):
            yield _row(drafts)


def _in_columns(cells: Iterable[tuple[LineDraft, Element]], hanging: dict[int, int]) -> list[LineDraft]:
    """The `cells` of a row in their columns, with empty ones where others span.

    `hanging` has, by column, over how many more rows a cell hangs that began above; it is kept up to date.
    """
    row: list[LineDraft] = []
    below: dict[int, int] = {}
    for draft, cell in cells:
        while hanging.get(len(row)):
            row.append(LineDraft())
        columns = span_of(cell.get("colspan"))
        below |= dict.fromkeys(range(len(row), len(row) + columns), span_of(cell.get("rowspan")) - 1)
        row += [draft, *(LineDraft() for _ in range(columns - 1))]
    for column, rows in list(hanging.items()):
        hanging[column] = max(rows - 1, 0)
    hanging.update({column: rows for column, rows in below.items() if rows})
    return row


def _row(cells: Sequence[LineDraft]) -> Line:
    whole = row_of(cells)
    return Line(
        whole.text,
        0,
        bold=whole.bold[0],
        note_marks=tuple(whole.marks),
        role=Role.TABLE,
        cells=tuple(each.text for each in cells),
    )


def _cell(cell: Element, links: NoteLinks) -> LineDraft:
    """The text of a cell with single spaces, and the marks in it."""
    inline = InlineText(links)
    for kind, what in walk(cell):
        if isinstance(what, str):
            if not inline.is_skipping:
                inline.text(what)
        elif kind == "begin":
            inline.begin(what)
        else:
            inline.end(what)
            if what.tag in _PARTS_OF_A_CELL:
                inline.text(" ")
    draft = inline.take()
    draft.text = draft.text.rstrip()
    draft.marks = [NoteMark(min(mark.at, len(draft.text)), mark.mark) for mark in draft.marks]
    return draft
