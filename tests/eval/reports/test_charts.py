from xml.etree import ElementTree

import pytest

from eval.reports.charts import CAPTIONS, charts
from tests.support.report_fakes import report, scored

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def drawn() -> dict[str, bytes]:
    return charts(report(), scored())


def texts(chart: bytes) -> set[str]:
    return {"".join(each.itertext()).strip() for each in ElementTree.fromstring(chart).iter(f"{SVG}text")}


def test_every_chart_has_a_caption(drawn: dict[str, bytes]) -> None:
    assert set(drawn) == set(CAPTIONS)


def test_the_same_figures_give_the_same_bytes(drawn: dict[str, bytes]) -> None:
    assert charts(report(), scored()) == drawn


def test_scores_are_shown_by_kind_with_both_splits(drawn: dict[str, bytes]) -> None:
    assert {"fact", "list", "none", "R@5", "accuracy", "tune", "test"} <= texts(drawn["scores-by-kind.svg"])


def test_the_risk_coverage_curve_tells_its_area_and_the_best_possible(drawn: dict[str, bytes]) -> None:
    # Tune: right at 0.9, wrong at 0.6: risks 0 and 1/2. Test: nothing is right.
    found = texts(drawn["risk-coverage.svg"])

    assert {"tune, AURC 0.250", "best possible, 0.250", "test, AURC 1.000"} <= found


def test_a_chart_of_one_split_is_drawn_too() -> None:
    tune = [each for each in scored() if each.question.split == "tune"]
    whole = report()
    only = type(whole)(whole.provenance, {"tune": whole.splits["tune"]}, whole.cost)

    assert "tune" in texts(charts(only, tune)["latency.svg"])
    assert "test" not in texts(charts(only, tune)["latency.svg"])


def test_the_reliability_curve_has_both_splits_and_the_line_of_honest_chances(drawn: dict[str, bytes]) -> None:
    assert {"as sure as right", "tune", "test"} <= texts(drawn["reliability.svg"])
