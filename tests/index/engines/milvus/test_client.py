"""A server that is dead, slow or not there is told in a line, within the time."""

import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from index.document import Document
from index.engines.milvus.client import connect
from index.engines.milvus.publish import check_publishable
from index.errors import EngineError, IndexFolderError, MissingPackageError
from index.storage.addresses import parse_address
from index.store import Index
from tests.support.fakes import FakeEmbedder
from tests.support.papers import index_of, numbered
from tests.support.published import close, needs_milvus, published, quick_waits

LINES = Document("lines", "Lines", numbered("Banks lend.", "Assets move."))
# Starts a server like the one in a file, for others to ask.
_SERVER = "import sys; from milvus_lite.cmdline import main; sys.exit(main(sys.argv[1:]))"


@pytest.fixture(autouse=True)
def milvus() -> None:
    needs_milvus()


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PINCITE_MILVUS_TIMEOUT", "1")


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@pytest.fixture
def server(tmp_path: Path) -> Iterator[tuple["subprocess.Popen[bytes]", str]]:
    """A process that serves Milvus Lite, and its address without a collection."""
    port = free_port()
    command = [sys.executable, "-c", _SERVER, "server", "--data-dir", str(tmp_path / "data"), "--host", "127.0.0.1"]
    quiet = subprocess.DEVNULL
    with subprocess.Popen([*command, "--port", str(port)], stdout=quiet, stderr=quiet) as process:
        try:
            yield process, f"milvus://127.0.0.1:{port}"
        finally:
            process.kill()


def opened(url: str, folder: Path) -> Index:
    """The index of LINES, published at `url` as soon as its server has started."""
    address = parse_address(f"{url}/lines")
    for _ in range(40):
        with suppress(EngineError):
            check_publishable(address)
            break
        time.sleep(0.2)
    with quick_waits():
        return published(index_of(LINES), address, folder)


def asks(index: Index) -> list[Callable[[], object]]:
    """Each thing that is asked of a server."""
    vectors = FakeEmbedder().encode(["banks"]).vectors
    return [
        lambda: index.dense.search(vectors, 1),
        lambda: index.lexical.search("banks", 1),
        lambda: index.lexical.scores("banks", [0]),
        lambda: index.dense.tokens([0]),
    ]


@pytest.mark.usefixtures("impatient")
def test_a_server_that_was_killed_is_told(server: tuple["subprocess.Popen[bytes]", str], tmp_path: Path) -> None:
    process, url = server
    index = opened(url, tmp_path)
    (hits,) = index.dense.search(FakeEmbedder().encode(["banks"]).vectors, 1)
    assert hits.rows.tolist() == [0]
    process.kill()
    process.wait()
    for ask in asks(index):
        with pytest.raises(EngineError, match=f"^{url}/lines (cannot be asked|did not answer within 1 s)"):
            ask()


@pytest.mark.slow
@pytest.mark.usefixtures("impatient")
def test_a_server_that_is_too_slow_is_told_and_asked_again_later(
    server: tuple["subprocess.Popen[bytes]", str], tmp_path: Path
) -> None:
    process, url = server
    index = opened(url, tmp_path)
    process.send_signal(signal.SIGSTOP)
    for ask in asks(index)[:2]:
        began = time.monotonic()
        with pytest.raises(EngineError, match=rf"{url}/lines did not answer within 1 s; .* PINCITE_MILVUS_TIMEOUT"):
            ask()
        assert time.monotonic() - began < 5
    process.send_signal(signal.SIGCONT)
    assert index.lexical.search("banks", 1).rows.tolist() == [0]
    close(index)


def test_where_no_server_is_it_says_so() -> None:
    with pytest.raises(EngineError, match=r"no Milvus server answered at http://127\.0\.0\.1:\d+ within 10 s; see"):
        connect(parse_address(f"milvus://127.0.0.1:{free_port()}/un"))


@pytest.mark.usefixtures("impatient")
def test_a_port_that_something_else_listens_at_is_told() -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        with pytest.raises(EngineError, match=r"no Milvus server answered at .* within 1 s"):
            connect(parse_address(f"milvus://127.0.0.1:{silent.getsockname()[1]}/un"))


def test_to_ask_makes_no_file(tmp_path: Path) -> None:
    address = parse_address(f"milvus://{tmp_path}/un.db/un")
    with pytest.raises(IndexFolderError, match=r"no index at .* publish one"):
        connect(address)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["missing/un.db", "file.db"])
def test_a_file_that_cannot_be_one_of_milvus_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "file.db").write_bytes(b"")
    with pytest.raises(EngineError, match="is no place for Milvus Lite"):
        connect(parse_address(f"milvus://{tmp_path}/{name}/un"), make=True)


def test_a_file_that_another_program_uses_is_told(tmp_path: Path) -> None:
    held = tmp_path / "un.db"
    program = "import sys; from milvus_lite import MilvusLite; MilvusLite(sys.argv[1]); print(1, flush=True); input()"
    with subprocess.Popen(
        [sys.executable, "-c", program, str(held)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"1\n"
        with pytest.raises(EngineError, match="another program may be using the file"):
            connect(parse_address(f"milvus://{held}/un"))
        other.communicate(b"\n")


@pytest.mark.parametrize("seconds", ["0", "-1", "soon", "inf", "nan"])
def test_a_time_that_is_none_is_refused(seconds: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PINCITE_MILVUS_TIMEOUT", seconds)
    with pytest.raises(EngineError, match=f"PINCITE_MILVUS_TIMEOUT is '{seconds}'; give it a number of seconds"):
        connect(parse_address("milvus://host/un"))


def test_without_the_package_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pymilvus", None)
    with pytest.raises(MissingPackageError, match=r"pip install 'pincite\[milvus\]'"):
        connect(parse_address("milvus://host/un"))


@pytest.mark.parametrize(("tls", "uri"), [("1", "https://host:1"), ("0", "http://host:1"), ("", "http://host:1")])
def test_a_server_is_sent_the_token_and_a_file_is_not(
    tls: str, uri: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, str]] = []

    def client(uri: str, *, token: str, timeout: float) -> object:
        assert timeout == 10
        asked.append((uri, token))
        return object()

    monkeypatch.setattr("index.engines.milvus.client._client_class", lambda: client)
    monkeypatch.setenv("PINCITE_MILVUS_TOKEN", "ada:secret")
    monkeypatch.setenv("PINCITE_MILVUS_TLS", tls)
    connect(parse_address("milvus://host:1/un"))
    connect(parse_address(f"milvus://{tmp_path}/un.db/un"), make=True)
    assert asked == [(uri, "ada:secret"), (f"{tmp_path}/un.db", "")]
