"""Token vectors with half a byte a number."""

import numpy as np
import pytest
from numpy.typing import NDArray

from index.search.span_vectors import SpanVectors
from index.search.token_vectors import Compression, TokenVectors, bytes_of, widened


def unit(count: int, dimension: int) -> NDArray[np.float32]:
    rows = np.random.default_rng(1).standard_normal((count, dimension)).astype(np.float32)
    lengths: NDArray[np.float32] = np.linalg.norm(rows, axis=1, keepdims=True)
    return rows / lengths


@pytest.mark.parametrize(("halves", "most"), [(True, 0.1), (False, 0.006)])
@pytest.mark.parametrize("dimension", [384, 27, 1])
def test_inner_products_stay_nearly_the_same(dimension: int, halves: bool, most: float) -> None:
    vectors, question = unit(100, dimension), unit(5, dimension)
    compression = Compression.turning(dimension, halves=halves)
    packed, worth = compression.compress(vectors)
    assert packed.shape == (100, bytes_of(dimension, halves=halves))
    held = TokenVectors(packed, np.zeros((100, 2), dtype=np.int32), np.array([0, 100]), worth, compression)
    read = SpanVectors(held.read(np.arange(100)), np.asarray(held.spans), held.offsets, compression.axes)
    # A step of half a byte is at most a seventh, so that half a one, with d errors at random, is less than a tenth.
    assert np.abs(read.similarities(question) - vectors @ question.T).max() < most


def test_every_float16_is_the_same_number_as_float32() -> None:
    numbers = np.arange(2**16, dtype=np.uint16).view(np.float16)
    vectors = np.resize(numbers[np.isfinite(numbers)], (700, 91))
    assert np.array_equal(widened(vectors).view(np.int32), vectors.astype(np.float32).view(np.int32))


def test_the_axes_are_at_right_angles_and_always_the_same() -> None:
    axes = Compression.turning(20, halves=True).axes
    assert np.allclose(axes @ axes.T, np.eye(20), atol=1e-6)
    assert np.array_equal(axes, Compression.turning(20, halves=True).axes)


def test_a_vector_of_nothing_stays_one() -> None:
    compression = Compression.turning(4, halves=True)
    packed, worth = compression.compress(np.zeros((1, 4), dtype=np.float32))
    assert np.allclose(compression.unpacked(packed, worth), 0)


def test_halves_of_bytes_are_read_from_the_lower_one_on() -> None:
    compression = Compression(np.eye(3, dtype=np.float32), halves=True)
    packed = np.array([[0x1F, 0x08], [0xF1, 0x09]], dtype=np.uint8).view(np.int8)
    read = compression.unpacked(packed, np.array([1, 0.5], dtype=np.float32))
    assert read.dtype == np.float32
    assert read.tolist() == [[7, -7, 0], [-3.5, 3.5, 0.5]]


@pytest.mark.parametrize("halves", [True, False])
def test_no_vectors_come_back_as_none(halves: bool) -> None:
    compression = Compression.turning(5, halves=halves)
    packed, worth = compression.compress(np.zeros((0, 5), dtype=np.float32))
    assert compression.unpacked(packed, worth).shape == (0, 5)


def test_whole_vectors_come_back_as_they_are() -> None:
    flat = unit(3, 8).astype(np.float16)
    held = TokenVectors(flat, np.zeros((3, 2), dtype=np.int32), np.array([0, 3]))
    assert np.array_equal(held.read(np.array([2, 0])), flat[[2, 0]].astype(np.float32))
