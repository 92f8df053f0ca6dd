"""A report as one HTML page that needs nothing else: styles inside, no scripts, links from citations to paragraphs."""

from collections.abc import Iterator
from functools import cache, partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from index.symbols import OFFICIAL
from index.text.typography import printable
from rag.citing.citation import spelled_date
from rag.reports.report import CitationStyle, Cited, Contents, Heading, Link, Prose, Report, Table, Text

if TYPE_CHECKING:
    from jinja2 import Template

_KINDS = {
    "heading": Heading,
    "prose": Prose,
    "table": Table,
    "contents": Contents,
    "cited": Cited,
    "link": Link,
    "styled_text": Text,
}
_ELEMENTS = {"strong": "strong", "emphasis": "em", "added": "ins", "removed": "del"}


def write_html(report: Report, file: TextIO, *, citations: CitationStyle = "brackets") -> None:
    """Write `report` to `file`."""
    # As it comes: the page is never in memory as a whole.
    for piece in _template().generate(
        report=report,
        date=spelled_date(report.provenance.date),
        elements=_ELEMENTS,
        official=OFFICIAL,
        footnotes=citations == "footnotes",
        number=count(1).__next__,
        notes=partial(_notes, report),
        sections=partial(_sections, report),
    ):
        file.write(piece)


@cache
def _template() -> "Template":
    from markupsafe import Markup

    from rag.templates import templates

    def shown(value: object) -> object:
        return printable(value) if isinstance(value, str) and not isinstance(value, Markup) else value

    environment = templates(Path(__file__).parent / "templates", shown)
    tests: dict[str, Any] = {name: partial(_is, kind) for name, kind in _KINDS.items()}
    environment.tests.update(tests)
    return environment.get_template("report.html.jinja")


def _is(kind: type, value: object) -> bool:
    return isinstance(value, kind)


def _sections(report: Report) -> Iterator[tuple[Heading, list[Heading]]]:
    """The headings of level 1 in the table of contents, each with those of level 2 under it."""
    first: Heading | None = None
    others: list[Heading] = []
    for each in report.blocks():
        if not isinstance(each, Heading) or not each.in_contents:
            continue
        if first is not None and each.level > first.level:
            others.append(each)
            continue
        if first is not None:
            yield first, others
        first, others = each, []
    if first is not None:
        yield first, others


def _notes(report: Report) -> Iterator[Cited]:
    """The citations that stand in footnotes."""
    for block in report.blocks():
        for span in block.spans if isinstance(block, Prose) else ():
            if isinstance(span, Cited) and not span.aside:
                yield span
