"""A part of a Word file read with the place of every letter in its bytes.

It is read by expat, which tells where each element begins: what is written back can then be the same bytes with
something put in, which no library that builds a tree of a part can promise.
"""

import re
from collections.abc import Mapping
from xml.parsers import expat

from index.errors import SourceError
from rag.verifying.word_comments.markup import (
    MarkedParagraph,
    MarkedPart,
    NoteReference,
    Run,
    Segment,
    TextElement,
    W,
)

_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_TAG = re.compile(rb"""<[^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*>""")
_NAME = re.compile(rb"</?([^\s/>]+)")
_ENCODING = re.compile(rb"""^\s*<\?xml[^>]*\bencoding\s*=\s*["']([^"']+)["']""")
_READ = ("utf-8", "utf8", "us-ascii", "ascii")
_LETTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
# What tracked changes leave out when they are accepted, and what is written twice for old programs.
_LEFT_OUT = frozenset(
    {f"{W} del", f"{W} moveFrom", f"{_MC} Fallback", f"{W} rPrChange", f"{W} pPrChange", f"{W} sectPrChange"}
)
_NOTES = {f"{W} footnoteReference": "footnote", f"{W} endnoteReference": "endnote"}
_PARAGRAPH = f"{W} p"
_OFF = ("0", "false", "off")
_NAMESPACE = " "


def marked_part(data: bytes, name: str) -> MarkedPart:
    """The paragraphs of the part `data`; SourceError, with `name` for it, where it is no XML in UTF-8."""
    encoding = _ENCODING.match(data)
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or (encoding and encoding[1].decode("ascii").lower() not in _READ):
        raise SourceError(f"{name}: it is not in UTF-8; open the file in Word or LibreOffice and save it again")
    reader = _PartReader(data)
    try:
        reader.parser.Parse(data, True)
    except expat.ExpatError as error:
        raise SourceError(
            f"{name}: damaged ({error}); open the file in Word or LibreOffice and save it again"
        ) from None
    return MarkedPart(data, tuple(reader.paragraphs), reader.has_usual_prefix)


class _PartReader:
    """Follows the elements of a part; `paragraphs` are those that were met, in order."""

    def __init__(self, data: bytes) -> None:
        self.paragraphs: list[MarkedParagraph] = []
        self.has_usual_prefix = False
        self._data = data
        self._open: list[MarkedParagraph] = []
        self._depths: list[int] = []
        self._path: list[str] = []
        self._left_out = 0
        self._run: Run | None = None
        self._runs: list[Run | None] = []
        self._element: TextElement | None = None
        self._properties = 0
        self._tables: list[list[int]] = []
        self._table_count = 0
        self._note: str | None = None
        self._elements = 0
        self.parser = expat.ParserCreate(namespace_separator=_NAMESPACE)
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._letters
        self.parser.StartNamespaceDeclHandler = self._declared

    def _declared(self, prefix: str | None, uri: str) -> None:
        if not self._path and prefix == "w":
            self.has_usual_prefix = uri == W

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        self._path.append(name)
        self._elements += name == _PARAGRAPH
        if name in _LEFT_OUT and not self._in_properties():
            self._left_out += 1
        handler = _STARTS.get(name)
        if handler is not None and not self._left_out:
            handler(self, attributes)

    def _end(self, name: str) -> None:
        if not self._left_out:
            handler = _ENDS.get(name)
            if handler is not None:
                handler(self)
        if name in _LEFT_OUT and not self._in_properties():
            self._left_out -= 1
        self._path.pop()
        # A child of a paragraph ends: what lies in it knows where.
        if self._open and len(self._path) == self._depths[-1]:
            end = self._end_of_element()
            for run in reversed(self._open[-1].runs):
                if run.outer_end:
                    break
                run.outer_end = end

    def _in_properties(self) -> bool:
        """Whether the element is one of those that say of a paragraph's mark that it was deleted."""
        return any(each.endswith((" rPr", " pPr", " trPr")) for each in self._path[-4:-1])

    def _end_of_element(self) -> int:
        at = self.parser.CurrentByteIndex
        if self._data[at : at + 2] == b"</":
            return self._data.index(b">", at) + 1
        tag = _TAG.match(self._data, at)
        return tag.end() if tag else at

    def _begin_paragraph(self, _attributes: Mapping[str, str]) -> None:
        anchor = self._open[0] if self._open else None
        table = (self._tables[-1][0], self._tables[-1][1]) if self._tables else None
        paragraph = MarkedParagraph(self._elements - 1, table=table, anchor=anchor, note=self._note)
        self.paragraphs.append(paragraph)
        self._open.append(paragraph)
        self._depths.append(len(self._path))
        self._runs.append(self._run)
        self._run = None

    def _finish_paragraph(self) -> None:
        self._open.pop()
        self._depths.pop()
        self._run = self._runs.pop()

    def _begin_table(self, _attributes: Mapping[str, str]) -> None:
        self._table_count += 1
        self._tables.append([self._table_count, 0])

    def _finish_table(self) -> None:
        self._tables.pop()

    def _begin_row(self, _attributes: Mapping[str, str]) -> None:
        if self._tables:
            self._tables[-1][1] += 1

    def _begin_note(self, attributes: Mapping[str, str]) -> None:
        self._note = attributes.get(f"{W} id", "")

    def _finish_note(self) -> None:
        self._note = None

    def _begin_run(self, _attributes: Mapping[str, str]) -> None:
        if self._open:
            at = self.parser.CurrentByteIndex
            self._run = Run(at, self._name_at(at))
            self._open[-1].runs.append(self._run)

    def _finish_run(self) -> None:
        if self._run is not None:
            self._run.end = self._end_of_element()
            self._run = None

    def _begin_properties(self, _attributes: Mapping[str, str]) -> None:
        self._properties = self.parser.CurrentByteIndex

    def _finish_properties(self) -> None:
        if self._run is not None and self._path[-2] == f"{W} r":
            self._run.properties = self._data[self._properties : self._end_of_element()]

    def _hide(self, attributes: Mapping[str, str]) -> None:
        if self._run is not None and attributes.get(f"{W} val", "1") not in _OFF:
            self._run.is_hidden = True

    def _begin_text(self, attributes: Mapping[str, str]) -> None:
        at = self.parser.CurrentByteIndex
        keeps = attributes.get("http://www.w3.org/XML/1998/namespace space") == "preserve"
        self._element = TextElement(at, self._name_at(at), keeps)

    def _finish_text(self) -> None:
        self._element = None

    def _letters(self, text: str) -> None:
        if self._element is None or self._left_out:
            return
        self._element.text += text
        at = self.parser.CurrentByteIndex
        encoded = text.encode()
        self._add(text, at, self._element, is_literal=self._data[at : at + len(encoded)] == encoded)

    def _sign(self, _attributes: Mapping[str, str]) -> None:
        name = self._path[-1].rpartition(_NAMESPACE)[2]
        self._add(_LETTERS[name], self.parser.CurrentByteIndex, None, is_literal=False)

    def _symbol(self, attributes: Mapping[str, str]) -> None:
        try:
            letter = chr(int(attributes.get(f"{W} char", ""), 16))
        except (ValueError, OverflowError):
            return
        self._add(letter, self.parser.CurrentByteIndex, None, is_literal=False)

    def _add(self, text: str, at: int, element: TextElement | None, *, is_literal: bool) -> None:
        if not self._open or self._run is None or self._run.is_hidden:
            return
        paragraph = self._open[-1]
        paragraph.segments.append(Segment(len(paragraph.text), text, at, self._run, element, is_literal))
        paragraph.text += text

    def _refer(self, attributes: Mapping[str, str]) -> None:
        if self._open and self._run is not None:
            paragraph = self._open[-1]
            own = attributes.get(f"{W} customMarkFollows", "0") not in _OFF
            kind, identity = _NOTES[self._path[-1]], attributes.get(f"{W} id", "")
            paragraph.notes.append(NoteReference(kind, identity, len(paragraph.text), self._run, own))

    def _style(self, attributes: Mapping[str, str]) -> None:
        if self._open:
            self._open[-1].style = attributes.get(f"{W} val", "")

    def _outline(self, attributes: Mapping[str, str]) -> None:
        if self._open:
            self._open[-1].is_heading = attributes.get(f"{W} val", "9") != "9"

    def _indent(self, attributes: Mapping[str, str]) -> None:
        if self._open:
            left = attributes.get(f"{W} left") or attributes.get(f"{W} start")
            right = attributes.get(f"{W} right") or attributes.get(f"{W} end")
            self._open[-1].indents = (_whole(left), _whole(right))

    def _name_at(self, at: int) -> bytes:
        match = _NAME.match(self._data, at)
        return match[1] if match else b""


def _whole(text: str | None) -> int:
    return int(text) if text and text.lstrip("-").isdecimal() else 0


_STARTS = {
    _PARAGRAPH: _PartReader._begin_paragraph,
    f"{W} tbl": _PartReader._begin_table,
    f"{W} tr": _PartReader._begin_row,
    f"{W} footnote": _PartReader._begin_note,
    f"{W} endnote": _PartReader._begin_note,
    f"{W} r": _PartReader._begin_run,
    f"{W} rPr": _PartReader._begin_properties,
    f"{W} vanish": _PartReader._hide,
    f"{W} t": _PartReader._begin_text,
    f"{W} sym": _PartReader._symbol,
    f"{W} pStyle": _PartReader._style,
    f"{W} outlineLvl": _PartReader._outline,
    f"{W} ind": _PartReader._indent,
    **{f"{W} {name}": _PartReader._sign for name in _LETTERS},
    **{name: _PartReader._refer for name in _NOTES},
}
_ENDS = {
    _PARAGRAPH: _PartReader._finish_paragraph,
    f"{W} tbl": _PartReader._finish_table,
    f"{W} footnote": _PartReader._finish_note,
    f"{W} endnote": _PartReader._finish_note,
    f"{W} r": _PartReader._finish_run,
    f"{W} rPr": _PartReader._finish_properties,
    f"{W} t": _PartReader._finish_text,
}
