"""The page of evaluation reports."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from eval.reports import report as reports
from tests.support.app_frame import html, page
from tests.support.report_fakes import two_sides


def test_a_report_without_its_questions_shows_scores_and_is_compared_with_nothing(
    app: AppTest, tmp_path: Path, written_reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PINCITE_REPORTS", str(tmp_path / "reports"))
    monkeypatch.setattr(reports, "OWN_REPORTS", tmp_path / "none")
    two_sides(tmp_path / "reports", written_reports)
    for name in ("a", "b"):
        (tmp_path / "reports" / name / "questions.jsonl").unlink()
        page(app, "results")
        assert not app.error
        assert "What changed" not in [each.value for each in app.header]
    assert "Only the scores of this report were kept." in html(app)


def test_reports_are_shown_with_what_changed_and_what_went_wrong(
    app: AppTest, tmp_path: Path, written_reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PINCITE_REPORTS", str(tmp_path / "reports"))
    monkeypatch.setattr(reports, "OWN_REPORTS", tmp_path / "none")
    page(app, "results")
    assert "make one: pincite eval run" in app.info[0].value
    two_sides(tmp_path / "reports", written_reports)
    app.run()
    app.segmented_control(key="split").set_value("tune").run()
    shown = html(app)
    assert "Kind of question" in shown
    assert "Became right: 1" in shown
    assert [each.value for each in app.header][-2:] == ["Charts", "What readers said"]
    assert ">None.</p>" in shown
    app.selectbox(key="report").set_value(app.selectbox(key="report").options[1]).run()
    assert "What was wanted" in html(app)
