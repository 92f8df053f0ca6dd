from dataclasses import replace

import pytest

from eval.measures.abstention import Judgement
from eval.measures.outcomes import NOT_CITED, RIGHT, RIGHTLY_REFUSED
from eval.measures.score import Scored
from eval.reports.summary import Summary, by_document, by_kind, by_split, by_wording, summarise
from tests.support.gold_fakes import answer, question

ONE = Scored(question("report 1", id="a"), answer(), {"R@5": 1.0, "words": 10.0}, RIGHT, Judgement(0.9, True))
TWO = Scored(question("guide annex, 1", id="b"), answer(), {"R@5": 0.0}, NOT_CITED, Judgement(0.4, False))
NONE = Scored(question(id="n"), answer(), {"NoAns": 1.0}, RIGHTLY_REFUSED, Judgement(0.1, False))


def test_a_figure_is_the_mean_over_the_questions_it_applies_to() -> None:
    summary = summarise([ONE, TWO, NONE])

    assert summary.questions == 3
    assert (summary.figures["R@5"].n, summary.mean("R@5")) == (2, 0.5)
    assert (summary.figures["words"].n, summary.mean("words")) == (1, 10.0)
    assert summary.mean("NoAns") == 1.0
    assert summary.mean("citation F1") is None


def test_the_area_under_the_risk_coverage_curve_is_of_all_questions_together() -> None:
    # Surest first: right, wrong, wrong: risks 0, 1/2, 2/3.
    assert summarise([TWO, NONE, ONE]).mean("AURC") == pytest.approx((0 + 1 / 2 + 2 / 3) / 3)
    assert summarise([ONE], with_area=False).mean("AURC") is None


def test_outcomes_are_counted_in_their_own_order() -> None:
    summary = summarise([NONE, TWO, ONE, ONE])

    assert list(summary.outcomes.items()) == [(RIGHT, 2), (RIGHTLY_REFUSED, 1), (NOT_CITED, 1)]


def test_no_question_has_no_figures() -> None:
    assert summarise([]) == Summary(0, {}, {})


def test_a_summary_is_the_same_after_json() -> None:
    summary = Summary.from_record(summarise([ONE, TWO, NONE]).to_record())

    assert summary.to_record() == summarise([ONE, TWO, NONE]).to_record()
    assert summary.mean("R@5") == 0.5


def test_splits_kinds_and_wordings_divide_the_questions() -> None:
    tested = replace(TWO, question=replace(TWO.question, split="test", kind="list", paraphrased=True))

    assert {name: each.questions for name, each in by_split([tested, ONE, NONE]).items()} == {"tune": 2, "test": 1}
    assert by_kind([tested, ONE, NONE]) == {"list": (tested,), "fact": (ONE,), "none": (NONE,)}
    assert by_wording([tested, ONE, NONE]) == {"paraphrased": (tested,), "in the document's words": (ONE,)}


def test_a_question_counts_for_every_document_that_an_alternative_is_in() -> None:
    both = replace(ONE, question=question("report 1 or guide annex, 1", id="c"))

    assert by_document([ONE, TWO, both, NONE]) == {"guide": (TWO, both), "report": (ONE, both)}
