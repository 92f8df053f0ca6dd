"""Recipe: an output format. Reports as plain text for an e-mail, citations in brackets."""

import io
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO

import pytest

from rag.provenance import Provenance
from rag.reports import outputs
from rag.reports.outputs import REPORTS, ReportStyle, text_in, write_report
from rag.reports.report import Block, Cited, Heading, Prose, Report, Span, Text

REPORT = Report(
    "Briefing",
    Provenance("f" * 64, "fake", (), "2026-03-01T10:20:30+00:00"),
    lambda: iter(
        (
            Heading(1, "Networks", "q1", label="1"),
            Prose("answer", (Text("Networks exist."), Cited("A/1, para. 1", "para. 1"))),
        )
    ),
)


def write_plain_text(report: Report, file: BinaryIO, _look: ReportStyle) -> None:
    """Write `report` to `file`; one block at a time, so that a report of any length takes little memory."""
    with text_in(file) as text:
        text.write(f"{report.title}\n")
        for block in report.blocks():
            text.write(_lines(block))


def _lines(block: Block) -> str:
    match block:
        case Heading():
            return f"\n{block.full_text.upper()}\n"
        case Prose():
            return f"\n{''.join(map(_words, block.spans))}\n"
        case _:
            return ""


def _words(span: Span) -> str:
    return f" [{span.text}]" if isinstance(span, Cited) else span.text


def test_the_blocks_of_a_report_are_written_in_order_with_their_citations() -> None:
    file = io.BytesIO()

    write_plain_text(REPORT, file, ReportStyle("Briefing"))

    assert file.getvalue().decode() == "Briefing\n\n1. NETWORKS\n\nNetworks exist. [A/1, para. 1]\n"


def test_a_row_in_the_table_makes_the_ending_one_that_can_be_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outputs, "REPORTS", MappingProxyType({**REPORTS, ".txt": write_plain_text}))
    path = tmp_path / "briefing.txt"

    write_report(REPORT, [path], ReportStyle("Briefing"))

    assert path.read_text(encoding="utf-8").startswith("Briefing\n")
