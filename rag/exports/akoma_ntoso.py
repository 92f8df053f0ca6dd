"""A document as Akoma Ntoso 3.0 (https://docs.oasis-open.org/legaldocml/akn-core/v1.0/), the XML of legal texts.

Headings are sections, paragraphs keep their printed numbers, sub-items are subparagraphs; of footnotes it is known to
which paragraph they belong and not at which word, so they stand at the end of its text.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from lxml import etree

from index.document import Document, Note, Paragraph
from index.errors import OutputError
from index.locator import Locator
from index.sentences import mark_start
from rag.citing.citation import name_of

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_SOURCE = "#pincite"
_NOT_IN_ID = re.compile(r"[^\w.-]+")
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def akoma_ntoso(document: Document, place: Locator | None = None) -> str:
    """The XML of `document`, whole.

    OutputError where a `place` of it is asked for, or where it has no date, which the format wants.
    """
    if place is not None:
        raise OutputError("Akoma Ntoso is written of a whole document; leave the paragraph out")
    if document.date is None:
        raise OutputError(
            f"{document.id} has no date, which Akoma Ntoso wants; give it one in a catalogue (corpus/catalogue.toml)"
        )
    return _Writer(document, document.date).text()


@dataclass(slots=True)
class _Part:
    """A sub-item, or the whole of a paragraph: `start` to `end` of its text, and the sub-items in it."""

    items: tuple[str, ...]
    start: int
    end: int
    children: list["_Part"] = field(default_factory=list)


class _Writer:
    """Writes one document."""

    def __init__(self, document: Document, date: str) -> None:
        self._document = document
        self._date = date
        self._ids: dict[str, int] = {}

    def text(self) -> str:
        """The XML, with its declaration."""
        root = etree.Element(_tag("akomaNtoso"), nsmap={None: NAMESPACE})  # type: ignore[dict-item]  # as lxml documents it
        written = _under(root, "doc", name="document")
        self._write_meta(_under(written, "meta"))
        preface = _under(written, "preface")
        docket = _under(preface, "p")
        if self._document.symbol:
            _under(docket, "docNumber", self._document.symbol)
        _under(docket, "docTitle", self._document.title)
        _under(docket, "docDate", self._date, date=self._date)
        self._add_notes(docket, self._document.notes)
        self._write_body(_under(written, "mainBody"))
        etree.indent(root)
        xml: str = etree.tostring(root, encoding="unicode")
        return f'<?xml version="1.0" encoding="UTF-8"?>\n{xml}\n'

    def _write_meta(self, meta: etree._Element) -> None:
        name = _NOT_IN_ID.sub("-", self._document.symbol or self._document.id).lower()
        work = f"/akn/un/doc/{self._date}/{name}"
        expression = f"{work}/{self._document.language}@"
        identification = _under(meta, "identification", source=_SOURCE)
        for level, uri in (("Work", work), ("Expression", expression), ("Manifestation", f"{expression}.xml")):
            at = _under(identification, f"FRBR{level}")
            _under(at, "FRBRthis", value=f"{uri}/!main" if level != "Manifestation" else uri)
            _under(at, "FRBRuri", value=uri)
            if level == "Work":
                _under(at, "FRBRalias", value=name_of(self._document), name="citation")
            _under(at, "FRBRdate", date=self._date, name="issued")
            _under(at, "FRBRauthor", href="#un")
            if level == "Work":
                _under(at, "FRBRcountry", value="un")
            elif level == "Expression":
                _under(at, "FRBRlanguage", language=self._document.language)
        references = _under(meta, "references", source=_SOURCE)
        named = {"eId": "un", "href": "/akn/ontology/organization/un/united-nations", "showAs": "United Nations"}
        _under(references, "TLCOrganization", **named)
        program = {"eId": "pincite", "href": "/akn/ontology/organization/un/pincite", "showAs": "pincite"}
        _under(references, "TLCOrganization", **program)

    def _write_body(self, body: etree._Element) -> None:
        opened: list[tuple[str, etree._Element]] = []
        for paragraph in self._document.paragraphs:
            kept = _common([heading for heading, _ in opened], paragraph.headings)
            del opened[kept:]
            for heading in paragraph.headings[kept:]:
                section = _under(opened[-1][1] if opened else body, "section", eId=self._id("sec"))
                _under(section, "heading", heading)
                opened.append((heading, section))
            self._write_paragraph(opened[-1][1] if opened else body, paragraph)

    def _write_paragraph(self, parent: etree._Element, paragraph: Paragraph) -> None:
        element = _under(parent, "paragraph", eId=self._id("para", str(paragraph.locator)))
        if paragraph.locator.number is not None:
            _under(element, "num", paragraph.locator.number)
        if paragraph.rows:
            self._write_table(element, paragraph)
        else:
            self._write_part(element, paragraph, _parts(paragraph))

    def _write_table(self, element: etree._Element, paragraph: Paragraph) -> None:
        content = _under(element, "content")
        table = _under(content, "table")
        for row in paragraph.rows:
            line = _under(table, "tr")
            for cell in row:
                _under(_under(line, "td"), "p", cell)
        if paragraph.notes:
            self._add_notes(_under(content, "p"), paragraph.notes)

    def _write_part(self, element: etree._Element, paragraph: Paragraph, part: _Part) -> None:
        text, notes = paragraph.text, paragraph.notes if not part.items else ()
        if not part.children:
            self._add_notes(_under(_under(element, "content"), "p", text[part.start : part.end].strip()), notes)
            return
        first, last = part.children[0], part.children[-1]
        if lead_in := text[part.start : mark_start(text, first.start)].strip():
            _under(_under(element, "intro"), "p", lead_in)
        for child in part.children:
            where = paragraph.locator.paragraph.item(*child.items)
            inner = _under(element, "subparagraph", eId=self._id("para", str(where)))
            _under(inner, "num", text[mark_start(text, child.start) : child.start].strip() or f"({child.items[-1]})")
            self._write_part(inner, paragraph, child)
        after = text[last.end : part.end].strip()
        if after or notes:
            self._add_notes(_under(_under(element, "wrapUp"), "p", after), notes)

    def _add_notes(self, element: etree._Element, notes: Sequence[Note]) -> None:
        for note in notes:
            hung = _under(element, "authorialNote", marker=note.mark, eId=self._id("note"))
            _under(hung, "p", note.text)

    def _id(self, kind: str, name: str = "") -> str:
        """An id that no other element has: `para_65`, `sec_3`."""
        wanted = "_".join(filter(None, (kind, _NOT_IN_ID.sub("-", name).strip("-"))))
        count = self._ids[wanted] = self._ids.get(wanted, 0) + 1
        return f"{wanted}_{count}" if not name or count > 1 else wanted


def _parts(paragraph: Paragraph) -> _Part:
    """The text of `paragraph` with its sub-items, one in another; each reaches to the mark of the next beside it."""
    whole = _Part((), 0, len(paragraph.text))
    opened = [whole]
    for item in sorted(paragraph.items, key=lambda each: (each.start, len(each.locator.items))):
        part = _Part(item.locator.items, item.start, item.end)
        while len(opened) > 1 and opened[-1].items != part.items[: len(opened[-1].items)]:
            opened.pop()
        beside = opened[-1].children
        if beside:
            beside[-1].end = mark_start(paragraph.text, item.start)
        beside.append(part)
        opened.append(part)
    return whole


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many headings two paths have in common from the outermost on."""
    pairs = zip(one, other, strict=False)
    return next((place for place, (ours, theirs) in enumerate(pairs) if ours != theirs), min(len(one), len(other)))


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _under(parent: etree._Element, name: str, text: str | None = None, /, **attributes: str) -> etree._Element:
    """A new element at the end of `parent`."""
    element = etree.SubElement(parent, _tag(name), {key: _clean(value) for key, value in attributes.items()})
    element.text = _clean(text) if text is not None else None
    return element


def _clean(text: str) -> str:
    """`text` without the control characters that XML cannot hold."""
    return _NOT_IN_XML.sub(" ", text)
