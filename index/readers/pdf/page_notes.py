"""Footnotes at the feet of pages, told by the rule above them or by their size and marks."""

import re
from collections import Counter
from collections.abc import Sequence

from index.readers.base import NoteMark, Role
from index.readers.pdf.geometry import Box
from index.readers.pdf.layout import PageLines
from index.readers.pdf.printed import PrintedLine, cut_front, cut_out

# Notes are set smaller than the text by this much at least, in points.
_SMALLER = 0.7
# The rule above notes is not wider than this share of the page, nor than this one where it goes over all of the text.
_RULE_WIDTH, _WHOLE_WIDTH = 0.45, 0.9
# A table's notes stand below it within this distance, in sizes of their letters.
_BELOW_TABLE = 3.0
# 18. In 2024 … · * A/80/50. · (a) … is none; ¹² is a note's.
_MARK = re.compile(r"(?P<mark>[0-9]{1,3}|[a-z](?=/)|\*{1,6}|[†‡§]{1,3}|[¹²³⁰⁴-⁹]{1,3})(?P<stop>[./]?)\s+(?=\S)")
# … of which 29 replied. 1/ · (c) a/: typewriters do not raise marks
_TYPED = re.compile(r"(?<=\S) ?(?P<mark>[0-9]{1,3}|[a-z])/(?=[\s.,;:)]|$)")
_UNRAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_STARS = re.compile(r"(?<=[^\s*†‡§])(?:[*†‡§]{1,4}(?:, ?(?=[*†‡§])|(?=[\s,.;:)\]]|$)))+")
_STAR = re.compile(r"[*†‡§]+")


def set_notes_apart(pages: Sequence[PageLines], size: float) -> None:
    """Gives the lines of footnotes their role and marks; `size` is that of the document's letters.

    A line whose mark is raised begins a note. What stands first at a page's foot without one goes on from the page
    before, or, where that has no notes, is a note without a mark.
    """
    open_note = False
    for page in pages:
        notes = _notes_at_foot(page, size)
        waited_for = _raised_on(page)
        for line in notes:
            _set_note(line, waited_for, may_go_on=open_note)
            open_note = True
        open_note = bool(notes)
        _set_table_notes(page, size)
        _raise_stars(page)
        _raise_typed(page)
    for page in pages:
        _mark_openings(page)


def _set_note(line: PrintedLine, waited_for: set[str], *, may_go_on: bool) -> None:
    """Makes `line` one of a note; `waited_for` are the marks on its page whose notes have not begun."""
    line.role = Role.NOTE
    if line.opening is not None:
        line.opens_note, line.opening = line.opening, None
    elif match := _opening_mark(line, waited_for):
        line.opens_note = match["mark"].translate(_UNRAISED)
        cut_front(line, match.end())
    elif not may_go_on:
        line.opens_note = ""
    waited_for.discard(line.opens_note or "")


def _opening_mark(line: PrintedLine, waited_for: set[str]) -> re.Match[str] | None:
    """A mark that is not raised, at the beginning of a line; a bare number is one where the page waits for it."""
    match = _MARK.match(line.text)
    if match and match["mark"].isdecimal() and not match["stop"] and match["mark"] not in waited_for:
        return None
    return match


def _raised_on(page: PageLines) -> set[str]:
    return {mark.mark for line in page.lines for mark in line.marks if line.role is not Role.NOTE}


# Which lines are notes


def _notes_at_foot(page: PageLines, size: float) -> list[PrintedLine]:
    """The lines of the notes at the foot of `page`, in reading order."""
    text = [line for line in page.lines if line.role in (Role.TEXT, Role.BOX, Role.TABLE, Role.FIGURE)]
    for rule in sorted(page.rules, key=lambda each: each.top):
        below = [line for line in text if line.baseline < rule.bottom and line.role is Role.TEXT]
        if below and _parts_notes(rule, page, below, size):
            return below
    return _small_lines(text, size)


def _parts_notes(rule: Box, page: PageLines, below: Sequence[PrintedLine], size: float) -> bool:
    usual = _size_above(rule, page.lines) or size
    large = any(line.size > usual - _SMALLER for line in below)
    if any(line.size > usual + _SMALLER for line in below) or (large and not _begins_note(below[0], page)):
        return False
    if rule.width <= _RULE_WIDTH * page.width:
        return True
    # Below the rule of a masthead, whose letters are larger, all of the text is smaller than what stands above it.
    large = large or any(line.size > size - _SMALLER for line in below)
    return rule.width <= _WHOLE_WIDTH * page.width and not large


def _size_above(rule: Box, lines: Sequence[PrintedLine]) -> float | None:
    """The size of most letters above `rule`; on a page of its own it tells more than the document's."""
    letters: Counter[float] = Counter()
    for line in lines:
        if line.role in (Role.TEXT, Role.BOX) and line.baseline > rule.top:
            letters[line.size] += len(line.text)
    return letters.most_common(1)[0][0] if letters else None


def _begins_note(line: PrintedLine, page: PageLines) -> bool:
    """Whether notes in letters as large as the text's begin with `line`: with a mark that is raised there or above."""
    match = _MARK.match(line.text)
    if line.opening is not None or match is None:
        return line.opening is not None
    return match["mark"] in _raised_on(page) or (match["stop"] == "/" and match["mark"] in _typed_on(page))


def _typed_on(page: PageLines) -> set[str]:
    return {match["mark"] for line in page.lines for match in _TYPED.finditer(line.text)}


def _small_lines(text: Sequence[PrintedLine], size: float) -> list[PrintedLine]:
    """The small lines that end a page without a rule, from the first one on that begins with a raised mark."""
    first = len(text)
    while first and text[first - 1].role is Role.TEXT and text[first - 1].size <= size - _SMALLER:
        first -= 1
    opening = next((place for place in range(first, len(text)) if text[place].opening is not None), len(text))
    return list(text[opening:])


def _set_table_notes(page: PageLines, size: float) -> None:
    """Small lines right below a table that begin with a mark are notes to it, with the lines that they go on in."""
    table: PrintedLine | None = None
    noted = False
    for line in page.lines:
        if line.role is Role.TABLE:
            table, noted = line, False
            continue
        near = table is not None and 0 < table.baseline - line.baseline <= _BELOW_TABLE * line.size
        begins = line.opening is not None or (_STAR.match(line.text) is not None and _MARK.match(line.text) is not None)
        if line.role is Role.TEXT and near and line.size <= size - _SMALLER and (begins or noted):
            _set_note(line, set(), may_go_on=True)
            table, noted = line, True
        else:
            table = None


# Marks in the text


def _raise_stars(page: PageLines) -> None:
    """Takes the stars that notes of the page begin with out of its text where they are not raised."""
    opened = {line.opens_note for line in page.lines if line.opens_note}
    if not any(_STAR.fullmatch(mark) for mark in opened):
        return
    for line in page.lines:
        if line.role not in (Role.NOTE, Role.HEADER) and (match := _STARS.search(line.text)):
            marks = [mark for mark in _STAR.findall(match[0]) if mark in opened]
            if marks:
                cut_out(line, match.start(), match.end())
                line.cells = tuple(_STARS.sub("", cell) for cell in line.cells)
                line.marks = tuple(
                    sorted((*line.marks, *(NoteMark(match.start(), mark) for mark in marks)), key=_by_place)
                )


def _raise_typed(page: PageLines) -> None:
    """Takes the marks with a stroke that notes of the page begin with out of its text."""
    opened = {line.opens_note for line in page.lines if line.opens_note}
    if not opened:
        return
    for line in page.lines:
        if line.role in (Role.NOTE, Role.HEADER) or "/" not in line.text:
            continue
        for match in reversed([match for match in _TYPED.finditer(line.text) if match["mark"] in opened]):
            cut_out(line, match.start(), match.end())
            line.cells = tuple(cell.replace(match[0], "") for cell in line.cells)
            line.marks = tuple(sorted((*line.marks, NoteMark(match.start(), match["mark"])), key=_by_place))


def _by_place(mark: NoteMark) -> int:
    return mark.at


def _mark_openings(page: PageLines) -> None:
    """A raised mark that begins a line of text belongs to the word before it, on the line above."""
    for line in page.lines:
        if line.opening is not None:
            line.marks = (*(NoteMark(0, mark) for mark in line.opening.split(",")), *line.marks)
            line.opening = None
