"""A report as a Word document: named styles, a table of contents, real footnotes, page numbers.

Headers, styles, page and the part for footnotes come from python-docx; body and footnotes are written as they come, so
that a report of any length takes little memory and time. python-docx looks at all footnotes before it numbers one: for
4,000 of them it took half a minute.
"""

import dataclasses
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import BinaryIO

from rag.citing.citation import spelled_date
from rag.reports.report import (
    Block,
    CitationStyle,
    Cited,
    Contents,
    Heading,
    Link,
    NewPage,
    Prose,
    Report,
    Span,
    Table,
    Text,
)
from rag.reports.writers.word_base import BODY_BEGINS, NOTES_END, WordBase, word_base
from rag.reports.writers.wordml import (
    bookmark_name,
    bookmarked,
    field,
    footnote,
    footnote_reference,
    link,
    paragraph,
    run,
    tab,
    table,
)
from rag.reports.writers.zip_members import Pieces, rewritten


def write_word(
    report: Report, file: BinaryIO, *, citations: CitationStyle = "footnotes", template: Path | None = None
) -> None:
    """Write `report` to `file`, in the styles of `template` if one is given."""
    base = word_base(report, template)
    writer = _Writer(report, base, citations)
    parts: dict[str, Pieces] = {
        base.document_part: lambda xml: _inserted(xml, xml.index(BODY_BEGINS) + len(BODY_BEGINS), writer.body()),
        base.notes_part: lambda xml: _inserted(xml, xml.rindex(NOTES_END), writer.notes()),
    }
    rewritten(base.file, file, parts)


def _inserted(content: bytes, at: int, pieces: Iterable[str]) -> Iterator[bytes]:
    yield content[:at]
    for piece in pieces:
        yield piece.encode()
    yield content[at:]


@dataclass
class _Writer:
    """Turns blocks into the XML of a document; counts bookmarks and footnotes as it goes."""

    report: Report
    base: WordBase
    citations: CitationStyle
    _bookmarks: "count[int]" = dataclasses.field(default_factory=lambda: count(1))
    _footnotes: "count[int]" = dataclasses.field(default_factory=lambda: count(1))
    _new_page: bool = False

    def body(self) -> Iterator[str]:
        """The paragraphs and tables of the report."""
        styles = self.base.styles
        yield paragraph(styles["title"], run(self.report.title))
        yield paragraph(styles["date"], run(spelled_date(self.report.provenance.date)))
        for block in self.report.blocks():
            yield from self._block(block)

    def notes(self) -> Iterator[str]:
        """The footnotes, in the order in which the body refers to them."""
        styles = self.base.styles
        number = count(1)
        for block in self.report.blocks():
            for span in block.spans if isinstance(block, Prose) else ():
                if isinstance(span, Cited) and self._is_note(span):
                    text = f"{span.text}."
                    content = link(span.target, run(text)) if span.target else run(text)
                    yield footnote(next(number), content, styles["footnote text"], styles["footnote mark"])

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Heading():
                yield self._heading(block)
            case Prose():
                yield paragraph(self.base.styles[block.kind], self._prose(block))
            case Table():
                yield from self._table(block)
            case Contents():
                yield from self._contents(block)
            case NewPage():
                self._new_page = True

    def _heading(self, block: Heading) -> str:
        marked = bookmarked(next(self._bookmarks), block.anchor, run(block.full_text))
        style = self.base.styles["front heading" if block.in_front else f"heading {block.level}"]
        new_page, self._new_page = self._new_page, False
        return paragraph(style, marked, new_page=new_page)

    def _prose(self, block: Prose) -> str:
        label = run(block.label) + tab() if block.label else ""
        pieces: list[str] = []
        before: Span | None = None
        for span in block.spans:
            # After a citation another sentence begins.
            if isinstance(before, Cited) and not isinstance(span, Cited):
                pieces.append(run(" "))
            pieces.append(self._span(span))
            before = span
        return label + "".join(pieces)

    def _span(self, span: Span) -> str:
        styles = self.base.styles
        match span:
            case Text():
                return run(span.text, None if span.style == "plain" else styles[span.style])
            case Link():
                return link(span.target, run(span.text, styles["link"]))
            case Cited() if self._is_note(span):
                return footnote_reference(next(self._footnotes), styles["footnote mark"])
            case Cited():
                text = run(f"[{span.short or span.text}]", styles["citation"])
                return run(" ") + (link(span.target, text) if span.target else text)

    def _is_note(self, span: Cited) -> bool:
        return self.citations == "footnotes" and not span.aside

    def _table(self, block: Table) -> Iterator[str]:
        widths = [self.base.width * share // 100 for share in block.widths]
        head, text = self.base.styles["table head"], self.base.styles["table text"]
        rows = [[paragraph(head, run(cell)) for cell in block.header]] if block.header else []
        rows += [[paragraph(text, run(cell)) for cell in row] for row in block.rows]
        yield from table(self.base.styles["table"], widths, rows, has_header=bool(block.header))
        yield paragraph(self.base.styles["normal"], "")

    def _contents(self, block: Contents) -> Iterator[str]:
        """The headings, each a link to its place, with the number of its page at the right.

        The numbers are fields of their own, which LibreOffice works out as it opens the file and Word brings up to date
        as they are marked for. Within Word's own field for a table of contents LibreOffice leaves them as they are.
        """
        styles = self.base.styles
        yield paragraph(styles["front heading"], run(block.title))
        for each in (each for each in self.report.blocks() if isinstance(each, Heading) and each.in_contents):
            page = field(f"PAGEREF {bookmark_name(each.anchor)} \\h", is_stale=True)
            line = link(each.anchor, run(each.full_text) + tab() + page)
            yield paragraph(styles[f"contents {each.level}"], line, leader_to=self.base.width)
