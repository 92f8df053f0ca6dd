"""Questions in a Word document: those of its tables with a column of questions, else one a paragraph."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from zipfile import BadZipFile

from index.errors import SourceError
from rag.batches.questions.columns import Placed, header_of, rows_of_table
from rag.batches.questions.plain import listed
from rag.batches.questions.row import QuestionRow, Remark, is_unreadable, one_line
from rag.reports.extras import require
from rag.reports.office_files import DAMAGED, reason

if TYPE_CHECKING:
    from docx.document import Document

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# Elements that hold paragraphs and tables as the body does: content controls and tracked insertions.
_TRANSPARENT = frozenset(_W + name for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"))
_DELETED = frozenset(_W + name for name in ("del", "moveFrom"))
_SPACES = frozenset(_W + name for name in ("tab", "br", "cr"))
# Styles of what surrounds the questions; names as Word stores them, in lower case.
_FURNITURE = ("title", "subtitle", "caption", "toc ", "header", "footer", "footnote text", "endnote text")
_HEADING = "heading "


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


def read_word(path: Path, remark: Remark) -> Iterator[QuestionRow]:
    """The questions of a Word document. A heading is the section of what follows, unless it asks something itself."""
    document = _opened(path)
    body = document.element.body
    tables = [each for each in _blocks(body) if each.tag == _W + "tbl" and _is_of_questions(each)]
    if tables:
        remark(
            f"{path.name}: read {len(tables)} table(s) with a column of questions; paragraphs outside were not asked"
        )
        yield from _from_tables(path, body, _style_names(document), remark)
    else:
        yield from _from_paragraphs(body, _style_names(document))


def _opened(path: Path) -> "Document":
    docx = require("docx", "Word documents")
    try:
        document: Document = docx.Document(str(path))
        return document
    except (BadZipFile, docx.opc.exceptions.PackageNotFoundError) as error:
        raise SourceError(f"{path}: not a .docx document, or one with a password; save it without one") from error
    except DAMAGED as error:
        raise SourceError(f"{path}: the document is damaged ({reason(error)}); open it and save it again") from error


def _style_names(document: "Document") -> dict[str, str]:
    """The name of each style, in lower case, by its id."""
    return {style.style_id: (style.element.name_val or "").lower() for style in document.styles}


def _from_paragraphs(body: Node, styles: dict[str, str]) -> Iterator[QuestionRow]:
    section: str | None = None
    number = 0
    for block in _blocks(body):
        if block.tag != _W + "p":
            continue
        number += 1
        text = _text(block)
        style = styles.get(_style_id(block), "")
        if not one_line(text) or style.startswith(_FURNITURE):
            continue
        if style.startswith(_HEADING) and not one_line(text).endswith("?"):
            section = one_line(text)
            continue
        id, question = listed(one_line(text))
        problem = "it holds characters that cannot be read" if is_unreadable(text) else None
        yield QuestionRow(f"paragraph {number}", question, id=id, section=section, problem=problem)


def _from_tables(path: Path, body: Node, styles: dict[str, str], remark: Remark) -> Iterator[QuestionRow]:
    section: str | None = None
    number = 0
    for block in _blocks(body):
        if block.tag == _W + "p":
            if styles.get(_style_id(block), "").startswith(_HEADING) and one_line(_text(block)):
                section = one_line(_text(block))
            continue
        number += 1
        if not _is_of_questions(block):
            remark(f"{path.name}: table {number} has no column called 'question' and was left out")
            continue
        for row in rows_of_table(_rows(block, number), f"{path.name}, table {number}", remark):
            yield row if row.section else replace(row, section=section)


def _is_of_questions(table: Node) -> bool:
    first = next(table.iter(_W + "tr"), None)
    return first is not None and header_of(_cells(first)) is not None


def _rows(table: Node, number: int) -> Iterator[Placed]:
    for at, row in enumerate(table.iterchildren(_W + "tr"), start=1):
        yield Placed(f"table {number}, row {at}", _cells(row))


def _cells(row: Node) -> list[str]:
    """The texts of a row's cells; one that spans several columns counts as that many, the others empty."""
    texts: list[str] = []
    for cell in row.iterchildren(_W + "tc"):
        span = cell.find(f"{_W}tcPr/{_W}gridSpan")
        texts += ["\n".join(_text(each) for each in _blocks(cell) if each.tag == _W + "p")]
        texts += [""] * (int(span.get(_W + "val", "1")) - 1 if span is not None else 0)
    return texts


def _blocks(parent: Node) -> Iterator[Node]:
    """The paragraphs and tables in `parent`, in order, those in content controls and tracked insertions too."""
    for child in parent.iterchildren():
        if child.tag in _TRANSPARENT:
            yield from _blocks(child)
        elif child.tag in (_W + "p", _W + "tbl"):
            yield child


def _style_id(paragraph: Node) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return "" if style is None else style.get(_W + "val", "")


def _text(paragraph: Node) -> str:
    """The text of a paragraph as it reads with tracked changes accepted."""
    return "".join(_pieces(paragraph))


def _pieces(element: Node) -> Iterator[str]:
    for child in element.iterchildren():
        if child.tag == _W + "t":
            yield child.text or ""
        elif child.tag in _SPACES:
            yield " "
        elif child.tag == _W + "noBreakHyphen":
            yield "-"
        elif child.tag not in _DELETED and child.tag != _W + "pPr":
            yield from _pieces(child)
