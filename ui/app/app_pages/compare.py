"""Compare: two documents side by side."""

import streamlit as st

from index.document import Document
from index.errors import QuestionError
from index.store import Index
from rag.citing.citation import listed_name
from rag.comparing.align import Alignment, align
from ui.app.addresses import CompareAddress
from ui.app.app_pages.page_state import behaviour, errors_in_words, fill, index, params, set_params, show, tab
from ui.app.markup.compare import alignment_html, parts_html, row_id
from ui.app.markup.comparison import likely_pair

_MOST_ALIGNED = 20


def run() -> None:
    """Draw the page."""
    tab("Compare")
    held = index()
    if len(held.documents) < 2:
        st.info("There is only one document; add another on the page Documents to compare them.")
        return
    address = _with_defaults(CompareAddress.parse(params()), held)
    scroll = ""
    with errors_in_words():
        one, other = held.document(address.left), held.document(address.right)
        _choose(held, one, other)
        if one.id == other.id:
            raise QuestionError("choose two different documents to compare")
        alignment = _aligned(held, held.fingerprint, one.id, other.id)
        with st.sidebar:
            show(parts_html(alignment))
        only_changes = st.toggle("Leave out paragraphs with the same words", key="only_changes")
        show(alignment_html(alignment, only_changes=only_changes))
        scroll = row_id(address.place, alignment)
    behaviour(scroll=scroll, token=f"compare {address.pairs()}")


def _choose(held: Index, one: Document, other: Document) -> None:
    names = {each.id: listed_name(each) for each in held.documents}
    fill("compare_left", one.id)
    fill("compare_right", other.id)
    columns = st.columns(2)
    for column, side, words in zip(columns, ("left", "right"), ("Earlier document", "Later document"), strict=True):
        column.selectbox(
            words, list(names), format_func=lambda each: names.get(each, each), key=f"compare_{side}", on_change=_open
        )


def _with_defaults(address: CompareAddress, held: Index) -> CompareAddress:
    """`address`, or where it does not name two documents those that are likely to be compared."""
    if address.left and address.right:
        return address
    named = address.left or address.right
    older, newer = likely_pair(held.documents, held.document(named) if named else None)
    return CompareAddress(older.id, newer.id, address.place)


@st.cache_resource(show_spinner="Comparing …", max_entries=_MOST_ALIGNED)
def _aligned(_held: Index, fingerprint: str, left: str, right: str) -> Alignment:
    """The alignment, made once for everybody; `_held` is the index with `fingerprint`."""
    return align(_held, left, right)


def _open() -> None:
    set_params(CompareAddress(st.session_state.compare_left, st.session_state.compare_right).pairs())


run()
