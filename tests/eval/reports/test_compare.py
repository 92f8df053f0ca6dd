import json
from dataclasses import replace
from pathlib import Path

import pytest

from eval.reports.compare import Flip, Side, compare, read_side
from eval.reports.report import Report
from index.errors import BenchmarkError
from tests.support.report_fakes import two_sides


@pytest.fixture
def sides(tmp_path: Path, written_reports: Path) -> tuple[Side, Side]:
    return two_sides(tmp_path, written_reports)


def test_a_figure_is_compared_question_by_question(sides: tuple[Side, Side]) -> None:
    rows = {row.figure: row for row in compare(*sides).splits["tune"].rows}

    found = rows["citation F1"]
    # The first question has 1 in both, the second 1/2 and then 1.
    assert (found.n, found.difference.a, found.difference.b) == (2, 0.75, 1.0)
    assert found.difference.difference.mean == 0.25
    assert found.difference.p == 1.0
    assert rows["R@5"].difference.difference.mean == 0.0


def test_what_became_right_and_what_no_longer_is_are_named(sides: tuple[Side, Side]) -> None:
    one, other = sides

    assert compare(one, other).splits["tune"].gained == (
        Flip("wrong-1", "Question wrong-1?", "retrieved but not cited", "right"),
    )
    assert compare(one, other).splits["tune"].lost == ()
    assert [flip.after for flip in compare(other, one).splits["tune"].lost] == ["retrieved but not cited"]


def test_figures_that_apply_on_one_side_only_are_left_out(sides: tuple[Side, Side]) -> None:
    test_rows = {row.figure for row in compare(*sides).splits["test"].rows}

    assert "NoAns" in test_rows
    assert "right when answered" not in test_rows


def test_other_settings_indexes_versions_and_questions_are_remarked(sides: tuple[Side, Side]) -> None:
    one, other = sides
    made = other.report.provenance
    settings = {**made.settings, "choice": {**made.settings["choice"], "paragraphs": 9}}
    changed = replace(made, settings=settings, versions={"python": "3.12.0"}, index={"fingerprint": "e" * 64})
    partial = Report(changed, other.report.splits, other.report.cost, "stopped after 3 of 4 questions")

    remarks = compare(one, replace(other, report=partial, questions=other.questions[:3])).remarks

    old = one.report.provenance.settings["choice"]["paragraphs"]
    assert remarks == (
        f"1 questions of {one.name} are not in the other and are left out",
        f"{other.name} is partial: stopped after 3 of 4 questions",
        "the indexes are not the same",
        f"choice.paragraphs: {old} in the first, 9 in the second",
        "python: 3.11.0 in the first, 3.12.0 in the second",
    )


def test_a_question_that_was_reworded_is_another_question(sides: tuple[Side, Side]) -> None:
    one, other = sides
    reworded = tuple(replace(each, question="Other words?") for each in other.questions)

    with pytest.raises(BenchmarkError, match="have no question in common"):
        compare(one, replace(other, questions=reworded))


def test_a_broken_line_is_named(tmp_path: Path, sides: tuple[Side, Side]) -> None:
    questions = tmp_path / "a" / "questions.jsonl"
    lines = questions.read_text(encoding="utf-8").splitlines()
    for broken in ("{", json.dumps({"id": "x"})):
        questions.write_text("\n".join([lines[0], broken]), encoding="utf-8")
        with pytest.raises(BenchmarkError, match=r"questions\.jsonl:2: not a question of a report"):
            read_side(tmp_path / "a")
    questions.unlink()
    with pytest.raises(BenchmarkError, match=r"questions\.jsonl: cannot be read"):
        read_side(tmp_path / "a")
