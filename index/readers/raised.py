"""What is raised above a line: note marks, or parts of the words such as `th` in 9865th and the exponent of m²."""

import re

EXPONENTS = {"2": "²", "3": "³"}

_ORDINAL = re.compile(r"(?:st|nd|rd|th|er|re|e|o|a)\b")
_NUMBER_END = re.compile(r"[0-9]$")
_UNIT_END = re.compile(r"(?:^|[^A-Za-z])(?:[kcdm]?m|in|ft|sec|s)$")
_MARKS = re.compile(r"[0-9]{1,4}|[*†‡§]+|[a-z]{1,2}")
_ONLY_MARKS = re.compile(r"[(\[]?(?:(?:[0-9]{1,4}|[*†‡§]+|[a-z]{1,2})[,;/.)\] ]*)+")
_LONGEST = 40  # characters: several marks one after another; what is longer is text set high


def note_marks(raised: str, before: str) -> list[str]:
    """The note marks that raised text is made of; none where it is part of the words, which end with `before`."""
    if len(raised) > _LONGEST or _ONLY_MARKS.fullmatch(raised) is None:
        return []
    if _ORDINAL.fullmatch(raised) and _NUMBER_END.search(before):
        return []
    if raised in EXPONENTS and _UNIT_END.search(before):
        return []
    return _MARKS.findall(raised)
