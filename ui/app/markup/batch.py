"""The rows of a batch as HTML: what was recognised, and each answer, folded under its question."""

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from markupsafe import Markup

from index.store import Index
from index.text.wording import counted
from rag.answer import State
from rag.answer_json import state_of
from rag.batches.questions.row import QuestionRow
from ui.app.addresses import ASK, AskAddress, Filters
from ui.app.markup.answer_json import answer_json_html
from ui.app.markup.macros import fill
from ui.app.markup.render import go, line, page, result, state_name
from ui.app.services.batches import Recognised

# Under the name of the batch.
_LEVEL = 3
_ALONE = "Ask it on its own page, to see what was found and what you can do"
_KINDS: Mapping[State, str] = MappingProxyType({"answers": "pc-ok", "related": "pc-check", "nothing": "pc-open"})


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


def check_these_html(records: Sequence[Mapping[str, Any]]) -> Markup:
    """The questions whose answers are not sure, each with why; nothing where there are none."""
    unsure = [each for each in records if state_of(each) != "answers"]
    lines = [(_alone(each), state_name(state_of(each)), each.get("checks", ())) for each in unsure]
    title = f"Check these: {len(unsure):,} of {counted(len(records), 'question')}"
    return page(fill("batch", "check_these", title, lines)) if unsure else Markup("")


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


def _alone(record: Mapping[str, Any]) -> Markup:
    """A link to a question on its own page, asked of the same documents."""
    about = record["batch"]
    words = f"{int(about['number'])}. {record['question']}"
    return go(words, ASK, AskAddress(str(record["question"]), Filters(tuple(about["documents"]))).pairs())


def _result(record: Mapping[str, Any], index: Index) -> Markup:
    about = record["batch"]
    number, question = f"{int(about['number'])}.", str(record["question"])
    if about["problem"]:
        return result(number, question, str(about["status"]), "pc-open", line(about["problem"]))
    state = state_of(record)
    body = answer_json_html(record, index, level=_LEVEL)
    if state != "answers":
        body += go(_ALONE, ASK, AskAddress(question, Filters(tuple(about["documents"]))).pairs())
    return result(number, question, state_name(state), _KINDS[state], body)
