"""Two reports on the same questions compared: differences that could or could not be chance, and what flipped."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from eval.gold.gold import SPLITS
from eval.measures.metrics import METRICS
from eval.measures.outcomes import RIGHT, RIGHTLY_REFUSED
from eval.reports.report import REPORT_FILE, Report, read_report
from eval.reports.report_folder import QUESTIONS_FILE
from eval.statistics.significance import PairedDifference, holm, paired_difference
from index.errors import BenchmarkError

_DONE_RIGHT = frozenset({RIGHT, RIGHTLY_REFUSED})


@dataclass(frozen=True, slots=True)
class Result:
    """A question's scores and outcome in a report."""

    id: str
    question: str
    split: str
    outcome: str
    scores: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Side:
    """One of two reports."""

    name: str
    report: Report
    questions: tuple[Result, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """How a figure differs on the `n` questions that it applies to in both reports; `adjusted` is Holm's p value."""

    figure: str
    n: int
    difference: PairedDifference
    adjusted: float


@dataclass(frozen=True, slots=True)
class Flip:
    """A question that became right or stopped being so."""

    id: str
    question: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class SplitComparison:
    """The questions of one split: the figures, what became right (`gained`) and what stopped being so (`lost`)."""

    questions: int
    rows: tuple[Row, ...]
    gained: tuple[Flip, ...]
    lost: tuple[Flip, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two reports compared, split by split; `remarks` say what a reader should know before believing it."""

    a: str
    b: str
    remarks: tuple[str, ...]
    splits: Mapping[str, SplitComparison]


def read_side(folder: Path) -> Side:
    """The report in `folder` with its questions; BenchmarkError where one of them cannot be read."""
    report = read_report(folder / REPORT_FILE)
    path, questions = folder / QUESTIONS_FILE, list[Result]()
    try:
        with path.open(encoding="utf-8") as file:
            for line in file:
                record = json.loads(line)
                questions.append(Result(**{field.name: record[field.name] for field in fields(Result)}))
    except OSError as error:
        raise BenchmarkError(f"{path}: cannot be read ({error.strerror}); make the report again") from error
    except (ValueError, KeyError, TypeError) as error:
        number = len(questions) + 1
        raise BenchmarkError(f"{path}:{number}: not a question of a report; make the report again") from error
    return Side(str(folder), report, tuple(questions))


def compare(a: Side, b: Side) -> Comparison:
    """How `b` differs from `a` on the questions both have; BenchmarkError where there is none."""
    known = {(each.id, each.question): each for each in a.questions}
    pairs = [(known[each.id, each.question], each) for each in b.questions if (each.id, each.question) in known]
    if not pairs:
        raise BenchmarkError(f"{a.name} and {b.name} have no question in common; compare reports on the same gold file")
    splits = {
        split: _compared([(one, other) for one, other in pairs if other.split == split])
        for split in SPLITS
        if any(other.split == split for _, other in pairs)
    }
    return Comparison(a.name, b.name, tuple(_remarks(a, b, len(pairs))), splits)


def _remarks(a: Side, b: Side, common: int) -> Iterator[str]:
    for side in (a, b):
        if side.report.partial:
            yield f"{side.name} is partial: {side.report.partial}"
        if left_out := len(side.questions) - common:
            yield f"{left_out} questions of {side.name} are not in the other and are left out"
    one, other = a.report.provenance, b.report.provenance
    if one.index.get("fingerprint") != other.index.get("fingerprint"):
        yield "the indexes are not the same"
    yield from _differences(_flat(one.settings), _flat(other.settings))
    yield from _differences(one.versions, other.versions)


def _differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[str]:
    for name in dict.fromkeys([*before, *after]):
        if before.get(name) != after.get(name):
            yield f"{name}: {before.get(name)} in the first, {after.get(name)} in the second"


def _flat(settings: Mapping[str, Any], above: str = "") -> dict[str, Any]:
    """`retrieval.weights.late` -> 2.0."""
    flat: dict[str, Any] = {}
    for name, value in settings.items():
        flat |= _flat(value, f"{above}{name}.") if isinstance(value, Mapping) else {above + name: value}
    return flat


def _compared(pairs: Sequence[tuple[Result, Result]]) -> SplitComparison:
    flipped = [(a, b) for a, b in pairs if (a.outcome in _DONE_RIGHT) != (b.outcome in _DONE_RIGHT)]
    return SplitComparison(
        len(pairs),
        _rows(pairs),
        tuple(_flip(a, b) for a, b in flipped if b.outcome in _DONE_RIGHT),
        tuple(_flip(a, b) for a, b in flipped if a.outcome in _DONE_RIGHT),
    )


def _rows(pairs: Sequence[tuple[Result, Result]]) -> tuple[Row, ...]:
    """The figures that some question has in both reports."""
    found = []
    for name in METRICS:
        both = [(a.scores[name], b.scores[name]) for a, b in pairs if name in a.scores and name in b.scores]
        if both:
            found.append((name, len(both), paired_difference([one for one, _ in both], [other for _, other in both])))
    adjusted = holm([difference.p for *_, difference in found])
    return tuple(Row(*each, p) for each, p in zip(found, adjusted, strict=True))


def _flip(a: Result, b: Result) -> Flip:
    return Flip(b.id, b.question, a.outcome, b.outcome)
