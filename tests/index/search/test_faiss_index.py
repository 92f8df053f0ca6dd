"""FAISS search: exact below a limit, close to it above, the same bytes every time."""

import numpy as np
import pytest
from numpy.typing import NDArray

from index.search.faiss_index import VectorSearch


def unit(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    lengths: NDArray[np.float32] = np.linalg.norm(rows, axis=1, keepdims=True)
    return rows / lengths


@pytest.fixture
def many() -> NDArray[np.float32]:
    generator = np.random.default_rng(0)
    centres = generator.normal(size=(20, 16))
    rows = centres[generator.integers(0, 20, 3_000)] + 0.3 * generator.normal(size=(3_000, 16))
    return unit(rows.astype(np.float32))


def test_the_nearest_come_first_and_equal_ones_in_order() -> None:
    vectors = np.array([[0, 1], [1, 0], [0.6, 0.8], [1, 0]], dtype=np.float32)
    scores, rows = VectorSearch.build(vectors).search(np.array([1, 0], dtype=np.float32), 3)
    assert rows.tolist() == [1, 3, 2]
    assert scores.tolist() == pytest.approx([1, 1, 0.6])


def test_asking_for_more_than_there_is_gives_what_there_is() -> None:
    search = VectorSearch.build(np.eye(2, dtype=np.float32))
    assert search.search(np.array([1, 0], dtype=np.float32), 10)[1].tolist() == [0, 1]
    assert (search.count, search.exact) == (2, True)


@pytest.mark.parametrize("limit", [1_000, 10_000])
def test_of_vectors_that_are_not_allowed_none_is_found_and_all_others_are(
    many: NDArray[np.float32], limit: int
) -> None:
    search = VectorSearch.build(many, exact_limit=limit)
    allowed = np.zeros(len(many), dtype=bool)
    allowed[5::300] = True
    scores, rows = search.search(many[7], 100, allowed)
    assert sorted(rows.tolist()) == list(range(5, 3_000, 300))
    assert scores.tolist() == pytest.approx((many[rows] @ many[7]).tolist(), abs=1e-6)
    assert search.search(many[7], 3, allowed)[1].tolist() == rows[:3].tolist()
    assert search.search(many[7], 3, np.zeros(len(many), dtype=bool))[1].tolist() == []


def test_above_the_limit_it_is_approximate_and_finds_nearly_all(many: NDArray[np.float32]) -> None:
    exact, close = VectorSearch.build(many), VectorSearch.build(many, exact_limit=1_000)
    assert exact.exact
    assert not close.exact
    shared = [len(set(exact.search(q, 10)[1]) & set(close.search(q, 10)[1])) for q in many[:100]]
    assert sum(shared) >= 950


def test_scores_are_those_of_the_vectors_themselves_best_first(many: NDArray[np.float32]) -> None:
    scores, rows = VectorSearch.build(many, exact_limit=1_000).search(many[7], 20)
    assert scores.tolist() == pytest.approx((many[rows] @ many[7]).tolist(), abs=1e-6)
    assert scores.tolist() == sorted(scores.tolist(), reverse=True)


def test_named_rows_are_compared_all(many: NDArray[np.float32]) -> None:
    scores, rows = VectorSearch.build(many, exact_limit=1_000).compared(many[7], np.array([3, 7, 2_999]))
    assert rows[0] == 7
    assert sorted(rows.tolist()) == [3, 7, 2_999]
    assert scores.tolist() == pytest.approx((many[rows] @ many[7]).tolist(), abs=1e-6)


def test_two_builds_give_the_same_bytes_and_these_the_same_answers(many: NDArray[np.float32]) -> None:
    built = VectorSearch.build(many, exact_limit=1_000)
    content = built.to_bytes()
    assert content == VectorSearch.build(many, exact_limit=1_000).to_bytes()
    loaded = VectorSearch.from_bytes(content, many)
    assert not loaded.exact
    assert loaded.search(many[7], 5)[1].tolist() == built.search(many[7], 5)[1].tolist()
    assert loaded.search(many[7], 1)[1].tolist() == [7]


def test_it_tells_whether_it_has_each_vector_once(many: NDArray[np.float32]) -> None:
    assert VectorSearch(many).is_sound()
    content = VectorSearch.build(many, exact_limit=1_000).to_bytes()
    assert VectorSearch.from_bytes(content, many).is_sound()
    assert not VectorSearch.from_bytes(content, many[:-1]).is_sound()
    assert not VectorSearch.from_bytes(content, many[:, :-1]).is_sound()


def test_another_kind_of_search_is_not_sound(many: NDArray[np.float32]) -> None:
    import faiss

    by_distance = faiss.IndexFlatL2(16)
    by_distance.add(many)
    assert not VectorSearch(many, by_distance).is_sound()


@pytest.mark.parametrize("content", [b"", b"not an index", b"IxFI" + b"\xff" * 60])
def test_bytes_that_are_no_index_are_refused(content: bytes, many: NDArray[np.float32]) -> None:
    with pytest.raises(ValueError, match=r"."):
        VectorSearch.from_bytes(content, many)
