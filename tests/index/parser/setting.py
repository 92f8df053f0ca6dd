"""Short texts as a reader of printed pages gives them, written down line by line.

A line may begin with how it is set, in braces: `{b14}` bold in 14 points, `{i}` italic, `{box}`, `{figure}`,
`{note 1}`, `{note}`, `{header}`; after `{table}` the cells of a row are parted by ` | `. Blanks before a line are its
indent, blank lines its gap, `=====` turns the page; `*word*` is in italics, a number in braces is raised.
"""

import re

from index.document import Document, Parse
from index.parser.parse import parse_source
from index.readers.base import Line, NoteMark, Role, SourceText, Wrapping

_SET = re.compile(r"\{(?P<flags>[a-z][a-z0-9. *]*)\}")
_INLINE = re.compile(r"\*(?P<italic>[^*]+)\*|\{(?P<mark>[0-9*a]+)\}")
_ROLES = {"box": Role.BOX, "figure": Role.FIGURE, "table": Role.TABLE, "header": Role.HEADER, "note": Role.NOTE}


def laid_out(text: str, wrapping: Wrapping = Wrapping.WRAPPED) -> SourceText:
    """The lines of `text`."""
    lines: list[Line] = []
    page, gap, begins = 1, 0, True
    for raw in text.strip("\n").split("\n"):
        if not raw.strip():
            gap += 1
        elif raw.startswith("====="):
            page, gap, begins = page + 1, 0, True
        else:
            line = _line(raw, len(lines) + 1, gap, page, begins=begins)
            lines.append(line)
            gap, begins = 0, begins and line.role is Role.HEADER
    return SourceText(tuple(lines), page, wrapping=wrapping)


def _line(raw: str, number: int, gap: int, page: int, *, begins: bool) -> Line:
    bare = raw.lstrip()
    indent = len(raw) - len(bare)
    flags = match["flags"] if (match := _SET.match(bare)) else ""
    text, spans, marks = _inline(bare[match.end() :].lstrip() if match else bare)
    word, *rest = flags.split() or [""]
    role = _ROLES.get(word, Role.TEXT)
    size = re.search(r"[0-9.]+", word)
    return Line(
        text=text,
        number=number,
        gap=gap,
        page=page,
        begins_page=begins and role is not Role.HEADER,
        indent=indent,
        size=float(size[0]) if size and role is Role.TEXT else 10.0,
        bold=role is Role.TEXT and word.startswith("b"),
        italic=role is Role.TEXT and word.startswith("i"),
        note_marks=marks,
        opens_note=(rest[0] if rest else None) if role is Role.NOTE else None,
        role=role,
        cells=tuple(text.split(" | ")) if role is Role.TABLE else (),
        italic_spans=spans,
    )


def _inline(text: str) -> tuple[str, tuple[tuple[int, int], ...], tuple[NoteMark, ...]]:
    kept, spans, marks = "", [], []
    end = 0
    for match in _INLINE.finditer(text):
        kept += text[end : match.start()]
        if match["italic"]:
            spans.append((len(kept), len(kept) + len(match["italic"])))
            kept += match["italic"]
        else:
            marks.append(NoteMark(len(kept), match["mark"]))
        end = match.end()
    return kept + text[end:], tuple(spans), tuple(marks)


def parse(text: str) -> Parse:
    """The parse of `text`."""
    return parse_source(laid_out(text), id="text", source="text.pdf")


def document(text: str) -> Document:
    """The document that `text` is."""
    return parse(text).document


def places(text: str) -> list[str]:
    """The locators of its paragraphs, in order."""
    return [str(paragraph.locator) for paragraph in document(text).paragraphs]


def texts(text: str) -> dict[str, str]:
    """The text of each paragraph by its locator."""
    return {str(paragraph.locator): paragraph.text for paragraph in document(text).paragraphs}
