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
    read = SpanVectors(held.at(np.arange(100)), np.asarray(held.spans), held.offsets, compression.axes)
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


@pytest.mark.parametrize("halves", [None, True, False])
@pytest.mark.parametrize("others", [1, 4, 7])
def test_vectors_are_multiplied_as_if_they_had_been_read(halves: bool | None, others: int) -> None:
    vectors, questions = unit(700, 24), unit(others, 24)
    spans, offsets = np.zeros((700, 2), dtype=np.int32), np.array([0, 700])
    if halves is None:
        held = TokenVectors(vectors.astype(np.float16), spans, offsets)
    else:
        compression = Compression.turning(24, halves=halves)
        packed, worth = compression.compress(vectors)
        held = TokenVectors(packed, spans, offsets, worth, compression)
    places = np.random.default_rng(2).permutation(700)[:600]
    some, read = held.at(places), held.read(places)
    assert len(some) == 600
    assert np.array_equal(np.asarray(some), read)
    assert np.allclose(some @ questions.T, read @ questions.T, atol=1e-6)
    assert np.allclose(some @ questions[0], read @ questions[0], atol=1e-6)


@pytest.mark.parametrize("halves", [None, True, False])
def test_no_vectors_have_no_products(halves: bool | None) -> None:
    compression = None if halves is None else Compression.turning(8, halves=halves)
    flat = unit(3, 8).astype(np.float16)
    packed, worth = (flat, None) if compression is None else compression.compress(unit(3, 8))
    held = TokenVectors(packed, np.zeros((3, 2), dtype=np.int32), np.array([0, 3]), worth, compression)
    none = held.at(np.zeros(0, dtype=np.int64))
    assert np.asarray(none).shape == (0, 8)
    assert (none @ unit(5, 8).T).shape == (0, 5)
    assert (held.at(np.array([0, 2])) @ np.zeros((8, 0), dtype=np.float32)).shape == (2, 0)
