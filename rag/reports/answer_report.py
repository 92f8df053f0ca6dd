"""An answer as a report: the sentences with their citations, then the paragraphs they stand in, whole."""

from collections.abc import Collection, Iterator
from functools import partial

from index.manifest import program_version
from index.store import Index
from rag.answer import Answer
from rag.citing.citation import cite
from rag.citing.quoted import cited_rows, quoted_spans
from rag.citing.sources import official_addresses, sources
from rag.provenance import Provenance
from rag.reports.annex import paragraph_anchor
from rag.reports.quotation import answer_blocks, paragraph_blocks, state_blocks
from rag.reports.report import Block, Heading, Prose, Report, Text, plain
from rag.states import NEAREST, UNJUDGED

_FINGERPRINT_SHOWN = 12  # letters of the index's fingerprint: enough to tell two indexes apart by eye


def answer_report(answer: Answer, index: Index, made: str) -> Report:
    """The report on `answer`, titled with its question; `made` is the time now (ISO 8601)."""
    provenance = Provenance(answer.index, answer.model, (), made, program_version())
    return Report(answer.question, provenance, partial(_blocks, answer, index, provenance))


def _blocks(answer: Answer, index: Index, provenance: Provenance) -> Iterator[Block]:
    rows = cited_rows(answer.statements, index) or tuple(hit.row for hit in answer.nearest)
    if answer.answered:
        yield from _answer(answer, index, rows)
    else:
        yield from state_blocks(answer)
    if rows:
        yield Heading(2, "The paragraphs cited" if answer.answered else NEAREST, "paragraphs")
        if not answer.answered:
            yield Prose("note", plain(UNJUDGED))
    for row in rows:
        yield from _paragraph(answer, index, row)
    fingerprint = answer.index[:_FINGERPRINT_SHOWN]
    yield Prose("remark", plain(f"{provenance.program_text}, index {fingerprint}"))


def _answer(answer: Answer, index: Index, rows: Collection[int]) -> Iterator[Block]:
    yield from answer_blocks(answer, index, lambda row: paragraph_anchor(row) if row in rows else None)
    yield Prose("body", plain(f"Sources: {sources(answer, index)}"))
    if addresses := official_addresses(answer):
        yield Prose("note", plain(f"Official documents: {', '.join(addresses)}"))
    if answer.remark:
        yield Prose("body", plain(answer.remark))


def _paragraph(answer: Answer, index: Index, row: int) -> Iterator[Block]:
    """The paragraph at `row` under its citation and the headings above it, the quoted words strong."""
    ref = index.paragraphs[row]
    yield Heading(3, cite(ref.document, ref.locator), paragraph_anchor(row))
    if ref.paragraph.headings:
        yield Prose("note", (Text(" › ".join(ref.paragraph.headings), "emphasis"),))
    yield from paragraph_blocks(ref, quoted_spans(answer, row, index))
