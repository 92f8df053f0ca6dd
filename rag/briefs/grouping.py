"""Paragraphs grouped by what they are about, each group named by a heading of the documents.

Paragraphs under one heading stay together. Such units are joined, the most similar first, by the mean inner product of
their paragraphs' vectors (average linkage), as long as they are similar enough or there are too many of them. What all
of them have in common, the theme itself, is taken out of the vectors before, as it tells nothing apart.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.document import Document
from index.store import Index, ParagraphRef

# Units more similar than that are one group: 0 is what any two have on average once the theme is taken out.
_LEAST_SIMILAR = 0.0
# Groups at most: what a table of contents lists without scrolling.
_MOST = 7
# Headings that say nothing about what stands under them, as those that many parts of one document bear do.
_PLAIN = re.compile(
    r"(?:introduction|background|overview|general (?:discussion|observations|remarks)|summary|conclusions?|annex|"
    r"action taken|opening|other matters|discussion|recommendations)\b.*",
    re.IGNORECASE,
)
# A heading that so many parts of one document bear (`Action taken`) tells nothing.
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
    clusters = _clusters(_similarities(units, index))
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
    return _of_unit_length(index.dense.passages([row]).matrix.mean(axis=0))


def _of_unit_length(vector: NDArray[np.float32]) -> NDArray[np.float32]:
    length = float(np.linalg.norm(vector))
    unit: NDArray[np.float32] = vector / length if length else vector
    return unit


def _clusters(similarities: NDArray[np.float64]) -> list[list[int]]:
    """The units, by their places, that belong together by `similarities` (n, n): clusters and units in their order."""
    if len(similarities) == 1:
        return [[0]]
    from scipy.cluster.hierarchy import fcluster, linkage
    from scipy.spatial.distance import squareform

    # Rounding must not make a distance of two equal units negative.
    distances = np.maximum(1 - similarities, 0)
    tree = linkage(squareform(distances, checks=False), method="average")
    labels = fcluster(tree, 1 - _LEAST_SIMILAR, criterion="distance")
    if len(set(labels)) > _MOST:
        labels = fcluster(tree, _MOST, criterion="maxclust")
    clusters: dict[int, list[int]] = {}
    for place, label in enumerate(labels.tolist()):
        clusters.setdefault(label, []).append(place)
    return list(clusters.values())


def _group(units: Sequence[_Unit], weights: Mapping[int, float]) -> Group:
    # A unit without a heading that tells gives its document's title, if there is no other.
    best = max(units, key=lambda unit: (unit.heading is not None, sum(weights[row] for row in unit.rows)))
    rows = tuple(sorted(row for unit in units for row in unit.rows))
    return Group(best.heading or best.document.short_title or best.document.title, rows)
