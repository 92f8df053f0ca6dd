"""The HTTP API beside the app: on its port, from its index, under guards of its own."""

from importlib.util import find_spec
from pathlib import Path
from time import monotonic, sleep

import httpx
import pytest

from index.folder.save import save_index
from index.store import Index
from tests.support.serving import running_app
from ui.app.api_part import _PATHS
from ui.app.app_pages.page_state import PAGE_FILES
from ui.cli.main import run

needs_packages = pytest.mark.skipif(find_spec("fastapi") is None, reason="needs pip install 'pincite[api]'")
QUESTION = "How many focal points take part in the Global Focal Point Initiative?"


@pytest.mark.parametrize("path", [*(f"/{page}" for page in PAGE_FILES), "/", "/_stcore/health", "/oauth2callback"])
def test_no_page_of_the_app_is_taken_for_the_api(path: str) -> None:
    assert _PATHS.fullmatch(path) is None


@pytest.mark.parametrize("path", ["/api/v1/ask", "/v1/chat/completions", "/docs", "/docs/files/a.css", "/ready"])
def test_the_addresses_of_the_api_are_its_own(path: str) -> None:
    assert _PATHS.fullmatch(path)


@needs_packages
def test_app_and_api_answer_on_one_port(corpus_index: Index, tmp_path: Path) -> None:
    save_index(corpus_index, tmp_path / "index")
    with running_app(tmp_path, "--api") as address, httpx.Client(base_url=address, timeout=60) as client:
        until = monotonic() + 60
        while (ready := client.get("/ready")).status_code != 200 and monotonic() < until:
            sleep(0.1)
        answer = client.post("/api/v1/ask", json={"question": QUESTION})
        page = client.get("/search")
        foreign = client.get("/api/v1/documents", headers={"Host": "evil.example"})

    assert ready.json()["documents"] == 5
    assert "CAC/COSP/WG.2/2018/2, para. 66" in answer.text
    assert (page.status_code, "<html" in page.text) == (200, True)
    assert foreign.status_code == 421


@needs_packages
def test_without_keys_other_machines_are_not_let_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("PINCITE_INDEX", "PINCITE_MODEL"):
        monkeypatch.setenv(name, "")

    assert run(["ui", "--no-browser", "--api", "--address", "0.0.0.0", "--index", str(tmp_path)]) == 2
    assert "0.0.0.0 lets other machines in, and there are no keys" in capsys.readouterr().err


def test_without_the_package_it_says_what_to_install(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("PINCITE_INDEX", "PINCITE_MODEL"):
        monkeypatch.setenv(name, "")
    monkeypatch.setattr("ui.cli.ui.find_spec", lambda _name: None)

    assert run(["ui", "--no-browser", "--api"]) == 2
    assert "run: pip install 'pincite[api]'" in capsys.readouterr().err
