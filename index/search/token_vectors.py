"""The vectors of the tokens of passages, as they are kept: whole, or with a byte or half a one a number."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray

from index.arrays import FloatMatrix, Rows, Scores, StackedRows

# A number is counted in steps of the greatest one of its vector: with a byte from -127 to 127, with half from -7 to 7.
_MOST_OF_BYTE = 127
_MOST, _MIDDLE, _HALF, _MASK = 7, 8, 4, 15
# Of the axes that vectors are turned to; any number does.
_SEED = 4
# Vectors compressed at a time: some tens of megabytes.
_TOGETHER = 16_384
# Vectors widened and multiplied at a time: what is read and written fits a processor's cache.
_TOGETHER_IN_CACHE = 256
# OpenBLAS multiplies by so many vectors, or a multiple of them, in two thirds of the time that it takes for one fewer.
_COLUMNS = 4
# How far up float32 has the exponent and fraction of a float16, what bits it has of one then, and what its exponent,
# which counts from -127 in place of -15, makes the number too small by.
_UP, _OF_HALF, _TOO_SMALL = 13, np.int32(-0x7000_2000), np.float32(2.0 ** (127 - 15))


@dataclass(frozen=True, slots=True, eq=False)
class Compression:
    """How token vectors are compressed: `axes` (d, d) are of unit length and at right angles to each other.

    A vector's inner products with them are as large as each other, whatever the model does, so that a byte for each, or
    half a one with `halves`, loses little; inner products between vectors stay the same.
    """

    axes: FloatMatrix
    halves: bool

    @classmethod
    def turning(cls, dimension: int, *, halves: bool) -> "Compression":
        """The one for vectors of so many numbers: axes at random, always the same on one machine."""
        drawn = np.random.default_rng(_SEED).standard_normal((dimension, dimension))
        return cls(np.ascontiguousarray(np.linalg.qr(drawn)[0], dtype=np.float32), halves)

    @property
    def width(self) -> int:
        """How many bytes a vector has."""
        return bytes_of(len(self.axes), halves=self.halves)

    def compress(self, vectors: FloatMatrix) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
        """`vectors` (n, d) as bytes (n, width), and what one step of each vector is worth (n,)."""
        packed = np.empty((len(vectors), self.width), dtype=np.int8)
        worth = np.empty(len(vectors), dtype=np.float32)
        for start in range(0, len(vectors), _TOGETHER):
            some = vectors[start : start + _TOGETHER] @ self.axes.T
            own = np.maximum(np.abs(some).max(axis=1), np.finfo(np.float32).tiny) / (
                _MOST if self.halves else _MOST_OF_BYTE
            )
            worth[start : start + _TOGETHER] = own
            if not self.halves:
                packed[start : start + _TOGETHER] = np.rint(some / own[:, None])
                continue
            steps = np.full((len(some), 2 * packed.shape[1]), _MIDDLE, dtype=np.uint8)
            steps[:, : some.shape[1]] = np.rint(some / own[:, None]) + _MIDDLE
            packed[start : start + _TOGETHER] = (steps[:, 0::2] | steps[:, 1::2] << _HALF).view(np.int8)
        return packed, worth

    def unpacked(self, packed: NDArray[np.int8], worth: Scores) -> FloatMatrix:
        """The vectors (n, d), turned to the axes, that were `packed`, and what one step of each is worth."""
        steps = self._steps(packed) if self.halves else packed
        # A product of bytes with float32 is float32, and no array of the bytes as such is made in between.
        vectors: FloatMatrix = steps * worth[:, None]
        return vectors

    def _steps(self, packed: NDArray[np.int8]) -> NDArray[np.int8]:
        """The numbers (n, d) whose halves of bytes were `packed`, in steps of their vectors."""
        read, steps = packed.view(np.uint8), np.empty((len(packed), 2 * self.width), dtype=np.uint8)
        np.bitwise_and(read, _MASK, out=steps[:, 0::2])
        np.right_shift(read, _HALF, out=steps[:, 1::2])
        # Below the middle it goes round, and is less than 0 as a byte with a sign.
        steps -= np.uint8(_MIDDLE)
        return steps.view(np.int8)[:, : len(self.axes)]


def bytes_of(dimension: int, *, halves: bool) -> int:
    """How many bytes a compressed vector of so many numbers has, with `halves` of one for each."""
    return (dimension + 1) // 2 if halves else dimension


def widened(vectors: NDArray[np.float16]) -> FloatMatrix:
    """`vectors` (n, d), of finite numbers, as float32: the same numbers, in a third of the time that NumPy takes."""
    bits = vectors.view(np.int16).astype(np.int32)
    bits <<= _UP
    bits &= _OF_HALF
    wide = bits.view(np.float32)
    wide *= _TOO_SMALL
    return wide


@dataclass(frozen=True, slots=True, eq=False)
class TokenVectors:
    """Vectors of the passages' tokens, passage after passage.

    `flat` (t, d) is float16 and of unit length or, where there is a `compression`, (t, width) bytes, with what a
    step of each vector is `worth` (t,). On disk where it was read from there; `spans` (t, 2) are characters of the
    paragraph's text; the rows of passage i are `offsets[i]:offsets[i + 1]`.
    """

    flat: NDArray[np.float16] | NDArray[np.int8] | StackedRows[np.float16] | StackedRows[np.int8]
    spans: NDArray[np.int32] | StackedRows[np.int32]
    offsets: NDArray[np.int64]
    worth: Scores | StackedRows[np.float32] | None = None
    compression: Compression | None = None

    def at(self, places: Rows) -> "HeldTokens":
        """The vectors at `places`, none of which is read yet."""
        return HeldTokens(self, places)

    def read(self, places: Rows) -> FloatMatrix:
        """The vectors at `places` as float32, turned to the axes of the compression if there is one."""
        return np.concatenate([np.empty((0, self._dimension), dtype=np.float32), *self.parts(places)])

    def parts(self, places: Rows) -> Iterator[FloatMatrix]:
        """What `read` returns, part by part, each of which a processor's cache holds."""
        # All at once, as what lies on a disk is asked for together.
        found = np.asarray(self.flat[places])
        worth = None if self.worth is None else self.worth[places]
        for start in range(0, len(found), _TOGETHER_IN_CACHE):
            some = found[start : start + _TOGETHER_IN_CACHE]
            if self.compression is None or worth is None:
                yield widened(some.view(np.float16))
            else:
                yield self.compression.unpacked(some.view(np.int8), worth[start : start + _TOGETHER_IN_CACHE])

    @property
    def _dimension(self) -> int:
        return int(self.flat.shape[1]) if self.compression is None else len(self.compression.axes)


@dataclass(frozen=True, slots=True, eq=False)
class HeldTokens:
    """Some of the vectors of tokens, those at `places` (n,) of `held`, which are read where they are multiplied.

    To read all of them first takes twice as long, as each number then goes to memory and back.
    """

    held: TokenVectors
    places: Rows

    def __len__(self) -> int:
        """How many vectors there are."""
        return len(self.places)

    def __matmul__(self, others: FloatMatrix) -> FloatMatrix:
        """The inner products (n, m) with `others` (d, m); (n,) with one vector (d,)."""
        if others.ndim == 1:
            return (self @ others[:, None])[:, 0]
        dimension, count = others.shape
        padded = np.zeros((dimension, -(-count // _COLUMNS) * _COLUMNS), dtype=np.float32)
        padded[:, :count] = others
        products = np.empty((len(self), padded.shape[1]), dtype=np.float32)
        done = 0
        for some in self.held.parts(self.places):
            np.matmul(some, padded, out=products[done : done + len(some)])
            done += len(some)
        return products[:, :count]

    def __array__(self, dtype: DTypeLike | None = None, copy: bool | None = None) -> NDArray[Any]:
        """All the vectors (n, d), read."""
        return self.held.read(self.places).astype(dtype or np.float32, copy=False)
