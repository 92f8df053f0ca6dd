"""Footnotes at the foot of printed pages, as text converters leave them: below a rule, their numbers not raised."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.readers.base import Line
from index.text.typography import raised

_FOOT_RULE = re.compile(r"_{5,}\s*")
_NUMBERED = re.compile(r"(?P<number>[0-9]{1,3})(?:\s+(?P<text>\S.*))?")
_FIRST_ON_PAGE = 3  # a page whose first note is more than this above the last one of the page before is not read so
# What a mark stands right after: a word, a bracket, a comma, or a full stop that is no decimal point.
_BEFORE_MARK = r"(?:(?<=[a-z”’),;])|(?<=[a-z”’)]\.)|(?<=\b(?:19|20)[0-9]{2}\.))"


def raise_foot_notes(lines: Sequence[Line]) -> Sequence[Line]:
    """`lines` with the numbers of such notes, and their marks in the words above, as superscripts.

    Only between a rule of underscores and the end of its page; in a text without form feeds a page is taken to end
    with the notes. A mark is a number set right after a word (`Convention,1 and`); one that stands apart could be
    anything and is left as it is.
    """
    if not any(_FOOT_RULE.fullmatch(line.text) for line in lines):
        return lines
    raised_lines: list[Line] = []
    last = 0
    for page in _pages(lines) if lines[0].page else _stretches(lines):
        rule = next((place for place, line in enumerate(page) if _FOOT_RULE.fullmatch(line.text)), None)
        if rule is None:
            raised_lines.extend(page)
            continue
        notes, numbers = _raised_notes(page[rule + 1 :], last)
        raised_lines.extend(_raised_marks(page[:rule], numbers))
        raised_lines.extend([page[rule], *notes])
        last = numbers[-1] if numbers else last
    return raised_lines


def _pages(lines: Sequence[Line]) -> Iterator[list[Line]]:
    page: list[Line] = []
    for line in lines:
        if line.begins_page and page:
            yield page
            page = []
        page.append(line)
    yield page


def _stretches(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """What stands on one page, as far as a text without pages tells: up to the last of the notes below a rule."""
    stretch: list[Line] = []
    at_foot = False
    for line in lines:
        if at_foot and line.gap and not _NUMBERED.fullmatch(line.text):
            yield stretch
            stretch, at_foot = [], False
        at_foot = at_foot or _FOOT_RULE.fullmatch(line.text) is not None
        stretch.append(line)
    yield stretch


def _raised_notes(foot: Sequence[Line], last: int) -> tuple[list[Line], list[int]]:
    """The lines of a page's foot with superscript numbers, and the numbers found; they run on from `last`."""
    found: list[Line] = []
    numbers: list[int] = []
    for line in foot:
        match = _NUMBERED.fullmatch(line.text)
        if match and _runs_on(int(match["number"]), numbers, last):
            numbers.append(int(match["number"]))
            line = replace(line, text=f"{raised(match['number'])} {match['text'] or ''}".rstrip())
        found.append(line)
    return found, numbers


def _runs_on(number: int, before: Sequence[int], last: int) -> bool:
    if before:
        return number == before[-1] + 1
    return number == 1 or last < number <= last + _FIRST_ON_PAGE


def _raised_marks(lines: Sequence[Line], numbers: Sequence[int]) -> Iterator[Line]:
    wanted = list(numbers)
    for line in lines:
        text = line.text
        while wanted:
            mark = re.search(rf"{_BEFORE_MARK}{wanted[0]}(?=[\s,;.]|$)", text)
            if mark is None:
                break
            text = f"{text[: mark.start()]}{raised(mark[0])}{text[mark.end() :]}"
            wanted.pop(0)
        yield replace(line, text=text) if text != line.text else line
