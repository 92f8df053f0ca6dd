"""The footnotes and endnotes of a Word file: their numbers, which its text does not hold, and their texts."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from docx.document import Document
from docx.enum.numbering import WD_NUMBER_FORMAT
from docx.numbering import NumberingLevel
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import XmlPart

from index.readers.word.names import Element, number_of, value_of, w

FOOTNOTE, ENDNOTE = "footnote", "endnote"
_PARTS = {FOOTNOTE: RELATIONSHIP_TYPE.FOOTNOTES, ENDNOTE: RELATIONSHIP_TYPE.ENDNOTES}
# How notes are numbered where a document does not say (ISO/IEC 29500-1, 17.11.17 and 17.11.18).
_USUAL = {FOOTNOTE: WD_NUMBER_FORMAT.DECIMAL, ENDNOTE: WD_NUMBER_FORMAT.LOWER_ROMAN}


@dataclass(frozen=True, slots=True)
class NoteReference:
    """A reference to a note: its kind, the number by which the file knows it, and its mark as printed."""

    kind: str
    identity: str
    mark: str


@dataclass(slots=True)
class NoteCounter:
    """Numbers the notes of a document as they are met; `settings` are the document's properties of each kind."""

    settings: Mapping[str, Element | None]
    _counts: dict[str, int] = field(init=False, default_factory=dict)

    def following(self, kind: str) -> str:
        """The mark of the next note of `kind` that is numbered automatically."""
        settings = self.settings.get(kind)
        start = number_of(value_of(settings, "numStart")) or 1
        self._counts[kind] = count = self._counts.get(kind, int(start) - 1) + 1
        name = value_of(settings, "numFmt")
        named = next((each for each in WD_NUMBER_FORMAT if each.xml_value == name), _USUAL[kind])
        return _Format(named).format_number(count)


class _Format(NumberingLevel):
    """A list's level of one number format; notes are numbered in the same formats."""

    def __init__(self, number_format: WD_NUMBER_FORMAT) -> None:
        super().__init__(0, None)
        self._number_format = number_format

    @property
    def number_format(self) -> WD_NUMBER_FORMAT:
        """The format that it was made with."""
        return self._number_format


def note_counter(document: Document) -> NoteCounter:
    """A counter by the settings of `document`, or of its last section, which win."""
    body, settings = document.element.body, document.settings.element
    section = body.find(w("sectPr"))
    return NoteCounter({kind: _properties(kind, (section, settings)) for kind in (FOOTNOTE, ENDNOTE)})


def _properties(kind: str, places: tuple[Element | None, ...]) -> Element | None:
    found = (place.find(w(f"{kind}Pr")) for place in places if place is not None)
    return next((each for each in found if each is not None and each.find(w("numFmt")) is not None), None)


def note_texts(document: Document) -> dict[tuple[str, str], Element]:
    """The notes of `document` by their kind and the number by which the file knows them."""
    texts: dict[tuple[str, str], Element] = {}
    for kind, relationship in _PARTS.items():
        for each in document.part.rels.values():
            if each.reltype == relationship and not each.is_external and isinstance(each.target_part, XmlPart):
                for note in each.target_part.element.iterfind(w(kind)):
                    texts.setdefault((kind, note.get(w("id"), "")), note)
    return texts
