"""A brief on a theme: what the documents say on it, by sub-theme and date, to read and to take away."""

from functools import partial

import streamlit as st

from rag.briefs.themes import Brief
from rag.citing.citation import listed_name
from rag.reports.outputs import WORD_TYPE
from ui.app.app_pages.page_state import briefs, errors_in_words, index, params, remark, set_params, show
from ui.app.app_pages.writing.look import look_widget
from ui.app.markup.brief import brief_html
from ui.app.services.report_look import check_look

_MOST_KEPT = 50
_download = partial(st.download_button, on_click="ignore", icon=":material/download:")


def theme_widget() -> None:
    """Draw the fields for a theme and the brief on the one that the address names."""
    remark("What the documents say on a theme, grouped and in the order of their dates, each point quoted and cited.")
    held = index()
    theme, documents = _asked()
    names = {each.id: listed_name(each) for each in held.documents}
    with st.form("theme", border=False, enter_to_submit=True):
        st.text_input("Theme", value=theme, key="theme", placeholder="asset recovery networks")
        chosen = [each for each in documents if each in names]
        st.multiselect("Documents", list(names), chosen, format_func=lambda each: names[each], key="theme_documents",
                       placeholder="All documents", wrap=True)  # fmt: skip
        st.form_submit_button("Gather what they say", type="primary", on_click=_gather)
    if theme:
        with errors_in_words():
            _brief(theme, tuple(chosen))


def _asked() -> tuple[str, tuple[str, ...]]:
    asked = params()
    return "".join(asked.get("theme", ())[-1:]).strip(), tuple(asked.get("doc", ()))


def _gather() -> None:
    theme = " ".join(st.session_state.theme.split())
    if theme:
        documents = st.session_state.theme_documents
        set_params((("theme", theme), *(("doc", each) for each in documents)))


def _brief(theme: str, documents: tuple[str, ...]) -> None:
    brief = _gathered(index().fingerprint, theme, documents)
    if brief.subthemes:
        look = look_widget("theme", theme[:1].upper() + theme[1:])
        # What a download made would fail with, the browser shows as a broken file.
        check_look(look)
        with st.container(horizontal=True):
            _download("Word", partial(briefs().file, brief, look, ".docx"), "brief.docx", WORD_TYPE, key="brief_word")
            _download(
                "Markdown", partial(briefs().file, brief, look, ".md"), "brief.md", "text/markdown", key="brief_md"
            )
    show(brief_html(brief))


@st.cache_resource(show_spinner="Gathering what the documents say …", max_entries=_MOST_KEPT)
def _gathered(fingerprint: str, theme: str, documents: tuple[str, ...]) -> Brief:
    """The brief, made once for everybody; the index is known by its `fingerprint`."""
    return briefs().brief(theme, documents)
