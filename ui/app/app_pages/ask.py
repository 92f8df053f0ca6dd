"""Ask: a thread of questions, each with its cited answer, the last one beside the paragraphs it stands in."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from types import MappingProxyType

import streamlit as st
from markupsafe import Markup

from index.errors import QuestionError
from index.store import Index
from rag.answer import Answer, State
from rag.answerer import Answerer
from rag.answering.steps import Before
from rag.citing.quoted import cited_rows
from rag.following.gone_on import gone_on
from rag.reports.answer_report import answer_report
from rag.reports.outputs import WORD_TYPE, ReportStyle, report_bytes
from rag.reports.thread_report import thread_report
from ui.app.addresses import ASK, AskAddress, Filters
from ui.app.app_pages.ask_filters import filters_widget
from ui.app.app_pages.ask_verdict import verdict_widget
from ui.app.app_pages.ask_writer import asking, waited_for, writer_widget
from ui.app.app_pages.page_of_pdf import has_page, page_chosen, page_of_pdf
from ui.app.app_pages.page_state import (
    answerer,
    behaviour,
    errors_in_words,
    params,
    remark,
    set_params,
    show,
    tab,
)
from ui.app.filtering import allowed, known_filters, summary
from ui.app.first_questions import first_questions, shelf
from ui.app.markup.answer import (
    answer_html,
    evidence_html,
    following_html,
    further_html,
    introduction_html,
    question_html,
)
from ui.app.markup.answer_text import markdown, plain_text
from ui.app.markup.asking.about import about_html
from ui.app.markup.asking.route import route_html
from ui.app.markup.asking.thread import (
    EARLIER_LEVEL,
    drawn_html,
    drawn_id,
    earlier_html,
    threads_html,
    tools_html,
    turn_id,
)
from ui.app.markup.asking.ways_on import FURTHER, OnPage, ways_on_html
from ui.app.markup.render import copy_button, go, links, page
from ui.app.services.asking import Asking

_QUESTION = "Your question"
_MOST_ANSWERS = 500
_OTHERS, _ALL_FOUND = "Other paragraphs on this", "All other paragraphs that were found"
# What can be copied: what a screen reader hears of the button, and what stands on it.
_COPY: Mapping[State, tuple[str, str]] = MappingProxyType(
    {
        "answers": ("Copy the whole answer with its citations", "Copy answer"),
        "related": ("Copy the related passages with their citations and what they lack", "Copy passages"),
    }
)
_FILE_NAME, _THREAD_NAME = "answer", "questions"
_download = partial(st.download_button, on_click="ignore", type="tertiary", icon=":material/download:")


def run() -> None:
    """Draw the page."""
    address = AskAddress.parse(params())
    tab(address.question or "Ask")
    # The field stays the second thing on the page, whatever comes above it: one that moved would lose the keyboard.
    above = st.container()
    with st.container(key="ask_bar"):
        _question_form("Ask a further question …" if address.question else "Ask the documents …")
        controls = st.container(key="ask_controls", horizontal=True, vertical_alignment="top")
    if not address.question:
        with above:
            show(introduction_html())
    # Before the index is there, so that the keyboard is in the field from the first moment on.
    newest = len(address.earlier)
    scroll, after = (turn_id(newest), drawn_id(newest)) if newest else ("", "")
    behaviour(scroll=scroll, after=after, focus=_QUESTION, token=f"ask {address.pairs()}")
    answering = answerer()
    with controls:
        filters_widget(answering.index.documents, address)
        if address.question:
            show(page(go("New question", ASK, replace(address, question="", earlier=()).pairs(), kind="pc-new")))
    with above, errors_in_words():
        writer = writer_widget()
        if address.question:
            _thread(answering, address, writer)
    if not address.question:
        _first_questions(answering.index)
        show(threads_html())


def _question_form(example: str) -> None:
    form = st.form("ask", border=False, enter_to_submit=True, clear_on_submit=True)
    with form, st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input(_QUESTION, key="question", placeholder=example, label_visibility="collapsed")
        st.form_submit_button("Ask", type="primary", on_click=_ask_typed)


def _thread(answering: Answerer, address: AskAddress, writer: str) -> None:
    """The answers to the questions of a thread, one below the other, the last one with its sources."""
    index = answering.index
    answers = list[Answer]()
    for number, turn in enumerate(address.earlier):
        with errors_in_words():
            answers.append(_answer(answering, turn.question, _documents(turn.filters, index), writer, answers))
            asked_of = summary(turn.filters, index.documents) if turn.filters != address.filters else ""
            shown = answer_html(answers[-1], index, level=EARLIER_LEVEL)
            show(earlier_html(turn.question, shown, number, asked_of))
    documents = _documents(address.filters, index)
    answers.append(_answer(answering, address.question, documents, writer, answers))
    st.session_state.last_asked = address
    _newest(answers, answering, address, documents)


def _documents(filters: Filters, index: Index) -> tuple[str, ...]:
    """The ids of the documents that `filters` let through; none where they let all through."""
    known = known_filters(filters, index.documents)
    documents = allowed(index.documents, known) if known else ()
    if known and not documents:
        raise QuestionError("no document fits these filters; widen them or clear them")
    return documents


def _answer(
    answering: Answerer, question: str, documents: tuple[str, ...], writer: str, earlier: Sequence[Answer]
) -> Answer:
    before = Before.of(earlier[-1]) if earlier else None
    asked = (answering, answering.index.fingerprint, question, documents, writer, before)
    try:
        answer = waited_for(_asked(*asked), question)
    except Exception:
        # An error is nothing to keep: asked again, the question is answered anew.
        _asked.clear(*asked)
        raise
    if answer.language_model and answer.language_model.failure:
        # The next reader may find the model well again.
        _asked.clear(*asked)
    return answer


@st.cache_resource(show_spinner=False, max_entries=_MOST_ANSWERS)
def _asked(
    _answering: Answerer,
    fingerprint: str,
    question: str,
    documents: tuple[str, ...],
    writer: str,
    before: Before | None,
) -> Asking:
    """The question, from memory where anybody asked it before: a click or a shared address asks nothing anew.

    The index is known by its `fingerprint`, who writes by `writer`, the question before in the thread by `before`.
    """
    return asking(_answering, question, documents, writer, before)


def _newest(answers: Sequence[Answer], answering: Answerer, address: AskAddress, documents: tuple[str, ...]) -> None:
    answer, index = answers[-1], answering.index
    show(question_html(answer, turn_id(len(address.earlier))))
    if len(answers) > 1 and gone_on(address.question, Before.of(answers[-2])):
        show(following_html(replace(address, earlier=())))
    if answer.intent == "about" and answer.state == "nothing":
        show(about_html(index.documents))
        show(drawn_html(len(address.earlier)))
        return
    route, further = route_html(answer, index, documents), further_html(answer, index)
    show(route)
    # Side by side where there is room; else one below the other.
    with st.container(key="panes"):
        with st.container(key="answer_pane"):
            show(answer_html(answer, index))
            has = OnPage(is_compared=answer.intent == "change" and bool(route), has_further=bool(further))
            asked = address if documents else replace(address, filters=Filters())
            show(ways_on_html(answer, asked, index, answering.retriever.spelling, has))
            _actions(answers, index)
            verdict_widget(answer, documents)
        with st.container(key="source_pane"):
            show(evidence_html(answer, index, _pages(answer, index)))
            if further:
                with st.expander(_OTHERS if answer.state == "answers" else _ALL_FOUND, key=FURTHER):
                    show(further)
            show(drawn_html(len(address.earlier)))


def _pages(answer: Answer, index: Index) -> Mapping[int, Markup]:
    """The pages of PDF files that the paragraphs cited stand on, by their rows, where the reader wants to see them."""
    cited = [(row, index.paragraphs[row]) for row in cited_rows(answer.statements, index)]
    on_pages = {row: each for row, each in cited if has_page(each.document, each.paragraph)}
    if not on_pages:
        return {}
    with st.container(key="source_as_pages", width="content"):
        if not page_chosen():
            return {}
    return {row: page_of_pdf(each.document, each.paragraph) for row, each in on_pages.items()}


def _actions(answers: Sequence[Answer], index: Index) -> None:
    answer = answers[-1]
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="actions"):
        copies = []
        if answer.state in _COPY:
            copies.append(copy_button(plain_text(answer, index), *_COPY[answer.state]))
        st.html(str(page(*copies, tools_html(), kind="pc-tools")), width="content")
        _download("Word", partial(_word_file, answer, index), f"{_FILE_NAME}.docx", WORD_TYPE, key="word")
        if len(answers) > 1:
            whole = partial(_thread_file, answers, index)
            _download("Word, all questions", whole, f"{_THREAD_NAME}.docx", WORD_TYPE, key="word_thread")
        text = markdown(answer, index)
        _download("Markdown", text, f"{_FILE_NAME}.md", "text/markdown", key="markdown")


def _word_file(answer: Answer, index: Index) -> bytes:
    return report_bytes(answer_report(answer, index, _now()), ".docx", ReportStyle(answer.question, "brackets"))


def _thread_file(answers: Sequence[Answer], index: Index) -> bytes:
    return report_bytes(thread_report(answers, index, _now()), ".docx", ReportStyle(answers[0].question, "brackets"))


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")


def _first_questions(index: Index) -> None:
    remark(f"{shelf(index.documents)}. Try one of these")
    show(links([(question, ASK, AskAddress(question).pairs()) for question in first_questions(index.documents)]))


def _ask_typed() -> None:
    """Put the question that was typed into the address; an empty one leaves the page as it is."""
    question = " ".join(st.session_state.get("question", "").split())
    if question:
        set_params(AskAddress.parse(params()).followed_by(question).pairs())


run()
