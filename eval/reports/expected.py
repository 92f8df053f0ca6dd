"""The scores that a build must reach, in `expected.toml`: read, checked, and recorded anew."""

import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.gold.gold import SPLITS
from eval.measures.metrics import METRICS
from eval.reports.summary import Summary
from eval.tables import ABSENT, table
from index.errors import BenchmarkError
from index.storage.atomic import replacing_file

EXPECTED_FILE = Path(__file__).with_name("expected.toml")
# Of a score: five of the questions. Versions of numpy and torch move single answers, and a processor without
# instructions for integers of eight bits rounds the reader's sums otherwise than one that has them.
TOLERANCE = 0.03
RECORDED = (
    "R@5",
    "RR",
    "nDCG@10",
    "citation precision",
    "citation recall",
    "citation F1",
    "sub-item F1",
    "wrong-number rate",
    "vital facts",
    "quote fidelity",
    "HasAns",
    "NoAns",
    "accuracy",
    "AURC",
)
# These follow from how answers are made, so no machine has an excuse.
EXACT = frozenset({"quote fidelity", "wrong-number rate"})
_ROUNDING = 5e-5  # the file has four decimals
_HEAD = """\
# The scores that a build must reach on the gold questions, split by split: `pincite eval check` fails where one is
# worse by more than the tolerance. Written by `pincite eval check --record`.
"""


@dataclass(frozen=True, slots=True)
class Expected:
    """The scores to reach, by split and figure, and by how much one may be missed."""

    tolerance: float
    scores: Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Verdict:
    """One score checked; `found` is None where the figure applied to no question."""

    split: str
    figure: str
    expected: float
    found: float | None
    passed: bool


def of_splits(expected: Expected, splits: Collection[str]) -> Expected:
    """The scores expected of `splits` alone."""
    return Expected(expected.tolerance, {name: each for name, each in expected.scores.items() if name in splits})


def verdicts(expected: Expected, found: Mapping[str, Summary]) -> tuple[Verdict, ...]:
    """Whether each expected score is reached by the summaries of the splits, in the order of the file."""
    return tuple(
        _verdict(split, figure, wanted, found[split].mean(figure) if split in found else None, expected.tolerance)
        for split, scores in expected.scores.items()
        for figure, wanted in scores.items()
    )


def verdicts_text(checked: Sequence[Verdict]) -> str:
    """The Markdown table of `checked`, and what it comes to."""
    rows = [
        [f"{each.split}: {each.figure}", f"{each.expected:.4f}", _found(each), "" if each.passed else "worse"]
        for each in checked
    ]
    failed = sum(not each.passed for each in checked)
    told = f"{failed} of {len(checked)} scores are worse" if failed else f"all {len(checked)} scores are reached"
    return f"{table(['score', 'expected', 'found', ''], rows)}\n\n{told}\n"


def _found(verdict: Verdict) -> str:
    return ABSENT if verdict.found is None else f"{verdict.found:.4f}"


def _verdict(split: str, figure: str, wanted: float, found: float | None, tolerance: float) -> Verdict:
    if found is None:
        return Verdict(split, figure, wanted, None, passed=False)
    allowed = _ROUNDING + (0.0 if figure in EXACT else tolerance)
    behind = (wanted - found) * METRICS[figure].better
    return Verdict(split, figure, wanted, found, passed=behind <= allowed)


def read_expected(path: Path) -> Expected:
    """The expected scores in the file `path`; BenchmarkError lists everything that is wrong with it."""
    try:
        record = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        advice = "write it: pincite eval check --record"
        raise BenchmarkError(f"{path}: cannot be read ({error.strerror}); {advice}") from error
    except ValueError as error:
        raise BenchmarkError(f"{path}: broken TOML: {error}") from error
    mistakes = list(_mistakes(record))
    if mistakes:
        raise BenchmarkError("\n".join([f"{path}: mend these and try again", *mistakes]))
    return Expected(float(record["tolerance"]), {split: record[split] for split in SPLITS if split in record})


def write_expected(path: Path, found: Mapping[str, Summary]) -> None:
    """Write the RECORDED figures of the splits to `path` as the scores to reach; OutputError where it cannot be."""
    blocks = [_HEAD, f"tolerance = {TOLERANCE}\n"]
    for split, summary in found.items():
        rows = [(name, value) for name in RECORDED if (value := summary.mean(name)) is not None]
        blocks += [f"\n[{split}]\n", *(f'"{name}" = {value:.4f}\n' for name, value in rows)]
    with replacing_file(path) as file:
        file.write("".join(blocks).encode())


def _mistakes(record: Mapping[str, Any]) -> Iterator[str]:
    if not _is_number(record.get("tolerance")):
        yield f"tolerance: expected a number, found {record.get('tolerance')!r}"
    if not any(split in record for split in SPLITS):
        yield f"no scores; expected a table [{'] or ['.join(SPLITS)}]"
    for name, scores in record.items():
        if name in SPLITS and isinstance(scores, dict):
            yield from (f"{name}: {each}" for each in _score_mistakes(scores))
        elif name != "tolerance":
            yield f"{name}: unknown; expected tolerance and the tables {' and '.join(SPLITS)}"


def _score_mistakes(scores: Mapping[str, Any]) -> Iterator[str]:
    for figure, value in scores.items():
        if figure not in METRICS or not METRICS[figure].better:
            yield f"{figure!r} is no figure that can be better or worse; there are {', '.join(RECORDED)}"
        elif not _is_number(value):
            yield f"{figure}: expected a number, found {value!r}"


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
