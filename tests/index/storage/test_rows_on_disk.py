"""Rows of a very long array are asked for together before they are read."""

import mmap
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from index.storage.rows_on_disk import RowsOnDisk

Key = int | slice | list[int] | NDArray[np.int64]

WIDTH, BEFORE = 256, 80
ROWS_A_PAGE = mmap.PAGESIZE // (4 * WIDTH)


@pytest.fixture
def wanted() -> NDArray[np.float32]:
    return np.arange(60 * WIDTH, dtype=np.float32).reshape(60, WIDTH)


@pytest.fixture
def rows(tmp_path: Path, wanted: NDArray[np.float32]) -> RowsOnDisk:
    path = tmp_path / "rows"
    path.write_bytes(bytes(BEFORE) + wanted.tobytes())
    with path.open("rb") as file:
        return RowsOnDisk(file, np.float32, "r", BEFORE, wanted.shape).read_as_asked()


class Advised:
    """Remembers the pages that were asked for, from and up to which."""

    def __init__(self) -> None:
        self.pages: list[tuple[int, int]] = []

    def madvise(self, advice: int, start: int, length: int) -> None:
        assert advice == mmap.MADV_WILLNEED
        assert start % mmap.PAGESIZE == length % mmap.PAGESIZE == 0
        self.pages.append((start // mmap.PAGESIZE, (start + length) // mmap.PAGESIZE))


@pytest.fixture
def advised(monkeypatch: pytest.MonkeyPatch) -> Advised:
    advised = Advised()
    monkeypatch.setattr(RowsOnDisk, "_mapping", lambda _self: advised)
    return advised


@pytest.mark.parametrize("key", [3, slice(2, 50, 7), [4, 4, 1], np.array([59, 0, 0, -1]), np.zeros(0, dtype=np.int64)])
def test_what_is_read_is_what_an_array_in_memory_gives(rows: RowsOnDisk, wanted: NDArray[np.float32], key: Key) -> None:
    assert np.array_equal(rows[key], wanted[key])


def test_rows_at_some_places_are_no_longer_on_the_disk(rows: RowsOnDisk) -> None:
    assert type(rows[np.array([1, 2])]) is np.ndarray


def test_each_page_is_asked_for_once_and_neighbours_together(rows: RowsOnDisk, advised: Advised) -> None:
    rows[np.array([9 * ROWS_A_PAGE, 0, ROWS_A_PAGE, 0])]
    # The rows begin a little after the beginning of a page, so that the last of a page reaches into the next.
    assert advised.pages == [(0, 2), (9, 10)]
    advised.pages.clear()
    rows[np.array([ROWS_A_PAGE - 1, 8 * ROWS_A_PAGE])]
    assert advised.pages == [(0, 2), (8, 9)]


def test_places_are_counted_from_the_beginning_of_a_part(
    rows: RowsOnDisk, wanted: NDArray[np.float32], advised: Advised
) -> None:
    part = rows[5 * ROWS_A_PAGE :]
    assert np.array_equal(part[np.array([0, 3 * ROWS_A_PAGE])], wanted[[5 * ROWS_A_PAGE, 8 * ROWS_A_PAGE]])
    assert advised.pages == [(5, 6), (8, 9)]


@pytest.mark.parametrize("key", [3, slice(0, 20), np.array([7])])
def test_what_is_read_at_one_place_is_not_asked_for_before(rows: RowsOnDisk, advised: Advised, key: Key) -> None:
    rows[key]
    assert advised.pages == []
