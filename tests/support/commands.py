"""Commands of the command line as tests run them, and what each did."""

from collections.abc import Callable
from pathlib import Path

from index.folder.load import load_index
from ui.cli.main import EXIT_ERROR

PAPER = """Progress report

I. Networks

1. Networks exist. They were launched in 2009 in Lausanne.

2. The directory holds:

(a) Authorities in 129 States;

(b) Focal points in 80 States.

3. Women vote.
"""
GAP = "1. Judges decide.\n\n2. Karate kids kick.\n\n4. Xylophones yodel.\n"


class Ran:
    """What a command did: its exit code, what it printed and what it said on standard error."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    @property
    def lines(self) -> list[str]:
        """The lines on standard error."""
        return self.err.splitlines()


Pincite = Callable[..., Ran]


def assert_one_line(ran: Ran, *words: str) -> None:
    assert ran.code == EXIT_ERROR
    assert ran.out == ""
    assert len(ran.lines) == 1, ran.err
    assert ran.err.startswith("pincite: ")
    assert "Traceback" not in ran.err
    for each in words:
        assert each in ran.err


def assert_whole(index: Path, paragraphs: int = 6) -> None:
    assert load_index(index).manifest.counts.paragraphs == paragraphs
    assert [path.name for path in index.parent.iterdir()] == ["index"]
