"""Words that a program recognised in a picture of a page: set one by one, a little askew, in sizes that differ."""

from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter

from index.readers.pdf.geometry import Run, median

# In sizes of the letters: words of one line stand at most this much above or below one another,
_ONE_LINE = 0.6
# and at most this far apart; typewriters set two spaces after a full stop.
_ONE_STRETCH = 3.0
# Letters more than this times as large as most are those of a title.
_TITLE = 1.7


def joined_words(runs: Sequence[Run]) -> list[Run]:
    """The words of each line put together to runs of one height and, titles aside, of one size."""
    words = [run for run in runs if run.text]
    if not words:
        return []
    size = median(run.size for run in words)
    lines: list[list[Run]] = []
    for run in sorted(words, key=lambda each: -each.baseline):
        if lines and _mean(lines[-1]) - run.baseline <= _ONE_LINE * size:
            lines[-1].append(run)
        else:
            lines.append([run])
    return [run for line in lines for run in _stretches(sorted(line, key=attrgetter("left")), size)]


def _mean(line: Sequence[Run]) -> float:
    return sum(run.baseline for run in line) / len(line)


def _stretches(line: Sequence[Run], size: float) -> list[Run]:
    """The runs of a line; words that stand far apart are not put together."""
    stretches = [[line[0]]]
    for before, run in pairwise(line):
        if run.left - before.right > _ONE_STRETCH * size:
            stretches.append([])
        stretches[-1].append(run)
    return [_joined(stretch, size, _mean(line)) for stretch in stretches]


def _joined(words: Sequence[Run], size: float, baseline: float) -> Run:
    own = median(run.size for run in words)
    return words[0]._replace(
        text=" ".join(run.text for run in words),
        right=max(run.right for run in words),
        baseline=baseline,
        size=round(own, 1) if own > _TITLE * size else size,
    )
