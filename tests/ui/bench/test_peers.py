"""pincite beside other tools: what is measured of a tool, and how rows of the table read."""

from pathlib import Path

from ui.bench.peers.__main__ import _Figures
from ui.bench.peers.search import TOOLS, WARM, measured


class Counting:
    """A tool that finds what it was asked, and remembers how."""

    def __init__(self, _folder: Path, _model: str) -> None:
        self.asked: list[int] = []

    def build(self, ids: list[str], texts: list[str]) -> None:
        """Nothing."""

    def load(self) -> None:
        """Nothing."""

    def search(self, questions: list[str]) -> list[list[str]]:
        self.asked.append(len(questions))
        return [[each] for each in questions]


def test_a_tool_is_asked_once_uncounted_then_question_by_question_then_all_together(tmp_path: Path) -> None:
    tool = Counting(tmp_path, "model")
    questions = [str(number) for number in range(WARM + 20)]
    found = measured(tool, questions)
    assert tool.asked == [1, *[1] * WARM, WARM + 20]
    assert len(found["warm"]) == WARM
    assert found["found"] == [[each] for each in questions]
    assert found["rate"] > 0


def test_a_figure_that_was_not_measured_is_a_dash() -> None:
    figures = _Figures("x", 1.04, 300.4, 2.06, 11.6, 20.4, 99.5, {"R@5": 0.8214})
    assert figures.row == "| x | 1.0 | 2.1 | 12 | 20 | 100 | 300 | 0.821 | – | – |"


def test_the_tools_are_those_that_the_requirements_install() -> None:
    requirements = Path(__file__).parents[3] / "ui" / "bench" / "peers" / "requirements.txt"
    installed = requirements.read_text(encoding="utf-8")
    assert [name for name in TOOLS if name.split("-")[0] not in installed] == []
