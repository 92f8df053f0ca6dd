"""What the command line says of itself, at once, and how it is left."""

import os
import resource
import subprocess
import sys
from pathlib import Path
from statistics import median

import pytest

from tests.support.commands import Pincite
from ui.cli import main as cli
from ui.cli.main import EXIT_ERROR

ROOT = Path(__file__).parents[3]
HEAVY = "torch transformers sentence_transformers numpy faiss bm25s streamlit pandas docx scipy matplotlib".split()


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ((), ["index", "ask", "show", "audit", "--version", "--help"]),
        (("index",), ["build", "add", "remove", "update", "pincite index PATHS"]),
        (("index", "update"), ["--watch", "--every SECONDS", "--out DIR"]),
        (
            ("index", "build"),
            ["[PATHS]", "--out DIR", "--model NAME_OR_FOLDER", "--encoding", "corpus/", "PINCITE_INDEX"],
        ),
        (("ask",), ["QUESTION", "--document ID", "--index DIR", "--json"]),
        (("show",), ["DOCUMENT [LOCATOR]", "--index DIR", "--json", "65 (c)"]),
        (("audit",), ["--index DIR", "--json"]),
    ],
)
def test_help_tells_of_every_option(pincite: Pincite, command: tuple[str, ...], words: list[str]) -> None:
    for flag in ("--help", "-h"):
        told = pincite(*command, flag)
        assert (told.code, told.err) == (0, "")
        for each in words:
            assert each in told.out


def test_the_version_is_told(pincite: Pincite) -> None:
    assert pincite("--version").out.startswith("pincite, version ")


@pytest.mark.parametrize("command", [[], ["index"], ["ask"], ["show"], ["audit"]], ids=" ".join)
def test_help_loads_nothing_heavy(command: list[str]) -> None:
    code = "import sys; from ui.cli.main import run; run(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code, *command, "--help"], cwd=ROOT, capture_output=True, check=True)
    loaded = set(done.stderr.decode().split())
    assert "click" in loaded
    assert not loaded & set(HEAVY)


def test_help_takes_less_than_half_a_second_of_the_processor() -> None:
    times = []
    for _ in range(3):
        before = processor_seconds()
        subprocess.run(
            [sys.executable, "-m", "ui.cli.main", "ask", "--help"], cwd=ROOT, capture_output=True, check=True
        )
        times.append(processor_seconds() - before)
    assert median(times) < 0.5


def processor_seconds() -> float:
    """What processes that were started and have ended took of the processor."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


@pytest.mark.parametrize(
    "arguments", [("frobnicate",), ("ask",), ("ask", "Who?", "--bogus"), ("show",), ("index", "--out")], ids=" ".join
)
def test_a_command_that_is_spelled_wrong(pincite: Pincite, arguments: tuple[str, ...]) -> None:
    ran = pincite(*arguments)
    assert ran.code == 2
    assert "Error: " in ran.err
    assert "Traceback" not in ran.err


def test_a_reader_that_goes_away_is_no_error(built: Path) -> None:
    command = [sys.executable, "-m", "ui.cli.main", "show", "report-2018", "--index", str(built)]
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(command, cwd=ROOT, stdout=write, stderr=subprocess.PIPE, check=False)
    os.close(write)
    assert done.stderr == b""
    assert done.returncode in (0, 1)


def test_main_leaves_with_the_exit_code(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["pincite", "ask", ""])
    with pytest.raises(SystemExit) as caught:
        cli.main()
    assert caught.value.code == EXIT_ERROR
    assert capsys.readouterr().err.startswith("pincite: the question is empty")
