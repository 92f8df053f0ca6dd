import json
from dataclasses import replace
from pathlib import Path

import pytest

from eval.gold.gold import GOLD_FILE
from eval.reports.report import Report, check_target, provenance_of, read_report, settings_record, versions
from eval.systems.run import Bench
from index.build import build_index
from index.document import Document
from index.errors import BenchmarkError, OutputError
from rag.settings import Settings
from tests.support.fakes import FakeEmbedder
from tests.support.report_fakes import report


def test_splits_are_told_apart() -> None:
    splits = report().splits

    assert {name: each.ours.questions for name, each in splits.items()} == {"tune": 2, "test": 2}
    assert list(splits["tune"].systems) == ["pincite", "BM25"]
    assert list(splits["test"].kinds) == ["list", "none"]
    assert list(splits["tune"].documents) == ["report"]
    assert splits["test"].documents["guide"].questions == 1
    assert splits["tune"].ours.mean("HasAns") == 0.5
    assert splits["test"].ours.mean("NoAns") == 1.0


def test_a_report_is_the_same_after_json() -> None:
    record = json.loads(json.dumps(report(partial="stopped").to_record()))

    assert Report.from_record(record).to_record() == record
    assert record["partial"] == "stopped"
    assert record["splits"]["tune"]["systems"]["pincite"]["figures"]["HasAns"]["mean"] == 0.5


def test_settings_are_told_in_their_groups() -> None:
    record = settings_record(Settings())

    assert record["retrieval"]["weights"] == dict(Settings().retrieval.weights)
    assert record["choice"]["costs"]["wrong"] == Settings().choice.costs.wrong
    assert json.loads(json.dumps(record)) == record


def test_circumstances_name_gold_index_and_versions(documents: tuple[Document, ...], embedder: FakeEmbedder) -> None:
    index = build_index(documents, embedder)
    bench = Bench(Path("index"), index, embedder, (), Settings())

    made = provenance_of(bench, GOLD_FILE, "2026-01-02")

    assert (made.gold["file"], made.gold["questions"]) == ("gold.jsonl", 0)
    assert made.index["fingerprint"] == index.fingerprint
    assert (made.index["model"], made.index["paragraphs"]) == ("fake", 3)
    assert {"python", "numpy", "torch", "pincite"} <= versions().keys()


def test_what_is_no_report_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "report.json"
    with pytest.raises(BenchmarkError, match=r"report\.json: cannot be read \(No such file"):
        read_report(tmp_path)
    for text in ("{", "[]", "{}", '{"program": "pincite", "report": "gold questions", "format": 1}'):
        file.write_text(text)
        with pytest.raises(BenchmarkError, match="not a report"):
            read_report(tmp_path)
    file.write_text(json.dumps(report().to_record() | {"format": 99}))
    with pytest.raises(BenchmarkError, match="of this version; make one: pincite eval run"):
        read_report(tmp_path)


def test_a_report_may_go_to_a_new_or_empty_folder_or_replace_a_report(tmp_path: Path) -> None:
    check_target(tmp_path / "new")
    check_target(tmp_path)
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(OutputError, match="is not a report and is left alone"):
        check_target(tmp_path)
    (tmp_path / "report.json").write_text("{}")
    check_target(tmp_path)
    with pytest.raises(OutputError, match="name another folder"):
        check_target(tmp_path / "notes.txt")


def test_a_split_without_questions_is_left_out() -> None:
    whole = report()

    assert list(replace(whole, splits={"test": whole.splits["test"]}).to_record()["splits"]) == ["test"]
