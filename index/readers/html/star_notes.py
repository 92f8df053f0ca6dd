"""Notes that a page marks with stars: `Concluding observations*`, and below it `* Adopted at the ninth session`."""

from collections.abc import Sequence
from dataclasses import replace

from index.readers.base import Line, Role
from index.readers.text.markdown import star_marks, star_of_note


def with_star_notes(lines: Sequence[Line]) -> list[Line]:
    """`lines` with those as notes that begin with stars that another, near the beginning, ends with."""
    stars = star_marks(lines)
    return [_noted(line, stars) for line in lines]


def _noted(line: Line, stars: frozenset[str]) -> Line:
    star = star_of_note(line.text, stars)
    if star is None or line.opens_note is not None:
        return line
    text = line.text[star.end() :]
    # Where words of a note are in bold or have marks of their own tells nothing.
    return replace(
        line, text=text, opens_note=star["stars"], role=Role.NOTE, note_marks=(), bold_spans=(), italic_spans=()
    )
