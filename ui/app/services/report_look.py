"""How a report is to look, as somebody chose it in the app: its title, where citations stand, a Word template."""

import tempfile
from dataclasses import dataclass
from pathlib import Path

from index.errors import SourceError
from rag.reports.outputs import ReportStyle
from rag.reports.report import CitationStyle
from rag.reports.writers.word_base import check_template
from ui.app.services.uploads import Upload

_TEMPLATE = "template.docx"


@dataclass(frozen=True, slots=True)
class ReportLook:
    """A title, where citations stand (None: as the format has it) and somebody's own Word template, if any."""

    title: str
    citations: CitationStyle | None = None
    template: Upload | None = None


def kept_style(look: ReportLook, folder: Path) -> ReportStyle:
    """The style of `look`, after writing its template into `folder`; SourceError where that is no Word document."""
    if look.template is None:
        return ReportStyle(look.title, look.citations)
    path = folder / _TEMPLATE
    path.write_bytes(look.template.content)
    try:
        check_template(path)
    except SourceError as error:
        path.unlink()
        raise SourceError(str(error).replace(str(path), repr(look.template.name))) from error
    return ReportStyle(look.title, look.citations, path)


def check_look(look: ReportLook) -> None:
    """Raise SourceError where the template of `look` is no Word document."""
    with tempfile.TemporaryDirectory(prefix="pincite-") as folder:
        kept_style(look, Path(folder))


def style_in(folder: Path, title: str, citations: CitationStyle | None) -> ReportStyle:
    """The style of a report with the template that `kept_style` left in `folder`, if it did."""
    path = folder / _TEMPLATE
    return ReportStyle(title, citations, path if path.is_file() else None)
