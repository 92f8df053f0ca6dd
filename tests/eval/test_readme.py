"""What `python -m eval.readme` writes, and that README.md has it."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from eval.beir.beir_index import beir_index
from eval.beir.beir_report import write_beir
from eval.beir.beir_set import load_beir
from eval.beir.run import run_beir
from eval.readme import BEGIN, END, README, losses, results_text, with_results
from eval.reports.report import OWN_REPORTS, Report
from eval.reports.summary import Summary
from eval.statistics.bootstrap import Estimate
from index.errors import BenchmarkError
from tests.support.beir_fakes import beir_folder
from tests.support.fakes import FakeEmbedder
from tests.support.report_fakes import report


def results(folder: Path, given: Report) -> Path:
    (folder / "gold").mkdir(parents=True)
    (folder / "gold" / "report.json").write_text(json.dumps(given.to_record()), encoding="utf-8")
    return folder


def test_results_stand_between_the_comments_and_the_rest_stays() -> None:
    readme = f"# Title\n\n{BEGIN}\nold\n{END}\n\nMore.\n"

    assert with_results(readme, "new\n") == f"# Title\n\n{BEGIN}\n\nnew\n\n{END}\n\nMore.\n"
    assert with_results(with_results(readme, "new"), "new") == with_results(readme, "new")


@pytest.mark.parametrize("readme", ["# Title", f"{BEGIN} only", f"{END} then {BEGIN}"])
def test_a_readme_without_a_place_for_results_is_refused(readme: str) -> None:
    with pytest.raises(BenchmarkError, match="put in these two lines"):
        with_results(readme, "new")


def test_test_comes_before_tune_and_kinds_are_shown(tmp_path: Path) -> None:
    text = results_text(results(tmp_path, report()))

    assert text.startswith("An answer is right when every vital fact is stated")
    assert text.index(", test** (2 questions;") < text.index(", tune** (2 questions;")
    assert "| kind of question | questions |" in text
    # The refused list question is the only one of its kind.
    assert "Kinds of question that go wrong more often than right: list (0.000)." in text


def test_a_baseline_that_does_better_is_named(tmp_path: Path) -> None:
    given = report()
    tune = given.splits["tune"]
    better = Summary(2, {**tune.ours.figures, "R@5": Estimate(2, 1.5, 1.5, 1.5)}, {})
    split = replace(tune, systems={**tune.systems, "BM25": better})

    text = results_text(results(tmp_path, replace(given, splits={"tune": split})))

    assert "A baseline does better in: R@5 (BM25 1.500, ours " in text


def test_equal_scores_and_figures_that_one_side_lacks_are_no_loss() -> None:
    ours = {"R@5": 0.5, "AURC": 0.3, "NoAns": None}

    assert list(losses(ours, {"BM25": {"R@5": 0.5, "AURC": 0.4, "NoAns": 1.0}})) == []
    assert list(losses(ours, {"BM25": {"R@5": 0.6, "AURC": 0.2}})) == [
        "R@5 (BM25 0.600, ours 0.500)",
        "AURC (BM25 0.200, ours 0.300)",
    ]


def test_a_set_in_beir_format_has_its_own_table(tmp_path: Path, embedder: FakeEmbedder) -> None:
    beir = load_beir(beir_folder(tmp_path), "dev")
    held = beir_index(beir, embedder, tmp_path / "cache", lambda *_: None)
    write_beir(tmp_path / "results" / "small-dev", run_beir(beir, held, embedder, lambda *_: None), embedder, "2026")

    text = results_text(results(tmp_path / "results", report()))

    assert f"**small, dev** (3 questions, 4 passages; the model is {embedder.name})." in text
    assert "| reciprocal rank fusion |" in text


def test_without_a_whole_report_there_are_no_results(tmp_path: Path) -> None:
    with pytest.raises(BenchmarkError, match="no report on gold questions; make one: pincite eval run --out"):
        results_text(tmp_path)
    with pytest.raises(BenchmarkError, match="is partial"):
        results_text(results(tmp_path, report(partial="stopped")))
    (tmp_path / "gold" / "report.json").write_text("[]")
    with pytest.raises(BenchmarkError, match="not a report"):
        results_text(tmp_path)


def test_the_results_in_the_readme_are_those_of_the_reports() -> None:
    readme = README.read_text(encoding="utf-8")

    assert with_results(readme, results_text(OWN_REPORTS)) == readme
