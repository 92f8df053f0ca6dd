"""pincite and other tools side by side: `python -m ui.bench.peers PYTHON`, PYTHON being one that has those tools.

All have the same paragraphs and the same questions; the others have the weights of all-MiniLM-L6-v2, of which pincite's
own model is made. A question is put to each tool in a process of its own for *cold*, many one after the other in one
process for *warm*, and all of them together. What pincite takes without a reader stands twice: for search alone, which
is what the others do, and for whole answers.
"""

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

import click

from eval.gold.gold import GOLD_FILE, DocumentLookup, GoldQuestion, Place, load_gold
from eval.measures.retrieval import Ranking, retrieval_scores
from index.embedding.packaged import packaged_folder
from index.folder.load import load_index
from index.store import Index
from ui.bench.latency import Run, batch_rate, gold_texts, measured_process, warm_milliseconds, whole_process
from ui.bench.peers.search import FOUND, TOOLS, WARM
from ui.cli.options import index_option
from ui.paths import CORPUS_FOLDER, FAST, reader_name
from ui.threads import multiply_on_one_thread

_COLD_RUNS = 3  # the middle one counts
_SCRIPT = Path(__file__).with_name("search.py")
_SCORES = ("R@5", "R@10", "nDCG@10")


@dataclass(frozen=True, slots=True)
class _Figures:
    """What one tool came to; `scores` are means over the questions that have an answer, by measure."""

    name: str
    cold: float
    memory: float
    build: float
    warm: float
    slow: float
    rate: float
    scores: dict[str, float]

    @property
    def row(self) -> str:
        """The row of the table."""
        scores = " | ".join(f"{self.scores[each]:.3f}" if each in self.scores else "–" for each in _SCORES)
        return (
            f"| {self.name} | {self.cold:.1f} | {self.build:.1f} | {self.warm:.0f} | {self.slow:.0f} "
            f"| {self.rate:.0f} | {self.memory:.0f} | {scores} |"
        )


@click.command()
@click.argument("python", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@index_option
def main(python: Path, folder: Path) -> None:
    """Print a table of pincite and other tools, which PYTHON has."""
    multiply_on_one_thread()
    index = load_index(folder)
    gold = load_gold(GOLD_FILE, DocumentLookup(index.documents))
    click.echo(
        "| | cold, s | build, s | warm, median ms | warm, 95 % below ms | together, questions/s | memory, MiB | "
        + " | ".join(_SCORES)
        + " |\n| --- |"
        + " ---: |" * (6 + len(_SCORES))
    )
    for figures in chain(_own(folder, index, gold), _others(python, index, gold)):
        click.echo(figures.row)


def _own(folder: Path, index: Index, gold: Sequence[GoldQuestion]) -> Iterator[_Figures]:
    """The figures of pincite: search, and whole answers."""
    from rag.open_answerer import open_answerer
    from rag.passages import search_passages

    runs = [
        whole_process(["ask", gold[0].question, "--index", str(folder), "--profile", FAST]) for _ in range(_COLD_RUNS)
    ]
    cold, memory = median(each.seconds for each in runs), max(each.mebibytes for each in runs)
    with TemporaryDirectory() as scratch:
        build = whole_process(["index", str(CORPUS_FOLDER), "--out", f"{scratch}/index"]).seconds
    answerer = open_answerer(folder, reader=reader_name(FAST))
    search_passages(answerer, gold[0].question, FOUND)
    taken, found = [], []
    for each in gold:
        start = perf_counter()
        passages = search_passages(answerer, each.question, FOUND)
        taken.append(1000 * (perf_counter() - start))
        found.append([Place(one.document, one.locator) for one in passages])
    warm = taken[:WARM]
    rate = 1000 * len(taken) / sum(taken)
    yield _Figures("pincite, search", cold, memory, build, *_middle(warm), rate, _scores(gold, found))
    warm = warm_milliseconds(answerer, gold_texts(WARM))
    rate = batch_rate(answerer, gold_texts(len(gold)))
    yield _Figures("pincite, answers (fast)", cold, memory, build, *_middle(warm), rate, {})


def _others(python: Path, index: Index, gold: Sequence[GoldQuestion]) -> Iterator[_Figures]:
    """The figures of each other tool."""
    with TemporaryDirectory() as scratch:
        folder = Path(scratch)
        passages = [{"id": str(each.row), "text": each.text} for each in index.paragraphs]
        (folder / "passages.json").write_text(json.dumps(passages), encoding="utf-8")
        (folder / "questions.json").write_text(json.dumps([each.question for each in gold]), encoding="utf-8")
        for name in TOOLS:
            build, _ = _run(python, name, "build", folder)
            cold = [_run(python, name, "ask", folder)[0] for _ in range(_COLD_RUNS)]
            _, said = _run(python, name, "measure", folder)
            found = [[_place(index, int(row)) for row in rows] for rows in said["found"]]
            yield _Figures(
                name,
                median(each.seconds for each in cold),
                max(each.mebibytes for each in cold),
                build.seconds,
                *_middle(said["warm"]),
                said["rate"],
                _scores(gold, found),
            )


def _run(python: Path, name: str, action: str, folder: Path) -> tuple[Run, Any]:
    """A run of the script, and the JSON that it printed if it measured."""
    command = [str(python), str(_SCRIPT), name, action, str(folder), str(packaged_folder())]
    environment = {**os.environ, "HF_HUB_OFFLINE": "1", "HAYSTACK_TELEMETRY_ENABLED": "False"}
    run, said = measured_process(command, environment)
    # Tools print lines of their own as well.
    return run, json.loads(said.splitlines()[-1]) if action == "measure" else None


def _middle(taken: Sequence[float]) -> tuple[float, float]:
    return median(taken), quantiles(taken, n=20)[-1]


def _place(index: Index, row: int) -> Place:
    ref = index.paragraphs[row]
    return Place(ref.document.id, ref.locator)


def _scores(gold: Sequence[GoldQuestion], found: Sequence[Sequence[Place]]) -> dict[str, float]:
    scored = retrieval_scores([Ranking(question, places) for question, places in zip(gold, found, strict=True)])
    judged = [each for each in scored if each]
    return {name: sum(each[name] for each in judged) / len(judged) for name in _SCORES}


if __name__ == "__main__":
    main()
