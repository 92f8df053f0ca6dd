"""How the paragraphs of a plain text are broken into lines, told by the lines themselves."""

from collections.abc import Sequence
from itertools import pairwise

from index.readers.base import Line, Wrapping
from index.text.typography import begins_in_lower_case, ends_sentence

# A line this long is a whole paragraph; hard-wrapped lines are shorter.
_LONGEST_WRAPPED = 200


def wrapping_of(lines: Sequence[Line]) -> Wrapping:
    """How the text of `lines` is broken; told by their length and by sentences that go on from one line to the next."""
    lengths = [len(line.text) for line in lines]
    if sum(length for length in lengths if length > _LONGEST_WRAPPED) * 3 > sum(lengths):
        return Wrapping.FLOWING
    going_on, pairs = [0, 0], [0, 0]
    for line, following in pairwise(lines):
        if following.gap <= 1:
            pairs[following.gap] += 1
            going_on[following.gap] += not ends_sentence(line.text) and begins_in_lower_case(following.text)
    directly, across_a_blank = going_on
    if across_a_blank > directly and across_a_blank * 3 > pairs[1]:
        return Wrapping.DOUBLE_SPACED
    return Wrapping.WRAPPED if directly * 4 >= pairs[0] > 0 else Wrapping.FLOWING


def gap_inside_paragraphs(wrapping: Wrapping) -> int:
    """The most blank lines between two lines of one paragraph."""
    return 1 if wrapping is Wrapping.DOUBLE_SPACED else 0
