"""Search: every passage that holds some words, with counts by document, body and year."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from index.store import Index
from rag.searching.passages import SearchedWords, mentioning
from ui.app.addresses import AskAddress
from ui.app.app_pages.ask_filters import filters_widget
from ui.app.app_pages.page_state import (
    behaviour,
    errors_in_words,
    fill,
    index,
    params,
    remark,
    set_params,
    show,
    tab,
)
from ui.app.filtering import allowed, known_filters
from ui.app.markup.search import counts_html, nothing_html, passages_html

_WORDS = "Words to search for"
_EXAMPLE = "Words, or “an exact phrase”"
_PASSAGES_A_PAGE = 50


def run() -> None:
    """Draw the page."""
    address = AskAddress.parse(params())
    tab(f"Search: {address.question}" if address.question else "Search")
    st.title("Search", anchor=False)
    remark(
        "Every passage that holds all of the words, in any form and with or without hyphens. Words in quotation marks "
        "are found as they stand."
    )
    if st.session_state.get("search_shown") != address.question or "search_words" not in st.session_state:
        fill("search_words", address.question)
        st.session_state.search_shown = address.question
    with (
        st.form("search", border=False, enter_to_submit=True),
        st.container(horizontal=True, vertical_alignment="bottom"),
    ):
        st.text_input(
            _WORDS, key="search_words", placeholder="Words, or “an exact phrase”", label_visibility="collapsed"
        )
        st.form_submit_button("Search", type="primary", on_click=_search_typed)
    behaviour(focus="" if address.question else _WORDS, token=f"search {address.pairs()}")
    held = index()
    filters_widget(held.documents, address)
    with errors_in_words():
        _found(held, address)


def _found(held: Index, address: AskAddress) -> None:
    searched = SearchedWords.of(address.question, held)
    if not searched:
        if address.question:
            remark("These words stand in nearly every paragraph. Add one that says what it is about.")
        return
    among = _rows(held, address)
    rows = mentioning(searched, among, held)
    if not rows:
        show(nothing_html(searched, among, address, held))
        return
    show(counts_html(rows, address, held))
    pages = -(-len(rows) // _PASSAGES_A_PAGE)
    number = st.pagination(pages, key="search_page") if pages > 1 else 1
    first = (number - 1) * _PASSAGES_A_PAGE
    show(passages_html(rows[first : first + _PASSAGES_A_PAGE], searched, held))


def _rows(held: Index, address: AskAddress) -> Sequence[int]:
    """The rows of the paragraphs that the filters let through, in order."""
    filters = known_filters(address.filters, held.documents)
    return [row for each in allowed(held.documents, filters) for row in held.rows_of(each)]


def _search_typed() -> None:
    """Put the words that were typed into the address; none leave the page as it is."""
    words = " ".join(st.session_state.get("search_words", "").split())
    if words:
        set_params(replace(AskAddress.parse(params()), question=words, earlier=()).pairs())


run()
