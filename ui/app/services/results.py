"""Evaluation reports to be shown: which there are, and the questions of one as it keeps them."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.measures.outcomes import RIGHT, RIGHTLY_REFUSED
from eval.reports.report import REPORT_FILE, Report, read_report
from eval.reports.report_folder import QUESTIONS_FILE
from index.errors import BenchmarkError, PinciteError

_MOST_LISTED = 50


@dataclass(frozen=True, slots=True)
class Kept:
    """A report on disk: the folder it is in, and what it says."""

    folder: Path
    report: Report

    @property
    def made(self) -> str:
        """When it was made, ISO 8601."""
        return self.report.provenance.made

    @property
    def has_questions(self) -> bool:
        """Whether its questions and answers were kept; of the program's own reports only the scores are."""
        return (self.folder / QUESTIONS_FILE).is_file()


def kept_reports(*folders: Path) -> tuple[Kept, ...]:
    """The reports in the folders below `folders`, the newest first; what cannot be read is left out."""
    kept = []
    for path in (path for folder in folders if folder.is_dir() for path in sorted(folder.iterdir())):
        if (path / REPORT_FILE).is_file():
            try:
                kept.append(Kept(path, read_report(path)))
            except PinciteError:
                # An older program's report: `pincite eval compare` says what is wrong with it.
                continue
    return tuple(sorted(kept, key=lambda each: (each.made, each.folder.name), reverse=True)[:_MOST_LISTED])


def question_records(folder: Path) -> list[Mapping[str, Any]]:
    """The lines of a report's questions; BenchmarkError where they cannot be read."""
    path = folder / QUESTIONS_FILE
    try:
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    except (OSError, ValueError) as error:
        raise BenchmarkError(f"{path}: cannot be read ({error}); make the report again: pincite eval run") from error


def failed(records: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The questions that were not answered rightly or rightly refused, in the order of the report."""
    return [each for each in records if each["outcome"] not in (RIGHT, RIGHTLY_REFUSED)]
