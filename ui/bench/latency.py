"""How long answers take: `python -m ui.bench.latency` prints a cold command, warm questions, a batch and a build.

Cold is a whole process, from the shell to the answer, with the most memory that it had; warm is one question after the
other in one process, of which the median and the 95th percentile are told.
"""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING

import click

from ui.cli.options import index_option, model_option, reader_option
from ui.paths import CORPUS_FOLDER
from ui.threads import multiply_on_one_thread

if TYPE_CHECKING:
    from rag.answerer import Answerer

COLD_RUNS = 3  # the middle one counts, after one that may have modules to compile
WARM_QUESTIONS = 100  # so that the 95th percentile is no single question
BATCH_QUESTIONS = 300  # a large questionnaire
_QUESTION = "In how many States parties are there central authorities for mutual legal assistance?"
_UNIT = 1024 if sys.platform == "linux" else 1  # bytes in which the system counts the memory of a process


@dataclass(frozen=True, slots=True)
class Run:
    """A whole process: its seconds by the clock and of the processor, its memory at most in MiB, shared files too."""

    seconds: float
    processor: float
    mebibytes: float


def whole_process(arguments: Sequence[str]) -> Run:
    """What `pincite ARGUMENTS` takes, its output thrown away; CalledProcessError where it fails.

    Modules are kept compiled, as they are unless the environment says otherwise. Its memory is no less than what this
    process had so far, which the system counts to it: measure before loading much.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return measured_process([sys.executable, "-m", "ui.cli.main", *arguments], environment)[0]


def measured_process(command: Sequence[str], environment: Mapping[str, str] | None = None) -> tuple[Run, bytes]:
    """What a process takes, and what it printed; CalledProcessError where it fails."""
    start = perf_counter()
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment and {**environment}
    ) as process:
        said = process.stdout.read() if process.stdout else b""
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    seconds = perf_counter() - start
    return Run(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss * _UNIT / 2**20), said


def warm_milliseconds(answerer: "Answerer", questions: Sequence[str]) -> list[float]:
    """The milliseconds that each of `questions` takes, asked one by one after one that does not count."""
    answerer.answer(questions[0])
    taken = []
    for each in questions:
        start = perf_counter()
        answerer.answer(each)
        taken.append(1000 * (perf_counter() - start))
    return taken


def batch_rate(answerer: "Answerer", questions: Sequence[str]) -> float:
    """How many of `questions` are answered in a second when they are handed in together."""
    from rag.answering.steps import Asked

    start = perf_counter()
    count = sum(1 for _ in answerer.answer_many(Asked(each) for each in questions))
    return count / (perf_counter() - start)


def gold_texts(count: int) -> list[str]:
    """The first `count` gold questions as text."""
    from eval.gold.gold import GOLD_FILE

    with GOLD_FILE.open(encoding="utf-8") as lines:
        return [json.loads(line)["question"] for line, _ in zip(lines, range(count), strict=False)]


def cold_line(folder: Path, options: Sequence[str]) -> str:
    """What a cold question to the index in `folder` takes."""
    command = ["ask", _QUESTION, "--index", str(folder), *options]
    whole_process(command)
    runs = [whole_process(command) for _ in range(COLD_RUNS)]
    seconds, processor = median(each.seconds for each in runs), median(each.processor for each in runs)
    memory = max(each.mebibytes for each in runs)
    return (
        f"cold, whole process: median {seconds:.2f} s of {len(runs)} ({processor:.2f} s of the processor), "
        f"{memory:.0f} MiB of memory at most"
    )


def warm_lines(answerer: "Answerer") -> str:
    """What warm questions and a batch take."""
    warm = warm_milliseconds(answerer, gold_texts(WARM_QUESTIONS))
    inside = [answerer.answer(each).milliseconds for each in gold_texts(20)]
    steps = ", ".join(f"{name} {median(each[name] for each in inside):.0f} ms" for name in ("retrieve", "answer"))
    return (
        f"warm, one question: median {median(warm):.0f} ms, 95 % below {quantiles(warm, n=20)[-1]:.0f} ms "
        f"of {len(warm)} ({steps})\n"
        f"together: {batch_rate(answerer, gold_texts(BATCH_QUESTIONS)):.0f} questions a second"
    )


def build_line(sources: Path, options: Sequence[str]) -> str:
    """What building the index of `sources` takes."""
    with TemporaryDirectory() as scratch:
        run = whole_process(["index", str(sources), "--out", str(Path(scratch) / "index"), *options])
    return (
        f"building the index of {sources}, whole process: {run.seconds:.1f} s "
        f"({run.processor:.1f} s of the processor), {run.mebibytes:.0f} MiB"
    )


@click.command()
@index_option
@model_option
@reader_option
def main(folder: Path, model: str | None, reader: str | None) -> None:
    """Print how long answers from an index take, and how long it takes to build that of `corpus`."""
    multiply_on_one_thread()
    named = ["--model", model] if model else []
    options = [*named, *(["--reader", reader] if reader else [])]
    click.echo(cold_line(folder, options))
    if CORPUS_FOLDER.is_dir():
        click.echo(build_line(CORPUS_FOLDER, named))
    from rag.open_answerer import open_answerer

    click.echo(warm_lines(open_answerer(folder, model=model, reader=reader)))


if __name__ == "__main__":
    main()
