"""Paragraphs grouped by what they are about, each group named by a heading of the documents.

Paragraphs under one heading stay together. Such units are joined, the most alike first, by the mean inner product of
their paragraphs' vectors (average linkage), as long as they are alike enough or there are too many of them. What all of
them have in common, the theme itself, is taken out of the vectors before, as it tells nothing apart.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.document import Document
from index.store import Index, ParagraphRef

# Units more alike than that are one group (0: more alike than any two are on average); and there are at most so many.
_ALIKE = 0.0
_MOST = 7
# Headings that say nothing about what stands under them, as those that many parts of one document bear do.
_PLAIN = re.compile(
    r"(?:introduction|background|overview|general (?:discussion|observations|remarks)|summary|conclusions?|annex|"
    r"action taken|opening|other matters|discussion|recommendations)\b.*",
    re.IGNORECASE,
)
_REPEATED = 3
_NUMBERING = re.compile(r"^(?:(?:item\s+)?(?:[IVXLC]+|[A-Z]|\d+)\.|\([a-z0-9]+\)|annex\s+[IVX]+\.?)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Group:
    """Paragraphs about one thing, by row, ascending."""

    name: str
    rows: tuple[int, ...]


def grouped(rows: Sequence[int], weights: Mapping[int, float], index: Index) -> tuple[Group, ...]:
    """`rows` in groups, those of most weight first; each is named by the heading under which most weight stands."""
    if not rows:
        return ()
    units = _units(rows, index)
    clusters = _joined([[place] for place in range(len(units))], _similarities(units, index))
    groups = [_group([units[place] for place in each], weights) for each in clusters]
    return tuple(sorted(groups, key=lambda group: -sum(weights[row] for row in group.rows)))


@dataclass(frozen=True, slots=True)
class _Unit:
    """Paragraphs under one heading of one document."""

    document: Document
    heading: str | None
    rows: tuple[int, ...]


def telling_heading(ref: ParagraphRef) -> str | None:
    """The innermost heading above a paragraph that says what it is about, without its number, or None."""
    seen = _paths_by_heading(ref.document)
    for heading in reversed(ref.paragraph.headings):
        plain = _NUMBERING.sub("", heading).strip()
        if len(seen.get(heading, ())) < _REPEATED and not _PLAIN.fullmatch(plain):
            return plain
    return None


def _paths_by_heading(document: Document) -> dict[str, set[tuple[str, ...]]]:
    paths: dict[str, set[tuple[str, ...]]] = {}
    for paragraph in document.paragraphs:
        for depth, heading in enumerate(paragraph.headings):
            paths.setdefault(heading, set()).add(paragraph.headings[:depth])
    return paths


def _units(rows: Sequence[int], index: Index) -> list[_Unit]:
    by_heading: dict[tuple[str, str | None], list[int]] = {}
    for row in sorted(rows):
        ref = index.paragraphs[row]
        by_heading.setdefault((ref.document.id, telling_heading(ref)), []).append(row)
    return [_Unit(index.document(document), heading, tuple(held)) for (document, heading), held in by_heading.items()]


def _similarities(units: Sequence[_Unit], index: Index) -> NDArray[np.float64]:
    """The mean inner product of the paragraphs of each two units (n, n), their common part taken out."""
    vectors = {row: _vector(row, index) for unit in units for row in unit.rows}
    common = np.mean(list(vectors.values()), axis=0)
    apart = {row: _of_unit_length(vector - common) for row, vector in vectors.items()}
    means = np.array([np.mean([apart[row] for row in unit.rows], axis=0) for unit in units], dtype=np.float64)
    return means @ means.T


def _vector(row: int, index: Index) -> NDArray[np.float32]:
    """The mean of the vectors of the paragraph's passages (d,)."""
    return _of_unit_length(index.dense.passages([row]).vectors.mean(axis=0))


def _of_unit_length(vector: NDArray[np.float32]) -> NDArray[np.float32]:
    length = float(np.linalg.norm(vector))
    unit: NDArray[np.float32] = vector / length if length else vector
    return unit


def _joined(clusters: list[list[int]], alike: NDArray[np.float64]) -> list[list[int]]:
    """`clusters` joined two by two, the most alike first; equal ones in their order."""
    while len(clusters) > 1:
        pairs = [(i, j) for j in range(len(clusters)) for i in range(j)]
        scores = [_between(clusters[i], clusters[j], alike) for i, j in pairs]
        best = int(np.argmax(scores))
        if scores[best] < _ALIKE and len(clusters) <= _MOST:
            break
        one, other = pairs[best]
        clusters[one] += clusters.pop(other)
    return clusters


def _between(one: Sequence[int], other: Sequence[int], alike: NDArray[np.float64]) -> float:
    return float(alike[np.ix_(list(one), list(other))].mean())


def _group(units: Sequence[_Unit], weights: Mapping[int, float]) -> Group:
    # A unit without a heading that tells gives its document's title, if there is no other.
    best = max(units, key=lambda unit: (unit.heading is not None, sum(weights[row] for row in unit.rows)))
    rows = tuple(sorted(row for unit in units for row in unit.rows))
    return Group(best.heading or best.document.short_title or best.document.title, rows)
