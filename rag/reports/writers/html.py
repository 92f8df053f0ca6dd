"""A report as one HTML page that needs nothing else: styles inside, no scripts, links from citations to paragraphs."""

from collections.abc import Iterator
from html import escape
from itertools import count
from typing import TextIO

from index.typography import printable
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

_STYLE = """
:root{color-scheme:light dark;--ink:#1a1a1a;--soft:#595959;--line:#d4d4d4;--paper:#fff;--blue:#1f3864;--add:#1b6e2e;
--cut:#9c1c1c}
@media(prefers-color-scheme:dark){:root{--ink:#e8e8e8;--soft:#a8a8a8;--line:#444;--paper:#181818;--blue:#9db9ee;
--add:#7fd492;--cut:#f09a9a}}
body{font:1rem/1.5 Calibri,Carlito,"Segoe UI",system-ui,sans-serif;color:var(--ink);background:var(--paper);
max-width:46rem;margin:0 auto;padding:2rem 1.25rem 4rem}
h1,h2,h3,.label{color:var(--blue);line-height:1.25}h1{font-size:2rem;margin:0 0 .25rem}h2{font-size:1.4rem;
margin:2.5rem 0 .75rem;padding-top:.5rem;border-top:1px solid var(--line)}h3{font-size:1.1rem;margin:1.75rem 0 .4rem}
h4{margin:1.25rem 0 .25rem}p{margin:.4rem 0}.date,.remark,.note{color:var(--soft)}.remark,.note{font-size:.875rem}
.item{margin-left:2.2rem;text-indent:-1.6rem}.quote,.nearest,.version{margin-left:1rem}.quote-item{margin-left:2.4rem}
.nearest,.version{font-size:.94rem}.cite{color:var(--soft);text-decoration:none;font-size:.9em}a.cite:hover{text-decoration:
underline}a{color:var(--blue)}ins{color:var(--add)}del{color:var(--cut)}:target{background:color-mix(in srgb,
var(--blue) 14%,transparent)}table{border-collapse:collapse;table-layout:fixed;width:100%;margin:.75rem 0;
font-size:.94rem}th,td{text-align:left;vertical-align:top;padding:.3rem .5rem;border-bottom:1px solid var(--line);
overflow-wrap:break-word}
nav ol,nav ul{list-style:none;padding-left:1.2rem;margin:.2rem 0}nav>ul{padding-left:0}nav>ul>li{margin:.5rem 0}
.notes{font-size:.875rem}
@media print{body{max-width:none;padding:0}.new-page{break-before:page}h2,h3,h4{break-after:avoid}}
"""


def write_html(report: Report, file: TextIO, *, citations: CitationStyle = "brackets") -> None:
    """Write `report` to `file`."""
    made_with = report.provenance
    file.write('<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n')
    file.write('<meta name="viewport" content="width=device-width, initial-scale=1">\n')
    file.write(f'<meta name="generator" content="{words(made_with.program_text)}">\n')
    file.write(f"<title>{words(report.title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n")
    file.write(f'<h1>{words(report.title)}</h1>\n<p class="date">{spelled_date(made_with.date)}</p>\n')
    notes = count(1)
    for block in report.blocks():
        file.writelines(_lines(block, report, notes, citations))
    if citations == "footnotes":
        file.write('<h2 id="notes">Notes</h2>\n<ol class="notes">\n')
        file.writelines(_footnotes(report))
        file.write("</ol>\n")
    file.write("</body>\n</html>\n")


def words(text: str) -> str:
    """`text` as it stands in HTML."""
    return escape(printable(text))


def _lines(block: Block, report: Report, notes: "count[int]", citations: CitationStyle) -> Iterator[str]:
    match block:
        case Heading():
            level = block.level + 1
            yield f'<h{level} id="{words(block.anchor)}">{words(block.full_text)}</h{level}>\n'
        case Prose():
            label = f"{words(block.label)} " if block.label else ""
            kind = block.kind.replace(" ", "-")
            yield f'<p class="{kind}">{label}{"".join(_prose(block.spans, notes, citations))}</p>\n'
        case Table():
            columns = "".join(f'<col style="width:{share}%">' for share in block.widths)
            header = f"<thead>{_row(block.header, 'th')}</thead>\n" if block.header else ""
            yield f"<table>\n<colgroup>{columns}</colgroup>\n{header}<tbody>\n"
            yield from (_row(row, "td") for row in block.rows)
            yield "</tbody>\n</table>\n"
        case Contents():
            yield f"<h2>{words(block.title)}</h2>\n<nav>\n<ul>\n"
            yield from _contents(report)
            yield "</ul>\n</nav>\n"
        case NewPage():
            yield '<div class="new-page"></div>\n'


def _row(cells: tuple[str, ...], tag: str) -> str:
    return "<tr>" + "".join(f"<{tag}>{words(cell)}</{tag}>" for cell in cells) + "</tr>\n"


def _contents(report: Report) -> Iterator[str]:
    """The headings as nested lists: those of level 2 under the one of level 1 before them."""
    level = 0
    for each in report.blocks():
        if not isinstance(each, Heading) or not each.in_contents:
            continue
        if level == 2 and each.level == 1:
            yield "</ul></li>\n"
        elif level == 1:
            yield "<ul>\n" if each.level == 2 else "</li>\n"
        entry = f'<li><a href="#{words(each.anchor)}">{words(each.full_text)}</a>'
        yield entry if each.level == 1 else f"{entry}</li>\n"
        level = each.level
    yield {0: "", 1: "</li>\n", 2: "</ul></li>\n"}[level]


def _prose(spans: tuple[Span, ...], notes: "count[int]", citations: CitationStyle) -> Iterator[str]:
    before: Span | None = None
    for span in spans:
        if isinstance(before, Cited) and not isinstance(span, Cited):
            yield " "
        yield _span(span, notes, citations)
        before = span


def _span(span: Span, notes: "count[int]", citations: CitationStyle) -> str:
    match span:
        case Text():
            return _styled(span)
        case Link():
            return f'<a href="#{words(span.target)}">{words(span.text)}</a>'
        case Cited():
            if citations == "footnotes" and not span.aside:
                number = next(notes)
                return f'<sup id="r{number}"><a href="#n{number}">{number}</a></sup>'
            text = f"[{words(span.short or span.text)}]"
            if span.target is None:
                return f' <span class="cite">{text}</span>'
            return f' <a class="cite" href="#{words(span.target)}">{text}</a>'


def _styled(span: Text) -> str:
    tag = {"strong": "strong", "emphasis": "em", "added": "ins", "removed": "del"}.get(span.style)
    return f"<{tag}>{words(span.text)}</{tag}>" if tag else words(span.text)


def _footnotes(report: Report) -> Iterator[str]:
    number = count(1)
    for block in report.blocks():
        for span in block.spans if isinstance(block, Prose) else ():
            if isinstance(span, Cited) and not span.aside:
                n = next(number)
                text = f"{words(span.text)}."
                cited = f'<a href="#{words(span.target)}">{text}</a>' if span.target else text
                yield f'<li id="n{n}">{cited} <a href="#r{n}" aria-label="back to the text">↩</a></li>\n'
