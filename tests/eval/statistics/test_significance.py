import pytest

from eval.statistics.significance import holm, paired_difference


def test_few_questions_are_tested_with_every_choice_of_signs() -> None:
    # Of 16 choices of signs only all plus and all minus are as far from 0 as all plus.
    result = paired_difference([0, 0, 0, 0], [1, 1, 1, 1])

    assert (result.a, result.b) == (0.0, 1.0)
    assert (result.difference.mean, result.difference.low, result.difference.high) == (1.0, 1.0, 1.0)
    assert result.p == pytest.approx(2 / 16)


def test_one_question_tells_nothing() -> None:
    assert paired_difference([0.0], [1.0]).p == 1.0


def test_no_difference_anywhere_has_p_one() -> None:
    assert paired_difference([0.3, 0.6], [0.3, 0.6]).p == 1.0


def test_gains_and_losses_that_cancel_out_have_p_one() -> None:
    result = paired_difference([0, 1], [1, 0])

    assert result.difference.mean == 0.0
    assert result.p == 1.0


def test_questions_that_do_not_differ_say_nothing() -> None:
    alike = [0.5] * 20

    # Three questions differ, all for the better: 2 of 8 choices of signs.
    assert paired_difference([0, 0, 0, *alike], [1, 1, 1, *alike]).p == pytest.approx(2 / 8, abs=0.02)


def test_a_large_difference_on_many_questions_is_significant_and_the_same_every_time() -> None:
    a, b = [0.0] * 40, [1.0] * 30 + [0.0] * 10

    assert paired_difference(a, b).p < 0.001
    assert paired_difference(a, b) == paired_difference(a, b)


def test_holm_multiplies_the_smallest_most_and_never_falls() -> None:
    # 0.01 * 3, 0.03 * 2, then 0.04 * 1 lifted to the one before.
    assert holm([0.04, 0.01, 0.03]) == pytest.approx((0.06, 0.03, 0.06))
    assert holm([0.9, 0.8]) == (1.0, 1.0)
    assert holm([]) == ()
