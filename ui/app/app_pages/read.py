"""Read: one document, opened at a paragraph, searched."""

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from index.document import Document, Paragraph
from index.store import Index
from rag.citing.citation import listed_name
from rag.citing.links import Links
from rag.searching.finding import Found, find
from ui.app.addresses import ASK, AskAddress, ReadAddress
from ui.app.app_pages.page_of_pdf import has_page, page_of_pdf, pages_wanted
from ui.app.app_pages.page_state import (
    behaviour,
    errors_in_words,
    fill,
    index,
    is_phone,
    params,
    remark,
    set_params,
    show,
    tab,
)
from ui.app.markup.document import contents_html, document_html, masthead_html, place_of, references_html
from ui.app.markup.render import anchor, go, label, page

# Documents whose references are kept: as many as a few people read at once.
_KEPT = 32


def run() -> None:
    """Draw the page."""
    held = index()
    address = ReadAddress.parse(params())
    wanted = address.document or held.documents[0].id
    _choose(held, wanted)
    with errors_in_words():
        _read(held, held.document(wanted), address)


def _choose(held: Index, wanted: str) -> None:
    _back()
    tab(next((each.short_title or each.title for each in held.documents if each.id == wanted), "Read"))
    names = {each.id: listed_name(each) for each in held.documents}
    fill("read_document", wanted if wanted in names else None)
    choice, search = st.columns(2)
    choice.selectbox(
        "Document",
        list(names),
        index=0 if wanted in names else None,
        format_func=lambda each: names.get(each, each),
        key="read_document",
        placeholder="Choose a document",
        on_change=_open,
    )
    search.text_input("Find in this document", key="find", type="search", placeholder="Words to find")


def _read(held: Index, document: Document, address: ReadAddress) -> None:
    found = find(document, st.session_state.get("find", ""))
    here = place_of(document, address)
    if address.place and here is None:
        st.warning(f"There is no paragraph {label(address.place)} in this document.", icon=":material/info:")
    if st.session_state.get("find", "").strip():
        _tell(found)
    with st.sidebar:
        show(contents_html(document))
    if not found.spans:
        show(masthead_html(document))
    picture = _page_of_pdf(document, here) if here is not None else Markup("")
    show(document_html(document, address, found, _references(held.fingerprint, document.id, held), picture))
    scroll = anchor(here.locator) if here is not None and not found.spans else ""
    behaviour(scroll=scroll, token=f"read {address.pairs()} {bool(found.spans)}")


def _page_of_pdf(document: Document, here: Paragraph) -> Markup:
    """The page of the file that a paragraph stands on, where that is a PDF file and the reader wants to see it."""
    if has_page(document, here) and pages_wanted("Show the page of the PDF file", first=not is_phone()):
        return page_of_pdf(document, here)
    return Markup("")


@st.cache_resource(max_entries=_KEPT, show_spinner=False)
def _references(fingerprint: str, document: str, _index: Index) -> Sequence[Markup]:
    """What each paragraph of `document` refers to; a long document takes seconds, so it is found once for everybody."""
    links = Links(_index)
    return tuple(references_html(links.of(row), _index) for row in _index.rows_of(document))


def _tell(found: Found) -> None:
    if not found.spans:
        remark("Not found in this document; the whole document is shown.")
        return
    times = "once" if found.count == 1 else f"{found.count} times"
    where = "1 paragraph" if len(found.spans) == 1 else f"{len(found.spans)} paragraphs"
    remark(f"Found {times} in {where}. Empty the field to see the whole document.")


def _back() -> None:
    last: AskAddress | None = st.session_state.get("last_asked")
    if last is not None:
        show(page(go("← Back to the answer", ASK, last.pairs(), kind="pc-cite", back=True)))


def _open() -> None:
    fill("find", "")
    set_params(ReadAddress(st.session_state.read_document or "").pairs())


run()
