"""The array types that vectors, scores and rows are kept in."""

from collections.abc import Sequence
from typing import Any, Generic, TypeAlias, TypeVar

import numpy as np
from numpy.typing import DTypeLike, NDArray

FloatMatrix: TypeAlias = NDArray[np.float32]
"""Vectors (n, d), one a line."""

Scores: TypeAlias = NDArray[np.float32]
"""Numbers (n,), higher is better."""

Rows: TypeAlias = NDArray[np.int64]
"""Paragraphs by their place among all paragraphs of an index (n,)."""

SomeRows: TypeAlias = Rows | Sequence[int]
"""Rows as an array or a list."""

T = TypeVar("T", bound=np.generic)


def different(numbers: Rows) -> tuple[Rows, Rows]:
    """The different ones of `numbers` (n,), ascending, and where each stands first.

    As `numpy.unique`, for which NumPy imports its masked arrays when it is first used, a fortieth of a cold question.
    """
    order = np.argsort(numbers, kind="stable")
    ascending = numbers[order]
    is_first = np.ones(len(numbers), dtype=bool)
    is_first[1:] = ascending[1:] != ascending[:-1]
    return ascending[is_first], order[is_first]


class StackedRows(Generic[T]):
    """The rows of several arrays of one kind, one array after the other; only those that are asked for are read.

    Arrays that stay on the disk cannot be put together as NumPy does it without reading them whole.
    """

    def __init__(self, arrays: "Sequence[NDArray[T] | StackedRows[T]]") -> None:
        held = [one for each in arrays for one in (each._arrays if isinstance(each, StackedRows) else (each,))]
        self._arrays: tuple[NDArray[T], ...] = tuple(each for each in held if len(each)) or (held[0],)
        self._starts = np.cumsum([0, *map(len, self._arrays)])
        self.dtype = self._arrays[0].dtype
        self.shape: tuple[int, ...] = (int(self._starts[-1]), *self._arrays[0].shape[1:])

    def __len__(self) -> int:
        return self.shape[0]

    def __getitem__(self, key: int | slice | Rows) -> NDArray[T]:
        """The row at a place, those of a slice, or those at some places (n,)."""
        if isinstance(key, slice):
            return self._slice(*key.indices(len(self)))
        if isinstance(key, int | np.integer):
            owner = int(np.searchsorted(self._starts, key, side="right")) - 1
            row: NDArray[T] = self._arrays[owner][key - self._starts[owner]]
            return row
        owners = np.searchsorted(self._starts, key, side="right") - 1
        found: NDArray[T] = np.empty((len(key), *self.shape[1:]), dtype=self.dtype)
        for owner in different(owners)[0].tolist():
            own = np.flatnonzero(owners == owner)
            found[own] = self._arrays[owner][key[own] - self._starts[owner]]
        return found

    def between(self, start: int, stop: int) -> "StackedRows[T]":
        """The rows from `start` to before `stop`, of which none is read."""
        bounds = zip(self._arrays, self._starts[:-1].tolist(), strict=True)
        return StackedRows([array[max(0, start - at) : max(0, stop - at)] for array, at in bounds])

    def _slice(self, start: int, stop: int, step: int) -> NDArray[T]:
        some = self.between(start, stop)._arrays
        whole = some[0] if len(some) == 1 else np.concatenate(some)
        return whole[::step]

    def __array__(self, dtype: DTypeLike | None = None, copy: bool | None = None) -> NDArray[Any]:
        """All rows, read and put together."""
        return np.concatenate(self._arrays).astype(dtype or self.dtype, copy=False)
