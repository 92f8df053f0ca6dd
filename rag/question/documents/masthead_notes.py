"""What the footnotes of a document's masthead say of it: when it was adopted, why it came late."""

import re

from index.document import Document
from index.language.english.documents import ADOPTED_NOTE, LATE_NOTE
from index.text.late_patterns import LatePattern

_ADOPTED = LatePattern(ADOPTED_NOTE, re.IGNORECASE)
_LATE = LatePattern(LATE_NOTE, re.IGNORECASE)


def adopted_note(document: Document) -> str | None:
    """What says at which session the text was adopted, as committees print it."""
    return _first_with(_ADOPTED, document)


def late_note(document: Document) -> str | None:
    """What says why it was submitted late."""
    return _first_with(_LATE, document)


def _first_with(pattern: LatePattern, document: Document) -> str | None:
    return next((each.text.lstrip("* ") for each in document.notes if pattern.search(each.text)), None)
