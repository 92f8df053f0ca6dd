"""A running server of the app, spoken to byte by byte, for tests of what it lets in."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from urllib.error import URLError
from urllib.request import urlopen

_ROOT = Path(__file__).parents[2]


def unused_port() -> int:
    """A port that nothing listens on, which the system gives to no other test meanwhile: it goes round all of them."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


def wait_until_up(address: str, process: subprocess.Popen[bytes]) -> None:
    until = monotonic() + 60
    while monotonic() < until:
        assert process.poll() is None, "the server stopped before it was up"
        try:
            with urlopen(address) as answer:
                if answer.status == 200:
                    return
        except URLError:
            sleep(0.1)
    raise AssertionError("the server was not up within a minute")


@contextmanager
def running(command: list[str], log_file: Path, port: int, environment: dict[str, str]) -> Iterator[int]:
    """The id of the process of a server on `port`, up when the block begins and ended with it."""
    log = log_file.open("w")
    process = subprocess.Popen(command, cwd=_ROOT, env={**os.environ, **environment}, stdout=log, stderr=log)
    try:
        wait_until_up(f"http://localhost:{port}/_stcore/health", process)
        yield process.pid
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        log.close()
    assert "Traceback" not in log_file.read_text()


@contextmanager
def running_app(home: Path, *options: str) -> Iterator[str]:
    """The address of the app on the index in `home`, started as a person starts it, and ended with the block."""
    port = unused_port()
    command = [sys.executable, "-m", "ui.cli.main", "ui", "--no-browser", "--index", str(home / "index")]
    command += ["--port", str(port), *options]
    environment = {"PINCITE_FEEDBACK": str(home / "feedback.sqlite"), "PINCITE_REPORTS": str(home)}
    with running(command, home / f"server-{port}.log", port, environment):
        yield f"http://localhost:{port}"


def request(port: int, line: str, **headers: str) -> tuple[int, str]:
    """Status and body of what a server answers to a request, sent as it is spelled: `GET / HTTP/1.1`, headers."""
    fields = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())
    with socket.create_connection(("localhost", port), timeout=30) as connection:
        connection.sendall(f"{line}\r\n{fields}\r\n".encode())
        received = b""
        while b"\r\n\r\n" not in received and (piece := connection.recv(65536)):
            received += piece
        head, _, body = received.partition(b"\r\n\r\n")
        status = int(head.split()[1])
        while status not in (101, 200) and (piece := _more(connection)):
            body += piece
    return status, body.decode(errors="replace")


def upgrade(port: int, **headers: str) -> tuple[int, str]:
    """Status and body of what a server answers to the wish for a websocket."""
    wish = {
        "Upgrade": "websocket",
        "Connection": "Upgrade",
        "Sec_WebSocket_Version": "13",
        "Sec_WebSocket_Key": "dGhlIHNhbXBsZSBub25jZQ==",
    }
    return request(port, "GET /_stcore/stream HTTP/1.1", **wish, **headers)


def _more(connection: socket.socket) -> bytes:
    connection.settimeout(0.3)
    try:
        return connection.recv(65536)
    except TimeoutError:
        return b""
