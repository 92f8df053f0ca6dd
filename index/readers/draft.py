"""Lines in the making: their text with marks and with what parts of it are bold or italic, and rows made of cells."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from index.readers.base import NoteMark

_Stretch = tuple[int, int, bool]
_COUNT = re.compile(r"[1-9][0-9]{0,3}")
_WIDEST_SPAN = 60  # pages may name thousands of columns to have one cell across whatever there is


@dataclass(slots=True)
class LineDraft:
    """The text of a line so far and the marks in it."""

    text: str = ""
    marks: list[NoteMark] = field(default_factory=list)
    _bold: list[_Stretch] = field(default_factory=list)
    _italic: list[_Stretch] = field(default_factory=list)

    def append(self, text: str, *, bold: bool = False, italic: bool = False) -> None:
        """Adds text that is set in one way."""
        start = len(self.text)
        self.text += text
        if any(map(str.isalnum, text)):
            self._bold.append((start, len(self.text), bold))
            self._italic.append((start, len(self.text), italic))

    def mark(self, mark: str) -> None:
        """Adds a raised mark behind the text so far."""
        self.marks.append(NoteMark(len(self.text), mark))

    @property
    def bold(self) -> tuple[bool, tuple[tuple[int, int], ...]]:
        """Whether all of the text is bold, and the places of the parts that are where not all is."""
        return _spans(self._bold)

    @property
    def italic(self) -> tuple[bool, tuple[tuple[int, int], ...]]:
        """Whether all of the text is italic, and the places of the parts that are where not all is."""
        return _spans(self._italic)


def row_of(cells: Sequence[LineDraft]) -> LineDraft:
    """The line of a table's row: its `cells` parted by ` | `, so that each can be told by the bars before it.

    Of a cell without words the bars are left (`Asia | 4 | | 1`), but not after the last that has some.
    """
    row = LineDraft()
    passed = 0
    for place, cell in enumerate(cells):
        if cell.text:
            bars = "".join("| " for _ in range(passed, place))
            row.text = f"{row.text} {bars}".lstrip() if bars else row.text
            passed = place
        row.marks.extend(NoteMark(len(row.text) + mark.at, mark.mark) for mark in cell.marks)
        row.append(cell.text, bold=cell.bold[0], italic=cell.italic[0])
    return row


def span_of(given: str | None) -> int:
    """How many columns, or rows, a cell takes that says so in digits; 1 where it does not."""
    return min(int(given), _WIDEST_SPAN) if given and _COUNT.fullmatch(given.strip()) else 1


def row_text(cells: Sequence[str]) -> str:
    """The text of the row that `row_of` makes of cells that have nothing but words."""
    return row_of([LineDraft(each) for each in cells]).text


def _spans(stretches: Sequence[_Stretch]) -> tuple[bool, tuple[tuple[int, int], ...]]:
    count = sum(is_set for _, _, is_set in stretches)
    if not count or count == len(stretches):
        return count > 0, ()
    spans: list[tuple[int, int]] = []
    joins = False
    for start, end, is_set in stretches:
        if is_set:
            spans.append((spans.pop()[0], end) if joins else (start, end))
        joins = is_set
    return False, tuple(spans)
