import pytest

from eval.statistics.bootstrap import Estimate, estimate


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
