"""Evaluation reports shown: which there are, what changed, what went wrong."""

from pathlib import Path

import pytest

from eval.reports.compare import compare
from eval.reports.report import OWN_REPORTS
from index.build import build_index
from index.errors import BenchmarkError
from index.store import Index
from tests.support.fakes import FakeEmbedder
from tests.support.gold_fakes import DOCUMENTS
from tests.support.report_fakes import report, two_sides
from tests.ui.app.markup.test_render import Reader
from ui.app.markup.results import changes_html, confidence_html, failed_html, made_in_words, scores_html, verdicts_html
from ui.app.services.feedback import Feedback
from ui.app.services.results import failed, kept_reports, question_records


@pytest.fixture
def index() -> Index:
    return build_index(list(DOCUMENTS.values()), FakeEmbedder())


def test_the_report_on_gold_questions_that_comes_with_the_program_is_found() -> None:
    assert {each.folder.name for each in kept_reports(OWN_REPORTS)} == {
        "gold",
        "gold-held-out",
        "gold-matters",
        "gold-matters-held-out",
        "gold-matters-pdf",
        "gold-pdf",
        "gold-tables",
    }


def test_reports_are_listed_and_what_is_none_is_left_out(tmp_path: Path, written_reports: Path) -> None:
    two_sides(tmp_path, written_reports)
    (tmp_path / "notes").mkdir()
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "report.json").write_text('{"program": "pincite", "format": 0}', encoding="utf-8")
    assert [each.folder.name for each in kept_reports(tmp_path)] == ["b", "a"]
    assert kept_reports(tmp_path / "nowhere") == ()


def test_a_report_is_named_by_when_it_was_made_and_on_how_much() -> None:
    assert made_in_words(report()) == "2 January 2026, 03:04, 4 questions"
    assert made_in_words(report(partial="stopped after 4 of 9")) == "2 January 2026, 03:04, 4 questions, partial"


def test_scores_are_shown_in_total_and_by_kind_with_what_they_say() -> None:
    words = Reader(scores_html(report().splits["tune"])).words
    assert words.startswith("Kind of questionQuestionsR@5citation F1vital factsaccuracyall2")
    assert "share of all questions shown a right answer, or rightly none as one" in words


def test_what_became_right_between_two_reports_is_named(tmp_path: Path, written_reports: Path) -> None:
    words = Reader(changes_html(compare(*two_sides(tmp_path, written_reports)), "tune")).words
    assert "Became right: 1" in words
    assert "No longer right: none" in words
    assert "+0.500" in words
    assert "no such questions" in Reader(changes_html(compare(*two_sides(tmp_path, written_reports)), "other")).words


def test_a_question_that_went_wrong_opens_to_gold_beside_answer(
    tmp_path: Path, written_reports: Path, index: Index
) -> None:
    two_sides(tmp_path, written_reports)
    wrong = failed(question_records(tmp_path / "a"))
    assert [each["id"] for each in wrong] == ["wrong-1", "refused-1"]
    html = failed_html(wrong, index)
    words = Reader(html).words
    assert html.count("<details") == 2
    assert "What was wanted" in words
    assert "Not said: 129" in words
    assert "They began in 2001." in words
    assert 'data-go="read?doc=report&amp;para=2+%28a%29"' in html


def test_a_gold_place_of_a_document_that_is_gone_is_shown_as_it_is_written(
    tmp_path: Path, written_reports: Path
) -> None:
    two_sides(tmp_path, written_reports)
    other = build_index(list(DOCUMENTS.values())[1:], FakeEmbedder())
    words = Reader(failed_html(failed(question_records(tmp_path / "a")), other)).words
    assert "report 2 (a)" in words


def test_questions_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    with pytest.raises(BenchmarkError, match="pincite eval run"):
        question_records(tmp_path)


def record(confidence: float, facts: float, *, statements: int = 1) -> dict[str, object]:
    answer: dict[str, object] = {"statements": [{}] * statements}
    return {"answer": answer, "confidence": confidence, "scores": {"vital facts": facts}}


def test_confidence_is_drawn_against_the_share_that_states_a_vital_fact() -> None:
    html = confidence_html([record(0.25, 0.0), record(0.8, 0.5), record(0.9, 1.0, statements=0)])

    assert 'style="left:25.0%;bottom:0.0%"' in html
    assert 'style="left:80.0%;bottom:100.0%"' in html
    assert Reader(html).words.endswith("Answers0.250.0010.801.001")


def test_without_anything_shown_there_is_nothing_to_draw() -> None:
    assert confidence_html([record(0.9, 1.0, statements=0)]) == ""


def test_what_readers_said_is_shown_with_the_way_to_ask_again_and_nothing_of_it_is_run() -> None:
    bad = Feedback("2026-11-25T10:02:00+00:00", "Who <b>hosts</b> it?", ("report",), False, "<script>", {}, "f")
    html = verdicts_html([bad])

    assert "Not good" in html
    assert "Who &lt;b&gt;hosts&lt;/b&gt; it?" in html
    assert "&lt;script&gt;" in html
    assert 'href="./?q=Who+%3Cb%3Ehosts%3C%2Fb%3E+it%3F&amp;doc=report"' in html
    assert "25 November 2026, 10:02 UTC" in html
