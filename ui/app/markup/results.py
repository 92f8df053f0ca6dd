"""An evaluation report as HTML: scores by kind, what changed, and the questions that went wrong."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from markupsafe import Markup

from eval.measures.abstention import Judgement, reliability
from eval.measures.metrics import METRICS
from eval.reports.compare import Comparison, Row
from eval.reports.report import Report, SplitReport
from index.document import Document
from index.errors import LocatorError, QuestionError
from index.locator import Locator
from index.store import Index
from rag.answer_json import state_of
from rag.batches.batch_result import OF_STATE, Status
from rag.batches.survey import in_figures
from rag.citing.citation import cite, spelled_date
from ui.app.addresses import ASK, AskAddress, Filters
from ui.app.markup.answer_json import answer_json_html
from ui.app.markup.macros import fill
from ui.app.markup.render import citation_link, go, page, result
from ui.app.services.feedback import Feedback

_html = partial(fill, "results")
SHOWN = ("R@5", "citation F1", "vital facts", "accuracy")
_LEVEL = 5  # of a heading under those of what was wanted and what was shown
_SIGNIFICANT = 0.05
_VITAL = "vital facts"
_STAR = "* hardly by chance: p below 0.05, adjusted for the number of figures"


def made_in_words(report: Report) -> str:
    """`21 November 2026, 03:06, 160 questions`, and that it is partial where it is."""
    made = report.provenance.made
    count = report.provenance.gold.get("questions", "?")
    partial = ", partial" if report.partial else ""
    return f"{spelled_date(made[:10])}, {made[11:16]}, {count} questions{partial}"


def scores_html(split: SplitReport) -> Markup:
    """The main figures in total and by kind of question, with what each says."""
    names = [name for name in SHOWN if split.ours.mean(name) is not None]
    rows = [
        (kind, summary.questions, [summary.mean(name) for name in names])
        for kind, summary in (("all", split.ours), *split.kinds.items())
    ]
    return page(_html("scores", [(name, METRICS[name].says) for name in names], rows))


def changes_html(comparison: Comparison, split: str) -> Markup:
    """The figures that differ between two reports, and the questions that became right or stopped being so."""
    found = comparison.splits.get(split)
    if found is None:
        return page(_html("nothing_in_common"))
    rows = [row for row in found.rows if row.figure in SHOWN or _is_sure(row)]
    star = _STAR if any(_is_sure(row) for row in rows) else ""
    return page(
        _html("changes", [_change(row) for row in rows], star, comparison.remarks),
        _html("flips", "Became right", found.gained),
        _html("flips", "No longer right", found.lost),
    )


def states_in_words(records: Sequence[Mapping[str, Any]]) -> str:
    """`174 questions: 90 answered, 30 with related passages to check, 54 with nothing found`."""
    found = Counter(OF_STATE[state_of(each["answer"])] for each in records)
    return f"{len(records):,} questions: {in_figures({status: found[status] for status in Status})}"


def confidence_html(records: Sequence[Mapping[str, Any]]) -> Markup:
    """How sure the answers and related passages of `records` were, in groups, against how many state a vital fact."""
    shown = [each for each in records if each["answer"]["statements"]]
    # As `eval.measures.score.states_a_fact`, of which a record has the share.
    judged = [Judgement(each["confidence"], each["scores"].get(_VITAL, 0.0) > 0) for each in shown]
    groups = reliability(judged)
    return page(_html("confidence", groups)) if groups else Markup("")


def verdicts_html(verdicts: Sequence[Feedback]) -> Markup:
    """What readers said of answers, in the order given, each with a link that asks the question again."""
    return page(_html("verdicts", [_verdict(each) for each in verdicts]))


def _verdict(each: Feedback) -> Markup:
    when = f"{spelled_date(each.at[:10])}, {each.at[11:16]} UTC"
    return _html("verdict", each.is_good, each.question, each.note, when, _ask_now(each.question, each.documents))


def _ask_now(question: str, documents: Sequence[str] = ()) -> Markup:
    pairs = AskAddress(question, Filters(documents=tuple(documents))).pairs()
    return go("Ask this now", ASK, pairs, aria_label=f"Ask this now: {question}")


def failed_html(records: Sequence[Mapping[str, Any]], index: Index) -> Markup:
    """Questions that went wrong, each opening to gold beside answer."""
    return page(*(_failed(record, index) for record in records))


def _is_sure(row: Row) -> bool:
    return row.adjusted < _SIGNIFICANT


def _change(row: Row) -> dict[str, str]:
    found, estimate = row.difference, row.difference.difference
    gain = estimate.mean * METRICS[row.figure].better
    sure = _is_sure(row)
    return {
        "figure": row.figure,
        "before": f"{found.a:.3f}",
        "now": f"{found.b:.3f}",
        "kind": "" if not sure or not gain else "pc-better" if gain > 0 else "pc-worse",
        "difference": _signed(estimate.mean) + (" *" if sure else ""),
        "interval": f"{_signed(estimate.low)} to {_signed(estimate.high)}",
    }


def _signed(value: float) -> str:
    return f"{value:+.3f}".replace("-", "−")


def _failed(record: Mapping[str, Any], index: Index) -> Markup:
    wanted = record["reference"] or "No answer: the documents do not tell."
    places = [[_place(each, index) for each in alternatives] for alternatives in record["gold"]]
    missed = [" / ".join(each["wordings"]) for each in record["facts_missed"] if each["vital"]]
    shown = answer_json_html(record["answer"], index, level=_LEVEL)
    body = _html("beside", wanted, places, missed, shown, _ask_now(record["question"]))
    return result("", record["question"], record["outcome"], "pc-open", body)


def _place(place: str, index: Index) -> Markup | str:
    """A gold place (`progress-2018 65 (c)`) as a link, or as it is written where the index has no such document."""
    name, _, locator = place.partition(" ")
    try:
        document: Document = index.document(name)
        return citation_link(document, Locator.parse(locator), (), cite(document, Locator.parse(locator)))
    except (QuestionError, LocatorError):
        return place
