"""The automatic numbers of the paragraphs of a Word file, which its text does not hold."""

from collections.abc import Iterable
from dataclasses import dataclass

from docx.document import Document
from docx.numbering import Numbering, NumberingLevel, compute_list_numbers, get_paragraph_numbering
from docx.oxml.text.paragraph import CT_P

from index.readers.word.names import Element

_NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class ListNumber:
    """What is printed before a numbered paragraph: `text` with what sets it off, or a bullet."""

    text: str
    bullet: bool = False


def list_numbers(document: Document, paragraphs: Iterable[Element]) -> dict[Element, ListNumber]:
    """The numbers of `paragraphs`, which are all that the document shows, in order."""
    part = document.part
    if not part.has_numbering_part:
        return {}
    numbering = Numbering(part.numbering_part.element, part)
    shown = (paragraph for paragraph in paragraphs if isinstance(paragraph, CT_P))
    found: dict[Element, ListNumber] = {}
    for paragraph, number in compute_list_numbers(shown, part):
        level = _level(paragraph, document, numbering)
        if level is not None and level.is_bullet:
            found[paragraph] = ListNumber("", bullet=True)
        elif number.strip():
            tab = "" if level is not None and level.suffix == _NOTHING else "\t"
            found[paragraph] = ListNumber(number.strip() + tab)
    return found


def _level(paragraph: CT_P, document: Document, numbering: Numbering) -> NumberingLevel | None:
    resolved = get_paragraph_numbering(paragraph, document.part)
    definition = numbering.get(resolved[0]) if resolved else None
    return definition.level(resolved[1]) if resolved and definition else None
