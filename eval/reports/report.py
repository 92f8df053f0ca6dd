"""A report: all figures of a benchmark with what they were found with, as data, and as a folder on disk."""

import hashlib
import json
import os
import platform
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, is_dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

from eval.gold.gold import SPLITS
from eval.reports.summary import Summary, by_document, by_kind, by_wording, summarise
from eval.systems.cost import Cost
from eval.systems.run import OURS, Bench, Run, of_split
from index.errors import BenchmarkError, OutputError
from rag.settings import Settings

PROGRAM = "pincite"
KIND = "gold questions"
FORMAT = 1  # of the report's JSON
REPORT_FILE = "report.json"
# The reports that come with the program, from which the README tells.
OWN_REPORTS = Path(__file__).parents[1] / "results"
# What a figure may depend on.
_PACKAGES = (
    "pincite",
    "numpy",
    "torch",
    "sentence-transformers",
    "transformers",
    "faiss-cpu",
    "bm25s",
    "PyStemmer",
    "sentencex",
    "langchain-text-splitters",
    "ir-measures",
    "scipy",
)


@dataclass(frozen=True, slots=True)
class SplitReport:
    """The questions of one split: in total by system, ours first, and ours by kind, by document and by wording."""

    systems: Mapping[str, Summary]
    kinds: Mapping[str, Summary]
    documents: Mapping[str, Summary]
    wordings: Mapping[str, Summary]

    @property
    def ours(self) -> Summary:
        """The questions of the split in total."""
        return self.systems[OURS]


@dataclass(frozen=True, slots=True)
class ReportProvenance:
    """The index, model, settings and questions that a report was made with.

    `gold` names the file, its SHA-256 and how many questions were asked; `index` its fingerprint, model and counts.
    """

    made: str
    gold: Mapping[str, Any]
    index: Mapping[str, Any]
    settings: Mapping[str, Any]
    versions: Mapping[str, str]
    machine: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Report:
    """All figures of a benchmark. `partial` says, in words, where it was stopped; None where it is whole."""

    provenance: ReportProvenance
    splits: Mapping[str, SplitReport]
    cost: Cost
    partial: str | None = None

    def to_record(self) -> dict[str, Any]:
        """The report as JSON has it."""
        return {
            "program": PROGRAM,
            "report": KIND,
            "format": FORMAT,
            "partial": self.partial,
            **asdict(self.provenance),
            "cost": asdict(self.cost),
            "splits": {name: _split_record(each) for name, each in self.splits.items()},
        }

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> "Report":
        """The report that `to_record` made `record` of; KeyError or TypeError where it is another thing."""
        provenance = ReportProvenance(**{field.name: record[field.name] for field in fields(ReportProvenance)})
        splits = {name: _split(each) for name, each in record["splits"].items()}
        return cls(provenance, splits, Cost(**record["cost"]), record["partial"])


def make_report(run: Run, provenance: ReportProvenance) -> Report:
    """The report on `run`."""
    splits = {}
    for split in SPLITS:
        systems = {name: of_split(scored, split) for name, scored in run.systems.items()}
        ours = systems[OURS]
        if ours:
            parts = [
                {name: summarise(each, with_area=False) for name, each in divide(ours).items()}
                for divide in (by_kind, by_document, by_wording)
            ]
            splits[split] = SplitReport({name: summarise(each) for name, each in systems.items()}, *parts)
    return Report(provenance, splits, run.cost, run.interrupted)


def provenance_of(bench: Bench, gold: Path, made: str) -> ReportProvenance:
    """The provenance of a report on `bench`; `made` is the time, in ISO 8601."""
    manifest = bench.index.manifest
    return ReportProvenance(
        made=made,
        gold={
            "file": gold.name,
            "sha256": hashlib.sha256(gold.read_bytes()).hexdigest(),
            "questions": len(bench.questions),
        },
        index={
            "fingerprint": manifest.fingerprint,
            "model": manifest.model,
            "model_sha256": manifest.model_sha256,
            **asdict(manifest.counts),
        },
        settings=settings_record(bench.settings),
        versions=versions(),
        machine={"system": f"{platform.system()} {platform.machine()}", "processors": os.cpu_count()},
    )


def settings_record(settings: Settings) -> dict[str, Any]:
    """Settings as JSON has them: a name a setting, in the groups that `Settings` has."""
    return {group.name: _values(getattr(settings, group.name)) for group in fields(settings)}


def _values(value: object) -> Any:  # noqa: ANN401 (JSON)
    # Not asdict: it cannot copy read-only mappings.
    if is_dataclass(value):
        return {field.name: _values(getattr(value, field.name)) for field in fields(value)}
    return dict(value) if isinstance(value, Mapping) else value


def versions() -> dict[str, str]:
    """The versions of Python and of the packages that a figure may depend on."""
    found = {"python": platform.python_version()}
    for package in _PACKAGES:
        try:
            found[package] = metadata.version(package)
        except metadata.PackageNotFoundError:
            found[package] = "not installed"
    return found


def read_report(path: Path) -> Report:
    """The report in the folder or file `path`; BenchmarkError where there is none or it cannot be read."""
    file = path / REPORT_FILE if path.is_dir() else path
    try:
        record = json.loads(file.read_text(encoding="utf-8"))
        if (record["program"], record["report"], record["format"]) != (PROGRAM, KIND, FORMAT):
            raise BenchmarkError(f"{file}: not a report on gold questions of this version; make one: pincite eval run")
        return Report.from_record(record)
    except OSError as error:
        raise BenchmarkError(f"{file}: cannot be read ({error.strerror}); name a folder that a report is in") from error
    except (ValueError, KeyError, TypeError) as error:
        raise BenchmarkError(f"{file}: not a report ({error}); make one: pincite eval run") from error


def check_target(folder: Path) -> None:
    """None where a report may be written to `folder`: it is not there yet, is empty or holds a report."""
    if folder.is_dir() and (not any(folder.iterdir()) or (folder / REPORT_FILE).is_file()):
        return
    if folder.exists():
        raise OutputError(f"{folder} is not a report and is left alone; name another folder with --out")


def _split_record(split: SplitReport) -> dict[str, Any]:
    return {
        part.name: {name: each.to_record() for name, each in getattr(split, part.name).items()}
        for part in fields(SplitReport)
    }


def _split(record: Mapping[str, Any]) -> SplitReport:
    return SplitReport(
        **{
            part.name: {name: Summary.from_record(each) for name, each in record[part.name].items()}
            for part in fields(SplitReport)
        }
    )
