"""An evaluation report as HTML: scores by kind, what changed, and the questions that went wrong."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from eval.measures.metrics import METRICS
from eval.reports.compare import Comparison, Flip, Row
from eval.reports.report import Report, SplitReport
from eval.reports.summary import Summary
from index.document import Document
from index.errors import LocatorError, QuestionError
from index.locator import Locator
from index.store import Index
from rag.citing.citation import cite, spelled_date
from ui.app.markup.recorded import recorded_html
from ui.app.markup.render import citation_link, page, tag, text

SHOWN = ("R@5", "citation F1", "vital facts", "accuracy")
_SIGNIFICANT = 0.05
_STAR = "* hardly by chance: p below 0.05, adjusted for the number of figures"


def made_in_words(report: Report) -> str:
    """`21 November 2026, 03:06, 160 questions`, and that it is partial where it is."""
    made = report.provenance.made
    count = report.provenance.gold.get("questions", "?")
    partial = ", partial" if report.partial else ""
    return f"{spelled_date(made[:10])}, {made[11:16]}, {count} questions{partial}"


def scores_html(split: SplitReport) -> str:
    """The main figures in total and by kind of question, with what each says."""
    figures = [name for name in SHOWN if split.ours.mean(name) is not None]
    head = tag("th", "Kind of question") + tag("th", "Questions", class_="pc-figure")
    head += "".join(tag("th", text(name), class_="pc-figure", title=METRICS[name].says) for name in figures)
    rows = [_score_row("all", split.ours, figures), *(_score_row(*each, figures) for each in split.kinds.items())]
    table = tag("table", tag("thead", tag("tr", head)) + tag("tbody", "".join(rows)), class_="pc-table")
    says = "".join(tag("dt", text(name)) + tag("dd", text(METRICS[name].says)) for name in figures)
    return page(tag("div", table, class_="pc-scroll"), tag("dl", says, class_="pc-facts pc-small"))


def changes_html(comparison: Comparison, split: str) -> str:
    """The figures that differ between two reports, and the questions that became right or stopped being so."""
    found = comparison.splits.get(split)
    if found is None:
        return page(tag("p", "The two reports have no such questions in common.", class_="pc-quiet"))
    rows = [row for row in found.rows if row.figure in SHOWN or _is_sure(row)]
    head = "".join(
        tag("th", text(name), class_="" if name == "Figure" else "pc-figure")
        for name in ("Figure", "Before", "Now", "Difference", "95 % interval")
    )
    table = tag(
        "table", tag("thead", tag("tr", head)) + tag("tbody", "".join(map(_change_row, rows))), class_="pc-table"
    )
    remarks = "".join(tag("li", text(each)) for each in comparison.remarks)
    return page(
        tag("div", table, class_="pc-scroll"),
        tag("p", _STAR, class_="pc-quiet pc-small") if any(_is_sure(row) for row in rows) else "",
        tag("ul", remarks, class_="pc-quiet pc-small") if remarks else "",
        _flips("Became right", found.gained),
        _flips("No longer right", found.lost),
    )


def failed_html(records: Sequence[Mapping[str, Any]], index: Index) -> str:
    """Questions that went wrong, each opening to gold beside answer."""
    return page(*(_failed(record, index) for record in records))


def _score_row(name: str, summary: Summary, figures: Sequence[str]) -> str:
    cells = [tag("td", text(name)), tag("td", str(summary.questions), class_="pc-figure")]
    for figure in figures:
        mean = summary.mean(figure)
        bar = f'<span class="pc-track"><span class="pc-bar" style="width:{100 * (mean or 0):.0f}%"></span></span>'
        cells.append(tag("td", bar + f"{mean:.2f}" if mean is not None else "–", class_="pc-figure"))
    return tag("tr", "".join(cells))


def _is_sure(row: Row) -> bool:
    return row.adjusted < _SIGNIFICANT


def _change_row(row: Row) -> str:
    found, estimate = row.difference, row.difference.difference
    gain = estimate.mean * METRICS[row.figure].better
    sure = _is_sure(row)
    kind = "" if not sure or not gain else "pc-better" if gain > 0 else "pc-worse"
    words = _signed(estimate.mean) + (" *" if sure else "")
    cells = [
        tag("td", text(row.figure)),
        tag("td", f"{found.a:.3f}", class_="pc-figure"),
        tag("td", f"{found.b:.3f}", class_="pc-figure"),
        tag("td", words, class_=f"pc-figure {kind}".strip()),
        tag("td", f"{_signed(estimate.low)} to {_signed(estimate.high)}", class_="pc-figure"),
    ]
    return tag("tr", "".join(cells))


def _signed(value: float) -> str:
    return f"{value:+.3f}".replace("-", "−")


def _flips(title: str, flips: Sequence[Flip]) -> str:
    lines = "".join(tag("li", text(f"{each.question} ({each.before} → {each.after})")) for each in flips)
    summary = tag("summary", text(f"{title}: {len(flips)}"))
    return (
        tag("details", summary + tag("ul", lines), class_="pc-near")
        if flips
        else tag("p", text(f"{title}: none"), class_="pc-quiet pc-small")
    )


def _failed(record: Mapping[str, Any], index: Index) -> str:
    head = (
        tag("span", "", class_="pc-number")
        + tag("span", text(record["question"]), class_="pc-question-line")
        + tag("span", text(record["outcome"]), class_="pc-status pc-open")
    )
    gold = tag("h4", "What was wanted") + "".join(_gold(record, index))
    answer = tag("h4", "What was answered") + recorded_html(record["answer"], index)
    body = tag("div", tag("div", gold) + tag("div", answer), class_="pc-beside")
    return tag("details", tag("summary", head) + tag("div", body, class_="pc-result-body"), class_="pc-result")


def _gold(record: Mapping[str, Any], index: Index) -> Iterator[str]:
    yield tag("p", text(record["reference"] or "No answer: the documents do not tell."), class_="pc-text")
    for alternatives in record["gold"]:
        yield tag("p", " or ".join(_place(each, index) for each in alternatives), class_="pc-small")
    missed = [" / ".join(each["wordings"]) for each in record["facts_missed"] if each["vital"]]
    if missed:
        yield tag("p", text("Not said: " + "; ".join(missed)), class_="pc-quiet pc-small")


def _place(place: str, index: Index) -> str:
    """A gold place (`progress-2018 65 (c)`) as a link, or as it is written where the index has no such document."""
    name, _, locator = place.partition(" ")
    try:
        document: Document = index.document(name)
        return citation_link(document, Locator.parse(locator), (), cite(document, Locator.parse(locator)))
    except (QuestionError, LocatorError):
        return text(place)
