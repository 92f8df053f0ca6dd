"""Mastheads without space between their lines, as many converters write them, cut into the groups they are made of."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise, takewhile

from index.parser.masthead.particulars import Particular, cells_of, particular_of
from index.readers.base import Line
from index.text.typography import begins_in_lower_case, collapse

_FIRST_HEADING = re.compile(r"I\.\s")
_LINES_EACH = 3  # of the blocks, on average: with space between its lines a masthead has one line or two in each
_PARTICULARS = 3  # in one block at least: a masthead. A block of a title has one, its author's, or two.


def in_groups(blocks: Sequence[Sequence[Line]]) -> list[Sequence[Line]]:
    """`blocks` cut at each particular, and where a title begins below another; as they are where none holds several.

    A line that would have had room for the next word is the last of its title: converters keep a page's lines. What the
    first heading of the text begins is left out.
    """
    if sum(map(len, blocks)) < _LINES_EACH * len(blocks) or not any(map(_is_masthead, blocks)):
        return list(blocks)
    cut = (_groups(block) if _is_masthead(block) or _goes_on(block) else [block] for block in blocks)
    return list(takewhile(lambda group: not _FIRST_HEADING.match(group[0].text), chain.from_iterable(cut)))


def _is_masthead(block: Sequence[Line]) -> bool:
    if any(line.gap or line.begins_page for line in block[1:]):
        return False
    return sum(map(_is_particular, block)) >= _PARTICULARS


def _goes_on(block: Sequence[Line]) -> bool:
    """Whether `block` has more below the author that its title stands above."""
    return any(map(_is_author, block[1:-1]))


def _is_author(line: Line) -> bool:
    return particular_of(collapse(line.text)) is Particular.AUTHOR


def _is_particular(line: Line) -> bool:
    return any(particular_of(cell) is not None for cell in cells_of(line))


def _groups(block: Sequence[Line]) -> Iterator[Sequence[Line]]:
    begun = [block[0]]
    for above, line in pairwise(block):
        if _begins(above, line, block):
            yield begun
            begun = []
        begun.append(line)
    yield begun


def _begins(above: Line, line: Line, block: Sequence[Line]) -> bool:
    """Whether a group begins with `line` of `block`."""
    if begins_in_lower_case(line.text):
        return False
    # A title may begin like an author: `Report of the Africa Regional Forum on Sustainable`.
    if _is_particular(line) or (_is_particular(above) and not _is_author(above)):
        return True
    room = _width(block) - len(collapse(above.text)) - 1
    return len(line.text.split()[0]) <= room


def _width(block: Sequence[Line]) -> int:
    """How long the lines of titles are, as far as the longest tells."""
    return max((len(collapse(line.text)) for line in block if not _is_particular(line)), default=0)
