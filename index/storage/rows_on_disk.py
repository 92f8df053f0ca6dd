"""Rows of a very long array on the disk, which those who ask for some get from it side by side."""

import mmap
from typing import Any

import numpy as np
from numpy.typing import NDArray

_PAGE = mmap.PAGESIZE
# Windows has no advice to give.
_ADVISES = hasattr(mmap, "MADV_WILLNEED")


class RowsOnDisk(np.memmap[Any, Any]):
    """A mapped array of which the system reads no more than is asked for, and all rows asked for at once together.

    Otherwise it reads what stands around as well, so that what is asked often does not stay in memory, and each row
    only when the one before is there: of the hundreds that a question needs the disk then has one at a time to look
    for.
    """

    def __array_finalize__(self, obj: object) -> None:
        super().__array_finalize__(obj)
        self.address: int | None = getattr(obj, "address", None)

    def read_as_asked(self) -> "RowsOnDisk":
        """Itself, of which nothing is read ahead from now on."""
        held = self._mapping()
        if held is not None:
            held.madvise(mmap.MADV_RANDOM)
            self.address = int(np.frombuffer(held, dtype=np.uint8).ctypes.data)
        return self

    def __getitem__(self, key: Any) -> Any:  # noqa: ANN401 (as NumPy has it)
        """As in NumPy; rows at some places (n,) are asked for together before they are read."""
        if isinstance(key, np.ndarray) and key.ndim == 1 and key.dtype.kind == "i" and len(key) > 1:
            self._ask_for(key)
            return np.asarray(super().__getitem__(key))
        return super().__getitem__(key)

    def _ask_for(self, rows: NDArray[np.integer[Any]]) -> None:
        held = self._mapping()
        if held is None or self.address is None or not self.flags.c_contiguous:
            return
        first = self.ctypes.data - self.address + np.unique(rows % len(self)) * self.strides[0]
        starts, ends = first // _PAGE, (first + self.strides[0] - 1) // _PAGE + 1
        # Rows on the same page or on neighbouring ones are one stretch.
        begins = np.flatnonzero(np.concatenate([[True], starts[1:] > ends[:-1]]))
        stops = np.concatenate([begins[1:], [len(ends)]]) - 1
        for start, end in zip(starts[begins].tolist(), ends[stops].tolist(), strict=True):
            held.madvise(mmap.MADV_WILLNEED, start * _PAGE, (end - start) * _PAGE)

    def _mapping(self) -> mmap.mmap | None:
        held = getattr(self, "_mmap", None)
        return held if _ADVISES and isinstance(held, mmap.mmap) else None
