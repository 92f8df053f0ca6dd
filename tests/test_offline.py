"""Everything works with the network taken away, and nothing so much as tries to reach out."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

# An audit hook sees every attempt to look up a name or to connect, from whatever library; it cannot be taken off again.
GUARD = """
import sys

def refuse(event, arguments):
    if event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.connect", "socket.sendto"):
        target = arguments[0] if event.startswith("socket.get") else arguments[1]
        host = target[0] if isinstance(target, tuple) else target
        if host not in ("127.0.0.1", "::1", "localhost") and not str(host).startswith("/"):
            print(f"reached out: {event} {host}", file=sys.stderr)
            raise OSError(f"no network: {host}")

sys.addaudithook(refuse)
"""
SOME_SECONDS = 90


def run_without_network(code: str, *arguments: str, home: Path) -> subprocess.CompletedProcess[str]:
    """A process of its own that runs `code`, in a network namespace without a network where the system lets us."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("HF_", "TRANSFORMERS_"))}
    namespace = ["unshare", "--map-root-user", "--net"] if can_unshare() else []
    return subprocess.run(
        [*namespace, sys.executable, "-c", GUARD + code, *arguments],
        env=kept | {"HOME": str(home), "XDG_CACHE_HOME": str(home), "HF_HOME": str(home / "hub")},
        cwd=Path(__file__).parent.parent,
        capture_output=True,
        text=True,
        timeout=SOME_SECONDS,
        check=False,
    )


def can_unshare() -> bool:
    if shutil.which("unshare") is None:
        return False
    return (
        subprocess.run(["unshare", "--map-root-user", "--net", "true"], capture_output=True, check=False).returncode
        == 0
    )


@pytest.mark.parametrize(
    "code", ["socket.create_connection(('192.0.2.1', 80), 1)", "socket.getaddrinfo('un.org', 443)"]
)
def test_the_guard_refuses_what_reaches_out(tmp_path: Path, code: str) -> None:
    done = run_without_network(f"import socket\n{code}", home=tmp_path)
    assert done.returncode == 1
    assert "reached out: socket." in done.stderr


COMMANDS = """
from ui.cli.main import run

codes = [run(["index", sys.argv[1], "--out", sys.argv[2]]), run(["ask", "What returns?", "--index", sys.argv[2]])]
print(codes)
"""


@pytest.mark.slow
def test_the_command_line_builds_and_answers_without_network_and_without_waiting_for_it(tmp_path: Path) -> None:
    papers, home = tmp_path / "papers", tmp_path / "home"
    papers.mkdir()
    home.mkdir()
    (papers / "paper.txt").write_text("1. Networks exist. Banks cooperate.\n\n2. Assets return.\n", encoding="utf-8")
    done = run_without_network(COMMANDS, str(papers), str(tmp_path / "index"), home=home)
    assert len(done.stderr.splitlines()) == 1, done.stderr
    assert done.stderr.startswith("1 document, 2 paragraphs (2 new passages) in ")
    assert "para. 2" in done.stdout
    assert done.stdout.endswith("\n[0, 0]\n")
    assert list(home.iterdir()) == []
