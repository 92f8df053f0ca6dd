"""Ask: a question, its cited answer, the paragraphs it stands in."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial
from types import MappingProxyType

import streamlit as st

from index.errors import QuestionError
from index.store import Index
from rag.answer import Answer, State
from rag.answerer import Answerer
from rag.question.following import completed
from rag.reports.answer_report import answer_report
from rag.reports.outputs import WORD_TYPE, ReportStyle, report_bytes
from ui.app.addresses import ASK, AskAddress
from ui.app.app_pages.ask_filters import filters_widget
from ui.app.app_pages.ask_verdict import verdict_widget
from ui.app.app_pages.ask_writer import writer_widget, written
from ui.app.app_pages.page_state import (
    answerer,
    behaviour,
    errors_in_words,
    fill,
    index_holder,
    params,
    remark,
    set_params,
    show,
    tab,
)
from ui.app.filtering import allowed, known_filters
from ui.app.first_questions import first_questions, shelf
from ui.app.markup.answer import (
    answer_html,
    evidence_html,
    following_html,
    further_html,
    introduction_html,
    question_html,
    ways_on_html,
)
from ui.app.markup.answer_text import markdown, plain_text
from ui.app.markup.render import copy_button, links, page

_QUESTION = "Your question"
_MOST_EARLIER = 20
_MOST_ANSWERS = 500
_FURTHER, _ALL_FOUND = "Other paragraphs on this", "All other paragraphs that were found"
# What can be copied: what a screen reader hears of the button, and what stands on it.
_COPY: Mapping[State, tuple[str, str]] = MappingProxyType(
    {
        "answers": ("Copy the whole answer with its citations", "Copy answer"),
        "related": ("Copy the related passages with their citations and what they lack", "Copy passages"),
    }
)
_FILE_NAME = "answer"
_download = partial(st.download_button, on_click="ignore", type="tertiary", icon=":material/download:")


def run() -> None:
    """Draw the page."""
    address = AskAddress.parse(params())
    tab(address.question or "Ask")
    if st.session_state.get("ask_shown") != address or "question" not in st.session_state:
        # Opened from a link, an example, another page or the browser's history: the field follows the address. What was
        # just typed is left alone, as somebody may be typing the next question already.
        if st.session_state.get("question", "").split() != address.question.split():
            fill("question", address.question)
        st.session_state.ask_shown = address
    # A place of its own, empty or not: a field that moved up when it went would lose the keyboard.
    with st.container():
        if not address.question:
            show(introduction_html())
    _question_form()
    # Before the index is there, so that the keyboard is in the field from the first moment on.
    behaviour(focus="" if address.question else _QUESTION, token=f"ask {address.pairs()}")
    answering = answerer()
    _controls(answering.index, address)
    with errors_in_words():
        writer = writer_widget()
        if address.question:
            _answer(answering, address, writer)
    if not address.question:
        _first_questions(answering.index)


def _question_form() -> None:
    with st.form("ask", border=False, enter_to_submit=True), st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input(_QUESTION, key="question", placeholder="Ask the documents …", label_visibility="collapsed")
        st.form_submit_button("Ask", type="primary", on_click=_ask_typed)


def _controls(index: Index, address: AskAddress) -> None:
    with st.container(gap=None):
        filters_widget(index.documents, address)
        asked: list[AskAddress] = st.session_state.setdefault("earlier", [])
        earlier = [each for each in asked if each != address]
        if earlier:
            with st.expander("Earlier questions", type="compact", icon=":material/history:", key="earlier_open"):
                show(links([(each.question, ASK, each.pairs()) for each in reversed(earlier)]))


def _answer(answering: Answerer, address: AskAddress, writer: str) -> None:
    index = answering.index
    filters = known_filters(address.filters, index.documents)
    documents = allowed(index.documents, filters) if filters else ()
    if filters and not documents:
        raise QuestionError("no document fits these filters; widen them or clear them")
    asked = (written(answering, writer), index.fingerprint, address.question, documents, writer)
    answer = _answered(*asked)
    if answer.language_model and answer.language_model.failure:
        # The next reader may find the model well again.
        _answered.clear(*asked)
    before = _before(address)
    _remember(address)
    show(question_html(answer))
    if before and (whole := completed(address.question, before.question)):
        show(following_html(replace(address, question=whole)))
    # Side by side where there is room; else one below the other.
    with st.container(key="panes"):
        with st.container(key="answer_pane"):
            show(answer_html(answer, index))
            show(ways_on_html(answer, is_filtered=bool(documents)))
            _actions(answer, index)
            verdict_widget(answer, documents)
        with st.container(key="source_pane"):
            show(evidence_html(answer, index))
            if further := further_html(answer, index):
                with st.expander(_FURTHER if answer.state == "answers" else _ALL_FOUND):
                    show(further)


@st.cache_resource(show_spinner=False, max_entries=_MOST_ANSWERS)
def _answered(_answering: Answerer, fingerprint: str, question: str, documents: tuple[str, ...], writer: str) -> Answer:
    """The answer, from memory where anybody had it before: a click on the page or a shared address asks nothing anew.

    The index is known by its `fingerprint`, who writes by `writer`.
    """
    return index_holder().answer(_answering, question, documents)


def _actions(answer: Answer, index: Index) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="actions"):
        if answer.state in _COPY:
            copy = copy_button(plain_text(answer, index), *_COPY[answer.state])
            st.html(str(page(copy)), width="content")
        _download("Word", partial(_word_file, answer, index), f"{_FILE_NAME}.docx", WORD_TYPE, key="word")
        text = markdown(answer, index)
        _download("Markdown", text, f"{_FILE_NAME}.md", "text/markdown", key="markdown")


def _word_file(answer: Answer, index: Index) -> bytes:
    today = datetime.now().astimezone().isoformat(timespec="seconds")
    return report_bytes(answer_report(answer, index, today), ".docx", ReportStyle(answer.question, "brackets"))


def _first_questions(index: Index) -> None:
    remark(f"{shelf(index.documents)}. Try one of these")
    show(links([(question, ASK, AskAddress(question).pairs()) for question in first_questions(index.documents)]))


def _before(address: AskAddress) -> AskAddress | None:
    """What was asked before the question at `address`, by the same reader."""
    asked: list[AskAddress] = st.session_state.get("earlier", [])
    return next((each for each in reversed(asked) if each != address), None)


def _remember(address: AskAddress) -> None:
    earlier: list[AskAddress] = st.session_state.setdefault("earlier", [])
    if address in earlier:
        earlier.remove(address)
    st.session_state.earlier = [*earlier, address][-_MOST_EARLIER:]
    st.session_state.last_asked = address


def _ask_typed() -> None:
    """Put the question that was typed into the address; an empty one leaves the page as it is."""
    question = " ".join(st.session_state.get("question", "").split())
    if question:
        set_params(replace(AskAddress.parse(params()), question=question).pairs())


run()
