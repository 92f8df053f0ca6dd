"""The named styles of a Word report: those that a template has are taken as they are, the others are made here."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from rag.reports.writers.wordml import NAMESPACE

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import CharacterStyle, ParagraphStyle
    from docx.text.parfmt import ParagraphFormat

_FONT, _BLUE, _GREY, _BLACK = "Calibri", "1F3864", "595959", "000000"
# A bar and a ground of one hue that nothing else has, told from paper in grey print as well.
_BAR, _GROUND = "B45F06", "FFF4E5"
_LINE_SPACING = 1.1  # of the body's text: a setting, a little airier than single spacing
_BUILT_IN = (
    "normal",
    "title",
    "subtitle",
    "heading ",
    "body text",
    "toc",
    "footnote",
    "footer",
    "hyperlink",
    "strong",
    "emphasis",
)


@dataclass(frozen=True, slots=True)
class NamedStyle:
    """A style and how it looks; sizes and spaces in points, indents in millimetres, None where inherited.

    `name` is what a person sees in Word, so that each style can be found and restyled. `level` is a heading's.
    `set_apart` is a bar beside the lines, and a ground of its own behind them.
    """

    name: str
    base: str | None = None
    is_character: bool = False
    font: str | None = None
    size: float | None = None
    color: str | None = None
    mark: Literal["bold", "italic", "strike", "underline", "superscript"] | None = None
    before: float | None = None
    after: float | None = None
    indent: float = 0
    hanging: float = 0
    level: int | None = None
    keep_with_next: bool = False
    set_apart: bool = False


# What the writer calls a style -> the style.
STYLES: Mapping[str, NamedStyle] = MappingProxyType(
    {
        "normal": NamedStyle("Normal", font=_FONT, size=11, before=0, after=6),
        "title": NamedStyle("Title", "normal", size=24, color=_BLUE, mark="bold", before=0, after=4),
        "date": NamedStyle("Subtitle", "normal", size=12, color=_GREY, after=14),
        "heading 1": NamedStyle("heading 1", "normal", size=16, color=_BLUE, mark="bold", before=22, after=8, level=1),
        "heading 2": NamedStyle("heading 2", "normal", size=12, color=_BLUE, mark="bold", before=16, after=4, level=2),
        "heading 3": NamedStyle("heading 3", "normal", size=11, color=_BLACK, mark="bold", before=12, after=3, level=3),
        "body": NamedStyle("Body Text", "normal", after=6),
        "note": NamedStyle("Question Note", "normal", size=9, color=_GREY, after=4, keep_with_next=True),
        "answer": NamedStyle("Answer", "normal", after=6),
        "item": NamedStyle("Answer Item", "answer", indent=14, hanging=8, after=3),
        "state": NamedStyle(
            "State of Answer", "normal", size=10, indent=6, after=3, keep_with_next=True, set_apart=True
        ),
        "related": NamedStyle("Related Passage", "normal", indent=6, after=6, set_apart=True),
        "related item": NamedStyle("Related Item", "normal", indent=14, hanging=8, after=6, set_apart=True),
        "quote": NamedStyle("Quoted Paragraph", "normal", indent=6, after=4),
        "quote item": NamedStyle("Quoted Item", "quote", indent=14, after=3),
        "nearest": NamedStyle("Nearest Paragraph", "normal", size=10, indent=6, after=4),
        "version": NamedStyle("Other Version", "normal", size=10, indent=6, after=4),
        "remark": NamedStyle("Small Print", "normal", size=9, color=_GREY, after=4),
        "table head": NamedStyle("Table Head", "normal", size=9.5, mark="bold", before=2, after=2),
        "table text": NamedStyle("Table Text", "normal", size=9.5, before=2, after=2),
        "front heading": NamedStyle("TOC Heading", "normal", size=16, color=_BLUE, mark="bold", before=22, after=8),
        "contents 1": NamedStyle("toc 1", "normal", mark="bold", before=6, after=2, keep_with_next=True),
        "contents 2": NamedStyle("toc 2", "normal", indent=11, hanging=6, after=2),
        "footnote text": NamedStyle("footnote text", "normal", size=9, after=0),
        "foot": NamedStyle("footer", "normal", size=9, color=_GREY, after=0),
        "footnote mark": NamedStyle("footnote reference", is_character=True, mark="superscript"),
        "link": NamedStyle("Hyperlink", is_character=True, color="1F4E9E"),
        "strong": NamedStyle("Strong", is_character=True, mark="bold"),
        "emphasis": NamedStyle("Emphasis", is_character=True, mark="italic"),
        "citation": NamedStyle("Citation", is_character=True, color=_GREY),
        "added": NamedStyle("Added Words", is_character=True, color="1B6E2E", mark="underline"),
        "removed": NamedStyle("Removed Words", is_character=True, color="9C1C1C", mark="strike"),
    }
)
_TABLE = "Report Table"
_RULES = ("top", "bottom", "insideH")


def style_ids(document: "Document", *, restyle: bool) -> dict[str, str]:
    """The id of each of STYLES in `document`, by what the writer calls it; those that are missing are made.

    With `restyle`, those that are there look as they do here too. `table` is the style of tables.
    """
    from docx.oxml import parse_xml

    existing = {style.element.name_val.lower(): style for style in document.styles if style.element.name_val}
    made: dict[str, ParagraphStyle | CharacterStyle] = {}
    for role, named in STYLES.items():
        style = existing.get(named.name.lower())
        if style is None:
            made[role] = _added(document, named)
        else:
            made[role] = style
            if not restyle:
                continue
            _clear(style)
        _describe(made[role], named, made)
    if _TABLE.lower() not in existing:
        document.styles.element.append(parse_xml(_table_xml()))
    return {role: style.style_id for role, style in made.items()} | {"table": _TABLE.replace(" ", "")}


def _added(document: "Document", named: NamedStyle) -> "ParagraphStyle | CharacterStyle":
    from docx.enum.style import WD_STYLE_TYPE

    kind = WD_STYLE_TYPE.CHARACTER if named.is_character else WD_STYLE_TYPE.PARAGRAPH
    style: ParagraphStyle | CharacterStyle = document.styles.add_style(
        named.name, kind, builtin=named.name.lower().startswith(_BUILT_IN)
    )
    style.element.styleId = named.name.title().replace(" ", "")
    return style


def _clear(style: "ParagraphStyle | CharacterStyle") -> None:
    """Leave nothing of a style but its name and kind."""
    for child in list(style.element):
        if child is not style.element.name:
            style.element.remove(child)


def _describe(
    style: "ParagraphStyle | CharacterStyle",
    named: NamedStyle,
    made: "Mapping[str, ParagraphStyle | CharacterStyle]",
) -> None:
    """Have `style` look as `named` says; its base is among those `made`."""
    style.quick_style = True
    if named.base:
        style.base_style = made[named.base]
    if named.level:
        style.element.next_val = made["normal"].style_id
    _set_letters(style, named)
    if not named.is_character:
        # Of which mypy cannot know that it is a paragraph's.
        lines = style.paragraph_format  # type: ignore[union-attr]
        _set_lines(lines, named)
        if named.set_apart:
            _set_apart(lines)


def _set_letters(style: "ParagraphStyle | CharacterStyle", named: NamedStyle) -> None:
    """The letters of a style."""
    from docx.shared import Pt, RGBColor

    font = style.font
    if named.font:
        font.name = font.cs_name = font.east_asia_name = named.font
    if named.color:
        font.color.rgb = RGBColor.from_string(named.color)
    if named.size:
        font.size = font.cs_size = Pt(named.size)
    if named.mark:
        setattr(font, named.mark, True)


def _set_lines(lines: "ParagraphFormat", named: NamedStyle) -> None:
    """The lines of a paragraph's style: spaces, indents, what stays on a page together."""
    from docx.shared import Mm, Pt

    if named.level or named.keep_with_next:
        lines.keep_with_next = lines.keep_together = True
    if named.before is not None:
        lines.space_before = Pt(named.before)
    if named.after is not None:
        lines.space_after = Pt(named.after)
    if named.name == "Normal":
        lines.line_spacing = _LINE_SPACING
    if named.indent:
        lines.left_indent, lines.first_line_indent = Mm(named.indent), Mm(-named.hanging)
    if named.hanging:
        lines.tab_stops.add_tab_stop(Mm(named.indent))
    if named.level:
        lines.outline_level = named.level - 1  # as the file has it: 0 for the highest


def _set_apart(lines: "ParagraphFormat") -> None:
    """Give a paragraph a bar and a ground, which python-docx has no words for, where its properties have them."""
    from docx.oxml import parse_xml

    # Of a style here, which has such properties as a paragraph has.
    properties = lines._element.get_or_add_pPr()  # type: ignore[attr-defined]
    bar = f'<w:left w:val="single" w:sz="24" w:space="8" w:color="{_BAR}"/>'
    for xml in (
        f'<w:pBdr xmlns:w="{NAMESPACE}">{bar}</w:pBdr>',
        f'<w:shd xmlns:w="{NAMESPACE}" w:val="clear" w:color="auto" w:fill="{_GROUND}"/>',
    ):
        properties.insert_element_before(parse_xml(xml), "w:tabs", "w:spacing", "w:ind", "w:outlineLvl")


def _table_xml() -> str:
    """The style of tables, which python-docx has no words for: rules between rows, none between columns."""
    rules = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="A6A6A6"/>' for side in _RULES)
    margins = '<w:left w:w="0" w:type="dxa"/><w:right w:w="140" w:type="dxa"/>'
    return (
        f'<w:style xmlns:w="{NAMESPACE}" w:type="table" w:customStyle="1" w:styleId="{_TABLE.replace(" ", "")}">'
        f'<w:name w:val="{_TABLE}"/><w:qFormat/>'
        f"<w:tblPr><w:tblBorders>{rules}</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr></w:style>"
    )
