"""Thumbs up or down for an answer, with a note, kept for those who evaluate pincite."""

import streamlit as st

from rag.answer import Answer
from ui.app.app_pages.page_state import errors_in_words, feedback_path, remark
from ui.app.markup.render import quiet
from ui.app.services.feedback import LONGEST_NOTE, feedback_of, keep_feedback


@st.fragment
def verdict_widget(answer: Answer, documents: tuple[str, ...]) -> None:
    """Draw the thumbs and, once one was pressed, a field for a note."""
    key = f"{hash((answer.question, documents, answer.index))}"
    numbers: dict[str, int] = st.session_state.setdefault("verdicts", {})
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.html(str(quiet("Was this useful?")), width="content")
        verdict = st.feedback("thumbs", key=f"verdict-{key}")
    if verdict is None:
        return
    note = str(st.session_state.get(f"kept-note-{key}", ""))
    if st.session_state.get(f"kept-{key}") != verdict:
        with errors_in_words():
            kept = feedback_of(answer, documents, is_good=bool(verdict), note=note)
            numbers[key] = keep_feedback(kept, feedback_path(), numbers.get(key))
            st.session_state[f"kept-{key}"] = verdict
    remark("Thank you. Your verdict was kept for those who improve the answers.")
    with st.form(f"note-form-{key}", border=False):
        st.text_area(
            "What was good, wrong or missing? (optional)", key=f"note-{key}", max_chars=LONGEST_NOTE, height=80
        )
        if st.form_submit_button("Send the note"):
            with errors_in_words():
                words = st.session_state[f"note-{key}"]
                kept = feedback_of(answer, documents, is_good=bool(verdict), note=words)
                numbers[key] = keep_feedback(kept, feedback_path(), numbers.get(key))
                st.session_state[f"kept-note-{key}"] = words
                remark("Thank you, the note was kept.")
