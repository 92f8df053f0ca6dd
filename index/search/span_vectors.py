"""Vectors of parts of paragraphs (passages, sentences or tokens), and what is computed from them."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.arrays import FloatMatrix, Rows
from index.search.token_vectors import HeldTokens


@dataclass(frozen=True, slots=True, eq=False)
class SpanVectors:
    """The unit vectors of spans of some paragraphs, paragraph after paragraph.

    `vectors` (n, d) has one a span, `spans` (n, 2) its characters in its paragraph's text; those of paragraph i are
    `bounds[i]:bounds[i + 1]`, none where it has no such part. Where there are `axes` (d, d), the vectors are
    turned to them, as what they are compared with has to be. Vectors that are `HeldTokens` are read where they are
    compared.
    """

    vectors: FloatMatrix | HeldTokens
    spans: NDArray[np.int32] | NDArray[np.int64]
    bounds: Rows
    axes: FloatMatrix | None = None

    def __len__(self) -> int:
        """How many spans there are."""
        return len(self.vectors)

    @property
    def matrix(self) -> FloatMatrix:
        """All the vectors (n, d), read where they are not yet."""
        return np.asarray(self.vectors)

    def similarities(self, vectors: FloatMatrix) -> FloatMatrix:
        """The inner product of each span with `vectors`: (n,) with one vector (d,), (n, m) with several (m, d)."""
        if self.axes is not None:
            vectors = vectors @ self.axes.T
        products: FloatMatrix = self.vectors @ vectors.T
        return products

    def best(self, vectors: FloatMatrix) -> FloatMatrix:
        """For each paragraph the greatest inner product of a span with `vectors`, 0 where it has no span.

        (p,) with one vector (d,), (p, m) with several (m, d).
        """
        return self.greatest(self.similarities(vectors))

    def greatest(self, values: FloatMatrix) -> FloatMatrix:
        """For each paragraph the greatest of `values` (n, …) of its spans (p, …), 0 where it has none."""
        # `reduceat` knows no empty group.
        filled = np.flatnonzero(np.diff(self.bounds))
        if len(filled) == len(self.bounds) - 1:
            return np.maximum.reduceat(values, self.bounds[:-1], axis=0) if len(filled) else values[:0]
        greatest = np.zeros((len(self.bounds) - 1, *values.shape[1:]), dtype=np.float32)
        if len(filled):
            greatest[filled] = np.maximum.reduceat(values, self.bounds[filled], axis=0)
        return greatest


def gathered(starts: Rows, ends: Rows) -> tuple[Rows, Rows]:
    """The numbers from each of `starts` (n,) to before its one of `ends`, one after the other, and their bounds.

    The numbers of the i-th are `bounds[i]:bounds[i + 1]` of them.
    """
    lengths = ends - starts
    bounds = np.concatenate(([0], np.cumsum(lengths))).astype(np.int64)
    places = np.arange(bounds[-1]) + np.repeat(starts - bounds[:-1], lengths)
    return places, bounds
