"""`pincite brief`: what the documents say on a theme, for people who do not have questions yet."""

import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ui.cli.options import index_option, model_option
from ui.cli.report_options import look_options, say
from ui.interrupts import leaving_at_once

if TYPE_CHECKING:
    from rag.reports.outputs import ReportStyle
    from rag.reports.report import CitationStyle, Report


@click.command()
@click.argument("theme", metavar="THEME")
@click.option(
    "-o",
    "--out",
    "outs",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="OUT",
    help="Where to write, repeatable: .docx (Word), .md, .html.  [default: standard output]",
)
@click.option("--document", "documents", multiple=True, metavar="ID", help="Look in this document only; repeatable.")
@click.option("--most", type=click.IntRange(1, 80), default=30, show_default=True, help="Paragraphs to take at most.")
@look_options
@index_option
@model_option
def brief_command(**_given: object) -> None:
    """Gather what the documents say on THEME, such as "asset recovery networks".

    The paragraphs that matter most are grouped by sub-theme and stand in the order of their documents' dates, each
    quoted and cited, with what later documents repeat and change and what each of them adds.
    """
    request = _Request(**click.get_current_context().params)
    from rag.question.analyse import checked_question
    from rag.reports.outputs import REPORTS, ReportStyle, check_outputs, write_report

    theme = checked_question(request.theme)
    style = ReportStyle(request.title or theme[:1].upper() + theme[1:], request.citations, request.template)
    check_outputs(request.outs, tuple(REPORTS), style)
    report = _report(request, theme, style)
    write_report(report, request.outs, style)
    if request.outs:
        say(f"wrote {', '.join(map(str, request.outs))}")
    else:
        _print(report, style)


@dataclass(frozen=True, slots=True)
class _Request:
    """What the command line asks for."""

    theme: str
    outs: tuple[Path, ...]
    documents: tuple[str, ...]
    most: int
    title: str | None
    citations: "CitationStyle | None"
    template: Path | None
    folder: Path
    model: str | None


def _report(request: _Request, theme: str, style: "ReportStyle") -> "Report":
    with leaving_at_once():
        from rag.briefs.brief_settings import brief_provenance, brief_settings
        from rag.briefs.themes import theme_brief
        from rag.open_answerer import open_answerer
        from rag.reports.theme_report import theme_report
        from rag.settings import NO_READER, settings_for

        settings = brief_settings(settings_for(request.model), request.most)
        answerer = open_answerer(request.folder, settings, model=request.model, reader=NO_READER)
    index = answerer.index
    brief = theme_brief(theme, answerer.retriever, request.documents, settings.calibration)
    begun = datetime.now().astimezone().isoformat(timespec="seconds")
    made_with = brief_provenance(settings, index, begun)
    return theme_report(brief, style.title, made_with)


def _print(report: "Report", style: "ReportStyle") -> None:
    """Print the report: in colours on a terminal, as Markdown in a pipe."""
    if sys.stdout.isatty():
        from ui.cli.terminal.report import print_report

        print_report(report)
    else:
        from rag.reports.writers.markdown import write_markdown

        write_markdown(report, sys.stdout, citations=style.citations or "brackets")
