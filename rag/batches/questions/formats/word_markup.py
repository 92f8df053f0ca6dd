"""The markup of a Word document, as far as questions need it: paragraphs, tables, lists, and the text in them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from rag.batches.questions.recognition.line import Line
from rag.batches.questions.row import is_unreadable, one_line

if TYPE_CHECKING:
    from docx.document import Document

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PARAGRAPH, TABLE, ROW, CELL = (W + name for name in ("p", "tbl", "tr", "tc"))
# Elements that hold paragraphs, tables, rows and cells as the body does: content controls and tracked insertions.
_TRANSPARENT = frozenset(W + name for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"))
_DELETED = frozenset(W + name for name in ("del", "moveFrom"))
_SPACES = frozenset(W + name for name in ("tab", "br", "cr"))
# A text box stands twice in the file, the second time for programs of before 2010.
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# Styles of what surrounds the questions; names as Word stores them, in lower case.
_FURNITURE = ("title", "subtitle", "caption", "toc ", "header", "footer", "footnote text", "endnote text")
_HEADING = "heading "
# The list styles that Word comes with, one for each level.
_LIST_STYLE = re.compile(r"list (?P<kind>bullet|number|continue)?(?: (?P<level>\d))?")
_UNREADABLE = "it holds characters that cannot be read"
_OFF = ("0", "false", "off")
_NO_LIST = "0"  # the number by which a paragraph leaves the list of its style


class Node(Protocol):
    """An XML element, as far as it is read here."""

    tag: str
    text: str | None

    def iterchildren(self, tag: str | None = None) -> Iterator["Node"]:
        """The elements directly in this one, all or those called `tag`."""

    def iter(self, tag: str) -> Iterator["Node"]:
        """The elements called `tag` in this one at any depth."""

    def find(self, path: str) -> "Node | None":
        """The first element at `path`."""

    def get(self, name: str, default: str) -> str:
        """The value of an attribute."""


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style: its name in lower case, and the list that its paragraphs are in, empty for none."""

    name: str
    list_id: str = ""
    depth: int = 0


def styles_of(document: "Document") -> dict[str, Style]:
    """The styles of a document by their ids."""
    return {each.style_id: _style(each.element) for each in document.styles}


def _style(element: Node) -> Style:
    name = _value(element.find(f"{W}name"))
    listed = _numbering(element.find(f"{W}pPr/{W}numPr"))
    if listed is not None:
        return Style(name.lower(), *listed)
    by_name = _LIST_STYLE.fullmatch(name.lower())
    if by_name is None or not by_name["kind"]:
        return Style(name.lower())
    return Style(name.lower(), by_name["kind"], int(by_name["level"] or 1) - 1)


def line_of(paragraph: Node, place: str, styles: Mapping[str, Style]) -> Line:
    """A paragraph as a line."""
    raw = text_of(paragraph)
    text = one_line(raw)
    style = styles.get(_value(paragraph.find(f"{W}pPr/{W}pStyle")), Style(""))
    list_id, depth = _numbering(paragraph.find(f"{W}pPr/{W}numPr")) or (style.list_id, style.depth)
    return Line(
        place,
        text,
        list_id=list_id,
        depth=depth,
        is_heading=style.name.startswith(_HEADING) and not text.endswith("?"),
        is_furniture=style.name.startswith(_FURNITURE),
        is_emphasised=_is_centred(paragraph) or _is_bold(paragraph),
        stands_alone=True,
        problem=_UNREADABLE if is_unreadable(raw) else None,
    )


def blocks(parent: Node) -> Iterator[Node]:
    """The paragraphs and tables in `parent`, in order, those in content controls and tracked insertions too."""
    return elements(parent, PARAGRAPH, TABLE)


def rows_of(table: Node) -> Iterator[Node]:
    """The rows of a table, in order, those in content controls and tracked insertions too."""
    return elements(table, ROW)


def cells_of(row: Node) -> list[str]:
    """The texts of a row's cells; one that spans several columns counts as that many, the others empty."""
    texts: list[str] = []
    for cell in elements(row, CELL):
        texts += ["\n".join(_texts_in(cell)), *[""] * (_span(cell) - 1)]
    return texts


def _texts_in(cell: Node) -> Iterator[str]:
    """The texts of the paragraphs in a cell, those of tables within it too."""
    for block in blocks(cell):
        if block.tag == PARAGRAPH:
            yield text_of(block)
        else:
            yield from (text for row in rows_of(block) for inner in elements(row, CELL) for text in _texts_in(inner))


def text_of(paragraph: Node) -> str:
    """The text of a paragraph as it reads with tracked changes accepted."""
    return "".join(_pieces(paragraph))


def elements(parent: Node, *tags: str) -> Iterator[Node]:
    """The elements with one of `tags` in `parent`, in order, those in content controls and tracked insertions too."""
    for child in parent.iterchildren():
        if child.tag in _TRANSPARENT:
            yield from elements(child, *tags)
        elif child.tag in tags:
            yield child


def _pieces(element: Node) -> Iterator[str]:
    for child in element.iterchildren():
        if child.tag == W + "t":
            yield child.text or ""
        elif child.tag in _SPACES:
            yield " "
        elif child.tag == W + "noBreakHyphen":
            yield "-"
        elif child.tag not in _DELETED and child.tag not in (W + "pPr", _FALLBACK):
            yield from _pieces(child)


def _span(cell: Node) -> int:
    """How many columns a cell takes; ValueError where the file says what is no number of columns."""
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    return 1 if span is None else max(1, int(span.get(W + "val", "1")))


def _value(element: Node | None) -> str:
    return "" if element is None else element.get(W + "val", "")


def _numbering(element: Node | None) -> tuple[str, int] | None:
    """The list and the level that a `numPr` element names; None where there is no such element."""
    if element is None:
        return None
    number, level = _value(element.find(f"{W}numId")), _value(element.find(f"{W}ilvl"))
    if number == _NO_LIST:
        return "", 0
    return number or "style", int(level) if level.isdecimal() else 0


def _is_centred(paragraph: Node) -> bool:
    return _value(paragraph.find(f"{W}pPr/{W}jc")) == "center"


def _is_bold(paragraph: Node) -> bool:
    """Whether every run with a word in it is bold."""
    runs = [run for run in paragraph.iter(W + "r") if one_line(text_of(run))]
    return bool(runs) and all(_is_on(run.find(f"{W}rPr/{W}b")) for run in runs)


def _is_on(element: Node | None) -> bool:
    return element is not None and element.get(W + "val", "1") not in _OFF
