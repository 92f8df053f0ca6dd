"""Runs put together to rows: what stands at one height on a page, from left to right."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.readers.pdf.geometry import Run

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
_MARK = re.compile(r"[0-9*†‡§]{1,4}(?:, ?[0-9*†‡§]{1,4}){0,3}|[a-z]{1,2}")
_TINY = 0.05


@dataclass(frozen=True, slots=True)
class Segment:
    """Runs of one row without a wide gap between them. `raised` are the places of runs that stand above the line."""

    runs: tuple[Run, ...]
    raised: frozenset[int]
    baseline: float
    left: float
    right: float
    size: float


@dataclass(frozen=True, slots=True)
class Row:
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


def rows_of(runs: Sequence[Run]) -> list[Row]:
    """The rows of `runs` (none of them turned), from the top of the page down."""
    placed = _on_lines(runs)
    placed.sort(key=lambda each: (-each[0], each[1].left))
    rows: list[Row] = []
    row: list[tuple[float, Run, bool]] = []
    for each in placed:
        if row and row[-1][0] - each[0] > _ONE_ROW * max(row[-1][1].size, each[1].size):
            rows.append(_row(row))
            row = []
        row.append(each)
    if row:
        rows.append(_row(row))
    return rows


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


def _on_lines(runs: Sequence[Run]) -> list[tuple[float, Run, bool]]:
    """The runs with the baseline of the words beside them, and whether each is raised above it."""
    found: list[tuple[float, Run, bool]] = []
    before: Run | None = None
    for place, run in enumerate(runs):
        word = before if before is not None and _stands_off(run, before, after=True) else None
        if word is None:
            following = _next_word(runs, place)
            word = following if following is not None and _stands_off(run, following, after=False) else None
        if word is None:
            found.append((run.baseline, run, False))
            before = run
        else:
            found.append((word.baseline, run, run.baseline > word.baseline))
    return found


def _next_word(runs: Sequence[Run], place: int) -> Run | None:
    """The first of the next runs at another height; a mark can be two runs, its number and its full stop."""
    height = runs[place].baseline
    return next((run for run in runs[place + 1 : place + 3] if run.baseline != height), None)


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


def _row(placed: list[tuple[float, Run, bool]]) -> Row:
    baseline = max(placed, key=lambda each: each[1].size)[0] if len(placed) > 1 else placed[0][0]
    if len(placed) > 1:
        placed.sort(key=lambda each: each[1].left)
    segments: list[Segment] = []
    first = 0
    for place in range(1, len(placed) + 1):
        if place == len(placed) or _is_apart(placed[place - 1][1], placed[place][1]):
            segments.append(_segment(placed[first:place], baseline))
            first = place
    return Row(tuple(segments), baseline)


def _is_apart(run: Run, following: Run) -> bool:
    return following.left - run.right > _COLUMN_GAP * max(run.size, following.size)


def _segment(placed: Sequence[tuple[float, Run, bool]], baseline: float) -> Segment:
    runs = tuple(run for _, run, _ in placed)
    raised = frozenset(place for place, each in enumerate(placed) if each[2])
    right = max(run.right for run in runs)
    return Segment(runs, raised, baseline, runs[0].left, right, _main_size(runs))


def _main_size(runs: Sequence[Run]) -> float:
    """The size of most of the letters."""
    if len(runs) == 1:
        return runs[0].size
    letters: dict[float, int] = {}
    for run in runs:
        letters[run.size] = letters.get(run.size, 0) + len(run.text)
    return max(letters.items(), key=lambda each: each[1])[0]
