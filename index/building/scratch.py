"""Where the vectors of a build are kept while they are computed: in memory, or in a folder that outlives the build."""

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import DTypeLike, NDArray

from index.errors import OutputError

_STATE = "state.json"


class Rows(Protocol):
    """Rows of numbers to which others are added."""

    def append(self, rows: NDArray[Any]) -> None:
        """Add `rows` (n, …)."""

    def whole(self) -> NDArray[Any]:
        """All rows that were added."""


class Scratch(Protocol):
    """Arrays by name, and how many texts of each stage they hold the vectors of."""

    def array(self, name: str, shape: tuple[int, ...], dtype: DTypeLike) -> NDArray[Any]:
        """The array called `name`; what was written to it before is there still."""

    def rows(self, name: str, width: tuple[int, ...], dtype: DTypeLike) -> Rows:
        """The rows called `name`, each of the shape `width`."""

    def done(self, stage: str) -> int:
        """How many texts of `stage` are done."""

    def mark(self, stage: str, done: int) -> None:
        """Remember that `done` texts of `stage` are done, with all that was written."""


@dataclass(slots=True)
class _RowsInMemory:
    width: tuple[int, ...]
    dtype: DTypeLike
    _added: list[NDArray[Any]] = field(default_factory=list)

    def append(self, rows: NDArray[Any]) -> None:
        self._added.append(rows)

    def whole(self) -> NDArray[Any]:
        self._added = [np.concatenate([np.zeros((0, *self.width), dtype=self.dtype), *self._added])]
        return self._added[0]


class MemoryScratch:
    """Arrays in memory, of which nothing stays."""

    def array(self, name: str, shape: tuple[int, ...], dtype: DTypeLike) -> NDArray[Any]:
        """An array of zeros."""
        return np.zeros(shape, dtype=dtype)

    def rows(self, name: str, width: tuple[int, ...], dtype: DTypeLike) -> Rows:
        """No rows yet."""
        return _RowsInMemory(width, dtype)

    def done(self, stage: str) -> int:
        """Nothing is."""
        return 0

    def mark(self, stage: str, done: int) -> None:
        """Nothing is kept."""


@dataclass(slots=True)
class _RowsOnDisk:
    path: Path
    width: tuple[int, ...]
    dtype: np.dtype[Any]

    def append(self, rows: NDArray[Any]) -> None:
        with self.path.open("ab") as file:
            file.write(np.ascontiguousarray(rows, dtype=self.dtype).reshape(-1).view(np.uint8).data)

    def whole(self) -> NDArray[Any]:
        count = self.path.stat().st_size // (self.dtype.itemsize * int(np.prod(self.width, dtype=np.int64)))
        if not count:
            return np.zeros((0, *self.width), dtype=self.dtype)
        return np.memmap(self.path, self.dtype, "r", shape=(count, *self.width))


class FolderScratch:
    """Arrays in the files of `folder`; what a build with the same `key` left there is gone on with.

    OutputError where it cannot be written.
    """

    def __init__(self, folder: Path, key: str) -> None:
        self._folder = folder
        state = _state_in(folder)
        if state.get("key") != key:
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
            state = {"key": key, "done": {}, "sizes": {}}
        self._state = state

    def array(self, name: str, shape: tuple[int, ...], dtype: DTypeLike) -> NDArray[Any]:
        """The array in the file `name`."""
        path = self._folder / name
        size = int(np.prod(shape, dtype=np.int64)) * np.dtype(dtype).itemsize
        if not size:
            return np.zeros(shape, dtype=dtype)
        is_there = path.exists() and path.stat().st_size == size
        return np.memmap(path, dtype, "r+" if is_there else "w+", shape=shape)

    def rows(self, name: str, width: tuple[int, ...], dtype: DTypeLike) -> Rows:
        """The rows in the file `name`, as many as were marked."""
        path = self._folder / name
        path.touch()
        os.truncate(path, min(int(self._state["sizes"].get(name, 0)), path.stat().st_size))
        return _RowsOnDisk(path, width, np.dtype(dtype))

    def done(self, stage: str) -> int:
        """How many texts of `stage` are done."""
        return int(self._state["done"].get(stage, 0))

    def mark(self, stage: str, done: int) -> None:
        """Remember how far `stage` is, and how long each file is."""
        self._state["done"][stage] = done
        files = (path for path in self._folder.iterdir() if not path.name.startswith(_STATE))
        self._state["sizes"] = {path.name: path.stat().st_size for path in files}
        new = self._folder / f"{_STATE}.new"
        new.write_text(json.dumps(self._state), encoding="utf-8")
        new.replace(self._folder / _STATE)


@contextmanager
def scratch_beside(folder: Path) -> Iterator[Path]:
    """The folder for the scratch of a build of `folder`; it is gone when the block ends, but not after an error."""
    place = folder.with_name(f".{folder.name}.vectors")
    try:
        yield place
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(f"cannot write {place}: {reason}; run the command again to go on") from error
    with suppress(OSError):
        shutil.rmtree(place)


def _state_in(folder: Path) -> dict[str, Any]:
    try:
        state = json.loads((folder / _STATE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    fits = isinstance(state, dict) and all(isinstance(state.get(name), dict) for name in ("done", "sizes"))
    return state if fits else {}
