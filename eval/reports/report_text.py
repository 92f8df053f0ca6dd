"""A report for reading: `report.md`."""

import json
from collections.abc import Iterator, Mapping, Sequence

from eval.measures.metrics import GROUPS, METRICS, RIGHT_MEANS
from eval.measures.outcomes import OUTCOMES, RIGHT, RIGHTLY_REFUSED, missed_requirements, wrong_citations
from eval.measures.score import Scored
from eval.reports.report import Report, SplitReport
from eval.reports.summary import Summary
from eval.tables import ABSENT, shown, shown_with_interval, table

AT_A_GLANCE = ("R@5", "RR", "nDCG@10", "citation F1", "vital facts", "words", "HasAns", "NoAns", "accuracy")
OF_A_KIND = ("R@5", "citation F1", "sub-item F1", "vital facts", "accuracy")
# Shown where a language model wrote.
OF_PROVING = ("re-cited", "replaced", "left out")
_SPLIT_SAYS = {
    "tune": "weights and thresholds were chosen on these questions",
    "test": "nothing was chosen on these questions",
}
# Decision 7 tells of what.
_LEARNT_FROM = {"gold_tables.jsonl": "weights were chosen on others; what these showed to be wrong was mended"}
_MILLION = 1_000_000  # bytes of a megabyte


def report_text(report: Report, scored: Sequence[Scored], charts: Mapping[str, str]) -> str:
    """The Markdown of `report`; `scored` are our answers, `charts` the captions of the charts by file name."""
    blocks = [*_head(report)]
    for split, each in report.splits.items():
        blocks += _split_blocks(split, each, report.provenance.gold["file"])
    blocks += [f"## Charts\n\n{_images(charts)}"] if charts else []
    for split in report.splits:
        blocks += _went_wrong(split, [each for each in scored if each.question.split == split])
    blocks += [_cost(report), _definitions(), _made_with(report)]
    return "\n\n".join(blocks) + "\n"


def _head(report: Report) -> Iterator[str]:
    gold, index = report.provenance.gold, report.provenance.index
    yield "# Gold questions"
    if report.partial:
        yield f"> **Partial report**: {report.partial}. Figures are of what was done until then."
    yield (
        f"{gold['questions']} questions of `{gold['file']}` asked of {index['documents']} documents with "
        f"{index['paragraphs']} paragraphs (index `{index['fingerprint'][:12]}`, model {index['model']}) on "
        f"{report.provenance.made}. In brackets: 95 % confidence intervals, by resampling the questions."
    )


def split_says(split: str, file: str) -> str:
    """What was chosen on the questions of a `split` of the gold `file`."""
    return _LEARNT_FROM.get(file, _SPLIT_SAYS[split])


def _split_blocks(split: str, each: SplitReport, file: str) -> Iterator[str]:
    yield f"## {split.capitalize()}: {each.ours.questions} questions ({split_says(split, file)})"
    yield "### Against the baselines\n\n" + comparison_table(each)
    yield "### All figures\n\n" + _all_figures(each.ours)
    yield "### By kind of question\n\n" + _breakdown("kind", each.kinds)
    yield "### By document\n\n" + _breakdown("document", each.documents)
    yield "### By wording of the question\n\n" + _breakdown("wording", each.wordings)
    yield "### What became of the questions\n\n" + _outcomes(each)


def comparison_table(split: SplitReport) -> str:
    """Our figures beside the baselines', a row a system."""
    rows = [
        [name, *(shown(figure, summary.mean(figure)) for figure in AT_A_GLANCE)]
        for name, summary in split.systems.items()
    ]
    return table(["system", *AT_A_GLANCE], rows)


def _all_figures(summary: Summary) -> str:
    rows = [
        [figure.name, str(found.n), shown_with_interval(figure.name, found), figure.group]
        for group in GROUPS
        for figure in METRICS.values()
        if figure.group == group and (found := summary.figures.get(figure.name))
    ]
    return table(["figure", "questions", "value", "of"], rows)


def _breakdown(what: str, parts: Mapping[str, Summary]) -> str:
    figures = [*OF_A_KIND, *(each for each in OF_PROVING if any(each in part.figures for part in parts.values()))]
    rows = [
        [name, str(part.questions), *(shown_with_interval(figure, part.figures.get(figure)) for figure in figures)]
        for name, part in parts.items()
    ]
    return table([what, "questions", *figures], rows)


def _outcomes(split: SplitReport) -> str:
    rows = [
        [name, *(str(part.outcomes.get(name, "")) for part in split.kinds.values()), str(count)]
        for name in OUTCOMES
        if (count := split.ours.outcomes.get(name))
    ]
    return table(["", *split.kinds, "all"], rows)


def _images(charts: Mapping[str, str]) -> str:
    return "\n\n".join(f"![{caption}]({name})" for name, caption in charts.items())


def _went_wrong(split: str, scored: Sequence[Scored]) -> Iterator[str]:
    """The questions that went wrong, by what went wrong, a line each."""
    wrong = [each for each in scored if each.outcome not in (RIGHT, RIGHTLY_REFUSED)]
    yield f"## {split.capitalize()}: what went wrong ({len(wrong)} of {len(scored)})"
    for name in OUTCOMES:
        own = [each for each in wrong if each.outcome == name]
        if own:
            lines = "\n".join(_wrong_line(each) for each in own)
            yield f"### {name.capitalize()}: {len(own)}\n\n{lines}"


def _wrong_line(each: Scored) -> str:
    missed = [
        f"{' or '.join(map(str, one.requirement.alternatives))} ({f'rank {one.rank}' if one.rank else 'not found'})"
        for one in missed_requirements(each.question, each.answer)
    ]
    cited = [str(place) for place in wrong_citations(each.question, each.answer)]
    parts = [f"missed {'; '.join(missed)}" if missed else "", f"cited {'; '.join(cited)}" if cited else ""]
    told = ". ".join(part for part in parts if part)
    return f"- `{each.question.id}` {each.question.question}" + (f"  \n  {told}" if told else "")


def _cost(report: Report) -> str:
    cost, machine = report.cost, report.provenance.machine
    rows = [
        ["milliseconds a question, median", _number(cost.p50, 1)],
        ["milliseconds a question, 95th percentile", _number(cost.p95, 1)],
        ["seconds to build the index, model loaded", _number(cost.build_seconds, 1)],
        ["index on disk, MB", _number(cost.index_bytes, 1, _MILLION)],
        ["peak memory while answering, MB", _number(cost.peak_memory_bytes, 0, _MILLION)],
    ]
    where = f"{machine['system']}, {machine['processors']} processors; questions encoded in batches."
    return f"## Cost\n\n{where}\n\n{table(['', 'value'], rows)}"


def _number(value: float | None, places: int, unit: float = 1.0) -> str:
    return ABSENT if value is None else f"{value / unit:,.{places}f}"


def _definitions() -> str:
    better = {1: "higher", -1: "lower", 0: ABSENT}
    rows = [[each.name, each.says, better[each.better]] for each in METRICS.values()]
    return f"## What the figures say\n\n{RIGHT_MEANS}\n\n{table(['figure', 'says', 'better'], rows)}"


def _made_with(report: Report) -> str:
    made = report.provenance
    record = {"settings": made.settings, "gold": made.gold, "index": made.index, "versions": made.versions}
    return "## Made with\n\n```json\n" + json.dumps(record, ensure_ascii=False, indent=2) + "\n```"
