"""Check a draft: its quotations and citations held against the documents, the same file back with comments."""

import streamlit as st

from index.store import Index
from rag.reports.outputs import WORD_TYPE
from rag.verifying.check import DraftChecker
from rag.verifying.files import draft_suffixes
from ui.app.app_pages.page_state import behaviour, errors_in_words, index, remark, show, tab
from ui.app.markup.checked import checked_html
from ui.app.services.draft_check import CheckedUpload, check_upload, checked_name
from ui.app.services.uploads import MOST_BYTES, Upload

_MEGABYTE = 1024 * 1024
_EXCEL_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# Indexes whose texts are kept ready: the one in use, and the one before it while somebody still reads.
_KEPT = 2


def run() -> None:
    """Draw the page."""
    tab("Check a draft")
    st.title("Check a draft", anchor=False)
    remark("Every quotation and citation held against the documents; the same Word file back, with comments.")
    kinds = [ending.removeprefix(".") for ending in draft_suffixes()]
    file = st.file_uploader("A draft", type=kinds, key="draft_file")
    remark(
        f"Word, PDF, HTML or text, up to {MOST_BYTES // _MEGABYTE} MB. The draft is read, checked and forgotten: "
        "nothing of it is kept on the server."
    )
    if file is None:
        st.session_state.pop("checked_draft", None)
    else:
        with errors_in_words():
            _checked(Upload(file.name, file.getvalue()), file.file_id)
    behaviour(token="check")


def _checked(upload: Upload, identity: str) -> None:
    held = index()
    key = (identity, held.fingerprint)
    last: tuple[tuple[str, str], CheckedUpload] | None = st.session_state.get("checked_draft")
    if last is None or last[0] != key:
        with st.spinner("Checking the draft …"):
            last = key, check_upload(upload, held, _checker(held, held.fingerprint))
        st.session_state.checked_draft = last
    found = last[1]
    _downloads(found, upload.name)
    whole = st.toggle("Show also what is in order", key="check_whole")
    show(checked_html(found.checked, whole=whole))


def _downloads(found: CheckedUpload, name: str) -> None:
    with st.container(horizontal=True):
        if found.word is not None:
            st.download_button(
                "Word file with comments",
                found.word,
                checked_name(name),
                WORD_TYPE,
                on_click="ignore",
                icon=":material/download:",
                type="primary",
            )
        st.download_button(
            "Table (Excel)",
            found.workbook,
            f"{checked_name(name).rpartition('.')[0]}.xlsx",
            _EXCEL_TYPE,
            on_click="ignore",
            icon=":material/download:",
        )


@st.cache_resource(show_spinner=False, max_entries=_KEPT)
def _checker(_held: Index, fingerprint: str) -> DraftChecker:
    """The checker by the index with `fingerprint`, one for everybody."""
    return DraftChecker(_held.store)


run()
