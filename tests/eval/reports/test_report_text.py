from dataclasses import replace

from eval.reports.report_text import comparison_table, report_text
from eval.systems.cost import Cost
from tests.support.report_fakes import report, scored


def section(text: str, title: str) -> str:
    """What stands under a heading, up to the next one."""
    lines = text.splitlines()
    start = next(i for i, line in enumerate(lines) if line.startswith("#") and line.lstrip("# ").startswith(title))
    rest = lines[start + 1 :]
    end = next((i for i, line in enumerate(rest) if line.startswith("#")), len(rest))
    return "\n".join(rest[:end])


def cells(table: str) -> dict[str, list[str]]:
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.strip().splitlines()]
    return {row[0]: row[1:] for row in rows}


def test_the_splits_stand_apart_and_the_systems_beside_each_other() -> None:
    text = report_text(report(), scored(), {})

    assert "## Tune: 2 questions (weights and thresholds were chosen on these questions)" in text
    assert "## Test: 2 questions (nothing was chosen on these questions)" in text
    table = cells(comparison_table(report().splits["tune"]))
    assert table["system"] == [
        "R@5",
        "RR",
        "nDCG@10",
        "citation F1",
        "vital facts",
        "words",
        "HasAns",
        "NoAns",
        "accuracy",
    ]
    # Half of the two answers is right; citation F1 is 1 and 1/2; there is nothing to refuse.
    assert table["pincite"][3:5] == ["0.750", "0.750"]
    assert table["pincite"][6:] == ["0.500", "–", "0.500"]
    assert list(table) == ["system", "-" * 7, "pincite", "BM25"]


def test_what_went_wrong_is_listed_with_what_was_missed_and_cited() -> None:
    text = report_text(report(), scored(), {})

    assert "## Tune: what went wrong (1 of 2)" in text
    assert section(text, "Retrieved but not cited: 1").strip() == (
        "- `wrong-1` Question wrong-1?  \n  missed report 2 (a) (rank 3). cited report 1"
    )
    assert section(text, "Refused: 1").strip() == (
        "- `refused-1` Question refused-1?  \n  missed guide annex, 1 (not found)"
    )


def test_outcomes_are_counted_by_kind() -> None:
    table = cells(section(report_text(report(), scored(), {}), "What became of the questions"))

    assert table["right"] == ["1", "1"]
    assert table["retrieved but not cited"] == ["1", "1"]


def test_cost_is_told_in_units_people_use_and_what_was_not_measured_is_not_zero() -> None:
    table = cells(
        "| x | y |\n" + "\n".join(section(report_text(report(), scored(), {}), "Cost").strip().splitlines()[2:])
    )
    assert table["milliseconds a question, 95th percentile"] == ["34.5"]
    assert table["index on disk, MB"] == ["2.5"]
    assert table["peak memory while answering, MB"] == ["800"]

    nothing = replace(report(), cost=Cost(None, None, None, None, None))
    assert "| seconds to build the index, model loaded |     – |" in section(report_text(nothing, scored(), {}), "Cost")


def test_a_partial_report_says_so_before_anything_else() -> None:
    blocks = report_text(report(partial="stopped after 4 of 9 questions"), scored(), {}).split("\n\n")

    assert blocks[1].startswith("> **Partial report**: stopped after 4 of 9 questions.")


def test_every_figure_is_explained() -> None:
    explained = cells(section(report_text(report(), scored(), {}), "What the figures say").split("\n\n")[1])

    assert set(report().splits["tune"].ours.figures) <= explained.keys()
    assert explained["wrong-number rate"][-1] == "lower"
