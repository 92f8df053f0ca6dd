"""The end of every report: the paragraphs that are quoted, whole, and what the report was made with."""

from collections.abc import Callable, Collection, Iterator

from index.store import Index
from index.symbols import official_link
from rag.citing.citation import spelled_date, title_with_date
from rag.provenance import Provenance
from rag.reports.quotation import paragraph_blocks, place_of
from rag.reports.report import Block, Heading, Prose, Table, Text, plain

RowRemark = Callable[[int], Prose | None]
"""What is said under a quoted paragraph, by its row."""


def annex_blocks(index: Index, rows: Collection[int], remark: RowRemark = lambda _: None) -> Iterator[Block]:
    """The paragraphs `rows`, document by document, each with the headings above it where they are new."""
    yield Heading(1, "Annex: the paragraphs quoted", "quoted")
    for number, document in enumerate(index.documents, start=1):
        own = [row for row in index.rows_of(document.id) if row in rows]
        if not own:
            continue
        symbol = f", {document.symbol}" if document.symbol else ""
        yield Heading(2, title_with_date(document) + symbol, f"document-{number}")
        if address := official_link(document.symbol):
            yield Prose("note", plain(f"Official document: {address}"))
        headings: tuple[str, ...] = ()
        for row in own:
            ref = index.paragraphs[row]
            yield Heading(3, place_of(ref), paragraph_anchor(row))
            if ref.paragraph.headings != headings:
                headings = ref.paragraph.headings
                yield Prose("note", (Text(" › ".join(headings), "emphasis"),))
            yield from paragraph_blocks(ref)
            if said := remark(row):
                yield said


def paragraph_anchor(row: int) -> str:
    """The anchor of the quoted paragraph at `row`."""
    return f"p{row}"


def about_blocks(made_with: Provenance, first: tuple[tuple[str, str], ...]) -> Iterator[Block]:
    """What a report was made with, in short, after the lines `first`.

    Every setting stands in the files for programs; here a hash of them tells whether two reports had the same.
    """
    yield Heading(1, "About this document", "about")
    rows = (
        *first,
        ("Date", spelled_date(made_with.date)),
        ("Program", made_with.program_text),
        ("Model", made_with.model),
        ("Index", made_with.index),
        ("Settings", made_with.settings_digest),
    )
    yield Table((), rows, (20, 80))
