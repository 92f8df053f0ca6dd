"""The tab key completes commands, options and their values, as README says to set it up."""

import os
import re
import subprocess
import sys

import pytest

from tests.support.route import ROOT

# What the installed command is: a program named `pincite`.
PROGRAM = "import sys; sys.argv[0] = 'pincite'; from ui.cli.main import main; main()"


def told(**variables: str) -> str:
    """What the command prints when a shell asks it."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **variables}
    done = subprocess.run([sys.executable, "-c", PROGRAM], env=environment, capture_output=True, text=True, check=True)
    return done.stdout


def test_each_shell_that_the_readme_names_gets_a_script() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shells = re.findall(r"\b(bash|zsh|fish)_source\b", readme)

    assert sorted(shells) == ["bash", "fish", "zsh"]
    assert "complete -o nosort -F _pincite_completion pincite" in told(_PINCITE_COMPLETE="bash_source")
    assert "#compdef pincite" in told(_PINCITE_COMPLETE="zsh_source")
    assert "complete --no-files --command pincite" in told(_PINCITE_COMPLETE="fish_source")


@pytest.mark.parametrize(
    ("typed", "word", "completed"),
    [
        ("pincite do", 1, ["plain,doctor"]),
        ("pincite ask --pro", 2, ["plain,--profile"]),
        ("pincite ask --profile ", 3, ["plain,reading", "plain,fast"]),
        ("pincite eval comp", 2, ["plain,compare"]),
    ],
)
def test_what_is_typed_is_completed(typed: str, word: int, completed: list[str]) -> None:
    found = told(_PINCITE_COMPLETE="bash_complete", COMP_WORDS=typed, COMP_CWORD=str(word))

    assert found.splitlines() == completed
