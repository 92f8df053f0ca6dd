"""Many programs at once: `python -m ui.bench.api_load` (`make bench-api`) starts the server and prints what it bears.

Each client asks gold questions one after the other without a pause, so that as many as there are clients always wait.
"""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep
from urllib.request import Request, urlopen

import click

from ui.app.serve import free_port
from ui.bench.load import Outcome, gold_questions, memory_of
from ui.bench.server import running_server
from ui.cli.options import index_option, reader_option
from ui.paths import READER_VARIABLE

_ANSWER_SECONDS = 60  # that a program waits before it counts as failed
# What is printed: the seconds within which such a share of the answers came.
_SHARES = (("p50", 0.5), ("p95", 0.95), ("p99", 0.99), ("slowest", 1.0))
_QUESTIONS = 1_000  # different places in the gold questions where clients begin


@dataclass(frozen=True, slots=True)
class ApiLoad:
    """How many clients ask, for how many seconds."""

    clients: int
    seconds: float


@click.command()
@index_option
@reader_option
@click.option("--clients", default=50, show_default=True, help="How many ask at once.")
@click.option("--seconds", default=120.0, show_default=True, help="For how long.")
def api_load_command(folder: Path, reader: str | None, clients: int, seconds: float) -> None:
    """Start the server and have many clients ask at once; exit code 1 where a request fails."""
    with _server(folder, reader) as (address, process):
        outcome = bear(address, process.pid, ApiLoad(clients, seconds))
    _print(outcome, ApiLoad(clients, seconds))
    sys.exit(1 if outcome.failures else 0)


def bear(address: str, pid: int, load: ApiLoad) -> Outcome:
    """What comes of `load` at the server; its early memory is that after a tenth of the time."""
    questions = gold_questions(_QUESTIONS)
    seconds: list[float] = []
    failures: list[str] = []
    begun = monotonic()

    def ask_on(client: int) -> None:
        number = client * len(questions) // load.clients
        while monotonic() - begun < load.seconds:
            try:
                seconds.append(_ask(address, questions[number % len(questions)]))
            except (OSError, ValueError, KeyError) as error:
                failures.append(f"{questions[number % len(questions)]!r}: {error!r}")
            number += 1

    threads = [threading.Thread(target=ask_on, args=(client,)) for client in range(load.clients)]
    for thread in threads:
        thread.start()
    sleep(load.seconds / 10)
    early = memory_of(pid)
    for thread in threads:
        thread.join()
    return Outcome(tuple(seconds), tuple(failures), early, memory_of(pid))


def _print(outcome: Outcome, load: ApiLoad) -> None:
    count, median = len(outcome.seconds), outcome.quantile(0.5)
    click.echo(f"{load.clients} clients, {load.seconds:g} s: {count} answers, {count / load.seconds:.1f} a second")
    click.echo(f"{len(outcome.failures)} failed")
    for failure in outcome.failures[:5]:
        click.echo(f"  {failure}")
    shown = ", ".join(f"{name} {outcome.quantile(share):.2f} s" for name, share in _SHARES)
    click.echo(f"an answer: {shown}; p95 is {outcome.quantile(0.95) / median if median else 0:.1f} times the median")
    click.echo(
        f"memory: {outcome.memory_early:.0f} MiB after a tenth of the time, {outcome.memory_end:.0f} MiB at the end"
    )


def _ask(address: str, question: str) -> float:
    """The seconds until the answer to `question` was there; an error where it was none."""
    body = json.dumps({"question": question}).encode()
    request = Request(f"{address}/api/v1/ask", body, {"Content-Type": "application/json"})
    begun = monotonic()
    with urlopen(request, timeout=_ANSWER_SECONDS) as response:
        answer = json.load(response)
    taken = monotonic() - begun
    if answer["question"] != " ".join(question.split()):
        raise ValueError(f"the answer to another question: {answer['question']!r}")
    return taken


@contextmanager
def _server(folder: Path, reader: str | None) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """The address of a server that is ready, and its process, which ends with the block."""
    port = free_port("127.0.0.1", None)
    command = [sys.executable, "-m", "ui.cli.main", "serve", "--port", str(port), "--rate", "0"]
    environment = {**os.environ, "PINCITE_INDEX": str(folder.resolve())}
    if reader:
        environment[READER_VARIABLE] = reader
    address = f"http://127.0.0.1:{port}"
    with running_server(command, environment, f"{address}/ready", "pincite serve") as process:
        yield address, process


if __name__ == "__main__":
    api_load_command()
