"""Sessions that come and go: `python -m ui.bench.sessions` starts the app and prints its memory as they do.

Each opens the app over a websocket as a browser does, asks one gold question, waits until its page is drawn, and
leaves. A session that is left is kept for its reader to come back, `--kept` seconds here.
"""

import asyncio
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from urllib.parse import urlencode

import click

from index.errors import OutputError
from ui.bench.load import gold_questions, memory_of
from ui.bench.server import running_app
from ui.cli.options import index_option

_ANSWER_SECONDS = 120.0  # that a reader waits before it counts as failed
_TOLD = 10  # lines of memory that are printed


@dataclass
class Visits:
    """What came of the sessions so far: seconds of each, what failed, and the memory (MiB) after so many of them."""

    seconds: list[float] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    memory: list[tuple[int, float]] = field(default_factory=list)


@click.command()
@index_option
@click.option("--sessions", default=1_000, show_default=True, help="How many come and go.")
@click.option("--at-once", default=4, show_default=True, help="How many are there at a time.")
@click.option("--kept", default=5.0, show_default=True, help="Seconds for which one that left is kept.")
@click.option("--most-seconds", default=600.0, show_default=True, help="No further session begins after so many.")
def sessions_command(folder: Path, sessions: int, at_once: int, kept: float, most_seconds: float) -> None:
    """Start the app and have many sessions come and go; exit code 1 where one fails."""
    with _server(folder, kept) as (address, process):
        visits = asyncio.run(
            visited(address, gold_questions(sessions), at_once, most_seconds, lambda: memory_of(process.pid))
        )
    count = len(visits.seconds)
    click.echo(f"{count} sessions of {sessions}, {at_once} at a time, {len(visits.failures)} failed")
    for failure in visits.failures[:5]:
        click.echo(f"  {failure}")
    for done, memory in visits.memory:
        click.echo(f"memory after {done} sessions: {memory:.0f} MiB")
    sys.exit(1 if visits.failures else 0)


async def visited(
    address: str, questions: Sequence[str], at_once: int, most_seconds: float, memory: Callable[[], float]
) -> Visits:
    """What comes of a session for each of `questions` at the app on `address`, `at_once` of them at a time."""
    visits, waiting, until = Visits(), list(reversed(questions)), monotonic() + most_seconds
    step = max(1, len(questions) // _TOLD)

    async def come_and_go() -> None:
        while waiting and monotonic() < until:
            question, began = waiting.pop(), monotonic()
            try:
                async with asyncio.timeout(_ANSWER_SECONDS):
                    await _visit(address, question)
                visits.seconds.append(monotonic() - began)
            except (OutputError, OSError, TimeoutError) as error:
                visits.failures.append(f"{question!r}: {error or 'no answer in time'}")
            if len(visits.seconds) % step == 0:
                visits.memory.append((len(visits.seconds), memory()))

    await asyncio.gather(*(come_and_go() for _ in range(at_once)))
    return visits


async def _visit(address: str, question: str) -> None:
    """Open the app at a question, and leave once its page is drawn; OutputError where it holds no answer."""
    from streamlit.proto.BackMsg_pb2 import BackMsg
    from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
    from websockets.asyncio.client import connect
    from websockets.exceptions import WebSocketException
    from websockets.typing import Origin, Subprotocol

    wish = BackMsg()
    wish.rerun_script.query_string = urlencode({"q": question})
    shown = False
    try:
        async with connect(
            f"ws{address.removeprefix('http')}/_stcore/stream",
            subprotocols=[Subprotocol("streamlit")],
            max_size=None,
            origin=Origin(address),
        ) as connection:
            await connection.send(wish.SerializeToString())
            async for message in connection:
                told = ForwardMsg.FromString(message)
                shown = shown or b"pc-answer" in message or b"pc-state" in message
                if told.WhichOneof("type") == "script_finished":
                    break
    except WebSocketException as error:
        raise OutputError(str(error)) from error
    if not shown:
        raise OutputError("no answer on the page")


def _server(folder: Path, kept: float) -> AbstractContextManager[tuple[str, subprocess.Popen[bytes]]]:
    """The address of a server that keeps a session it was left by for `kept` seconds, and its process."""
    return running_app(folder, f"limits=Limits(kept={kept!r})")


if __name__ == "__main__":
    sessions_command()
