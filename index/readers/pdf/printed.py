"""Printed lines: the text of a row or a part of it, with the raised marks taken out and what its setting tells."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from index.readers.base import NoteMark, Role
from index.readers.draft import LineDraft
from index.readers.pdf.geometry import Run
from index.readers.pdf.rows import Segment, is_spaced
from index.readers.raised import EXPONENTS, note_marks

# A gap from this on, in sizes of the letters, was set with a tab.
_TAB_GAP = 1.25
_LETTERSPACED = re.compile(r"(?:[^\W\d_] ){3,}[^\W\d_]$")


class Doubt(NamedTuple):
    """The place of a space that may be a gap inside a word; `seen` tells that pdfium takes the gap for a space too."""

    place: int
    seen: bool


@dataclass(slots=True)
class PrintedLine:
    """A line as it stands on its page. Places are in points; `column` is where the column that it stands in begins.

    `opening` is a raised mark before its first word. `jumps` tells that it does not stand below the line before it.
    `doubts` are its spaces that may be gaps inside words.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float
    column: float | None = None
    bold: bool = False
    italic: bool = False
    bold_spans: tuple[tuple[int, int], ...] = ()
    italic_spans: tuple[tuple[int, int], ...] = ()
    marks: tuple[NoteMark, ...] = ()
    opening: str | None = None
    role: Role = Role.TEXT
    cells: tuple[str, ...] = ()
    opens_note: str | None = None
    jumps: bool = False
    doubts: tuple[Doubt, ...] = ()
    bar_code: bool = False


@dataclass(slots=True)
class _Draft(LineDraft):
    """A printed line in the making."""

    opening: str | None = None
    doubts: list[Doubt] = field(default_factory=list)


def printed_line(segment: Segment) -> PrintedLine:
    """The line that the runs of `segment` make."""
    runs = segment.runs
    first = runs[0]
    if not segment.raised and all([run.bold == first.bold and run.italic == first.italic for run in runs]):
        return _line_of_one_style(segment)
    draft = _Draft()
    before: Run | None = None
    place = 0
    while place < len(runs):
        end = place + 1
        if place in segment.raised:
            while end in segment.raised:
                end += 1
            if _take_marks(draft, "".join(run.text for run in runs[place:end])):
                before = runs[end - 1]
                place = end
                continue
        for run in runs[place:end]:
            _append(draft, run, before, EXPONENTS.get(run.text, run.text) if place in segment.raised else run.text)
            before = run
        place = end
    bold, bold_spans = draft.bold
    italic, italic_spans = draft.italic
    return PrintedLine(
        text=draft.text,
        left=segment.left,
        right=segment.right,
        baseline=segment.baseline,
        size=segment.size,
        bold=bold,
        italic=italic,
        bold_spans=bold_spans,
        italic_spans=italic_spans,
        marks=tuple(draft.marks),
        opening=draft.opening,
        doubts=tuple(draft.doubts),
        bar_code=runs[0].bar_code,
    )


def _line_of_one_style(segment: Segment) -> PrintedLine:
    """The line of runs that are set alike, as most are."""
    before = first = segment.runs[0]
    text = _plain(first.text)
    doubts: list[Doubt] = []
    for run in segment.runs[1:]:
        added = _plain(run.text)
        if added:
            text += _space(text, doubts, before, run) + added
        before = run
    has_letters = (first.bold or first.italic) and any(map(str.isalnum, text))
    return PrintedLine(
        text=text,
        left=segment.left,
        right=segment.right,
        baseline=segment.baseline,
        size=segment.size,
        bold=first.bold and has_letters,
        italic=first.italic and has_letters,
        doubts=tuple(doubts),
        bar_code=first.bar_code,
    )


def _plain(text: str) -> str:
    """The letters of a run with single spaces; those that were set apart from one another put together."""
    if "  " in text or "\t" in text:
        text = " ".join(text.split())
    # Letters set apart begin with one that stands alone; looking for them costs more than all else.
    if text[1:2] == " " and text[3:4] == " " and _LETTERSPACED.match(text):
        text = text.replace(" ", "")
    return text


def _take_marks(draft: _Draft, text: str) -> bool:
    """Whether raised `text` is note marks, which are taken out of the words then."""
    marks = note_marks(text, draft.text)
    if marks and draft.text:
        for mark in marks:
            draft.mark(mark)
    elif marks:
        draft.opening = ",".join(marks)
    return bool(marks)


def _append(draft: _Draft, run: Run, before: Run | None, raw: str) -> None:
    text = _plain(raw)
    if not text:
        return
    if before is not None:
        draft.text += _space(draft.text, draft.doubts, before, run)
    draft.append(text, bold=run.bold, italic=run.italic)


def _space(text: str, doubts: list[Doubt], before: Run, run: Run) -> str:
    """What stands between `text`, which ends with the run `before`, and `run`; a doubtful space adds to `doubts`."""
    spaced = is_spaced(before, run) if text else False
    if spaced is None:
        doubts.append(Doubt(len(text), before.gapped))
    elif not spaced:
        return ""
    return "\t" if run.left - before.right > _TAB_GAP * max(run.size, before.size) else " "


def cut_front(line: PrintedLine, end: int) -> None:
    """Takes the first `end` characters off a line."""
    line.text = line.text[end:]
    line.marks = tuple(replace(mark, at=mark.at - end) for mark in line.marks if mark.at >= end)
    line.bold_spans = tuple((max(0, first - end), last - end) for first, last in line.bold_spans if last > end)
    line.italic_spans = tuple((max(0, first - end), last - end) for first, last in line.italic_spans if last > end)


def cut_out(line: PrintedLine, start: int, end: int) -> None:
    """Takes the characters from `start` to `end` out of a line."""
    cut = end - start
    line.text = line.text[:start] + line.text[end:]
    line.marks = tuple(mark if mark.at <= start else replace(mark, at=mark.at - cut) for mark in line.marks)
    line.bold_spans = _without(line.bold_spans, start, cut)
    line.italic_spans = _without(line.italic_spans, start, cut)


def _without(spans: Sequence[tuple[int, int]], start: int, cut: int) -> tuple[tuple[int, int], ...]:
    moved = ((first - cut if first > start else first, last - cut if last > start else last) for first, last in spans)
    return tuple(span for span in moved if span[0] < span[1])
