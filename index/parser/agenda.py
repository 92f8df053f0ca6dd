"""Agendas: lists of numbered items, which are cited as items and not as paragraphs."""

import re
from statistics import median

from index.language.english.language import ENGLISH
from index.parser.numbering.numbered_blocks import NumberedBlocks

_AGENDA = re.compile(rf"\b{re.escape(ENGLISH.agenda)}\b", re.IGNORECASE)
# Items are titles; the paragraphs of a report on an agenda are several lines long.
_LONGEST_ITEM = 120


def is_agenda(title: str | None, numbered: NumberedBlocks) -> bool:
    """Whether a document with this `title` and these numbers is an agenda: most of its numbers stand before titles."""
    lengths = [len(number.text) for number in numbered.paragraphs.values()]
    return bool(lengths) and title is not None and bool(_AGENDA.search(title)) and median(lengths) <= _LONGEST_ITEM
