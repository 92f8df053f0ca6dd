"""`pincite mcp` where the package that it needs is not installed."""

from pathlib import Path

import pytest

from ui.cli.main import run


def test_without_the_package_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("ui.cli.serving.mcp.find_spec", lambda _name: None)

    assert run(["mcp", "--index", str(tmp_path)]) == 2
    assert capsys.readouterr().err == (
        "pincite: `pincite mcp` needs the package mcp; run: pip install 'pincite[mcp]'\n"
    )
