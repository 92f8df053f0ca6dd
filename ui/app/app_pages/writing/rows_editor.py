"""The rows of a batch in a table: which are asked, in which words, and what the others are."""

from typing import Any

import streamlit as st

from ui.app.app_pages.page_state import batches, is_phone, show
from ui.app.markup.batch import recognised_html
from ui.app.services.batch_rows import Choice, default_choice
from ui.app.services.batch_store import BatchJob
from ui.app.services.batches import Recognised

_ASK, _QUESTION, _WHY, _SECTION, _WHERE = "Ask", "Question", "What it is", "Section", "Where"
# Pixels. From 65 on Streamlit breaks lines in a cell; short questions need no more than one.
_LOW, _HIGH = 36, 68
_SHORT, _SHORT_REASON = 44, 21  # characters: what fits into the columns in one line
_HEADER = 38
# With these the columns fill the page on a screen, and on a phone the question is in view as a whole.
_WIDTH, _WIDTH_ON_A_PHONE = 380, 292
_MOST_HEIGHT = 620  # pixels, about what a window shows at once; the table scrolls


def choose_rows(job: BatchJob) -> Recognised:
    """What was recognised in the questions of a batch, with the choices that its owner makes in the table shown."""
    found = batches().recognised(job.id)
    place = st.container()
    if found.rows:
        choices = _chosen(job, found)
        if choices != found.choices:
            batches().choose(job.id, choices)
            found = Recognised(found.rows, found.remarks, choices)
    with place:
        show(recognised_html(found))
    return found


def _chosen(job: BatchJob, found: Recognised) -> dict[int, Choice]:
    """The choices in the table, by the numbers of the rows, those left out that nobody changed."""
    key, shown = f"rows-{job.id}", f"shown-{job.id}"
    if key not in st.session_state:
        # The table keeps its own changes while it stands on the page, and begins anew from what was kept.
        st.session_state[shown] = _columns(found)
    edited = _table(st.session_state[shown], key)
    pairs = zip(edited[_ASK], edited[_QUESTION], strict=True)
    choices = [Choice(bool(ask), str(words or "")) for ask, words in pairs]
    return {
        number: choice
        for number, (row, choice) in enumerate(zip(found.rows, choices, strict=True))
        if choice != default_choice(row)
    }


def _columns(found: Recognised) -> dict[str, list[Any]]:
    rows = found.chosen
    columns: dict[str, list[Any]] = {
        _ASK: [row.is_asked for row in rows],
        _QUESTION: [row.text for row in rows],
        # What it was taken for stays beside a row that its owner has ticked.
        _WHY: [row.skipped or row.problem or "" for row in found.rows],
        _SECTION: [row.section or "" for row in rows],
        _WHERE: [row.place for row in rows],
    }
    return {name: values for name, values in columns.items() if name in (_ASK, _QUESTION) or any(values)}


def _table(columns: dict[str, list[Any]], key: str) -> Any:  # noqa: ANN401 - what it hands back, it does not say
    config = {
        _ASK: st.column_config.CheckboxColumn(width=62, help="Whether the row is asked."),
        _QUESTION: st.column_config.TextColumn(
            width=_WIDTH_ON_A_PHONE if is_phone() else _WIDTH, help="What is asked. Double-click to change it."
        ),
        _WHY: st.column_config.TextColumn(width=150, help="Why the row is not asked."),
        _SECTION: st.column_config.TextColumn(width=120),
        _WHERE: st.column_config.TextColumn(width=112, help="Where it stands in the file."),
    }
    short = {_QUESTION: _SHORT, _WHY: _SHORT_REASON}
    is_low = all(len(words) <= most for name, most in short.items() for words in columns.get(name, ()))
    height = _LOW if is_low else _HIGH
    return st.data_editor(
        columns,
        key=key,
        hide_index=True,
        num_rows="fixed",
        disabled=[_WHY, _SECTION, _WHERE],
        column_config=config,
        row_height=height,
        height=min(_MOST_HEIGHT, _HEADER + len(columns[_ASK]) * height),
    )
