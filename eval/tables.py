"""Tables in Markdown, and figures as a reader sees them."""

from collections.abc import Iterable, Sequence

from eval.statistics.bootstrap import Estimate

ABSENT = "–"
_LEAST = 2  # the rule under a head needs a dash and a colon
_COUNTED = frozenset({"words", "sentences"})


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table whose columns line up; all but the first are set to the right."""
    cells = [list(head), *([each.replace("|", "\\|").replace("\n", " ") for each in row] for row in rows)]
    widths = [max(_LEAST, *(len(row[i]) for row in cells)) for i in range(len(head))]
    lines = [_line(row, widths) for row in cells]
    rule = ["-" * width if i == 0 else "-" * (width - 1) + ":" for i, width in enumerate(widths)]
    return "\n".join([lines[0], _line(rule, widths), *lines[1:]])


def shown(figure: str, value: float | None) -> str:
    """A figure's value: `0.84`, a length `97.3`, a value that is not there `–`."""
    if value is None:
        return ABSENT
    return f"{value:.1f}" if figure in _COUNTED else f"{value:.3f}"


def shown_with_interval(figure: str, estimate: Estimate | None) -> str:
    """A figure with its interval: `0.840 [0.79, 0.88]`."""
    if estimate is None:
        return ABSENT
    places = 1 if figure in _COUNTED else 2
    return f"{shown(figure, estimate.mean)} [{estimate.low:.{places}f}, {estimate.high:.{places}f}]"


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = [each.rjust(width) for each, width in zip(row, widths, strict=True)]
    return "| " + " | ".join([row[0].ljust(widths[0]), *cells[1:]]) + " |"
