from dataclasses import replace
from pathlib import Path

import pytest

from eval.reports.compare import Side, compare
from eval.reports.compare_text import comparison_text
from tests.support.report_fakes import two_sides


@pytest.fixture
def sides(tmp_path: Path, written_reports: Path) -> tuple[Side, Side]:
    return two_sides(tmp_path, written_reports)


def test_a_comparison_reads_well(sides: tuple[Side, Side]) -> None:
    text = comparison_text(compare(*sides))

    assert "## Tune: 2 questions" in text
    (row,) = [line for line in text.splitlines() if line.startswith("| citation F1")][:1]
    assert [cell.strip() for cell in row.strip("|").split("|")] == [
        "citation F1",
        "2",
        "0.750",
        "1.000",
        "+0.250",
        "[+0.000, +0.500]",
        "1.0000",
        "1.0000",
        "",
    ]
    assert "### Became right: 1\n\n- `wrong-1` Question wrong-1? (retrieved but not cited → right)" in text
    assert "### No longer right: 0" in text


def test_a_significant_loss_is_marked_worse_whichever_way_the_figure_goes(sides: tuple[Side, Side]) -> None:
    one, other = sides
    first = one.questions[0]
    many = [replace(first, id=str(i), scores={"R@5": 1.0, "wrong-number rate": 0.0, "words": 9.0}) for i in range(30)]
    changed = [replace(each, scores={"R@5": 0.0, "wrong-number rate": 1.0, "words": 8.0}) for each in many]

    text = comparison_text(compare(replace(one, questions=tuple(many)), replace(other, questions=tuple(changed))))

    verdicts = {line.split("|")[1].strip(): line.split("|")[-2].strip() for line in text.splitlines() if "| [" in line}
    assert verdicts == {"R@5": "* worse", "wrong-number rate": "* worse", "words": "* other"}
