"""Words that are underlined, as typewriters do in place of italics."""

from collections.abc import Sequence

from index.readers.base import Role
from index.readers.pdf.geometry import Box
from index.readers.pdf.printed import PrintedLine

# In sizes of the letters: an underline stands at most this far below their baseline,
_BELOW = 0.35
# and reaches at most this far beyond them.
_BEYOND = 0.4
# A line is underlined where rules go over this share of it: all but the number of a heading.
_SHARE = 0.6


def without_underlines(rules: Sequence[Box], lines: Sequence[PrintedLine]) -> list[Box]:
    """The rules that underline nothing. Lines that others underline become italic."""
    if not rules:
        return []
    covered = [0.0] * len(lines)
    others: list[Box] = []
    for rule in rules:
        place = next((place for place, line in enumerate(lines) if _underlines(rule, line)), None)
        if place is None:
            others.append(rule)
        else:
            covered[place] += rule.width
    for line, width in zip(lines, covered, strict=True):
        if width and width >= _SHARE * (line.right - line.left):
            line.italic = True
    return others


def _underlines(rule: Box, line: PrintedLine) -> bool:
    reach = _BEYOND * line.size
    near = -1.0 <= line.baseline - rule.top <= _BELOW * line.size and line.role is Role.TEXT
    return near and line.left - reach <= rule.left and rule.right <= line.right + reach
