"""Many sessions at once: `python -m ui.bench.load` (or `make bench-ui`) starts the app and prints what it bears.

The sessions are Streamlit's own, driven over its agent interface, which runs the pages without a browser; each asks
gold questions one after the other, with a pause as a reader makes or none. An answer counts from the request until the
page is drawn whole.
"""

import json
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep
from typing import Any
from urllib.request import Request, urlopen

import click

from index.errors import OutputError
from ui.bench.server import running_app
from ui.cli.options import index_option

_ANSWER_SECONDS = 120  # that a reader waits before it counts as failed
# Off in the app as people run it: whoever reaches the server could drive it by program.
_AGENT = {"server.enableAgentApi": True, "server.agentMaxSessions": 200}
_STILL_DRAWN = "wait_timed_out"
_ANSWERED = ("pc-answer", "pc-state")


@dataclass(frozen=True, slots=True)
class Load:
    """How many sessions ask how many questions each, and how many seconds they pause between two."""

    sessions: int
    questions: int
    pause: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """Seconds of each answer, what failed, the server's memory in MiB after a tenth of the questions and at the end."""

    seconds: tuple[float, ...]
    failures: tuple[str, ...]
    memory_early: float
    memory_end: float

    def quantile(self, share: float) -> float:
        """The seconds within which `share` of the answers came; 0 where there are none."""
        ordered = sorted(self.seconds)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0


@click.command()
@index_option
@click.option("--sessions", default=20, show_default=True, help="How many ask at once.")
@click.option("--questions", default=25, show_default=True, help="How many each asks.")
@click.option("--pause", default=0.0, show_default=True, help="Seconds between an answer and the next question.")
def load_command(folder: Path, sessions: int, questions: int, pause: float) -> None:
    """Start the app and have many sessions ask at once; exit code 1 where a question fails."""
    start = monotonic()
    with _server(folder) as (address, process):
        _ask(_interact(address, {}), address, "What is asset recovery?")
        click.echo(f"first answer {monotonic() - start:.1f} s after the start")
        outcome = _bear(address, process.pid, Load(sessions, questions, pause))
    _print(outcome, Load(sessions, questions, pause))
    sys.exit(1 if outcome.failures else 0)


def _print(outcome: Outcome, load: Load) -> None:
    count = len(outcome.seconds)
    click.echo(f"{load.sessions} sessions, {count} answers, {len(outcome.failures)} failed, pause {load.pause:g} s")
    for failure in outcome.failures[:5]:
        click.echo(f"  {failure}")
    shares = ", ".join(
        f"p{share:.0%}".replace("%", "") + f" {outcome.quantile(share):.2f} s" for share in (0.5, 0.95, 0.99)
    )
    click.echo(f"an answer, page drawn: {shares}")
    click.echo(
        f"memory: {outcome.memory_early:.0f} MiB after {count // 10}, {outcome.memory_end:.0f} MiB after {count}"
    )


def _bear(address: str, pid: int, load: Load) -> Outcome:
    """What comes of `load` at the server."""
    asked = gold_questions(load.sessions * load.questions)
    seconds: list[float] = []
    failures: list[str] = []
    early: list[float] = []

    def one_session(number: int) -> None:
        session = _interact(address, {})
        for question in asked[number :: load.sessions]:
            try:
                seconds.append(_ask(session, address, question))
            except (OutputError, OSError, ValueError) as error:
                failures.append(f"{question!r}: {error}")
            if len(seconds) >= len(asked) // 10 and not early:
                early.append(memory_of(pid))
            sleep(load.pause)

    threads = [threading.Thread(target=one_session, args=(number,)) for number in range(load.sessions)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return Outcome(tuple(seconds), tuple(failures), early[0] if early else 0.0, memory_of(pid))


def _ask(session: dict[str, Any], address: str, question: str) -> float:
    """The seconds until the page with the answer to `question` was drawn; OutputError where it holds none."""
    began = monotonic()
    page = _interact(address, {"session_id": session["session_id"], "query_params": {"q": [question]}})
    # It waits for half a minute by itself, and tells then that the page is still being drawn.
    while page.get("error", {}).get("code") == _STILL_DRAWN and monotonic() - began < _ANSWER_SECONDS:
        page = _interact(address, {"session_id": session["session_id"]})
    taken = monotonic() - began
    shown = json.dumps(page)
    if page.get("status") != "ready" or not any(kind in shown for kind in _ANSWERED):
        raise OutputError(f"no answer on the page (status {page.get('status')}): {shown[:300]}")
    return taken


def _interact(address: str, message: dict[str, Any]) -> dict[str, Any]:
    body = json.dumps(message).encode()
    request = Request(f"{address}/_stcore/agent/interact", body, {"Content-Type": "application/json"})
    with urlopen(request, timeout=_ANSWER_SECONDS) as response:
        answer: dict[str, Any] = json.load(response)
    return answer


def gold_questions(count: int) -> Sequence[str]:
    """`count` gold questions, from the beginning again when they run out."""
    from eval.gold.gold import GOLD_FILE

    lines = GOLD_FILE.read_text(encoding="utf-8").splitlines()
    questions = [str(json.loads(line)["question"]) for line in lines if line.strip()]
    return [questions[i % len(questions)] for i in range(count)]


def memory_of(pid: int) -> float:
    """The resident memory of a process in MiB; 0 where the system does not tell."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS:")), 0.0)


def _server(folder: Path) -> AbstractContextManager[tuple[str, subprocess.Popen[bytes]]]:
    """The address of a server with the agent interface, and its process, which ends with the block."""
    return running_app(folder, f"settings={_AGENT!r}")


if __name__ == "__main__":
    load_command()
