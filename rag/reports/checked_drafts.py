"""Checked drafts as a report: what is wrong first, then all quotations and citations, and the documents not held."""

from collections.abc import Iterator, Sequence
from functools import partial

from index.text.wording import counted, excerpt
from rag.provenance import Provenance
from rag.reports.annex import about_blocks
from rag.reports.report import Block, Contents, Heading, Prose, Report, Table, Text, plain
from rag.verifying.finding import CheckedDraft, Finding, in_words, place_in_draft, summary

COLUMNS = ("Place", "What the draft says", "Verdict", "What was found", "What stands in the document", "Link")
"""The columns of the table of findings."""
_WIDTHS = (10, 24, 10, 22, 24, 10)
# Characters of a cell on paper: about 12 lines of a column.
_SHOWN = 400
_TITLE = "Quotations and citations checked"


def checked_report(drafts: Sequence[CheckedDraft], made_with: Provenance) -> Report:
    """The report on `drafts`, whose quotations and citations were held against the index that `made_with` names."""
    return Report(_TITLE, made_with, partial(_blocks, drafts, made_with))


def finding_row(finding: Finding) -> tuple[str, ...]:
    """The cells of a finding, in the order of COLUMNS."""
    said = f"{finding.said} [{finding.citation}]" if finding.citation else finding.said
    found = in_words(finding)
    if finding.suggestion:
        found = f"{found} Suggestion: {finding.suggestion}".strip()
    compared = f"{finding.found_at}: {finding.compared}" if finding.compared else finding.found_at
    return (place_in_draft(finding), said, finding.verdict.value, found, compared, finding.url or "")


def _blocks(drafts: Sequence[CheckedDraft], made_with: Provenance) -> Iterator[Block]:
    yield Contents()
    for number, each in enumerate(drafts, start=1):
        yield Heading(1, each.name, f"draft-{number}")
        yield Prose("body", plain(_in_figures(each)))
        yield from _table("To be looked at", f"look-{number}", each.to_show)
        yield from _table("All quotations and citations", f"all-{number}", each.findings)
        yield from _not_held(each, number)
    yield from about_blocks(made_with, (("Drafts", "; ".join(each.name for each in drafts)),))


def _in_figures(checked: CheckedDraft) -> str:
    found = summary(checked)
    wrong = counted(len(checked.wrong), "finding") if checked.wrong else "nothing"
    return f"{found[:1].upper()}{found[1:]}. Wrong or to be decided: {wrong}."


def _table(title: str, anchor: str, findings: Sequence[Finding]) -> Iterator[Block]:
    if findings:
        yield Heading(2, title, anchor)
        rows = (tuple(excerpt(cell, _SHOWN) for cell in finding_row(each)) for each in findings)
        yield Table(COLUMNS, tuple(rows), _WIDTHS)


def _not_held(checked: CheckedDraft, number: int) -> Iterator[Block]:
    if not checked.not_held:
        return
    yield Heading(2, "Documents that are not held", f"not-held-{number}")
    yield Prose("note", (Text("They were not compared; nothing is said of what is quoted from them.", "emphasis"),))
    rows = tuple((each.symbol, str(each.times), each.url or "") for each in checked.not_held)
    yield Table(("Document", "Times cited", "Official document"), rows, (40, 15, 45))
