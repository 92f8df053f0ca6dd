"""The hooks of a commit run what `make lint` runs, no more and no less."""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_the_hooks_of_a_commit_are_the_steps_of_make_lint() -> None:
    hooks = re.findall(r"^ +entry: (.+)$", (ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"), re.MULTILINE)
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    steps = re.search(r"^lint: install\n((?:\t.+\n)+)", makefile, re.MULTILINE)

    assert steps is not None
    assert hooks == [line.strip().replace("$(BIN)", ".venv/bin") for line in steps[1].splitlines()]
