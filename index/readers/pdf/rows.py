"""Runs put together to rows: what stands at one height on a page, from left to right."""

import re
from collections.abc import Sequence
from itertools import pairwise, zip_longest
from operator import itemgetter
from typing import NamedTuple

from index.readers.pdf.geometry import Run, median

# Shares of the letters' size, measured on 516 pages of UN documents. Baselines of one row differ by less than this;
_ONE_ROW = 0.3
# a raised mark is at most this large beside its word, unless it looks like a mark,
_RAISED_SIZE = 0.85
# and stands higher (or lower: H₂O) by this much at least and at most.
_LEAST_SHIFT, _MOST_SHIFT = 0.08, 0.75
# A mark follows its word within this distance; the word of a note follows its mark within the other.
_AFTER_WORD, _BEFORE_WORD = 0.7, 4.0
# A gap from this on is a space, though the file has none there; beside a raised mark a narrower one is. Between the
# last two it may be a space or not.
_SPACE, _SPACE_BESIDE_MARK, _DOUBTFUL, _SURE = 0.18, 0.1, 0.09, 0.28
# A gap from this on parts columns, cells or a number and its text.
_COLUMN_GAP = 1.25
# In a line of words so many of which have gaps a gap is no wider than that times the usual one.
_FEWEST_GAPS, _UNEVEN = 4, 1.5
_MARK = re.compile(r"[0-9*†‡§]{1,4}(?:, ?[0-9*†‡§]{1,4}){0,3}|[a-z]{1,2}")
_TINY = 0.05  # of the size: rounding, not a space


class Segment(NamedTuple):
    """Runs of one row without a wide gap between them. `raised` are the places of runs that stand above the line."""

    runs: tuple[Run, ...]
    raised: frozenset[int]
    baseline: float
    left: float
    right: float
    size: float


class Row(NamedTuple):
    """What stands at one height; its segments from left to right."""

    segments: tuple[Segment, ...]
    baseline: float

    @property
    def left(self) -> float:
        """Where the row begins."""
        return self.segments[0].left

    @property
    def right(self) -> float:
        """Where the row ends."""
        return self.segments[-1].right

    @property
    def size(self) -> float:
        """The size of its first letters."""
        return self.segments[0].size


class _Placed(NamedTuple):
    """A run on the line of the words beside it: the line's height, turned round so that sorting goes down the page."""

    depth: float
    left: float
    run: Run
    raised: bool


def rows_of(runs: Sequence[Run]) -> list[Row]:
    """The rows of `runs` (none of them turned), from the top of the page down."""
    placed = _on_lines(runs)
    placed.sort(key=itemgetter(0, 1))
    rows: list[Row] = []
    row: list[_Placed] = []
    for each in placed:
        if row and each.depth != row[-1].depth and each.depth - row[-1].depth > _step(row[-1].run, each.run):
            rows.append(_row(row))
            row = []
        row.append(each)
    if row:
        rows.append(_row(row))
    return rows


def _step(run: Run, below: Run) -> float:
    return _ONE_ROW * max(run.size, below.size)


def is_spaced(run: Run, following: Run) -> bool | None:
    """Whether a space stands between two runs of a row, by the file or by the gap between them; None in doubt.

    Programs set a word in two instructions with a gap that is as wide as a narrow space between words elsewhere.
    """
    gap = (following.left - run.right) / max(run.size, following.size)
    if run.baseline != following.baseline:
        return gap > _SPACE_BESIDE_MARK or (run.spaced and gap > _TINY)
    if run.spaced:
        return gap > _TINY
    in_word = run.text[-1:].isalpha() and following.text[:1].isalpha()
    return None if in_word and _DOUBTFUL <= gap <= _SURE else gap > _SPACE


def _on_lines(runs: Sequence[Run]) -> list[_Placed]:
    """The runs with the height of the words beside them, and whether each is raised above it."""
    found: list[_Placed] = []
    before: Run | None = None
    # A mark can be two runs, its number and its full stop, so that its word is the next but one.
    for run, following, further in zip_longest(runs, runs[1:], runs[2:]):
        height = run.baseline
        word: Run | None = None
        if before is not None and before.baseline != height and _stands_off(run, before, after=True):
            word = before
        else:
            if following is not None and following.baseline == height:
                following = further
            if following is not None and following.baseline != height and _stands_off(run, following, after=False):
                word = following
        if word is None:
            found.append(_Placed(-height, run.left, run, False))
            before = run
        else:
            found.append(_Placed(-word.baseline, run.left, run, height > word.baseline))
    return found


def _stands_off(run: Run, word: Run, *, after: bool) -> bool:
    """Whether `run` is set above or below the line of `word`, which it follows or else precedes."""
    shift = run.baseline - word.baseline
    if not _LEAST_SHIFT * word.size < abs(shift) < _MOST_SHIFT * word.size:
        return False
    gap = run.left - word.right if after else word.left - run.right
    if not -_AFTER_WORD * word.size < gap < (_AFTER_WORD if after else _BEFORE_WORD) * word.size:
        return False
    if run.size <= _RAISED_SIZE * word.size:
        return True
    return after and shift > 0 and run.size <= word.size and _MARK.fullmatch(run.text) is not None


def _row(placed: list[_Placed]) -> Row:
    if len(placed) == 1:
        run = placed[0].run
        height = -placed[0].depth
        return Row((Segment((run,), _NONE, height, run.left, run.right, run.size),), height)
    height = -max(placed, key=lambda each: each.run.size).depth
    placed.sort(key=itemgetter(1))
    wide = [place for place in range(1, len(placed)) if _is_apart(placed[place - 1].run, placed[place].run)]
    ends = [*(_wider_than_words(placed, wide) if wide else ()), len(placed)]
    segments = [_segment(placed[first:end], height) for first, end in zip([0, *ends], ends, strict=False)]
    return Row(tuple(segments), height)


def _is_apart(run: Run, following: Run) -> bool:
    return following.left - run.right > _COLUMN_GAP * max(run.size, following.size)


def _wider_than_words(placed: Sequence[_Placed], wide: Sequence[int]) -> Sequence[int]:
    """Those of the `wide` gaps of a row, by the places after them, that are wider than the gaps between its words.

    In a line that was drawn out to the margin all gaps can be so wide.
    """
    words = [each.run for each in placed]
    small = sum([run.text[:1].islower() for run in words])
    if len(words) <= _FEWEST_GAPS or small * 2 < len(words):
        return wide
    usual = median([after.left - before.right for before, after in pairwise(words)])
    return [place for place in wide if words[place].left - words[place - 1].right > _UNEVEN * usual]


def _segment(placed: Sequence[_Placed], height: float) -> Segment:
    runs = tuple([each.run for each in placed])
    raised = frozenset([place for place, each in enumerate(placed) if each.raised]) or _NONE
    right = max([run.right for run in runs])
    return Segment(runs, raised, height, runs[0].left, right, _main_size(runs))


def _main_size(runs: Sequence[Run]) -> float:
    """The size of most of the letters."""
    size = runs[0].size
    if all([run.size == size for run in runs]):
        return size
    letters: dict[float, int] = {}
    for run in runs:
        letters[run.size] = letters.get(run.size, 0) + len(run.text)
    return max(letters, key=letters.__getitem__)


_NONE: frozenset[int] = frozenset()
