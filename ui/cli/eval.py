"""`pincite eval`: the gold questions asked and scored, reports compared, floors checked, other sets tried."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from rag.answer import EXTRACTIVE
from ui.cli.evaluating.feedback import feedback_command
from ui.cli.evaluating.verify import verify_command
from ui.cli.options import index_option, model_option, reader_option, writer_option
from ui.interrupts import EXIT_INTERRUPTED, leaving_at_once
from ui.language_model import language_model

if TYPE_CHECKING:
    from eval.reports.report import Report
    from eval.systems.run import Bench

REPORTS_FOLDER = Path("reports")
BEIR_FOLDER = Path(".pincite") / "beir"
EXIT_WORSE = 1  # as diff(1) and grep(1) end where they found something to tell
_FOLDER = click.Path(path_type=Path)
_FILE = click.Path(path_type=Path)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to answer: the index folder, the gold file (None: the program's own), the split (None: all), the changes.

    `model` is the name or folder of the model that built the index, `reader` of the one that reads, None for the
    packaged ones; `writer` is who writes.
    """

    folder: Path
    gold: Path | None
    split: str | None
    changes: Sequence[str]
    model: str | None = None
    reader: str | None = None
    writer: str = EXTRACTIVE

    @property
    def gold_file(self) -> Path:
        """The file of gold questions."""
        from eval.gold.gold import GOLD_FILE

        return self.gold or GOLD_FILE

    def open(self) -> "Bench":
        """Index, model, questions and settings; a PinciteError tells what cannot be used."""
        with leaving_at_once():
            from eval.override import overridden
            from eval.systems.run import Models, open_bench
            from rag.settings import settings_for

            settings = overridden(settings_for(self.model), self.changes)
            models = Models(self.model, self.reader, language_model(self.writer))
            return open_bench(self.folder, self.gold_file, split=self.split, settings=settings, models=models)


def _with(options: Sequence[Callable[..., Any]], command: Callable[..., Any]) -> Callable[..., Any]:
    """`command` with `options`, listed in their order."""
    for option in reversed(options):
        command = option(command)
    return command


def bench_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`command` with `--index`, `--model`, `--writer`, `--gold` and the like, which arrive together as `wanted`."""

    @wraps(command)
    def together(folder: Path, gold: Path | None, split: str | None, changes: Sequence[str], **others: Any) -> object:  # noqa: ANN401
        models = {name: others.pop(name) for name in ("model", "reader", "writer")}
        return command(wanted=Wanted(folder, gold, split, changes, **models), **others)

    changed = "Answer with another setting, such as choice.paragraphs=5 or retrieval.weights.late=0; repeatable."
    options = (
        index_option,
        model_option,
        reader_option,
        writer_option,
        click.option("--gold", type=_FILE, metavar="FILE", help="Other gold questions than the program's own."),
        click.option("--split", type=click.Choice(["tune", "test"]), help="Only these questions.  [default: both]"),
        click.option("--set", "changes", multiple=True, metavar="NAME=VALUE", help=changed),
    )
    return _with(options, together)


def report_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`command` with `--out DIR`, which arrives as `out`, and `--json`, which arrives as `as_json`."""
    options = (
        click.option("--out", type=_FOLDER, metavar="DIR", help="Where the report goes.  [default: in reports/]"),
        json_option,
    )
    return _with(options, command)


def json_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`command` with `--json`, which arrives as `as_json`."""
    return click.option("--json", "as_json", is_flag=True, help="JSON instead of words.")(command)


@click.group(name="eval")
def eval_group() -> None:
    """Score answers to gold questions, compare reports, check the floor, try other sets."""


eval_group.add_command(feedback_command, "feedback")
eval_group.add_command(verify_command, "verify")


@eval_group.command("run")
@bench_options
@click.option("--baselines/--no-baselines", default=True, show_default=True, help="Ask the baselines too.")
@report_options
def run_command(wanted: Wanted, out: Path | None, *, baselines: bool, as_json: bool) -> None:
    """Ask the gold questions, score the answers and write a report.

    Ctrl-C leaves a report of what was done, marked partial.
    """
    from eval.reports.report import check_target, make_report, provenance_of
    from eval.reports.report_folder import write_report
    from eval.systems.run import OURS, run
    from ui.cli.terminal.console import build_progress

    made = datetime.now(UTC)
    target = out or REPORTS_FOLDER / f"{made:%Y-%m-%d-%H%M%S}"
    check_target(target)
    bench = wanted.open()
    with build_progress() as tell:
        found = run(bench, with_baselines=baselines, tell=tell)
    report = make_report(found, provenance_of(bench, wanted.gold_file, made.isoformat(timespec="seconds")))
    write_report(target, report, found.systems[OURS])
    _print(report.to_record() if as_json else _in_short(report))
    click.echo(f"report: {target / 'report.md'}", err=True)
    _stop_if(report.partial, target)


@eval_group.command("compare")
@click.argument("a", type=_FOLDER)
@click.argument("b", type=_FOLDER)
@json_option
def compare_command(a: Path, b: Path, *, as_json: bool) -> None:
    """Compare two reports on the same questions.

    Shows the differences, whether they could be chance, and which questions flipped.
    """
    from eval.reports.compare import compare, read_side
    from eval.reports.compare_text import comparison_text

    comparison = compare(read_side(a), read_side(b))
    _print(asdict(comparison) if as_json else comparison_text(comparison))


@eval_group.command("check")
@bench_options
@click.option("--expected", type=_FILE, metavar="FILE", help="Other scores to reach than the program's own.")
@click.option("--record", is_flag=True, help="Write the scores of this build as those to reach.")
@json_option
def check_command(wanted: Wanted, expected: Path | None, *, record: bool, as_json: bool) -> None:
    """Check that no score is below the expected one.

    Exit code 1 where one is.
    """
    from eval.reports.expected import EXPECTED_FILE, of_splits, read_expected, verdicts, verdicts_text, write_expected
    from eval.reports.summary import by_split
    from eval.systems.run import OURS, run
    from ui.cli.terminal.console import build_progress

    file = expected or EXPECTED_FILE
    floor = None if record else read_expected(file)
    bench = wanted.open()
    with build_progress() as tell:
        found = run(bench, with_baselines=False, tell=tell)
    if found.interrupted:
        raise KeyboardInterrupt
    summaries = by_split(found.systems[OURS])
    if floor is None:
        write_expected(file, summaries)
        click.echo(f"written: {file}", err=True)
        return
    checked = verdicts(of_splits(floor, summaries) if wanted.split else floor, summaries)
    _print([asdict(each) for each in checked] if as_json else verdicts_text(checked))
    if not all(each.passed for each in checked):
        raise click.exceptions.Exit(EXIT_WORSE)


@eval_group.command("ablate")
@bench_options
@json_option
def ablate_command(wanted: Wanted, *, as_json: bool) -> None:
    """Switch each signal and step off in turn: what it is worth."""
    from eval.ablate import ablate, ablation_text
    from ui.cli.terminal.console import build_progress

    bench = wanted.open()
    with build_progress() as tell:
        ablation = ablate(bench, tell)
    _print(asdict(ablation) if as_json else ablation_text(ablation))
    if ablation.interrupted:
        raise click.exceptions.Exit(EXIT_INTERRUPTED)


@eval_group.command("gold-check")
@click.argument("file", type=_FILE)
@index_option
def gold_check_command(file: Path, folder: Path) -> None:
    """Check FILE, gold questions of your own.

    It is checked against the index; every mistake is named with its line.
    """
    from eval.gold.gold import DocumentLookup, load_gold
    from eval.gold.gold_text import counts_text
    from index.engines.opening import load_index

    questions = load_gold(file, DocumentLookup(load_index(folder).documents))
    _print(f"{file}: {len(questions)} questions, no mistakes\n\n{counts_text(questions)}")


@eval_group.command("beir")
@click.argument("set_folder", metavar="FOLDER", type=_FOLDER)
@click.option("--split", required=True, metavar="NAME", help="The questions that qrels/NAME.tsv judges.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Only the first N questions.")
@click.option("--cache", type=_FOLDER, metavar="DIR", help="Where the index is kept.  [default: in .pincite/beir/]")
@report_options
def beir_command(
    set_folder: Path, split: str, limit: int | None, cache: Path | None, out: Path | None, *, as_json: bool
) -> None:
    """Measure retrieval on FOLDER, a set in BEIR format.

    FOLDER holds corpus.jsonl, queries.jsonl or queries.NAME.jsonl, and qrels/NAME.tsv. The index of its passages is
    built at the first call and kept. A TREC run of each system is written too.
    """
    from eval.beir.beir_index import beir_index
    from eval.beir.beir_report import beir_text, write_beir
    from eval.beir.beir_set import load_beir
    from eval.beir.run import run_beir
    from eval.reports.report import check_target
    from ui.cli.terminal.console import build_progress

    beir = load_beir(set_folder, split, limit=limit)
    target = out or REPORTS_FOLDER / f"{beir.name}-{split}"
    check_target(target)
    with leaving_at_once():
        from index.embedding.registry import load_embedder

        embedder = load_embedder()
    with build_progress() as tell:
        held = beir_index(beir, embedder, cache or BEIR_FOLDER / beir.name, tell)
        result = run_beir(beir, held, embedder, tell)
    write_beir(target, result, embedder, datetime.now(UTC).isoformat(timespec="seconds"))
    _print(result.to_record() if as_json else beir_text(result))
    click.echo(f"report and runs: {target}", err=True)
    _stop_if(result.partial, target)


def _in_short(report: "Report") -> str:
    from eval.reports.report_text import comparison_table

    blocks = [
        f"{name.capitalize()}: {split.ours.questions} questions\n\n{comparison_table(split)}"
        for name, split in report.splits.items()
    ]
    return "\n\n".join(blocks)


def _print(result: str | Mapping[str, Any] | Sequence[Any]) -> None:
    text = result if isinstance(result, str) else json.dumps(result, ensure_ascii=False, indent=2)
    click.echo(text.rstrip("\n"))


def _stop_if(partial: str | None, target: Path) -> None:
    """Leave with the exit code of an interruption where the report in `target` is not whole."""
    if partial:
        click.echo(f"pincite: {partial}; the report in {target} is partial", err=True)
        raise click.exceptions.Exit(EXIT_INTERRUPTED)
