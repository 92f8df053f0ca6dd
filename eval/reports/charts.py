"""The charts of a report, as SVG: the same figures give the same bytes."""

from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

from eval.measures.abstention import Judgement, best_possible, reliability, risk_coverage
from eval.measures.score import Scored, states_a_fact
from eval.reports.report import Report
from eval.statistics.bootstrap import Estimate
from eval.tables import shown

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

SCORES, RISK, RELIABILITY = "scores-by-kind.svg", "risk-coverage.svg", "reliability.svg"
LATENCY = "latency.svg"
CAPTIONS: Mapping[str, str] = {
    SCORES: "Scores by kind of question with 95 % confidence intervals",
    RISK: "Risk-coverage curve: share of wrong answers among the surest; the mark is what is answered as set",
    RELIABILITY: "Reliability curve: how many answers state a vital fact where the chance that they do is put as high",
    LATENCY: "Share of questions answered within a time",
}
PANELS = ("R@5", "citation F1", "vital facts", "accuracy")
# Okabe and Ito's colours, which colour-blind readers can tell apart, and a marker each for print.
_COLOURS = {"tune": "#0072B2", "test": "#D55E00"}
_MARKERS = {"tune": "o", "test": "s"}
_SHIFT = 0.14  # of the splits from the middle of their kind's row
_STYLE: Mapping[Any, Any] = {
    "svg.hashsalt": "pincite",
    "svg.fonttype": "none",
    "font.size": 9,
    "axes.spines.top": False,
    "axes.spines.right": False,
}


def charts(report: Report, scored: Sequence[Scored]) -> dict[str, bytes]:
    """The SVG files of a report by name; `scored` are our answers."""
    splits = {name: [each for each in scored if each.question.split == name] for name in report.splits}
    return {
        SCORES: _drawn((8.0, 4.2), lambda figure: _scores(figure, report)),
        RISK: _drawn((5.0, 3.6), lambda figure: _risk(figure, splits)),
        RELIABILITY: _drawn((5.0, 3.6), lambda figure: _reliability(figure, splits)),
        LATENCY: _drawn((5.0, 3.2), lambda figure: _latency(figure, splits)),
    }


def _drawn(size: tuple[float, float], draw: Callable[["Figure"], None]) -> bytes:
    import matplotlib as mpl

    # Without pyplot nothing asks for a display and nothing is kept between charts.
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    with mpl.rc_context(dict(_STYLE)):
        figure = Figure(figsize=size, layout="constrained")
        FigureCanvasAgg(figure)
        draw(figure)
        out = BytesIO()
        figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None})
    return out.getvalue()


def _scores(figure: "Figure", report: Report) -> None:
    kinds = list(dict.fromkeys(kind for split in report.splits.values() for kind in split.kinds))
    every = figure.subplots(1, len(PANELS), sharey=True, squeeze=False)[0]
    for axes, name in zip(every, PANELS, strict=True):
        for i, (split, each) in enumerate(report.splits.items()):
            found = {kind: part.figures[name] for kind, part in each.kinds.items() if name in part.figures}
            places = [kinds.index(kind) + _SHIFT * (2 * i + 1 - len(report.splits)) for kind in found]
            _intervals(axes, places, list(found.values()), split)
        axes.set_title(name)
        axes.set_xlim(-0.03, 1.03)
        axes.grid(axis="x", alpha=0.3)
    every[0].set_yticks(range(len(kinds)), kinds)
    every[0].set_ylim(len(kinds) - 0.5, -0.5)
    figure.legend(*every[0].get_legend_handles_labels(), loc="outside lower center", ncols=2, frameon=False)


def _intervals(axes: "Axes", places: Sequence[float], found: Sequence[Estimate], split: str) -> None:
    means = [each.mean for each in found]
    # A mean may lie a rounding error outside its interval.
    below = [max(0.0, each.mean - each.low) for each in found]
    above = [max(0.0, each.high - each.mean) for each in found]
    axes.errorbar(means, places, xerr=[below, above], label=split, linestyle="none", markersize=4, **_look(split))


def _risk(figure: "Figure", splits: Mapping[str, Sequence[Scored]]) -> None:
    axes = figure.subplots()
    for split, scored in splits.items():
        judgements = [each.judgement for each in scored]
        curve, best = risk_coverage(judgements), best_possible(judgements)
        coverage = [count / len(scored) for count in range(1, len(scored) + 1)]
        colour = _COLOURS[split]
        axes.plot(coverage, curve.risks, color=colour, label=f"{split}, AURC {shown('AURC', curve.area)}")
        axes.plot(coverage, best.risks, color=colour, linestyle=":", label=f"best possible, {shown('AURC', best.area)}")
        answered = sum(each.answer.state == "answers" for each in scored)
        if answered:
            axes.plot(coverage[answered - 1], curve.risks[answered - 1], color=colour, marker=_MARKERS[split])
    axes.set(xlabel="coverage: share of questions answered, surest first", ylabel="risk: share answered wrongly")
    axes.set(xlim=(0, 1.01), ylim=(0, 1))
    axes.legend(frameon=False, loc="upper left")


def _reliability(figure: "Figure", splits: Mapping[str, Sequence[Scored]]) -> None:
    axes = figure.subplots()
    axes.plot((0, 1), (0, 1), color="0.6", linestyle=":", label="as sure as right")
    for split, scored in splits.items():
        shown_ones = [each for each in scored if each.answer.statements]
        judged = [Judgement(each.answer.confidence, states_a_fact(each.question, each.answer)) for each in shown_ones]
        groups = reliability(judged)
        axes.plot([each.confidence for each in groups], [each.right for each in groups], label=split, **_look(split))
    axes.set(xlabel="confidence, ten groups of answers and related passages", ylabel="share that states a vital fact")
    axes.set(xlim=(0, 1.01), ylim=(0, 1.01))
    axes.legend(frameon=False, loc="upper left")


def _latency(figure: "Figure", splits: Mapping[str, Sequence[Scored]]) -> None:
    axes = figure.subplots()
    for split, scored in splits.items():
        milliseconds = sorted(sum(each.answer.milliseconds.values()) for each in scored)
        share = [count / len(milliseconds) for count in range(1, len(milliseconds) + 1)]
        axes.plot(milliseconds, share, color=_COLOURS[split], label=split, drawstyle="steps-post")
    axes.set(xlabel="milliseconds a question, encoded in batches", ylabel="share of questions", ylim=(0, 1.01))
    axes.set_xlim(left=0)
    axes.grid(alpha=0.3)
    axes.legend(frameon=False, loc="lower right")


def _look(split: str) -> dict[str, Any]:
    return {"color": _COLOURS[split], "marker": _MARKERS[split]}
