"""What `pincite doctor` says of the index and of the language model."""

from pathlib import Path

import pytest

from tests.support.replies.server import Served, said, serving
from ui.cli.doctor.findings import examine
from ui.cli.main import run

pytest.importorskip("openai")


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("URL", "MODEL", "KEY", "TIMEOUT", "WINDOW"):
        monkeypatch.delenv(f"PINCITE_LLM_{name}", raising=False)


def found(folder: Path) -> dict[str, tuple[bool, str]]:
    return {each.name: (each.is_well, each.says) for each in examine(folder)}


def test_without_a_language_model_nothing_is_wrong(built: Path) -> None:
    assert found(built)["language model"] == (
        True,
        "none is configured (PINCITE_LLM_URL is not set); answers quote the documents, nothing is sent",
    )
    assert found(built)["index"][0]


def test_a_model_that_answers_is_named_with_how_fast(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(lambda _: said("Paris")) as url:
        monkeypatch.setenv("PINCITE_LLM_URL", url)
        monkeypatch.setenv("PINCITE_LLM_MODEL", "recorded")
        looked_at = found(built)
    assert looked_at["models served"] == (True, "recorded")
    is_well, says = looked_at["language model"]
    assert is_well
    assert says.startswith(f"recorded at {url} answered in 0.")
    assert says.endswith("up to 7,168 tokens of question and paragraphs are sent to it")


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({"URL": "localhost"}, "PINCITE_LLM_URL is 'localhost'; set it to the address"),
        ({"URL": "http://x/v1"}, "PINCITE_LLM_MODEL is not set"),
        ({"URL": "http://x/v1", "MODEL": "m", "WINDOW": "100"}, "PINCITE_LLM_WINDOW is '100'"),
        ({"URL": "http://x/v1", "MODEL": "m", "TIMEOUT": "soon"}, "PINCITE_LLM_TIMEOUT is 'soon'"),
    ],
)
def test_a_wrong_variable_is_named(
    built: Path, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], expected: str
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(f"PINCITE_LLM_{name}", value)
    is_well, says = found(built)["language model"]
    assert not is_well
    assert says.startswith(expected)


def test_the_command_ends_with_1_where_something_does_not_work(
    built: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["doctor", "--index", str(built)]) == 0
    with serving(lambda _: Served(b"{}", 401)) as url:
        monkeypatch.setenv("PINCITE_LLM_URL", url)
        monkeypatch.setenv("PINCITE_LLM_MODEL", "m")
        assert run(["doctor", "--index", str(built)]) == 1
    assert "✗ language model: the language model at" in capsys.readouterr().out
