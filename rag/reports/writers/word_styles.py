"""The named styles of a Word report: those that a template has are taken as they are, the others are made here."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING

from rag.reports.writers.wordml import NAMESPACE

if TYPE_CHECKING:
    from docx.document import Document

_FONT, _BLUE, _GREY, _BLACK = "Calibri", "1F3864", "595959", "000000"
_BUILT_IN = (
    "normal",
    "title",
    "subtitle",
    "heading ",
    "body text",
    "toc",
    "footnote",
    "hyperlink",
    "strong",
    "emphasis",
)


@dataclass(frozen=True, slots=True)
class NamedStyle:
    """A style and how it looks; sizes and spaces in points, indents in millimetres, None where inherited.

    `name` is what a person sees in Word, so that each style can be found and restyled. `level` is a heading's.
    """

    name: str
    base: str | None = None
    is_character: bool = False
    font: str | None = None
    size: float | None = None
    color: str | None = None
    marks: str = ""  # elements of w:rPr, in the order of the standard
    before: float | None = None
    after: float | None = None
    indent: float = 0
    hanging: float = 0
    level: int | None = None
    keep_with_next: bool = False


_BOLD, _ITALIC, _STRUCK = "<w:b/>", "<w:i/>", "<w:strike/>"
_UNDERLINED, _RAISED = '<w:u w:val="single"/>', '<w:vertAlign w:val="superscript"/>'

# What the writer calls a style -> the style.
STYLES: Mapping[str, NamedStyle] = MappingProxyType(
    {
        "normal": NamedStyle("Normal", font=_FONT, size=11, before=0, after=6),
        "title": NamedStyle("Title", "normal", size=24, color=_BLUE, marks=_BOLD, before=0, after=4),
        "date": NamedStyle("Subtitle", "normal", size=12, color=_GREY, after=14),
        "heading 1": NamedStyle("heading 1", "normal", size=16, color=_BLUE, marks=_BOLD, before=22, after=8, level=1),
        "heading 2": NamedStyle("heading 2", "normal", size=12, color=_BLUE, marks=_BOLD, before=16, after=4, level=2),
        "heading 3": NamedStyle("heading 3", "normal", size=11, color=_BLACK, marks=_BOLD, before=12, after=3, level=3),
        "body": NamedStyle("Body Text", "normal", after=6),
        "note": NamedStyle("Question Note", "normal", size=9, color=_GREY, after=4, keep_with_next=True),
        "answer": NamedStyle("Answer", "normal", after=6),
        "item": NamedStyle("Answer Item", "answer", indent=14, hanging=8, after=3),
        "quote": NamedStyle("Quoted Paragraph", "normal", indent=6, after=4),
        "quote item": NamedStyle("Quoted Item", "quote", indent=14, after=3),
        "nearest": NamedStyle("Nearest Paragraph", "normal", size=10, indent=6, after=4),
        "version": NamedStyle("Other Version", "normal", size=10, indent=6, after=4),
        "remark": NamedStyle("Small Print", "normal", size=9, color=_GREY, after=4),
        "table head": NamedStyle("Table Head", "normal", size=9.5, marks=_BOLD, before=2, after=2),
        "table text": NamedStyle("Table Text", "normal", size=9.5, before=2, after=2),
        "front heading": NamedStyle("TOC Heading", "normal", size=16, color=_BLUE, marks=_BOLD, before=22, after=8),
        "contents 1": NamedStyle("toc 1", "normal", marks=_BOLD, before=6, after=2, keep_with_next=True),
        "contents 2": NamedStyle("toc 2", "normal", indent=11, hanging=6, after=2),
        "footnote text": NamedStyle("footnote text", "normal", size=9, after=0),
        "foot": NamedStyle("footer", "normal", size=9, color=_GREY, after=0),
        "footnote mark": NamedStyle("footnote reference", is_character=True, marks=_RAISED),
        "link": NamedStyle("Hyperlink", is_character=True, color="1F4E9E"),
        "strong": NamedStyle("Strong", is_character=True, marks=_BOLD),
        "emphasis": NamedStyle("Emphasis", is_character=True, marks=_ITALIC),
        "citation": NamedStyle("Citation", is_character=True, color=_GREY),
        "added": NamedStyle("Added Words", is_character=True, color="1B6E2E", marks=_UNDERLINED),
        "removed": NamedStyle("Removed Words", is_character=True, color="9C1C1C", marks=_STRUCK),
    }
)
_TABLE = "Report Table"
_RULES = ("top", "bottom", "insideH")


def style_ids(document: "Document", *, restyle: bool) -> dict[str, str]:
    """The id of each of STYLES in `document`, by what the writer calls it; those that are missing are made.

    With `restyle`, those that are there look as they do here too. `table` is the style of tables.
    """
    from docx.oxml import parse_xml

    existing = {style.element.name_val.lower(): style.element for style in document.styles if style.element.name_val}
    ids: dict[str, str] = {}
    for role, style in STYLES.items():
        old = existing.get(style.name.lower())
        ids[role] = old.styleId if old is not None else style.name.title().replace(" ", "")
        if old is None:
            document.styles.element.append(parse_xml(_style_xml(style, ids, role)))
        elif restyle:
            old.getparent().replace(old, parse_xml(_style_xml(style, ids, role)))
    ids["table"] = _TABLE.replace(" ", "")
    if _TABLE.lower() not in existing:
        document.styles.element.append(parse_xml(_table_xml(ids["table"])))
    return ids


def _table_xml(id: str) -> str:
    """The style of tables: rules between rows, none between columns."""
    rules = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="A6A6A6"/>' for side in _RULES)
    margins = '<w:left w:w="0" w:type="dxa"/><w:right w:w="140" w:type="dxa"/>'
    return (
        f'<w:style xmlns:w="{NAMESPACE}" w:type="table" w:customStyle="1" w:styleId="{id}"><w:name w:val="{_TABLE}"/>'
        f"<w:qFormat/><w:tblPr><w:tblBorders>{rules}</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr></w:style>"
    )


def _style_xml(style: NamedStyle, ids: Mapping[str, str], role: str) -> str:
    kind = "character" if style.is_character else "paragraph"
    own = "" if style.name.lower().startswith(_BUILT_IN) else ' w:customStyle="1"'
    default = ' w:default="1"' if role == "normal" else ""
    base = f'<w:basedOn w:val="{ids[style.base]}"/>' if style.base else ""
    looks = (
        _run_properties(style) if style.is_character else chain(_paragraph_properties(style), _run_properties(style))
    )
    following = f'<w:next w:val="{ids["normal"]}"/>' if style.level else ""
    return (
        f'<w:style xmlns:w="{NAMESPACE}" w:type="{kind}"{default}{own} w:styleId="{ids[role]}">'
        f'<w:name w:val="{style.name}"/>{base}{following}<w:qFormat/>'
        f"{''.join(looks)}</w:style>"
    )


def _paragraph_properties(style: NamedStyle) -> Iterator[str]:
    yield "<w:pPr>"
    if style.level or style.keep_with_next:
        yield "<w:keepNext/><w:keepLines/>"
    if style.hanging:
        yield f'<w:tabs><w:tab w:val="left" w:pos="{_twips(style.indent)}"/></w:tabs>'
    spaces = {"before": style.before, "after": style.after}
    if given := "".join(f' w:{name}="{round(20 * value)}"' for name, value in spaces.items() if value is not None):
        line = ' w:line="264" w:lineRule="auto"' if style.name == "Normal" else ""
        yield f"<w:spacing{given}{line}/>"
    if style.indent:
        yield f'<w:ind w:left="{_twips(style.indent)}" w:hanging="{_twips(style.hanging)}"/>'
    if style.level:
        yield f'<w:outlineLvl w:val="{style.level - 1}"/>'
    yield "</w:pPr>"


def _run_properties(style: NamedStyle) -> Iterator[str]:
    yield "<w:rPr>"
    if style.font:
        yield f'<w:rFonts w:ascii="{style.font}" w:hAnsi="{style.font}" w:eastAsia="{style.font}" w:cs="{style.font}"/>'
    before_color, after_size = (style.marks, "") if style.marks in (_BOLD, _ITALIC, _STRUCK) else ("", style.marks)
    yield before_color
    if style.color:
        yield f'<w:color w:val="{style.color}"/>'
    if style.size:
        yield f'<w:sz w:val="{round(2 * style.size)}"/><w:szCs w:val="{round(2 * style.size)}"/>'
    yield after_size
    yield "</w:rPr>"


def _twips(millimetres: float) -> int:
    return round(millimetres * 1440 / 25.4)
