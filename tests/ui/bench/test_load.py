"""What the load script makes of what it measured."""

import pytest

from ui.bench.load import Outcome, gold_questions


@pytest.mark.parametrize(("share", "seconds"), [(0.5, 6.0), (0.95, 10.0), (0.0, 1.0), (1.0, 10.0)])
def test_a_share_of_the_answers_came_within_so_many_seconds(share: float, seconds: float) -> None:
    outcome = Outcome(tuple(float(number) for number in range(10, 0, -1)), (), 0, 0)
    assert outcome.quantile(share) == seconds


def test_without_answers_there_is_no_time() -> None:
    assert Outcome((), (), 0, 0).quantile(0.5) == 0


def testgold_questions_are_asked_again_when_they_run_out() -> None:
    once = gold_questions(1000)
    assert len(once) == 1000
    first_again = once.index(once[0], 1)
    assert once[first_again : first_again + 5] == once[:5]
