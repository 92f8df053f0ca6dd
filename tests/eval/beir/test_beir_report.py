import json
from pathlib import Path

import ir_measures
import pytest

from eval.beir.beir_index import beir_index
from eval.beir.beir_report import beir_text, read_beir_report, write_beir
from eval.beir.beir_set import load_beir
from eval.beir.run import MEASURES, BeirResult, run_beir
from index.errors import BenchmarkError, OutputError
from tests.support.beir_fakes import beir_folder
from tests.support.fakes import FakeEmbedder
from tests.support.report_fakes import report


@pytest.fixture
def result(tmp_path: Path, embedder: FakeEmbedder) -> BeirResult:
    beir = load_beir(beir_folder(tmp_path), "dev")
    held = beir_index(beir, embedder, tmp_path / "cache", lambda *_: None)
    return run_beir(beir, held, embedder, lambda *_: None)


def test_figures_text_and_a_run_a_system_are_written(
    result: BeirResult, embedder: FakeEmbedder, tmp_path: Path
) -> None:
    write_beir(tmp_path / "out", result, embedder, "2026-01-02")

    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        "report.json",
        "report.md",
        "pincite.trec",
        "BM25.trec",
        "dense--paragraphs.trec",
        "reciprocal-rank-fusion.trec",
    }
    assert json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))["model_sha256"] == "f" * 64


def test_the_runs_give_the_same_figures_to_any_program_that_reads_them(
    result: BeirResult, embedder: FakeEmbedder, tmp_path: Path
) -> None:
    write_beir(tmp_path / "out", result, embedder, "2026-01-02")
    qrels = {"q1": {"p1": 1}, "q2": {"p2": 2}, "q3": {"p3": 1}}
    wanted = [ir_measures.parse_measure(name) for name in MEASURES]

    for file, name in (("pincite", "pincite"), ("dense--paragraphs", "dense, paragraphs")):
        run = list(ir_measures.read_trec_run(str(tmp_path / "out" / f"{file}.trec")))  # type: ignore[no-untyped-call]
        found = ir_measures.calc_aggregate(wanted, qrels, run)
        for measure in wanted:
            assert found[measure] == pytest.approx(result.systems[name].measures[str(measure)].mean)


def test_a_report_is_read_back(result: BeirResult, embedder: FakeEmbedder, tmp_path: Path) -> None:
    write_beir(tmp_path / "out", result, embedder, "2026-01-02")

    read = read_beir_report(tmp_path / "out")

    assert (read.name, read.split, read.questions, read.passages) == ("small", "dev", 3, 4)
    assert list(read.means) == list(result.systems)
    assert read.means["pincite"]["RR"] == pytest.approx(2 / 3)


def test_what_is_no_report_on_a_set_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "report.json"
    with pytest.raises(BenchmarkError, match="cannot be read"):
        read_beir_report(tmp_path)
    file.write_text("{}")
    with pytest.raises(BenchmarkError, match="not a report on a BEIR set"):
        read_beir_report(tmp_path)
    file.write_text(json.dumps(report().to_record()))
    with pytest.raises(BenchmarkError, match="not a report on a BEIR set of this version"):
        read_beir_report(tmp_path)


def test_a_folder_with_other_things_is_left_alone(result: BeirResult, embedder: FakeEmbedder, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("mine")

    with pytest.raises(OutputError):
        write_beir(tmp_path / "mine", result, embedder, "2026-01-02")


def test_the_text_tells_how_many_passages_nobody_can_find(result: BeirResult) -> None:
    text = beir_text(result)

    assert text.startswith("# small, dev\n\n3 questions, 4 passages (1 without text, which nobody finds).")
    assert "| pincite " in text
