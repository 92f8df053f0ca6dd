import json
from pathlib import Path

import pytest

from eval.reports.report import read_report
from eval.reports.report_folder import question_record, write_report
from index.errors import OutputError
from tests.support.report_fakes import report, scored

CHARTS = ("scores-by-kind.svg", "risk-coverage.svg", "reliability.svg", "latency.svg")
FILES = {"report.json", "report.md", "questions.jsonl", *CHARTS}


def test_a_report_is_written_whole_and_read_back(tmp_path: Path) -> None:
    write_report(tmp_path / "out", report(), scored())

    assert {path.name for path in (tmp_path / "out").iterdir()} == FILES
    assert read_report(tmp_path / "out").to_record() == report().to_record()
    text = (tmp_path / "out" / "report.md").read_text(encoding="utf-8")
    assert text.startswith("# Gold questions\n")
    for name in CHARTS:
        assert f"]({name})" in text
    lines = (tmp_path / "out" / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["right-1", "wrong-1", "refused-1", "none-1"]


def test_two_reports_on_the_same_answers_are_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write_report(tmp_path / name, report(), scored())

    for name in FILES:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes(), name


def test_a_report_replaces_a_report_and_nothing_else(tmp_path: Path) -> None:
    write_report(tmp_path / "out", report(), scored())
    write_report(tmp_path / "out", report(partial="stopped"), scored())
    assert read_report(tmp_path / "out").partial == "stopped"

    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("mine")
    with pytest.raises(OutputError):
        write_report(tmp_path / "mine", report(), scored())
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["notes.txt"]


def test_a_question_tells_what_was_missed_and_why() -> None:
    right, wrong, refused, none = (question_record(each) for each in scored())

    assert (right["outcome"], right["missed"], right["facts_missed"]) == ("right", [], [])
    assert wrong["outcome"] == "retrieved but not cited"
    assert wrong["gold"] == [["report 2 (a)"], ["report 3"]]
    assert wrong["missed"] == [{"gold": ["report 2 (a)"], "reason": "retrieved but not cited", "rank": 3}]
    assert wrong["wrong_citations"] == ["report 1"]
    assert wrong["facts_missed"] == [{"wordings": ["129"], "vital": True}]
    assert wrong["answer"]["statements"][0]["citations"][0]["citation"] == "A/1, para. 3"
    assert refused["outcome"] == "refused"
    assert refused["missed"] == [{"gold": ["guide annex, 1"], "reason": "refused", "rank": None}]
    assert (none["outcome"], none["scores"]) == ("rightly refused", {"coverage": 0.0, "NoAns": 1.0, "accuracy": 1.0})
