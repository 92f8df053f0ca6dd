"""`pincite serve`: what it refuses before it listens, and that it answers and ends as a server should."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import httpx
import pytest

from index.folder.save import save_index
from index.store import Index
from tests.support.route import ROOT
from tests.support.serving import unused_port
from ui.cli.main import run

needs_packages = pytest.mark.skipif(find_spec("fastapi") is None, reason="needs pip install 'pincite[api]'")
# As an import of the server and its answers would tell, each of these takes half a second and more.
HEAVY = "torch scipy pandas sympy sklearn transformers sentence_transformers streamlit matplotlib bm25s".split()
PROGRAM = """
import sys, threading
from ui.cli.main import run

threading.Thread(target=run, args=(sys.argv[1:],), daemon=True).start()
sys.stdin.read()
print(*sys.modules)
"""


@pytest.fixture(scope="module")
def built(corpus_index: Index, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("serve") / "index"
    save_index(corpus_index, folder)
    return folder


def test_without_the_packages_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("ui.cli.serving.serve.find_spec", lambda _name: None)

    assert run(["serve", "--index", str(tmp_path)]) == 2
    assert capsys.readouterr().err == (
        "pincite: `pincite serve` needs the package fastapi; run: pip install 'pincite[api]'\n"
    )


@needs_packages
def test_to_other_machines_it_is_not_served_without_keys(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["serve", "--index", str(built), "--host", "0.0.0.0"]) == 2
    assert capsys.readouterr().err.startswith(
        "pincite: 0.0.0.0 lets other machines in, and there are no keys: make one"
    )


@needs_packages
def test_without_an_index_it_says_what_to_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["serve", "--index", str(tmp_path / "nothing")]) == 2
    assert capsys.readouterr().err.startswith("pincite: no index at ")


@needs_packages
def test_a_port_that_is_taken_is_told(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        assert run(["serve", "--index", str(built), "--port", str(port)]) == 2

    told = f"pincite: port {port} is taken or not allowed on 127.0.0.1; name another with --port\n"
    assert capsys.readouterr().err == told


@needs_packages
def test_a_new_key_is_printed_with_its_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["serve", "--new-key", "ada"]) == 0

    key, line = capsys.readouterr().out.splitlines()
    assert key.startswith("pincite-")
    assert line.startswith("ada:")
    assert key not in line


@pytest.fixture
def started(built: Path) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The address of a server, and its process, which says what it has loaded when its standard input ends."""
    port = unused_port()
    command = [sys.executable, "-c", PROGRAM, "serve", "--index", str(built), "--port", str(port)]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PINCITE_PROFILE": "reading"}
    pipe = subprocess.PIPE
    with subprocess.Popen(command, env=environment, stdin=pipe, stdout=pipe, stderr=pipe, text=True) as process:
        try:
            assert process.stderr is not None
            assert process.stderr.readline().startswith(f"pincite: listening on http://127.0.0.1:{port}, described at")
            yield f"http://127.0.0.1:{port}", process
        finally:
            process.kill()


@needs_packages
def test_it_answers_and_loads_nothing_that_takes_long(started: tuple[str, subprocess.Popen[str]]) -> None:
    address, process = started
    transport = httpx.HTTPTransport(retries=5)
    with httpx.Client(base_url=address, transport=transport, timeout=60) as client:
        while client.get("/ready").status_code == 503:
            pass
        sent = client.post("/api/v1/ask", json={"question": "What is the Global Focal Point Initiative?"})
        checked = client.post("/api/v1/verify", json={"citation": "CAC/COSP/WG.2/2018/2, para. 666"})

    assert sent.json()["reader"] == "pincite-reader-en"
    assert "CAC/COSP/WG.2/2018/2, para. 66" in sent.text
    assert checked.json()["wrong"] == 1
    printed, _ = process.communicate("")
    assert "ui.api.app" in printed.split()
    assert set(HEAVY) & set(printed.split()) == set()


@needs_packages
def test_ctrl_c_ends_it_and_is_no_error(built: Path) -> None:
    port = unused_port()
    command = [sys.executable, "-m", "ui.cli.main", "serve", "--index", str(built), "--port", str(port)]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        assert "listening on" in process.stderr.readline()
        with httpx.Client(transport=httpx.HTTPTransport(retries=5)) as client:
            assert client.get(f"http://127.0.0.1:{port}/health").status_code == 200
        process.send_signal(signal.SIGINT)

        assert process.wait(30) == 0
        assert process.stderr.read() == ""
