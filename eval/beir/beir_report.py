"""What a BEIR set showed, written to a folder: figures, text, and a TREC run a system."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from eval.beir.run import DEPTH, MEASURES, BeirResult, trec_lines
from eval.reports.report import PROGRAM, REPORT_FILE, check_target, versions
from eval.tables import shown_with_interval, table
from index.embedding.base import Embedder
from index.errors import BenchmarkError
from index.storage.atomic import replacing_folder

KIND = "BEIR set"
FORMAT = 1  # of the report's JSON
_SIGNIFICANT = 0.05  # p, the usual level
_FILE_NAMES = str.maketrans(" ,", "--")


@dataclass(frozen=True, slots=True)
class BeirMeans:
    """A report on a BEIR set, read: the mean of each measure by system, ours first."""

    name: str
    split: str
    questions: int
    passages: int
    model: str
    means: Mapping[str, Mapping[str, float]]


def write_beir(folder: Path, result: BeirResult, embedder: Embedder, made: str) -> None:
    """Write `report.json`, `report.md` and one `.trec` file a system to `folder`, in place of the report there.

    OutputError where something else is there or nothing can be written.
    """
    check_target(folder)
    record = {
        "program": PROGRAM,
        "report": KIND,
        "format": FORMAT,
        "made": made,
        "model": embedder.name,
        "model_sha256": embedder.fingerprint,
        "versions": versions(),
        **result.to_record(),
    }
    with replacing_folder(folder) as new:
        (new / REPORT_FILE).write_text(json.dumps(record, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        (new / "report.md").write_text(beir_text(result), encoding="utf-8")
        for name, run in result.runs.items():
            with (new / f"{name.translate(_FILE_NAMES)}.trec").open("w", encoding="utf-8") as file:
                file.writelines(trec_lines(run, name.translate(_FILE_NAMES)))


def beir_text(result: BeirResult) -> str:
    """The Markdown of `result`."""
    partial = [f"> **Partial**: {result.partial}."] if result.partial else []
    blocks = [
        f"# {result.name}, {result.split}",
        *partial,
        f"{result.questions} questions, {result.passages} passages ({result.empty} without text, which nobody finds). "
        f"The first {DEPTH} of each system count for RR.",
        beir_table(result),
        "In brackets: 95 % confidence intervals, by resampling the questions. *: differs from ours with p below 0.05, "
        "paired randomisation test.",
    ]
    return "\n\n".join(blocks) + "\n"


def beir_table(result: BeirResult) -> str:
    """The measures of each system, a row a system."""
    rows = []
    for name, system in result.systems.items():
        stars = {each: "*" if system.p.get(each, 1.0) < _SIGNIFICANT else "" for each in MEASURES}
        cells = [shown_with_interval(each, system.measures[each]) + stars[each] for each in MEASURES]
        rows.append([name, *cells])
    return table(["system", *MEASURES], rows)


def read_beir_report(path: Path) -> BeirMeans:
    """The report in the folder or file `path`; BenchmarkError where it is no report on a BEIR set."""
    file = path / REPORT_FILE if path.is_dir() else path
    try:
        record = json.loads(file.read_text(encoding="utf-8"))
        if (record["program"], record["report"], record["format"]) != (PROGRAM, KIND, FORMAT):
            raise BenchmarkError(f"{file}: not a report on a BEIR set of this version; make one: pincite eval beir")
        means = {name: _means(own["measures"]) for name, own in record["systems"].items()}
        counts = int(record["questions"]), int(record["passages"])
        return BeirMeans(record["name"], record["split"], *counts, str(record["model"]), means)
    except OSError as error:
        raise BenchmarkError(f"{file}: cannot be read ({error.strerror}); name a folder that a report is in") from error
    except (ValueError, KeyError, TypeError) as error:
        raise BenchmarkError(f"{file}: not a report on a BEIR set ({error}); make one: pincite eval beir") from error


def _means(measures: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    return {name: float(measures[name]["mean"]) for name in MEASURES}
