"""The rows of a batch as HTML: what was recognised, and each answer, folded under its question."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from index.store import Index
from rag.batches.questions.row import QuestionRow
from rag.refusal import NO_ANSWER
from ui.app.markup.recorded import recorded_html
from ui.app.markup.render import page, tag, text
from ui.app.services.batches import Recognised


def recognised_html(found: Recognised) -> str:
    """How many questions are ticked, in how many sections, and what was remarked when the file was read."""
    asked = [row for row in found.chosen if row.is_asked]
    others = len(found.rows) - len(asked)
    noun = "question" if len(asked) == 1 else "questions"
    sections = _sections_in_words({row.section for row in asked if row.section})
    aside = f", {others:,} other row{'s' if others > 1 else ''} left out" if others else ""
    columns = dict.fromkeys(name for row in found.rows for name, _ in row.others)
    how = ["Tick what is to be answered; double-click a question to change its words."] if found.rows else []
    notes = [*how, *found.remarks, *([f"Columns carried through: {', '.join(columns)}."] if columns else [])]
    return page(
        tag("p", text(f"{len(asked):,} {noun}{sections} to be answered{aside}."), class_="pc-strong"),
        "".join(tag("p", text(each), class_="pc-quiet pc-small") for each in notes),
    )


def results_html(records: Sequence[Mapping[str, Any]], index: Index) -> str:
    """Each row of a finished batch: its question and what became of it, opening to the answer."""
    return page(*(_result(record, index) for record in records))


def skipped_html(rows: Sequence[QuestionRow]) -> str:
    """The rows that were not asked, each with what it is instead, folded; nothing where there are none."""
    if not rows:
        return ""
    lines = (tag("p", f"{text(row.text)} {tag('span', text(f'({row.skipped})'), class_='pc-quiet')}") for row in rows)
    head = tag("span", "", class_="pc-number") + tag("span", _counted_rows(len(rows)), class_="pc-quiet")
    body = tag("div", "".join(lines), class_="pc-result-body pc-small")
    return page(tag("details", tag("summary", head) + body, class_="pc-result"))


def _counted_rows(count: int) -> str:
    return "1 row was skipped" if count == 1 else f"{count:,} rows were skipped"


def _sections_in_words(sections: Collection[str]) -> str:
    return f" in {len(sections)} sections" if len(sections) > 1 else " in one section" if sections else ""


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
