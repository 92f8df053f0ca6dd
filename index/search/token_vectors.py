"""The vectors of the tokens of passages, as they are kept: whole, or with fewer numbers of a byte each."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.arrays import FloatMatrix, Rows, Scores

# What the numbers of a compressed vector are counted in: the greatest is 127 or -127.
_STEPS = 127
# Vectors compressed at a time: some tens of megabytes.
_TOGETHER = 16_384


@dataclass(frozen=True, slots=True, eq=False)
class Compression:
    """How token vectors are compressed: `axes` (k, d) are k of unit length at right angles to each other.

    A compressed vector has its k inner products with them, so that its inner product with another is about that of the
    whole vectors.
    """

    axes: FloatMatrix

    @classmethod
    def fitted(cls, vectors: FloatMatrix, k: int) -> "Compression":
        """The `k` axes along which `vectors` (n, d) are longest, which lose least; all of them where there are fewer.

        They are the first eigenvectors of the vectors' second moments, not of their covariance: an inner product is
        wanted, not a distance from the mean.
        """
        _, found = np.linalg.eigh(vectors.T.astype(np.float64) @ vectors)
        axes = found[:, ::-1][:, :k].T
        # An axis may point either way; the greatest number of each is made positive, so that two builds agree.
        greatest = np.take_along_axis(axes, np.abs(axes).argmax(axis=1)[:, None], axis=1)
        return cls(np.ascontiguousarray(axes * np.sign(greatest), dtype=np.float32))

    def compress(self, vectors: FloatMatrix) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
        """`vectors` (n, d) as whole numbers (n, k), and what one of each is worth (n,)."""
        numbers = np.empty((len(vectors), len(self.axes)), dtype=np.int8)
        worth = np.empty(len(vectors), dtype=np.float32)
        for start in range(0, len(vectors), _TOGETHER):
            some = vectors[start : start + _TOGETHER] @ self.axes.T
            own = np.maximum(np.abs(some).max(axis=1), np.finfo(np.float32).tiny) / _STEPS
            numbers[start : start + _TOGETHER] = np.rint(some / own[:, None])
            worth[start : start + _TOGETHER] = own
        return numbers, worth


@dataclass(frozen=True, slots=True, eq=False)
class TokenVectors:
    """Vectors of the passages' tokens, passage after passage.

    `flat` (t, d) is float16 and of unit length or, where there is a `compression`, (t, k) whole numbers that are
    `worth` (t,) each. On disk where it was read from there; `spans` (t, 2) are characters of the paragraph's text; the
    rows of passage i are `offsets[i]:offsets[i + 1]`.
    """

    flat: NDArray[np.float16] | NDArray[np.int8]
    spans: NDArray[np.int32]
    offsets: NDArray[np.int64]
    worth: Scores | None = None
    compression: Compression | None = None

    def read(self, places: Rows) -> FloatMatrix:
        """The vectors at `places` as float32."""
        found = self.flat[places].astype(np.float32)
        return found if self.worth is None else found * self.worth[places, None]
