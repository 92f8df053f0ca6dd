"""A small table and answers that quote rows of it, for the tests of everything that shows them."""

from index.document import Document, Paragraph
from index.locator import Locator
from index.readers.draft import row_text
from index.store import Index
from rag.answer import Answer, Statement
from rag.citing.quoted import quoted
from tests.support.batch_fakes import small_index

ROWS = (
    ("", "Audits", "", "Cases"),
    ("", "2023", "2024", "2024"),
    ("Africa", "4", "", "1"),
    ("Regions without an office", "", "", ""),
    ("Asia", "12", "3", "–"),
    ("Europe", "2", "2", "2"),
)


def table(*rows: tuple[str, ...], caption: str = "", below: str = "") -> Paragraph:
    """The table of these `rows`, with what stands above and below it."""
    lines = [caption, *map(row_text, rows), below]
    text = "\n".join(filter(None, lines))
    return Paragraph(Locator(number="1", label="table"), text, kind="table", rows=rows)


AUDITS = table(*ROWS, caption="Table 1. Audits & cases", below="Source: the Secretariat.")


def table_index(paragraph: Paragraph = AUDITS) -> Index:
    """An index of one document, A/1, with this table alone."""
    return small_index((Document("report", "Report", (paragraph,), symbol="A/1"),))


def quoting(index: Index, *lines: str, leads: str = "") -> Answer:
    """An answer that quotes these lines of the table, the one that `leads` as that which answers."""
    ref = index.paragraphs[0]
    starts = [(each, ref.text.index(each)) for each in lines]
    statements = tuple(
        Statement(each, (quoted(ref, (start, start + len(each))),), leads=each == leads) for each, start in starts
    )
    return Answer("How many?", True, statements, (), (), "extractive", "fake", index.fingerprint, 0.9, {})
