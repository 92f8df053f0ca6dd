import pytest

from eval.measures.abstention import Judgement, Reliability, best_possible, reliability, risk_coverage


def test_the_curve_begins_with_the_surest_answers() -> None:
    curve = risk_coverage([Judgement(0.2, False), Judgement(0.9, True), Judgement(0.6, False), Judgement(0.4, True)])

    # Surest first: right, wrong, right, wrong.
    assert curve.risks == (0, 1 / 2, 1 / 3, 2 / 4)
    assert curve.area == pytest.approx((0 + 1 / 2 + 1 / 3 + 1 / 2) / 4)


def test_equally_sure_answers_count_as_their_group_does_on_average_whatever_their_order() -> None:
    one = risk_coverage([Judgement(1.0, True), Judgement(1.0, False), Judgement(0.0, True)])
    other = risk_coverage([Judgement(1.0, False), Judgement(1.0, True), Judgement(0.0, True)])

    assert one.risks == other.risks
    assert list(one.risks) == pytest.approx([0.5, 0.5, 1 / 3])


def test_nothing_known_about_being_right_is_the_error_rate() -> None:
    assert risk_coverage([Judgement(0.5, right) for right in (True, False, False, False)]).area == 0.75


def test_all_right_is_zero_and_all_wrong_is_one() -> None:
    assert risk_coverage([Judgement(0.3, True), Judgement(0.7, True)]).area == 0.0
    assert risk_coverage([Judgement(0.3, False), Judgement(0.7, False)]).area == 1.0


def test_the_best_possible_curve_has_all_right_answers_first() -> None:
    judgements = [Judgement(0.9, False), Judgement(0.8, True), Judgement(0.1, True)]

    assert list(best_possible(judgements).risks) == pytest.approx([0, 0, 1 / 3])


def test_no_judgement_has_no_area() -> None:
    assert risk_coverage([]).area == 0.0


def test_answers_that_are_about_as_sure_are_told_together_least_sure_first() -> None:
    judgements = [Judgement(0.9, True), Judgement(0.2, False), Judgement(0.7, False), Judgement(0.4, True)]

    low, high = reliability(judgements, groups=2)

    assert low == Reliability(pytest.approx(0.3), 0.5, 2)  # type: ignore[arg-type]
    assert high == Reliability(0.8, 0.5, 2)


def test_fewer_answers_than_groups_have_a_group_each_and_none_have_none() -> None:
    assert [each.answers for each in reliability([Judgement(0.5, True), Judgement(0.6, True)])] == [1, 1]
    assert reliability([]) == ()
