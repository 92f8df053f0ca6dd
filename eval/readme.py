"""The results in README.md, made from the reports in `eval/results/`: `python -m eval.readme`.

They stand between two comments and are not edited by hand.
"""

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from eval.beir.beir_report import BeirMeans, read_beir_report
from eval.beir.run import MEASURES
from eval.measures.metrics import METRICS, RIGHT_MEANS
from eval.reports.report import KIND, OWN_REPORTS, REPORT_FILE, Report, SplitReport, read_report
from eval.reports.report_text import split_says
from eval.systems.run import OURS
from eval.tables import shown, table
from index.errors import BenchmarkError
from index.storage.atomic import replacing_file

README = Path(__file__).parent.parent / "README.md"
BEGIN, END = "<!-- results: made by python -m eval.readme -->", "<!-- end of results -->"
SHOWN = (
    "R@5",
    "citation F1",
    "vital facts",
    "quote fidelity",
    "fact when answered",
    "shown as answers",
    "nothing found",
    "NoAns",
    "accuracy",
)
_KIND_SHOWN = ("R@5", "citation F1", "vital facts", "fact when answered", "shown as answers", "accuracy")
_ASKED_OF = {
    "gold.jsonl": "the five documents",
    "gold_pdf.jsonl": "PDF files",
    "gold_held_out.jsonl": "invented documents that no model has learnt from",
    "gold_tables.jsonl": "the tables of invented documents",
    "gold_matters.jsonl": "matters, requests and threads, of the five documents",
    "gold_matters_pdf.jsonl": "matters, requests and threads, of PDF files",
    "gold_matters_held_out.jsonl": "matters, requests and threads, of invented documents",
}
_WEAK = 0.5  # a kind of question of which less than half is done right is named


def with_results(readme: str, results: str) -> str:
    """`readme` with `results` between the two comments; BenchmarkError where it has not both, in this order."""
    before, begin, rest = readme.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise BenchmarkError(f"README.md has no place for results; put in these two lines: {BEGIN} and {END}")
    return f"{before}{BEGIN}\n\n{results.strip()}\n\n{END}{after}"


def results_text(folder: Path) -> str:
    """The Markdown of all reports under `folder`, gold questions first; BenchmarkError where there is none."""
    gold, sets = [], []
    for file in sorted(folder.glob(f"*/{REPORT_FILE}")):
        if _kind(file) == KIND:
            gold.append(read_report(file))
        else:
            sets.append(read_beir_report(file))
    if not gold:
        advice = f"make one: pincite eval run --out {folder / 'gold'}"
        raise BenchmarkError(f"{folder}: no report on gold questions; {advice}")
    blocks = [_legend(), *(block for report in gold for block in _gold_blocks(report))]
    blocks += [block for each in sets for block in _set_blocks(each)]
    return "\n\n".join(blocks)


def losses(ours: Mapping[str, float | None], others: Mapping[str, Mapping[str, float | None]]) -> Iterator[str]:
    """The figures in which another system is better than ours, in words."""
    for figure, own in ours.items():
        better = METRICS[figure].better if figure in METRICS else 1
        for name, scores in others.items():
            theirs = scores.get(figure)
            if own is not None and theirs is not None and (theirs - own) * better > 0:
                yield f"{figure} ({name} {shown(figure, theirs)}, ours {shown(figure, own)})"


def _legend() -> str:
    says = "; ".join(f"{name}: {METRICS[name].says}" for name in SHOWN)
    return f"{RIGHT_MEANS} The baselines quote the best paragraph whole and never refuse. {says}."


def _kind(file: Path) -> object:
    try:
        return json.loads(file.read_text(encoding="utf-8")).get("report")
    except (OSError, ValueError, AttributeError) as error:
        raise BenchmarkError(f"{file}: not a report ({error}); make it again") from error


def _gold_blocks(report: Report) -> Iterator[str]:
    if report.partial:
        raise BenchmarkError(f"the report on gold questions is partial ({report.partial}); make it again")
    for name, split in reversed(list(report.splits.items())):
        file = report.provenance.gold["file"]
        asked_of = _ASKED_OF.get(file, file)
        yield f"**Gold questions on {asked_of}, {name}** ({split.ours.questions} questions; {split_says(name, file)})."
        yield table(
            ["", *SHOWN],
            (
                [system, *(shown(figure, summary.mean(figure)) for figure in SHOWN)]
                for system, summary in split.systems.items()
            ),
        )
        yield _by_kind(split)
        yield _losing(split)


def _by_kind(split: SplitReport) -> str:
    rows = (
        [kind, str(part.questions), *(shown(figure, part.mean(figure)) for figure in _KIND_SHOWN)]
        for kind, part in split.kinds.items()
    )
    return table(["kind of question", "questions", *_KIND_SHOWN], rows)


def _losing(split: SplitReport) -> str:
    """Where we lose: to a baseline, and on kinds of question that mostly go wrong."""
    own = {figure: split.ours.mean(figure) for figure in SHOWN}
    others = {
        name: {figure: summary.mean(figure) for figure in SHOWN}
        for name, summary in split.systems.items()
        if name != OURS
    }
    lost = list(losses(own, others))
    weak = [
        f"{kind} ({shown('accuracy', done)})"
        for kind, part in split.kinds.items()
        if (done := part.mean("accuracy")) is not None and done < _WEAK
    ]
    return (
        f"A baseline does better in: {'; '.join(lost) or 'none of these figures'}. "
        f"Kinds of question that go wrong more often than right: {', '.join(weak) or 'none'}."
    )


def _set_blocks(each: BeirMeans) -> Iterator[str]:
    model = each.model.rsplit("/", 1)[-1]
    size = f"{each.questions} questions, {each.passages:,} passages"
    yield f"**{each.name}, {each.split}** ({size}; the model is {model})."
    yield table(["", *MEASURES], ([name, *(shown(m, own[m]) for m in MEASURES)] for name, own in each.means.items()))
    others = {name: own for name, own in each.means.items() if name != OURS}
    lost = list(losses(dict(each.means[OURS]), others))
    yield f"A baseline does better in: {'; '.join(lost) or 'none of these figures'}."


def main() -> None:
    """Put the results into README.md."""
    try:
        text = with_results(README.read_text(encoding="utf-8"), results_text(OWN_REPORTS))
    except BenchmarkError as error:
        sys.exit(f"pincite: {error}")
    with replacing_file(README) as file:
        file.write(text.encode())


if __name__ == "__main__":
    main()
