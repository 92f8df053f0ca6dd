"""The Word document that a report is written into: a template of the user's own, or a plain one, emptied."""

from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

from index.errors import SourceError
from index.wording import excerpt
from rag.office_files import DAMAGED, reason, require
from rag.reports.report import Report
from rag.reports.writers.word_styles import style_ids
from rag.reports.writers.wordml import NAMESPACE, field, run, tab

if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.part import Part
    from docx.section import Section

# Where the paragraphs of the body begin, and where the footnotes end.
BODY_BEGINS, NOTES_END = b"<w:body>", b"</w:footnotes>"
_MAIN, _TEMPLATE = "document.main+xml", "template.main+xml"
# Characters of the title at the foot of a page: what stands beside the page number in one line.
_TITLE_SHOWN = 80
_W = f"{{{NAMESPACE}}}"
_EMPTY_NOTES = (
    f'<w:footnotes xmlns:w="{NAMESPACE}">'
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
    "</w:footnotes>"
)


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
    notes = _footnotes_part(document)
    file = BytesIO()
    document.save(file)
    width = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
    emu_in_twip = 635
    return WordBase(
        file, styles, max(width // emu_in_twip, 4000), str(document.part.partname)[1:], str(notes.partname)[1:]
    )


def check_template(template: Path) -> None:
    """Raise SourceError where `template` cannot be used."""
    _opened(template)


def _opened(template: Path | None) -> "Document":
    docx = require("docx", "Word documents")
    if template is None:
        made: Document = docx.Document()
        return made
    advice = "name a Word document or template (.docx, .dotx)"
    try:
        document: Document = docx.Document(_as_document(template))
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


def _footnotes_part(document: "Document") -> "Part":
    """The part of the document that holds its footnotes, without any but the separators."""
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    relations = document.part.rels
    names = [name for name, each in relations.items() if each.reltype == RELATIONSHIP_TYPE.FOOTNOTES]
    place, content = PackURI("/word/footnotes.xml"), _EMPTY_NOTES.encode()
    if names:
        held = relations[names[0]].target_part
        place, content = held.partname, _separators(held.blob)
        # A part of python-docx writes what it was read from; one of ours writes what it is given.
        del relations[names[0]]
    else:
        _declare_separators(document)
    part = Part(place, CONTENT_TYPE.WML_FOOTNOTES, content, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    return part


def _declare_separators(document: "Document") -> None:
    """Name the two separators of `_EMPTY_NOTES` in the document's settings, where Word looks for them."""
    from docx.oxml import parse_xml

    settings = document.settings.element
    following = next((each for each in settings if each.tag in (_W + "endnotePr", _W + "compat")), None)
    if following is not None and settings.find(_W + "footnotePr") is None:
        named = '<w:footnote w:id="-1"/><w:footnote w:id="0"/>'
        following.addprevious(parse_xml(f'<w:footnotePr xmlns:w="{NAMESPACE}">{named}</w:footnotePr>'))


def _separators(notes: bytes) -> bytes:
    from docx.opc.oxml import serialize_part_xml
    from docx.oxml import parse_xml

    root = parse_xml(notes)
    for note in list(root):
        if note.get(_W + "type") is None:
            root.remove(note)
    text: bytes = serialize_part_xml(root)
    return text if text.rstrip().endswith(NOTES_END) else _EMPTY_NOTES.encode()
