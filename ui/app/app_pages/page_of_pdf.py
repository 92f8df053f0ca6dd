"""The page of a PDF file with a paragraph framed on it, where the file still lies and the reader wants to see it."""

from pathlib import Path

import streamlit as st
from markupsafe import Markup

from index.document import Document, Paragraph
from index.readers.page_image.framed import FramedPage, framed_page
from rag.citing.citation import cite
from ui.app.app_pages.page_state import errors_in_words
from ui.app.markup.document import page_html

# Pages that are kept drawn: what a few people look at.
_KEPT = 64
_TEXT, _PAGE = "Text", "Page"


def has_page(document: Document, paragraph: Paragraph) -> bool:
    """Whether `paragraph` stands on a page of a PDF file that is there to be drawn."""
    source = Path(document.source)
    return paragraph.page is not None and source.suffix.lower() == ".pdf" and source.is_file()


def page_of_pdf(document: Document, paragraph: Paragraph) -> Markup:
    """The page that a paragraph which `has_page` stands on; why it cannot be drawn is told on the page."""
    source = Path(document.source)
    with errors_in_words():
        picture = _framed(source, source.stat().st_mtime_ns, paragraph.page or 1, paragraph.text)
        return page_html(picture, paragraph.page or 1, cite(document, paragraph.locator))
    return Markup("")


def pages_wanted(words: str, *, first: bool) -> bool:
    """Whether the reader wants to see pages: as last said on any page of the app, `first` before anything was said.

    Draws the switch that says so.
    """
    st.session_state.show_page = st.session_state.setdefault("wants_page", first)
    return st.toggle(words, key="show_page", on_change=_remember)


def page_chosen() -> bool:
    """Whether the sources of an answer are to be shown as pages, as `pages_wanted` remembers it; draws the choice."""
    st.session_state.source_as = _PAGE if st.session_state.setdefault("wants_page", False) else _TEXT
    chosen = st.segmented_control(
        "How the sources are shown",
        (_TEXT, _PAGE),
        key="source_as",
        required=True,
        label_visibility="collapsed",
        on_change=_remember_choice,
    )
    return chosen == _PAGE


def _remember() -> None:
    # Streamlit forgets a switch as soon as a page without it is drawn.
    st.session_state.wants_page = st.session_state.show_page


def _remember_choice() -> None:
    st.session_state.wants_page = st.session_state.source_as == _PAGE


@st.cache_resource(max_entries=_KEPT, show_spinner="Drawing the page …")
def _framed(source: Path, changed: int, page: int, text: str) -> FramedPage:
    return framed_page(source, page, text)
