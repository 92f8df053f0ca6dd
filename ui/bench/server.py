"""A server in a process of its own, for as long as it is measured."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from urllib.error import URLError
from urllib.request import urlopen

from index.errors import OutputError
from ui.app.serve import free_port

_START_SECONDS = 90  # that a server may take to be up on a busy machine
_END_SECONDS = 10  # that it may take to end by itself


@contextmanager
def running_server(
    command: Sequence[str], environment: Mapping[str, str], ready: str, alone: str
) -> Iterator[subprocess.Popen[bytes]]:
    """The process of a server whose address `ready` answers, ended with the block; what it prints is thrown away.

    OutputError where it does not come up; `alone` is the command that shows a person why.
    """
    process = subprocess.Popen(command, env={**environment}, stdout=subprocess.DEVNULL)
    try:
        _wait(ready, process, alone)
        yield process
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(_END_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@contextmanager
def running_app(folder: Path, serving: str) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """The address of the app on the index in `folder`, and its process, ended with the block.

    `serving` says in Python what of `ui.app.serve.Serving` is other than it is for people.
    """
    port = free_port("localhost", None)
    program = (
        "from ui.app.serve import Serving, serve; from ui.app.sessions import Limits; "
        f"serve('localhost', {port}, Serving({serving}), open_browser=False)"
    )
    environment = {**os.environ, "PINCITE_INDEX": str(folder.resolve())}
    command, address = [sys.executable, "-c", program], f"http://localhost:{port}"
    with running_server(command, environment, f"{address}/_stcore/health", "pincite ui --no-browser") as process:
        yield address, process


def _wait(ready: str, process: subprocess.Popen[bytes], alone: str) -> None:
    until = monotonic() + _START_SECONDS
    while process.poll() is None and monotonic() < until:
        try:
            with urlopen(ready):
                return
        except URLError:
            sleep(0.1)
    raise OutputError(f"the server did not start; run it alone to see why: {alone}")
