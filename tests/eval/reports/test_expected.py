from pathlib import Path

import pytest

from eval.reports.expected import (
    EXPECTED_FILE,
    TOLERANCE,
    Expected,
    Verdict,
    of_splits,
    read_expected,
    verdicts,
    verdicts_text,
    write_expected,
)
from eval.reports.summary import Summary
from eval.statistics.bootstrap import Estimate
from index.errors import BenchmarkError, OutputError


def summary(**figures: float) -> Summary:
    return Summary(9, {name.replace("_", " "): Estimate(9, value, value, value) for name, value in figures.items()}, {})


def passed(figure: str, expected: float, found: float) -> bool:
    (verdict,) = verdicts(
        Expected(0.01, {"test": {figure: expected}}), {"test": Summary(9, {figure: Estimate(9, found, 0, 1)}, {})}
    )
    return verdict.passed


def test_a_score_may_be_better_or_a_little_worse() -> None:
    assert passed("R@5", 0.84, 0.99)
    assert passed("R@5", 0.84, 0.8301)
    assert not passed("R@5", 0.84, 0.8299 - 0.0001)


def test_for_some_scores_less_is_better() -> None:
    assert passed("AURC", 0.30, 0.10)
    assert passed("AURC", 0.30, 0.309)
    assert not passed("AURC", 0.30, 0.32)


def test_what_follows_from_how_answers_are_made_has_no_tolerance() -> None:
    assert passed("quote fidelity", 1.0, 1.0)
    assert not passed("quote fidelity", 1.0, 0.9999)
    assert not passed("wrong-number rate", 0.0, 0.0001)


def test_a_figure_or_split_that_is_not_there_does_not_pass() -> None:
    expected = Expected(0.01, {"tune": {"R@5": 0.5}, "test": {"R@5": 0.5}})

    assert verdicts(expected, {"test": summary(accuracy=1.0)}) == (
        Verdict("tune", "R@5", 0.5, None, passed=False),
        Verdict("test", "R@5", 0.5, None, passed=False),
    )
    assert len(verdicts(of_splits(expected, ["test"]), {})) == 1


def test_what_is_recorded_is_what_is_expected_next_time(tmp_path: Path) -> None:
    found = {"tune": summary(accuracy=0.71239, words=90.0), "test": summary(HasAns=0.5)}
    write_expected(tmp_path / "expected.toml", found)

    expected = read_expected(tmp_path / "expected.toml")

    assert expected == Expected(TOLERANCE, {"tune": {"accuracy": 0.7124}, "test": {"HasAns": 0.5}})
    assert all(each.passed for each in verdicts(expected, found))


def test_every_mistake_in_the_file_is_named(tmp_path: Path) -> None:
    file = tmp_path / "expected.toml"
    file.write_text('tolerance = "much"\ncolour = 1\n[test]\n"R@5" = true\nwords = 3\nbeauty = 0.5\n')

    with pytest.raises(BenchmarkError) as caught:
        read_expected(file)

    first, *rest = str(caught.value).splitlines()
    assert first == f"{file}: mend these and try again"
    assert rest[0] == "tolerance: expected a number, found 'much'"
    assert rest[1] == "colour: unknown; expected tolerance and the tables tune and test"
    assert rest[2] == "test: R@5: expected a number, found True"
    assert rest[3].startswith("test: 'words' is no figure that can be better or worse; there are R@5,")
    assert rest[4].startswith("test: 'beauty' is no figure")


def test_a_file_that_is_not_there_broken_or_empty_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "expected.toml"
    with pytest.raises(BenchmarkError, match=r"cannot be read .* write it: pincite eval check --record"):
        read_expected(file)
    file.write_text("[test\n")
    with pytest.raises(BenchmarkError, match="broken TOML"):
        read_expected(file)
    file.write_text("tolerance = 0.01\n")
    with pytest.raises(BenchmarkError, match=r"no scores; expected a table \[tune\] or \[test\]"):
        read_expected(file)


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(OutputError, match="cannot write"):
        write_expected(tmp_path / "file" / "expected.toml", {"test": summary(accuracy=1.0)})


def test_the_table_tells_what_is_worse_and_how_many() -> None:
    checked = (Verdict("test", "R@5", 0.84, 0.80, passed=False), Verdict("test", "AURC", 0.3, None, passed=False))

    text = verdicts_text((*checked, Verdict("tune", "RR", 0.5, 0.6, passed=True)))

    assert "| test: R@5  |   0.8400 | 0.8000 | worse |" in text
    assert "| tune: RR   |   0.5000 | 0.6000 |       |" in text
    assert text.endswith("2 of 3 scores are worse\n")
    assert verdicts_text(()).endswith("all 0 scores are reached\n")


@pytest.mark.skipif(not EXPECTED_FILE.exists(), reason="no scores are recorded yet")
def test_the_recorded_scores_of_the_project_can_be_read() -> None:
    expected = read_expected(EXPECTED_FILE)

    assert set(expected.scores) == {"tune", "test"}
    for scores in expected.scores.values():
        assert (scores["quote fidelity"], scores["wrong-number rate"]) == (1.0, 0.0)
