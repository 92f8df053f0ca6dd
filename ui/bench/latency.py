"""How long answers take: `python -m ui.bench.latency [INDEX]` prints a cold command, warm questions and a batch.

Cold is a whole process, from the shell to the answer; warm is one question after the other in one process, of which
the median and the 95th percentile are told.
"""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

from eval.gold.gold import GOLD_FILE
from rag.answerer import Answerer, Asked

COLD_RUNS = 3  # five seconds each; the middle one counts
WARM_QUESTIONS = 100  # so that the 95th percentile is no single question
BATCH_QUESTIONS = 300  # a large questionnaire
_QUESTION = "In how many States parties are there central authorities for mutual legal assistance?"


def cold_seconds(folder: Path, runs: int = COLD_RUNS) -> list[float]:
    """The wall-clock seconds of each of `runs` whole processes that answer one question."""
    command = [sys.executable, "-m", "ui.cli.main", "ask", _QUESTION, "--index", str(folder), "--json"]
    seconds = []
    for _ in range(runs):
        start = perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        seconds.append(perf_counter() - start)
    return seconds


def warm_milliseconds(answerer: Answerer, questions: Sequence[str]) -> list[float]:
    """The milliseconds that each of `questions` takes, asked one by one after one that does not count."""
    answerer.answer(questions[0])
    taken = []
    for each in questions:
        start = perf_counter()
        answerer.answer(each)
        taken.append(1000 * (perf_counter() - start))
    return taken


def batch_rate(answerer: Answerer, questions: Sequence[str]) -> float:
    """How many of `questions` are answered in a second when they are handed in together."""
    start = perf_counter()
    count = sum(1 for _ in answerer.answer_many(Asked(each) for each in questions))
    return count / (perf_counter() - start)


def gold_texts(count: int) -> list[str]:
    """The first `count` gold questions as text."""
    import json

    with GOLD_FILE.open(encoding="utf-8") as lines:
        return [json.loads(line)["question"] for line, _ in zip(lines, range(count), strict=False)]


def main(arguments: Sequence[str]) -> None:
    """Print cold and warm times of the index named in `arguments`, else of `.pincite/index`."""
    from rag.open_answerer import open_answerer

    folder = Path(arguments[0]) if arguments else Path(".pincite") / "index"
    cold = cold_seconds(folder)
    answerer = open_answerer(folder)
    warm = warm_milliseconds(answerer, gold_texts(WARM_QUESTIONS))
    inside = [answerer.answer(each).milliseconds for each in gold_texts(20)]
    steps = ", ".join(f"{name} {median(each[name] for each in inside):.0f} ms" for name in ("retrieve", "answer"))
    sys.stdout.write(
        f"cold, whole process: median {median(cold):.1f} s of {len(cold)}\n"
        f"warm, one question: median {median(warm):.0f} ms, 95 % below {quantiles(warm, n=20)[-1]:.0f} ms "
        f"of {len(warm)} ({steps})\n"
        f"together: {batch_rate(answerer, gold_texts(BATCH_QUESTIONS)):.0f} questions a second\n"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
