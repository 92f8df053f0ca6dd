"""A report as Markdown: citations in brackets or as footnotes, nothing in a text taken for mark-up."""

import re
from collections.abc import Iterator
from itertools import count
from typing import TextIO

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

# What Markdown takes for mark-up anywhere in a line: `_` only beside a word's end, so as not to spoil addresses, and
# brackets only where they would make a link or a footnote.
_MARK_UP = re.compile(r"([\\`*<>|~]|(?<!\w)_|_(?!\w)|\[(?=\^)|\](?=[(\[:]))")
# What it takes for mark-up at the beginning of a line; of `12.` the full stop.
_OPENING = re.compile(r"^([#+\-=])")
_NUMBER = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")
_STYLES = {"strong": "**", "emphasis": "*", "added": "**", "removed": "~~"}
_PREFIXES = {
    "item": "- ",
    "state": "> ",
    "related": "> ",
    "related item": "> - ",
    "quote": "> ",
    "quote item": "> ",
    "nearest": "- ",
    "version": "> ",
}


def write_markdown(report: Report, file: TextIO, *, citations: CitationStyle = "brackets") -> None:
    """Write `report` to `file`."""
    file.write(f"# {_inline(report.title)}\n\n{spelled_date(report.provenance.date)}\n")
    notes = count(1)
    for block in report.blocks():
        file.writelines(_lines(block, report, notes, citations))
    if citations == "footnotes":
        file.write("\n")
        file.writelines(_footnotes(report))


def escaped(text: str) -> str:
    """`text` as one line of Markdown that reads as it stands."""
    return _guarded(_inline(text))


def _guarded(line: str) -> str:
    """`line` with what would make it a heading or a list escaped."""
    return _NUMBER.sub(r"\1\\\2", _OPENING.sub(r"\\\1", line))


def _inline(text: str) -> str:
    """`text` as Markdown where a line has begun already."""
    return _MARK_UP.sub(r"\\\1", " ".join(text.split()))


def _lines(block: Block, report: Report, notes: "count[int]", citations: CitationStyle) -> Iterator[str]:
    match block:
        case Heading():
            yield f"\n{'#' * (block.level + 1)} {_inline(block.full_text)}\n"
        case Prose():
            label = f"{block.label} " if block.label else ""
            text = _guarded(label + _prose(block.spans, notes, citations))
            yield f"\n{_PREFIXES.get(block.kind, '')}{text}\n"
        case Table():
            yield "\n"
            yield _row(block.header or ("",) * len(block.widths))
            yield f"|{' --- |' * len(block.widths)}\n"
            yield from map(_row, block.rows)
        case Contents():
            yield f"\n## {escaped(block.title)}\n\n"
            yield from _contents(report)
        case NewPage():
            yield "\n---\n"


def _row(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(map(_inline, cells)) + " |\n"


def _contents(report: Report) -> Iterator[str]:
    for each in report.blocks():
        if isinstance(each, Heading) and each.in_contents:
            yield f"{'    ' * (each.level - 1)}- {escaped(each.full_text)}\n"


def _prose(spans: tuple[Span, ...], notes: "count[int]", citations: CitationStyle) -> str:
    pieces: list[str] = []
    before: Span | None = None
    for span in spans:
        if isinstance(before, Cited) and not isinstance(span, Cited):
            pieces.append(" ")
        pieces.append(_span(span, notes, citations))
        before = span
    return "".join(pieces)


def _span(span: Span, notes: "count[int]", citations: CitationStyle) -> str:
    match span:
        case Text():
            return _styled(span)
        case Link():
            return _inline(span.text)
        case Cited():
            if citations == "footnotes" and not span.aside:
                return f"[^{next(notes)}]"
            return f" [{_inline(span.short or span.text)}]"


def _styled(span: Text) -> str:
    """`span` between the marks of its style, which must stand right beside its words."""
    text = _inline(span.text)
    before = " " if span.text[:1].isspace() else ""
    after = " " if span.text[-1:].isspace() else ""
    mark = _STYLES.get(span.style, "")
    return f"{before}{mark}{text}{mark}{after}" if text else before


def _footnotes(report: Report) -> Iterator[str]:
    notes = count(1)
    for block in report.blocks():
        for span in block.spans if isinstance(block, Prose) else ():
            if isinstance(span, Cited) and not span.aside:
                yield f"[^{next(notes)}]: {_inline(span.text)}.\n"
