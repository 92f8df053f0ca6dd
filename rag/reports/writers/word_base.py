"""The Word document that a report is written into: a template of the user's own, or a plain one, emptied."""

from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

from index.errors import SourceError
from index.text.wording import excerpt
from rag.office_files import DAMAGED, reason
from rag.reports.report import Report
from rag.reports.writers.word_styles import style_ids
from rag.reports.writers.wordml import NAMESPACE, field, run, tab

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.footnotes import CT_Footnotes
    from docx.section import Section

# Where the paragraphs of the body begin, and where the footnotes end.
BODY_BEGINS, NOTES_END = b"<w:body>", b"</w:footnotes>"
_MAIN, _TEMPLATE = "document.main+xml", "template.main+xml"
# Characters of the title at the foot of a page: what stands beside the page number in one line.
_TITLE_SHOWN = 80
_W = f"{{{NAMESPACE}}}"


@dataclass(frozen=True, slots=True)
class WordBase:
    """A whole .docx file without body and footnotes, which go behind BODY_BEGINS and before NOTES_END.

    `styles` are style ids by what the writer calls them, `width` is that of the text in twentieths of a point.
    `document_part` and `notes_part` are the files' names in the archive.
    """

    file: BytesIO
    styles: dict[str, str]
    width: int
    document_part: str
    notes_part: str


def word_base(report: Report, template: Path | None) -> WordBase:
    """The document to write `report` into: styles, page, headers and footers of `template`, or plain ones."""
    document = _opened(template)
    styles = style_ids(document, restyle=template is None)
    if template is None:
        _lay_out(document)
    section = document.sections[-1]
    _empty(document)
    if not _has_footer(section):
        _number_pages(section, report.title, styles)
    _describe(document, report)
    notes_part = _footnotes_part(document)
    file = BytesIO()
    document.save(file)
    width = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
    emu_in_twip = 635
    return WordBase(file, styles, max(width // emu_in_twip, 4000), str(document.part.partname)[1:], notes_part)


def check_template(template: Path) -> None:
    """Raise SourceError where `template` cannot be used."""
    _opened(template)


def _opened(template: Path | None) -> "Document":
    import docx

    if template is None:
        return docx.Document()
    advice = "name a Word document or template (.docx, .dotx)"
    try:
        document = docx.Document(_as_document(template))
    except OSError as error:
        raise SourceError(f"{template}: cannot be read ({error.strerror or error}); {advice}") from error
    except DAMAGED as error:
        raise SourceError(f"{template}: not a Word document ({reason(error)}); {advice}") from error
    if document.element.nsmap.get("w") != NAMESPACE:
        raise SourceError(f"{template}: an unusual kind of Word document; open it in Word and save it as .docx")
    return document


def _as_document(template: Path) -> BytesIO:
    """The file at `template`, declared to be a document where it is a template, which python-docx does not open."""
    target = BytesIO()
    with ZipFile(template) as old, ZipFile(target, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "[Content_Types].xml":
                content = content.replace(_TEMPLATE.encode(), _MAIN.encode())
            new.writestr(name, content)
    target.seek(0)
    return target


def _lay_out(document: "Document") -> None:
    """Make the page A4 and the document one of today's Word, and drop the picture of an empty page that is with it."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.shared import Mm

    relations = document.part.package.rels
    for name in [name for name, each in relations.items() if each.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        del relations[name]
    section = document.sections[-1]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(25)
    section.top_margin = section.bottom_margin = Mm(25)
    settings = document.settings.element
    for setting in settings.iter(_W + "compatSetting"):
        if setting.get(_W + "name") == "compatibilityMode":
            setting.set(_W + "val", "15")
    for language in document.styles.element.iter(_W + "lang"):
        language.set(_W + "val", "en-GB")


def _empty(document: "Document") -> None:
    """Leave nothing in the body but the page's settings."""
    body = document.element.body
    for child in list(body):
        if child.tag != _W + "sectPr":
            body.remove(child)


def _has_footer(section: "Section") -> bool:
    footer = section.footer
    if footer.is_linked_to_previous:
        return False
    return bool(footer.tables) or any(each.text.strip() or len(each.runs) for each in footer.paragraphs)


def _number_pages(section: "Section", title: str, styles: dict[str, str]) -> None:
    """Put the title and `Page 3 of 12` at the foot of every page."""
    from docx.oxml import parse_xml

    width = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
    runs = (
        run(excerpt(title, _TITLE_SHOWN))
        + tab()
        + run("Page ")
        + field("PAGE", run("1"))
        + run(" of ")
        + field("NUMPAGES", run("1"))
    )
    footer = section.footer
    footer.is_linked_to_previous = False
    old = footer.paragraphs[0]._p
    old.getparent().replace(
        old,
        parse_xml(
            f'<w:p xmlns:w="{NAMESPACE}"><w:pPr><w:pStyle w:val="{styles["foot"]}"/><w:tabs>'
            f'<w:tab w:val="right" w:pos="{width // 635}"/></w:tabs></w:pPr>{runs}</w:p>'
        ),
    )


def _describe(document: "Document", report: Report) -> None:
    """Fill in the properties that file managers show, none of them from the clock."""
    begun = datetime.fromisoformat(report.provenance.begun).replace(tzinfo=None)
    properties = document.core_properties
    properties.title = report.title
    properties.author = properties.last_modified_by = report.provenance.program_text
    properties.comments = f"Index {report.provenance.index}"
    properties.created = properties.modified = begun
    properties.revision = 1


def _footnotes_part(document: "Document") -> str:
    """The name of the part that holds the footnotes of `document`, with nothing in it but the separators."""
    from docx.opc.constants import RELATIONSHIP_TYPE

    relations = document.part.rels
    for name in [name for name, each in relations.items() if each.reltype == RELATIONSHIP_TYPE.FOOTNOTES]:
        # A template may have footnotes of its own, or separators that no Word made; python-docx makes better ones.
        if not _leave_separators(relations[name].target_part.element):
            del relations[name]
    if not document.part.has_footnotes_part:
        _declare_separators(document)
    document.footnotes  # noqa: B018 - python-docx makes the part when it is first asked for
    return str(document.part.part_related_by(RELATIONSHIP_TYPE.FOOTNOTES).partname)[1:]


def _leave_separators(notes: "CT_Footnotes") -> bool:
    """Remove the footnotes that somebody wrote; whether any separator is left."""
    for note in notes.iter_authored_notes():
        notes.remove(note)
    return bool(notes.note_lst) and notes.nsmap.get("w") == NAMESPACE


def _declare_separators(document: "Document") -> None:
    """Name the two separators in the document's settings, where Word looks for them."""
    from docx.oxml import parse_xml

    settings = document.settings.element
    following = next((each for each in settings if each.tag in (_W + "endnotePr", _W + "compat")), None)
    if following is not None and settings.find(_W + "footnotePr") is None:
        named = '<w:footnote w:id="-1"/><w:footnote w:id="0"/>'
        following.addprevious(parse_xml(f'<w:footnotePr xmlns:w="{NAMESPACE}">{named}</w:footnotePr>'))
