"""What is usual in a document: the size of its letters, the distance of its lines, the left edge of its text."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from index.readers.base import Role
from index.readers.pdf.layout import PageLines
from index.readers.pdf.printed import PrintedLine

# Lines of one paragraph stand at most this far apart, in sizes of the letters; 1.2 is usual.
_FARTHEST, _USUAL = 1.7, 1.2


@dataclass(frozen=True, slots=True)
class Measures:
    """The size in points of most letters, and the usual distance of lines for each size, in points."""

    size: float
    pitches: dict[float, float]

    def pitch(self, size: float) -> float:
        """The distance from one line of a paragraph to the next for letters of `size`."""
        return self.pitches.get(round(size), _USUAL * size)


def measures_of(pages: Iterable[PageLines]) -> Measures:
    """What is usual in the text of `pages`."""
    letters: Counter[float] = Counter()
    steps: dict[float, Counter[float]] = defaultdict(Counter)
    for page in pages:
        for line in page.lines:
            if line.role is Role.TEXT:
                letters[line.size] += len(line.text)
        for above, below in pairwise(page.lines):
            step = above.baseline - below.baseline
            if abs(above.size - below.size) < 0.5 and 0 < step <= _FARTHEST * below.size and not below.jumps:
                steps[round(below.size)][round(step, 1)] += 1
    size = letters.most_common(1)[0][0] if letters else 0.0
    return Measures(size, {each: _smallest_common(counts) for each, counts in steps.items()})


def _smallest_common(counts: Mapping[float, int]) -> float:
    """The smallest length that is nearly as common as the most common: of lines not paragraphs, of text not lists."""
    most = max(counts.values())
    return min(length for length, count in counts.items() if count * 3 >= most)


def beginnings(lines: Iterable[PrintedLine], size: float) -> Counter[float]:
    """How many lines of the text, in letters of about `size`, begin at each place."""
    return Counter([round(line.left) for line in lines if line.role is Role.TEXT and abs(line.size - size) < 0.5])


def left_edge(lefts: Mapping[float, int]) -> float | None:
    """Where the lines begin that are not set in, of those that begin at `lefts`; None where there are none."""
    return _smallest_common(lefts) if lefts else None
