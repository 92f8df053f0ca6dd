"""The rows of a batch as HTML: what was recognised, and each answer, folded under its question."""

from collections.abc import Mapping, Sequence
from typing import Any

from index.store import Index
from rag.refusal import NO_ANSWER
from ui.batches import Preview, sections_in_words
from ui.recorded import recorded_html
from ui.render import page, tag, text

_MOST_PROBLEMS = 10


def preview_html(found: Preview) -> str:
    """How many questions were recognised, the first of them, and which rows cannot be asked."""
    asked = found.count - len(found.problems)
    noun = "question" if asked == 1 else "questions"
    head = f"{asked:,} {noun}{sections_in_words(found.sections)} recognised."
    rows = "".join(_row(row.section or "", row.text) for row in found.first)
    more = found.count - len(found.first)
    notes = [*found.remarks, *([f"Columns carried through: {', '.join(found.columns)}."] if found.columns else [])]
    return page(
        tag("p", text(head), class_="pc-strong"),
        tag("table", tag("tbody", rows), class_="pc-table"),
        tag("p", text(f"and {more:,} more"), class_="pc-quiet pc-small") if more > 0 else "",
        "".join(tag("p", text(each), class_="pc-quiet pc-small") for each in notes),
        _problems(found.problems),
    )


def results_html(records: Sequence[Mapping[str, Any]], index: Index) -> str:
    """Each row of a finished batch: its question and what became of it, opening to the answer."""
    return page(*(_result(record, index) for record in records))


def _row(section: str, question: str) -> str:
    cells = [tag("td", text(section), class_="pc-quiet")] if section else []
    return tag("tr", "".join([*cells, tag("td", text(question))]))


def _problems(problems: Sequence[str]) -> str:
    if not problems:
        return ""
    shown = "".join(tag("li", text(each)) for each in problems[:_MOST_PROBLEMS])
    more = len(problems) - _MOST_PROBLEMS
    rest = tag("li", text(f"and {more:,} more")) if more > 0 else ""
    count = "1 row" if len(problems) == 1 else f"{len(problems):,} rows"
    return tag("p", f"{count} cannot be asked:", class_="pc-strong") + tag("ul", shown + rest, class_="pc-small")


def _result(record: Mapping[str, Any], index: Index) -> str:
    about = record["batch"]
    status = str(about["status"])
    kind = "pc-ok" if record["answered"] else "pc-open"
    head = (
        tag("span", f"{int(about['number'])}.", class_="pc-number")
        + tag("span", text(record["question"]), class_="pc-question-line")
        + tag("span", text(status), class_=f"pc-status {kind}")
    )
    if about["problem"]:
        body = tag("p", text(about["problem"]))
    elif record["answered"]:
        body = recorded_html(record, index)
    else:
        body = tag("p", text(about.get("remark") or NO_ANSWER))
    return tag("details", tag("summary", head) + tag("div", body, class_="pc-result-body"), class_="pc-result")
