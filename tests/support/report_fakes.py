"""A report on four questions, for the tests of what is made of reports."""

import shutil
from dataclasses import replace
from pathlib import Path

from eval.measures.score import Scored, score_all
from eval.reports.compare import Side, read_side
from eval.reports.report import Report, ReportProvenance, make_report, settings_record
from eval.reports.report_folder import write_report
from eval.systems.cost import Cost
from eval.systems.run import OURS, Run
from rag.answer import Answer
from rag.settings import Settings
from tests.support.gold_fakes import DOCUMENTS, answer, question, said

MET = said("The Group met annually in Vienna.", "report 1")
HELD = said("They began in 2001.", "report 3")
FOUND = ["report 1", "report 3", "report 2"]
RIGHT_ONE = question("report 1", vital=["annually in Vienna"], id="right-1")
WRONG_ONE = question("report 2 (a)", "report 3", vital=["129", "2001"], id="wrong-1")
REFUSED_ONE = replace(question("guide annex, 1", vital=["early"], id="refused-1"), split="test", kind="list")
NONE_ONE = replace(question(id="none-1"), split="test")

CIRCUMSTANCES = ReportProvenance(
    made="2026-01-02T03:04:05+00:00",
    gold={"file": "gold.jsonl", "sha256": "0" * 64, "questions": 4},
    index={"fingerprint": "f" * 64, "model": "fake", "documents": 2, "paragraphs": 4},
    settings=settings_record(Settings()),
    versions={"python": "3.11.0"},
    machine={"system": "Linux x86_64", "processors": 2},
)
COST = Cost(p50=12.0, p95=34.5, build_seconds=4.0, index_bytes=2_500_000, peak_memory_bytes=800_000_000)


def scored(wrong: Answer | None = None) -> tuple[Scored, ...]:
    """One right answer; `wrong`, or one that cites half of what is asked; one refused; one rightly refused."""
    half = answer(HELD, MET, found=FOUND, confidence=0.6)
    return score_all(
        [
            (RIGHT_ONE, answer(MET, found=FOUND, confidence=0.9)),
            (WRONG_ONE, wrong or half),
            (REFUSED_ONE, answer(found=FOUND, confidence=0.2)),
            (NONE_ONE, answer(found=FOUND, confidence=0.1)),
        ],
        DOCUMENTS,
    )


def report(*, partial: str | None = None, wrong: Answer | None = None) -> Report:
    """The report on `scored`, with a baseline that has the same answers."""
    ours = scored(wrong)
    return make_report(Run({OURS: ours, "BM25": ours}, 4, COST, partial), CIRCUMSTANCES)


def write_two(folder: Path) -> None:
    """Write two reports, `a` and `b`: in the second the question that had gone wrong is answered rightly."""
    both = answer(HELD, said("authorities in 129 States;", "report 2 (a)"), found=FOUND, confidence=0.8)
    write_report(folder / "a", report(), scored())
    write_report(folder / "b", report(wrong=both), scored(both))


def two_sides(folder: Path, written: Path) -> tuple[Side, Side]:
    """The two reports in `written`, copied to `folder` and read; drawing their charts anew would take a second."""
    shutil.copytree(written, folder, dirs_exist_ok=True)
    return read_side(folder / "a"), read_side(folder / "b")
