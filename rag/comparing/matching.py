"""Which paragraphs of two documents belong together, by rows of the index: the best matches first."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from index.store import Index
from rag.calibration import AlignSettings
from rag.citing.containers import same_container
from rag.comparing.similarity import Coverage, Similarity

Containers = tuple[str, ...]
Parts = Mapping[Containers, list[int]]

T = TypeVar("T", int, Containers)


@dataclass(eq=False, slots=True)
class Pair:
    """A match in the making: rows of the left and of the right document."""

    left: list[int]
    right: list[int]
    similarity: float = 0.0


class Matcher:
    """Finds matches among the paragraphs of `index`."""

    def __init__(self, index: Index, settings: AlignSettings) -> None:
        self._index = index
        self._settings = settings
        self._similarity = Similarity(index)

    def parts(self, ours: Parts, theirs: Parts) -> list[tuple[Containers, Containers]]:
        """The parts that belong together; the main texts of both documents, where they have one, always do."""
        scores = {}
        for one in filter(None, ours):
            for other in filter(None, theirs):
                dense = self._similarity.dense(ours[one], theirs[other])
                similarity = float(dense.max(axis=1).mean() + dense.max(axis=0).mean()) / 2
                scores[one, other] = similarity + self._settings.same_name * same_container(one[-1], other[-1])
        main: list[tuple[Containers, Containers]] = [((), ())] if () in ours and () in theirs else []
        return main + [(one, other) for one, other, _ in best_first(scores, self._settings.part)]

    def within(self, ours: Sequence[int], theirs: Sequence[int], *, main: bool) -> list[Pair]:
        """The matches between two parts; `main` where they are the documents' main texts."""
        pairs = self._pairs(ours, theirs, self._settings.anywhere if main else self._settings.in_part)
        if main:
            pairs += self._in_gaps(ours, theirs, pairs)
        self._join(ours, theirs, pairs)
        return pairs

    def elsewhere(self, ours: Iterable[int], theirs: Iterable[int], pairs: Sequence[Pair]) -> list[Pair]:
        """The matches among rows that `pairs` leaves over, in whatever part they stand."""
        taken, taken_there = lefts(pairs), rights(pairs)
        left, right = [row for row in ours if row not in taken], [row for row in theirs if row not in taken_there]
        return self._pairs(left, right, self._settings.anywhere)

    def _in_gaps(self, ours: Sequence[int], theirs: Sequence[int], pairs: Sequence[Pair]) -> list[Pair]:
        """The matches in short gaps between two matches that follow one another: there, less similarity is enough."""
        found: list[Pair] = []
        anchors = sorted((pair.left[0], pair.right[0]) for pair in pairs)
        ends = [(ours[0] - 1, theirs[0] - 1), *anchors, (ours[-1] + 1, theirs[-1] + 1)]
        taken = rights(pairs)
        for (left, right), (next_left, next_right) in pairwise(ends):
            gap = range(left + 1, next_left)
            other = [row for row in range(right + 1, next_right) if row not in taken]
            if len(gap) <= self._settings.gap and len(other) <= self._settings.gap:
                found += self._pairs(gap, other, self._settings.in_part)
                taken |= rights(found)
        return found

    def _pairs(self, ours: Sequence[int], theirs: Sequence[int], floor: float) -> list[Pair]:
        similarities = self._similarities(ours, theirs)
        bonus = self._settings.same_number
        scores = {pair: score + bonus * self._same_number(*pair) for pair, score in similarities.items()}
        return [Pair([one], [other], similarities[one, other]) for one, other, _ in best_first(scores, floor)]

    def _similarities(self, ours: Sequence[int], theirs: Sequence[int]) -> dict[tuple[int, int], float]:
        """The similarity of those paragraphs that are near each other by their passages."""
        if not ours or not theirs:
            return {}
        near = _candidates(self._similarity.dense(ours, theirs), self._settings.depth)
        found: dict[tuple[int, int], float] = {}
        for i, places in near.items():
            others = [theirs[j] for j in places]
            scores = self._similarity.between(ours[i], others)
            found |= {(ours[i], other): float(score) for other, score in zip(others, scores, strict=True)}
        return found

    def _same_number(self, one: int, other: int) -> bool:
        numbers = [self._index.paragraphs[row].locator.number for row in (one, other)]
        return None not in numbers and len({str(number).rsplit(".", 1)[-1] for number in numbers}) == 1

    def _join(self, ours: Iterable[int], theirs: Iterable[int], pairs: Sequence[Pair]) -> None:
        """Let each row without a match join the match that it was split from, if there is one."""
        if not pairs:
            return
        left, right = [pair.left[0] for pair in pairs], [pair.right[0] for pair in pairs]
        taken, taken_there = lefts(pairs), rights(pairs)
        coverage = self._similarity.coverage(right, by=left)
        for row in (row for row in ours if row not in taken):
            if pair := self._joined(row, coverage, pairs, left):
                pair.left.append(row)
        coverage = self._similarity.coverage(left, by=right)
        for row in (row for row in theirs if row not in taken_there):
            if pair := self._joined(row, coverage, pairs, right):
                pair.right.append(row)

    def _joined(self, row: int, coverage: Coverage, pairs: Sequence[Pair], first: Sequence[int]) -> Pair | None:
        """The pair near `row` that it goes into most, if it does so enough; `first` is where the pairs stand."""
        near = np.abs(np.array(first) - row) <= self._settings.gap
        gains = np.where(near, self._similarity.gains(row, coverage), 0)
        best = int(gains.argmax())
        return pairs[best] if gains[best] >= self._settings.joins else None


def best_first(scores: Mapping[tuple[T, T], float], floor: float) -> list[tuple[T, T, float]]:
    """Pairs with a score of at least `floor`, the highest first, each side in one pair only; ties go by order."""
    chosen: list[tuple[T, T, float]] = []
    taken: set[T] = set()
    taken_there: set[T] = set()
    for (one, other), score in sorted(scores.items(), key=lambda item: -item[1]):
        if score >= floor and one not in taken and other not in taken_there:
            chosen.append((one, other, score))
            taken.add(one)
            taken_there.add(other)
    return chosen


def lefts(pairs: Iterable[Pair]) -> set[int]:
    """All left rows of `pairs`."""
    return {row for pair in pairs for row in pair.left}


def rights(pairs: Iterable[Pair]) -> set[int]:
    """All right rows of `pairs`."""
    return {row for pair in pairs for row in pair.right}


def _candidates(dense: NDArray[np.float32], depth: int) -> dict[int, list[int]]:
    """For each line, the columns where it has one of its `depth` highest values or they have one of theirs."""
    near: dict[int, set[int]] = {i: set(_highest(line, depth)) for i, line in enumerate(dense)}
    for j, column in enumerate(dense.T):
        for i in _highest(column, depth):
            near[i].add(j)
    return {i: sorted(columns) for i, columns in near.items()}


def _highest(values: NDArray[np.float32], depth: int) -> list[int]:
    places: list[int] = np.argsort(-values, kind="stable")[:depth].tolist()
    return places
