"""The rows of a batch as HTML: what was recognised, and each answer, folded under its question."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from index.store import Index
from rag.batches.questions.row import QuestionRow
from rag.refusal import NO_ANSWER
from ui.app.markup.answer_json import answer_json_html
from ui.app.markup.macros import fill
from ui.app.markup.render import line, page, result
from ui.app.services.batches import Recognised


def recognised_html(found: Recognised) -> Markup:
    """How many questions are ticked, in how many sections, and what was remarked when the file was read."""
    asked = [row for row in found.chosen if row.is_asked]
    others = len(found.rows) - len(asked)
    noun = "question" if len(asked) == 1 else "questions"
    sections = _sections_in_words({row.section for row in asked if row.section})
    aside = f", {others:,} other row{'s' if others > 1 else ''} left out" if others else ""
    columns = dict.fromkeys(name for row in found.rows for name, _ in row.others)
    how = ["Tick what is to be answered; double-click a question to change its words."] if found.rows else []
    notes = [*how, *found.remarks, *([f"Columns carried through: {', '.join(columns)}."] if columns else [])]
    words = f"{len(asked):,} {noun}{sections} to be answered{aside}."
    return page(fill("batch", "recognised", words, notes))


def results_html(records: Sequence[Mapping[str, Any]], index: Index) -> Markup:
    """Each row of a finished batch: its question and what became of it, opening to the answer."""
    return page(*(_result(record, index) for record in records))


def skipped_html(rows: Sequence[QuestionRow]) -> Markup:
    """The rows that were not asked, each with what it is instead, folded; nothing where there are none."""
    return page(fill("batch", "skipped", _counted_rows(len(rows)), rows)) if rows else Markup("")


def _counted_rows(count: int) -> str:
    return "1 row was skipped" if count == 1 else f"{count:,} rows were skipped"


def _sections_in_words(sections: Collection[str]) -> str:
    return f" in {len(sections)} sections" if len(sections) > 1 else " in one section" if sections else ""


def _result(record: Mapping[str, Any], index: Index) -> Markup:
    about = record["batch"]
    kind = "pc-ok" if record["answered"] else "pc-open"
    if about["problem"]:
        body = line(about["problem"])
    elif record["answered"]:
        body = answer_json_html(record, index)
    else:
        body = line(about.get("remark") or NO_ANSWER)
    return result(f"{int(about['number'])}.", record["question"], str(about["status"]), kind, body)
