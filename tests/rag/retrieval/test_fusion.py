"""One score from several: standardised and added, so that how far apart scores lie is kept."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.retrieval.fusion import Scores, fuse, reciprocal_rank_fusion, z_scores


def scores(*values: float) -> Scores:
    return np.array(values, dtype=np.float32)


def test_scores_get_mean_zero_and_standard_deviation_one() -> None:
    # Mean 3, deviations -2, 0, 2; their standard deviation is the root of 8/3, 1.633.
    assert z_scores(scores(1, 3, 5)).tolist() == pytest.approx([-1.2247, 0, 1.2247], abs=1e-4)


def test_a_signal_that_says_the_same_of_all_says_nothing() -> None:
    assert z_scores(scores(7, 7, 7)).tolist() == [0, 0, 0]
    assert z_scores(scores(7)).tolist() == [0]
    assert z_scores(scores()).tolist() == []


def test_a_score_that_is_missing_counts_as_the_worst_there_is() -> None:
    # Mean 2 and deviation 1 of what is there; the missing one stands with the 1.
    assert z_scores(scores(1, 3, -np.inf)).tolist() == [-1, 1, -1]
    assert z_scores(scores(1, 3, np.nan)).tolist() == [-1, 1, -1]
    assert z_scores(scores(-np.inf, -np.inf)).tolist() == [0, 0]


def test_fused_scores_are_the_weighted_sum_of_the_standardised_ones() -> None:
    signals = {"one": scores(1, 3), "two": scores(30, 10)}
    assert fuse(signals, {"one": 1, "two": 1}).tolist() == [0, 0]
    assert fuse(signals, {"one": 1, "two": 3}).tolist() == [2, -2]
    assert fuse(signals, {"one": 1}).tolist() == [-1, 1]
    assert fuse(signals, {"one": 1, "two": 0}).tolist() == [-1, 1]


def test_a_lead_in_one_signal_outweighs_a_nose_in_another() -> None:
    # By ranks the two are level; by scores the first is far ahead in one and hardly behind in the other.
    signals = {"far": scores(10, 0, 0), "near": scores(0.99, 1, 0)}
    assert fuse(signals, {"far": 1, "near": 1}).argmax() == 0
    ranks = reciprocal_rank_fusion(signals)
    assert ranks[0] == ranks[1]


def test_nothing_to_fuse_is_a_programmers_mistake() -> None:
    with pytest.raises(ValueError, match="no signal has a weight"):
        fuse({"one": scores(1, 2)}, {"one": 0})
    with pytest.raises(ValueError, match="no signal has a weight"):
        fuse({}, {"one": 1})
    with pytest.raises(ValueError, match="no signal to fuse"):
        reciprocal_rank_fusion({})


def test_reciprocal_ranks_count_from_one_and_ties_stand_in_order() -> None:
    fused = reciprocal_rank_fusion({"one": scores(5, 9, 5), "two": scores(1, 2, 3)})
    # Ranks 2, 1, 3 in the one and 3, 2, 1 in the other.
    assert fused.tolist() == pytest.approx([1 / 62 + 1 / 63, 1 / 61 + 1 / 62, 1 / 63 + 1 / 61])


_LIST = st.lists(st.integers(-1000, 1000), min_size=2, max_size=20)


@given(_LIST, st.integers(-500, 500), st.integers(1, 9))
def test_neither_a_constant_added_nor_a_change_of_scale_moves_a_z_score(
    values: list[int], added: int, scale: int
) -> None:
    moved = [value * scale + added for value in values]
    assert z_scores(scores(*moved)).tolist() == pytest.approx(z_scores(scores(*values)).tolist(), abs=1e-3)


@given(_LIST)
def test_standardising_keeps_the_order(values: list[int]) -> None:
    standard = z_scores(scores(*values))
    for i, j in zip(range(len(values)), range(1, len(values)), strict=False):
        assert (values[i] < values[j]) == (standard[i] < standard[j])


@given(_LIST)
def test_fusing_one_signal_is_standardising_it(values: list[int]) -> None:
    one = scores(*values)
    assert fuse({"one": one}, {"one": 1}).tolist() == z_scores(one).tolist()
