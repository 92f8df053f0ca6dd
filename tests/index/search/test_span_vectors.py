"""What is computed from the vectors of parts of paragraphs."""

import numpy as np

from index.search.span_vectors import SpanVectors, gathered

VECTORS = np.array([[1, 0], [0, 1], [0.6, 0.8]], dtype=np.float32)
QUESTION = np.array([1, 0], dtype=np.float32)


def of(*bounds: int) -> SpanVectors:
    """The three vectors as those of paragraphs that begin at `bounds`."""
    return SpanVectors(VECTORS, np.zeros((3, 2), dtype=np.int64), np.array(bounds))


def test_each_span_has_its_similarity_to_one_or_to_several_vectors() -> None:
    assert of(0, 3).similarities(QUESTION).tolist() == [1, 0, np.float32(0.6)]
    assert of(0, 3).similarities(VECTORS[:2]).tolist() == VECTORS.tolist()


def test_a_paragraph_has_the_best_of_its_spans_and_one_without_any_nothing() -> None:
    assert of(0, 1, 3).best(QUESTION).tolist() == [1, np.float32(0.6)]
    assert of(0, 0, 1, 1, 3, 3).best(QUESTION).tolist() == [0, 1, 0, np.float32(0.6), 0]
    assert of(0, 1, 3).best(VECTORS[:2]).tolist() == [[1, 0], [np.float32(0.6), 1]]
    assert of(0, 0, 3).best(VECTORS[:2]).tolist() == [[0, 0], [1, 1]]


def test_a_best_below_nothing_is_not_lifted_to_it() -> None:
    assert of(0, 1, 3).best(-QUESTION).tolist() == [-1, 0]
    assert of(0, 0, 1, 3).best(-QUESTION).tolist() == [0, -1, 0]


def test_ranges_are_gathered_one_after_the_other() -> None:
    places, bounds = gathered(np.array([5, 0, 3]), np.array([7, 0, 6]))
    assert places.tolist() == [5, 6, 3, 4, 5]
    assert bounds.tolist() == [0, 2, 2, 5]
    places, bounds = gathered(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64))
    assert (places.tolist(), bounds.tolist()) == ([], [0])
