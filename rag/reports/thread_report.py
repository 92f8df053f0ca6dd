"""Several questions and their answers as one report: each under its question, the paragraphs quoted once at the end."""

from collections.abc import Iterator, Sequence
from functools import partial

from index.manifest import program_version
from index.store import Index
from rag.answer import Answer
from rag.citing.quoted import cited_rows
from rag.provenance import Provenance
from rag.reports.annex import annex_blocks, paragraph_anchor
from rag.reports.quotation import answer_blocks, nearest_blocks, state_blocks
from rag.reports.report import Block, Heading, Prose, Report, plain
from rag.states import NEAREST, UNJUDGED


def thread_report(answers: Sequence[Answer], index: Index, made: str) -> Report:
    """The report on `answers`, one at least, titled with the first question; `made` is the time now (ISO 8601)."""
    first = answers[0]
    provenance = Provenance(first.index, first.model, (), made, program_version())
    return Report(first.question, provenance, partial(_blocks, answers, index, provenance))


def _blocks(answers: Sequence[Answer], index: Index, provenance: Provenance) -> Iterator[Block]:
    for number, answer in enumerate(answers, 1):
        yield Heading(1, answer.question, f"q{number}", str(number))
        if answer.answered:
            yield from answer_blocks(answer, index, paragraph_anchor)
            if answer.remark:
                yield Prose("note", plain(answer.remark))
            continue
        yield from state_blocks(answer)
        if answer.nearest:
            yield Prose("note", plain(f"{NEAREST}. {UNJUDGED}"))
            yield from nearest_blocks(answer.nearest, index, lambda _: None)
    if rows := {row for answer in answers for row in cited_rows(answer.statements, index)}:
        yield from annex_blocks(index, rows)
    yield Prose("remark", plain(f"{provenance.program_text}, index {provenance.index[:12]}"))
