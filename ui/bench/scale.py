"""How pincite answers among many paragraphs: `python -m ui.bench.scale 1000 50000` (or `make bench-scale`).

For each size an index of the documents of `corpus` and foreign ones is built, unless it lies in the folder already, and
a process of its own opens it and answers the gold questions. Up to `--real` paragraphs the vectors are the packaged
model's; above it they are stand-ins, which change what is found and not how long that takes.
"""

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, process_time
from typing import TYPE_CHECKING

import click

from ui.bench.latency import batch_rate, gold_texts, warm_milliseconds
from ui.paths import CORPUS_FOLDER
from ui.threads import multiply_on_one_thread

if TYPE_CHECKING:
    from index.embedding.base import Embedder
    from rag.answerer import Answerer

SIZES = (1_000, 10_000, 50_000, 200_000)  # paragraphs; an office has 1,000 to 100,000 documents
REAL_UP_TO = 1_000  # paragraphs that the model embeds in seconds
QUESTIONS, BATCH = 100, 200  # so that the 95th percentile is no single question; and a large questionnaire
_READY = "ready"


@dataclass(frozen=True, slots=True)
class Answering:
    """What answering from an index takes.

    `start` are the seconds from the start of a process to its first answer, `p50` and `p95` milliseconds of a
    question, `processor` those that the processor worked for one, without waiting for others; `batch` are questions a
    second, `memory` the MiB that the process had at most, mapped files included, `own`
    those that are its own at the end.
    """

    start: float
    p50: float
    p95: float
    processor: float
    batch: float
    memory: float
    own: float


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table: paragraphs and vectors, seconds that the index took to build, GiB on disk, and answering."""

    paragraphs: int
    vectors: str
    build: float | None
    disk: float
    answering: Answering


def measured(folder: Path, *, stand_in: bool) -> Answering:
    """What answering from the index in `folder` takes, in a process of its own."""
    kind = "stand-in" if stand_in else "model"
    command = [sys.executable, "-m", "ui.bench.scale", "--folder", str(folder), "--measure", kind]
    began = perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
        lines = process.stdout or ()
        word, _, drawing = next(iter(lines), "").strip().partition(" ")
        start = perf_counter() - began
        rest = "".join(lines)
    if process.returncode or word != _READY:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Answering(start=start - float(drawing), **json.loads(rest))


def measure(folder: Path, *, stand_in: bool) -> None:
    """Print that the first question is answered, then, as JSON, what others take.

    Beside the first stand the seconds that stand-in vectors took to be drawn, as no model's are.
    """
    from rag.answerer import Answerer
    from rag.open_answerer import load_together

    drawing = _draw(folder) if stand_in else 0.0
    loaded = load_together(folder, lambda: _embedder(stand_in=stand_in), lambda: None)
    answerer = Answerer(loaded.index, loaded.embedder)
    asked = gold_texts(BATCH)
    answerer.answer(asked[0])
    click.echo(f"{_READY} {drawing}")
    sys.stdout.flush()
    taken = warm_milliseconds(answerer, asked[:QUESTIONS])
    worked = processor_milliseconds(answerer, asked[:QUESTIONS])
    rate = batch_rate(answerer, asked)
    found = {"p50": median(taken), "p95": quantiles(taken, n=20)[-1], "processor": median(worked), "batch": rate}
    click.echo(json.dumps({**found, "memory": _mebibytes("VmHWM"), "own": _mebibytes("RssAnon")}))


def _draw(folder: Path) -> float:
    """The seconds that the vectors of words took to be drawn for the index in `folder`."""
    from index.folder.added import read_manifest
    from ui.bench.stand_in import word_vectors

    began = perf_counter()
    word_vectors(read_manifest(folder).dimension)
    return perf_counter() - began


def processor_milliseconds(answerer: "Answerer", questions: Sequence[str]) -> list[float]:
    """The milliseconds that the processor works for each of `questions`: on a machine that others use, too, less."""
    worked = []
    for each in questions:
        start = process_time()
        answerer.answer(each)
        worked.append(1000 * (process_time() - start))
    return worked


def built(paragraphs: int, folder: Path, foreign: Path | None, *, stand_in: bool) -> float | None:
    """The seconds that the index of so many paragraphs took to be built in `folder`; None where it was there."""
    from index.build import build_index
    from index.building.scratch import scratch_beside
    from index.folder.save import save_index
    from ui.bench.scale_corpus import documents_of

    if folder.exists():
        return None
    documents = documents_of(paragraphs, [CORPUS_FOLDER], foreign)
    embedder = _embedder(stand_in=stand_in)
    began = perf_counter()
    folder.parent.mkdir(parents=True, exist_ok=True)
    with scratch_beside(folder) as scratch:
        save_index(build_index(documents, embedder, scratch=scratch), folder)
    return perf_counter() - began


def table(rows: Sequence[Row]) -> str:
    """The measurements, a line a size."""
    head = f"{'paragraphs':>10} {'vectors':>8} {'start s':>8} {'p50 ms':>8} {'p95 ms':>8} {'cpu ms':>8} {'batch/s':>8} "
    lines = [f"{head}{'MiB':>7} {'own MiB':>8} {'build s':>8} {'disk GiB':>8}"]
    for each in rows:
        one = each.answering
        took = "" if each.build is None else f"{each.build:.0f}"
        lines.append(
            f"{each.paragraphs:>10,} {each.vectors:>8} {one.start:>8.2f} {one.p50:>8.1f} {one.p95:>8.1f} "
            f"{one.processor:>8.1f} "
            f"{one.batch:>8.1f} {one.memory:>7.0f} {one.own:>8.0f} {took:>8} {each.disk:>8.2f}"
        )
    return "\n".join(lines)


def _embedder(*, stand_in: bool) -> "Embedder":
    from index.embedding.registry import load_embedder
    from ui.bench.stand_in import StandInEmbedder

    model = load_embedder()
    return StandInEmbedder(model) if stand_in else model


def _mebibytes(name: str) -> float:
    """A size of this process as Linux counts it; 0 on other systems."""
    try:
        lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith(f"{name}:")), 0.0)


def _gibibytes(folder: Path) -> float:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 2**30


@dataclass(frozen=True, slots=True)
class Bench:
    """Where indexes lie, where foreign passages come from, and up to how many paragraphs the vectors are real."""

    folder: Path
    foreign: Path | None
    real: int

    def row(self, size: int) -> Row:
        """What an index of `size` paragraphs takes, which is built unless it is there."""
        stand_in = size > self.real
        kind = "stand-in" if stand_in else "model"
        place = self.folder / f"{size}-{kind}"
        seconds = built(size, place, self.foreign, stand_in=stand_in)
        return Row(size, kind, seconds, _gibibytes(place), measured(place, stand_in=stand_in))


@click.command()
@click.argument("sizes", nargs=-1, type=click.IntRange(min=300))
@click.option("--folder", type=click.Path(path_type=Path), default=Path(".pincite/scale"), show_default=True)
@click.option("--beir", type=click.Path(path_type=Path, exists=True), help="A BEIR set to take foreign passages from.")
@click.option("--real", default=REAL_UP_TO, show_default=True, help="Up to so many paragraphs the model's vectors.")
@click.option("--output", "-o", type=click.Path(path_type=Path), help="A file for the measurements as JSON.")
@click.option("--measure", "opened", type=click.Choice(["model", "stand-in"]), hidden=True)
def main(
    sizes: tuple[int, ...], folder: Path, beir: Path | None, real: int, output: Path | None, opened: str | None
) -> None:
    """Build indexes of SIZES paragraphs and print how fast questions are answered from each, without a reader."""
    multiply_on_one_thread()
    if opened:
        measure(folder, stand_in=opened == "stand-in")
        return
    rows: list[Row] = []
    for size in sizes or SIZES:
        rows.append(Bench(folder, beir, real).row(size))
        click.echo("\n".join(table(rows).splitlines()[0 if len(rows) == 1 else -1 :]))
    if output:
        output.write_text(json.dumps([asdict(each) for each in rows], indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
