"""Footnotes at the foot of printed pages, as text converters leave them: their numbers not raised."""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from index.readers.base import Line
from index.sentences import leads_up_to_number
from index.text.typography import JOB_NUMBER, raised

_FOOT_RULE = re.compile(r"_{5,}\s*")
_NUMBERED = re.compile(r"(?P<number>[0-9]{1,3})(?:\s+(?P<text>\S.*))?")
# GE.26-07714     5   28-04419   4/7   2/4   25-20946
_JOB_NUMBER = rf"{JOB_NUMBER}(?: ?\([A-Z]\))?"
_PAGE_NUMBER = r"[0-9]{1,4}(?:/[0-9]{1,4})?"
_JOB = re.compile(rf"{_JOB_NUMBER}(?:\s+{_PAGE_NUMBER})?|{_PAGE_NUMBER}\s+{_JOB_NUMBER}")
# also 25-04453 (E) 140425   25-04453 (E)    140425    150425   *2504453*   2/19
PRINTERS = re.compile(
    rf"(?:{_JOB.pattern}|{_JOB_NUMBER}(?: +[0-9]{{6}}){{1,3}}|\*[0-9]{{6,8}}\*|[0-9]{{1,4}}/[0-9]{{1,4}})"
)
"""What printers put on a line of their own at the foot of a page: the numbers of their job and of the page."""
_FIRST_ON_PAGE = 3  # a page whose first note is more than this above the last one of the page before is not read so
_SHORTEST_FOOT = 3  # lines: the rule, a note, its number
_MOST_DIGITS = 3  # of the number of a note
_LONGEST_PAGE = 120  # lines, with those that a converter broke; what is longer is no printed page
# Right after a word, a bracket, a comma, or a full stop that is no decimal point; or after the end of a sentence and a
# space, since no sentence begins with a figure: `were killed. 2`, but `In all, 2 teams` and `para. 2`.
_MARK = re.compile(
    r"(?:(?<=[a-z”’),;])|(?<=[a-z”’)]\.)|(?<=\b(?:19|20)[0-9]{2}\.))(?P<set>[0-9]{1,3})(?=[\s,;.]|$)"
    r"|(?:(?<=[a-z”’)]\.)|(?<=[a-z]\.[”’])|(?<=\b(?:19|20)[0-9]{2}\.)) (?P<apart>[0-9]{1,3})(?=\s|$)"
)

# `A/80/571/Add.1`: the number goes with the symbol. It is never raised; as a sign that there are notes below it counts,
# since pages of a first addendum have it at their head and many of them a first note whose own mark is not told.
_SYMBOL_GOES_ON = re.compile(r"\b(?:Add|Amend|Corr|Misc|Rev|Summ)\.$")


def raise_foot_notes(lines: Sequence[Line]) -> Sequence[Line]:
    """`lines` with the numbers of such notes, and their marks in the words above, as superscripts.

    Only between a rule of underscores and the end of its page; in a text without form feeds a page is taken to end
    with the notes or, if it has no rules either, with the number of the printing job. On a page without a rule the
    notes begin with a number after which one has its mark in the words. A mark is a number set right after a word
    (`Convention,1 and`) or after the end of a sentence; one that stands apart elsewhere could be anything and is left
    as it is.
    """
    paged = bool(lines) and lines[0].page is not None
    ruled = any(_FOOT_RULE.fullmatch(line.text) for line in lines)
    if not paged and not ruled and not any(_JOB.fullmatch(line.text) for line in lines):
        return lines
    pages = _pages(lines) if paged else _stretches(lines) if ruled else _printed(lines)
    raised_lines: list[Line] = []
    last = 0
    for page in pages:
        marks = _marks(page)
        foot = _foot(page, marks, last, told=paged or not ruled)
        below = _in_order(page[foot:], {last + 1, *(number for number, place in marks.items() if place < foot)})
        notes, numbers = _raised_notes(below, _last_before([*page[:foot], *below], foot, marks, last))
        raised_lines.extend(_raised_marks(page[:foot], numbers))
        raised_lines.extend(notes)
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


def _printed(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The pages of a text that has lost their ends, up to the number of the printing job at the foot of each."""
    page: list[Line] = []
    for line in lines:
        page.append(line)
        if _JOB.fullmatch(line.text):
            yield page
            page = []
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


def _marks(page: Sequence[Line]) -> Mapping[int, int]:
    """The numbers that are set in the words of `page` as marks are, each with the place of its first line."""
    marks: dict[int, int] = {}
    for place, line in enumerate(page):
        for match in _MARK.finditer(line.text):
            if (number := _marked(match)) is not None:
                marks.setdefault(number, place)
    return marks


def _marked(match: re.Match[str]) -> int | None:
    """The number of the mark that `match` is; None where it is part of the words."""
    before = match.string[: match.start()]
    return None if before[-1:] == "." and leads_up_to_number(before) else int(match["set"] or match["apart"])


def _foot(page: Sequence[Line], marks: Mapping[int, int], last: int, *, told: bool) -> int:
    """Where the foot of `page` begins, at a rule or, if its end is `told`, at the first note; its end for none."""
    rule = next((place for place, line in enumerate(page) if _FOOT_RULE.fullmatch(line.text)), None)
    if rule is not None:
        return rule
    if not told or not marks or len(page) > _LONGEST_PAGE:
        return len(page)
    return next((place for place in range(1, len(page)) if _opens_foot(page, place, marks, last)), len(page))


def _in_order(foot: Sequence[Line], awaited: Container[int]) -> Sequence[Line]:
    """The lines of a page's foot below a rule, the first number before the first note.

    A converter may have set it behind the last note, where it is one of those `awaited`, or before the page's own
    number.
    """
    if len(foot) < _SHORTEST_FOOT or not _FOOT_RULE.fullmatch(foot[0].text):
        return foot
    return _note_first(foot) if _NUMBERED.fullmatch(foot[1].text) else _number_first(foot, awaited)


def _note_first(foot: Sequence[Line]) -> Sequence[Line]:
    """`foot`, whose note has a number on a line of its own, with the page's number below the note."""
    printed = list(takewhile(lambda line: PRINTERS.fullmatch(line.text) is not None, foot[2:]))
    note = 2 + len(printed)
    if not printed or note >= len(foot):
        return foot
    return [*foot[:2], replace(foot[note], gap=0), *foot[note + 1 :], *printed]


def _number_first(foot: Sequence[Line], awaited: Container[int]) -> Sequence[Line]:
    """`foot`, whose first note has no number before it, with the one that stands behind the last note."""
    alone = [place for place, line in enumerate(foot) if line.text.isdecimal() and len(line.text) <= _MOST_DIGITS]
    numbers = [int(foot[place].text) for place in alone]
    if not numbers or numbers[-1] not in awaited or (len(numbers) > 1 and numbers[-1] != numbers[0] - 1):
        return foot
    first = replace(foot[alone[-1]], gap=foot[1].gap)
    return [foot[0], first, replace(foot[1], gap=0), *foot[2 : alone[-1]], *foot[alone[-1] + 1 :]]


def _opens_foot(page: Sequence[Line], place: int, marks: Mapping[int, int], last: int) -> bool:
    """Whether the line at `place` of a `page` opens its first note, and a word above it has the mark of one."""
    line = page[place]
    if not line.gap or _NUMBERED.fullmatch(line.text) is None:
        return False
    notes, numbers = _raised_notes(page[place:], _last_before(page, place, marks, last))
    return bool(numbers) and notes[0] is not line and any(marks.get(each, place) < place for each in numbers)


def _last_before(page: Sequence[Line], foot: int, marks: Mapping[int, int], last: int) -> int:
    """The number before the first one at the `foot` of `page`, if that has its mark in the words above; else `last`.

    So the notes of a page are found though those of the one before were not.
    """
    match = next(filter(None, (_NUMBERED.fullmatch(line.text) for line in page[foot:])), None)
    first = int(match["number"]) if match else 0
    return first - 1 if marks.get(first, foot) < foot else last


def _raised_notes(foot: Sequence[Line], last: int) -> tuple[list[Line], list[int]]:
    """The lines of a page's foot with superscript numbers, and the numbers found; they run on from `last`."""
    found: list[Line] = []
    numbers: list[int] = []
    notes: list[int] = []  # the places of their first lines
    for line in foot:
        match = _NUMBERED.fullmatch(line.text)
        if match and _runs_on(int(match["number"]), numbers, last):
            numbers.append(int(match["number"]))
            notes.append(len(found))
            line = replace(line, text=f"{raised(match['number'])} {match['text'] or ''}".rstrip())
        found.append(line)
    return [line if at in notes else _in_note(line, at, found, notes) for at, line in enumerate(found)], numbers


def _in_note(line: Line, at: int, foot: Sequence[Line], notes: Sequence[int]) -> Line:
    """`line` at the place `at` of a `foot` with `notes`, without the space that a converter left within one.

    Between two notes there is nothing else; below the last one its own lines are set in farther than its number.
    """
    if not notes or at < notes[0]:
        return line
    of_the_last = at > notes[-1] and line.gap == 1 and line.indent > foot[notes[-1]].indent
    return replace(line, gap=0) if at < notes[-1] or of_the_last else line


def _runs_on(number: int, before: Sequence[int], last: int) -> bool:
    if before:
        return number == before[-1] + 1
    return number == 1 or last < number <= last + _FIRST_ON_PAGE


def _raised_marks(lines: Sequence[Line], numbers: Sequence[int]) -> Iterator[Line]:
    """`lines` with the marks of `numbers` raised, each once and in their order."""
    wanted = list(numbers)

    def raised_mark(match: re.Match[str]) -> str:
        number = _marked(match)
        if number not in wanted or _SYMBOL_GOES_ON.search(match.string[: match.start()]):
            return match[0]
        del wanted[: wanted.index(number) + 1]
        return raised(str(number))

    for line in lines:
        text = _MARK.sub(raised_mark, line.text) if wanted else line.text
        yield replace(line, text=text) if text != line.text else line
