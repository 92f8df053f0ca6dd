"""The lines of a text with their spacing, and what that spacing means: where a block begins and where a page ends."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

# A line this long is a whole paragraph; hard-wrapped lines are shorter.
_LONGEST_WRAPPED = 200
_FIRST_LINE_INDENT = 3

_SENTENCE_END = re.compile(r"[.:;?!…。；：！？؟؛।॥][\"'”’»)\]*¹²³⁰⁴-⁹]*$")


class Layout(Enum):
    """How a text is broken into lines."""

    FLOWING = "one line is one paragraph"
    WRAPPED = "paragraphs are broken into short lines"
    DOUBLE_SPACED = "paragraphs are broken into short lines with a blank line after each"


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: its number from 1, its text without the ending, and how many blank lines precede it.

    `page` counts form feeds from 1 and is None in a text without any; `after_form_feed` is true of a page's first line.
    """

    number: int
    text: str
    gap: int
    page: int | None = None
    after_form_feed: bool = False

    @property
    def indent(self) -> int:
        """The number of blanks the line begins with."""
        return len(self.text) - len(self.text.lstrip())


def read_lines(text: str) -> tuple[Line, ...]:
    """The lines of `text` that are not blank, in order."""
    lines: list[Line] = []
    paged = "\f" in text
    page, gap, turned = 1, 0, False
    for number, raw in enumerate(text.split("\n"), start=1):
        page += raw.count("\f")
        turned = turned or "\f" in raw
        kept = raw.replace("\f", "").rstrip()
        if not kept:
            gap += 1
            continue
        lines.append(Line(number, kept, gap, page if paged else None, turned))
        gap, turned = 0, False
    return tuple(lines)


def ends_sentence(text: str) -> bool:
    """Whether `text` ends as a sentence, a list's lead-in or a list's entry does."""
    return _SENTENCE_END.search(text[-12:].rstrip()) is not None


def begins_in_lower_case(text: str) -> bool:
    """Whether the first character of `text` is a letter that is not a capital, as in the middle of a sentence."""
    first = text.lstrip()[:1]
    return first.isalpha() and not first.isupper()


def layout_of(lines: Sequence[Line]) -> Layout:
    """How the text of `lines` is broken; told by their length and by sentences that go on from one line to the next."""
    lengths = [len(line.text.strip()) for line in lines]
    if sum(length for length in lengths if length > _LONGEST_WRAPPED) * 3 > sum(lengths):
        return Layout.FLOWING
    going_on, pairs = [0, 0], [0, 0]
    for line, following in pairwise(lines):
        if following.gap <= 1:
            pairs[following.gap] += 1
            going_on[following.gap] += not ends_sentence(line.text) and begins_in_lower_case(following.text)
    directly, across_a_blank = going_on
    if across_a_blank > directly and across_a_blank * 3 > pairs[1]:
        return Layout.DOUBLE_SPACED
    return Layout.WRAPPED if directly * 4 >= pairs[0] > 0 else Layout.FLOWING


def begins_block(line: Line, before: Line | None, layout: Layout) -> bool:
    """Whether the spacing before `line` says that something new begins there."""
    if before is None or layout is Layout.FLOWING or line.after_form_feed:
        return True
    if layout is Layout.DOUBLE_SPACED:
        return line.gap > 1
    return line.gap > 0


def is_indented(line: Line, before: Line, layout: Layout) -> bool:
    """Whether `line` begins a paragraph that is set off by the indent of its first line alone."""
    return (
        layout is Layout.WRAPPED
        and line.indent >= before.indent + _FIRST_LINE_INDENT
        and line.text.lstrip()[:1].isupper()
        and (ends_sentence(before.text) or before.text.endswith(","))
    )


def begins_page(line: Line, layout: Layout) -> bool:
    """Whether `line` is the first of a page, as a form feed or a missing blank line shows."""
    return line.after_form_feed or (layout is Layout.DOUBLE_SPACED and line.gap == 0 and line.indent > 0)
