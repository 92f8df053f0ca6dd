"""A comparison for reading."""

from collections.abc import Iterator, Sequence

from eval.measures.metrics import METRICS
from eval.reports.compare import Comparison, Flip, Row, SplitComparison
from eval.tables import shown, table

_SIGNIFICANT = 0.05  # p after Holm's correction, the usual level


def comparison_text(comparison: Comparison) -> str:
    """The Markdown of `comparison`."""
    blocks = [f"# {comparison.b} against {comparison.a}"]
    if comparison.remarks:
        blocks.append("\n".join(f"- {each}" for each in comparison.remarks))
    for name, split in comparison.splits.items():
        blocks += _split(name, split)
    blocks.append(
        "A: the first report, B: the second. Difference: B - A by question, with its 95 % interval. p: paired "
        "randomisation test, two-sided; Holm: adjusted for the number of figures. *: Holm below 0.05."
    )
    return "\n\n".join(blocks) + "\n"


def _split(name: str, split: SplitComparison) -> Iterator[str]:
    yield f"## {name.capitalize()}: {split.questions} questions"
    head = ["figure", "questions", "A", "B", "difference", "interval", "p", "Holm", ""]
    yield table(head, (_row(each) for each in split.rows))
    yield f"### Became right: {len(split.gained)}" + _flips(split.gained)
    yield f"### No longer right: {len(split.lost)}" + _flips(split.lost)


def _row(row: Row) -> list[str]:
    found, estimate = row.difference, row.difference.difference
    return [
        row.figure,
        str(row.n),
        shown(row.figure, found.a),
        shown(row.figure, found.b),
        f"{estimate.mean:+.3f}",
        f"[{estimate.low:+.3f}, {estimate.high:+.3f}]",
        f"{found.p:.4f}",
        f"{row.adjusted:.4f}",
        _verdict(row),
    ]


def _verdict(row: Row) -> str:
    if row.adjusted >= _SIGNIFICANT:
        return ""
    gain = row.difference.difference.mean * METRICS[row.figure].better
    return "* better" if gain > 0 else "* worse" if gain < 0 else "* other"


def _flips(flips: Sequence[Flip]) -> str:
    lines = [f"- `{each.id}` {each.question} ({each.before} → {each.after})" for each in flips]
    return "".join(["\n", *(f"\n{line}" for line in lines)]) if lines else ""
