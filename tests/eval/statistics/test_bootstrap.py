import numpy as np
import pytest

from eval.statistics.bootstrap import RESAMPLES, SEED, Estimate, estimate, estimate_of


def test_equal_values_leave_no_doubt() -> None:
    assert estimate([0.5, 0.5, 0.5]) == Estimate(3, 0.5, 0.5, 0.5)


def test_the_interval_of_a_share_is_about_two_standard_errors_to_each_side() -> None:
    result = estimate([1.0] * 50 + [0.0] * 50)

    # Standard error: sqrt(0.5 * 0.5 / 100) = 0.05.
    assert (result.n, result.mean) == (100, 0.5)
    assert result.low == pytest.approx(0.5 - 1.96 * 0.05, abs=0.015)
    assert result.high == pytest.approx(0.5 + 1.96 * 0.05, abs=0.015)


def test_the_same_values_give_the_same_interval() -> None:
    values = [0.1, 0.4, 0.9, 0.2]

    assert estimate(values) == estimate(values)


def test_nothing_cannot_be_estimated() -> None:
    with pytest.raises(ValueError, match="nothing"):
        estimate([])


def test_one_value_is_its_own_interval() -> None:
    assert estimate([0.25]) == Estimate(1, 0.25, 0.25, 0.25)


def test_the_interval_holds_the_middle_95_percent_of_the_means_of_resamples() -> None:
    values = np.array([0.0, 0.0, 0.3, 1.0, 0.7])
    drawn = np.random.default_rng(SEED).integers(5, size=(RESAMPLES, 5))
    means = sorted(values[drawn].mean(axis=1))

    result = estimate(values.tolist())

    # 2.5 % of 1,999 steps between 2,000 sorted means: 49.975 and 1949.025 steps from the lowest.
    assert means[49] <= result.low <= means[50]
    assert means[1949] <= result.high <= means[1950]


def test_the_interval_of_any_statistic_is_that_of_the_mean_where_it_is_the_mean() -> None:
    values = [0.1, 0.4, 0.9, 0.2]
    whole = estimate(values)

    found = estimate_of(values, lambda drawn: sum(drawn) / len(drawn))

    assert found.n == whole.n
    assert [found.mean, found.low, found.high] == pytest.approx([whole.mean, whole.low, whole.high])


def test_nothing_has_no_statistic() -> None:
    with pytest.raises(ValueError, match="nothing"):
        estimate_of([], len)
