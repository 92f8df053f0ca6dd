"""Documents: what is indexed; adding and removing, while others go on asking."""

from collections.abc import Sequence

import streamlit as st

from index.catalogue import SUFFIXES
from index.document import Document
from index.errors import IndexFolderError, QuestionError
from index.store import Index
from rag.citing.citation import name_of
from rag.question.versions import families
from ui.app.app_pages.page_state import (
    behaviour,
    errors_in_words,
    in_words,
    index,
    index_holder,
    may_remove,
    reindexer,
    remark,
    show,
    tab,
)
from ui.app.first_questions import shelf
from ui.app.markup.index_state import OTHERS, VERSIONS, about_html, document_card, index_facts
from ui.app.markup.render import label, line, page
from ui.app.services.uploads import MOST_BYTES, Upload

_MEGABYTE = 1024 * 1024
_LOOK_AGAIN_SECONDS = 0.7
_NEWS = "indexing"


def run() -> None:
    """Draw the page."""
    tab("Documents")
    st.title("Documents", anchor=False)
    show(page(line("What answers are taken from.", "pc-quiet pc-small", _NEWS)))
    _progress()
    if problem := index_holder().problem:
        st.warning(in_words(f"a newer index could not be opened, so the old one is still in use: {problem}"))
    held = _index()
    if held is not None:
        remark(f"{shelf(held.documents)}.")
        _shelf(held)
    _adding()
    if held is not None:
        st.header("The index", anchor=False)
        show(index_facts(held))
    # Whoever pressed a button further down wants to see what becomes of it.
    behaviour(scroll=_NEWS if _is_busy() else "", token=f"documents {_is_busy()}")


def _index() -> Index | None:
    """The index in use; None where there is none yet, so that the first document can be added here."""
    try:
        return index()
    except IndexFolderError as error:
        st.info(in_words(str(error)))
        return None


def _shelf(held: Index) -> None:
    """The documents: versions of one text together, then the others."""
    together = [each for each in families(held.documents) if len(each) > 1]
    single = [each for each in families(held.documents) if len(each) == 1]
    for family in together:
        st.header(VERSIONS, anchor=False)
        _family(held, family)
    if together and single:
        st.header(OTHERS, anchor=False)
    for family in single:
        _family(held, family)


def _family(held: Index, family: Sequence[Document]) -> None:
    for document in family:
        others = [each for each in family if each.id != document.id]
        _document(held, document, others[-1] if others else None)


def _document(held: Index, document: Document, version: Document | None) -> None:
    findings = [each for each in held.findings if each.document == document.id]
    with st.container(horizontal=True, vertical_alignment="top", key=f"document-{document.id}"):
        with st.container(width="stretch"):
            show(document_card(document, findings, about_html(document, held, version)))
        stays = _is_busy() or len(held.documents) == 1
        if may_remove() and st.button("Remove", key=f"remove-{document.id}", type="tertiary", disabled=stays):
            _confirm(document)


@st.dialog("Remove this document?")
def _confirm(document: Document) -> None:
    st.write(label(name_of(document)))
    st.write(
        "It will no longer be searched or cited. A file that was added here is deleted; one of the folder corpus stays "
        "there, and comes back with: pincite index"
    )
    with st.container(horizontal=True):
        if st.button("Remove it", type="primary"):
            with errors_in_words():
                # Asked again: a dialog may stand open while somebody signs out or is no administrator any more.
                if not may_remove():
                    raise QuestionError("you may not remove documents here; ask an administrator")
                reindexer().remove(document.id)
                st.rerun()
        if st.button("Keep it"):
            st.rerun()


def _adding() -> None:
    st.header("Add documents", anchor=False)
    limit = MOST_BYTES // _MEGABYTE
    remark(f"PDF, Word, web pages or text, up to {limit} MB each. Everybody can go on asking while they are read.")
    with st.form("add", clear_on_submit=True, border=False):
        files = st.file_uploader(
            "Files", type=[*SUFFIXES], accept_multiple_files=True, label_visibility="collapsed", key="files"
        )
        sent = st.form_submit_button("Add to the documents", disabled=_is_busy())
    if sent and files:
        with errors_in_words():
            reindexer().add([Upload(file.name, file.getvalue()) for file in files])
            st.rerun()


def _is_busy() -> bool:
    job = reindexer().job
    return job is not None and job.is_running


def _progress() -> None:
    """How far the job that runs is, looked at again and again until it is done; how the last one ended."""
    if _is_busy():
        st.fragment(_running, run_every=_LOOK_AGAIN_SECONDS)()
    elif job := reindexer().job:
        for problem in job.problems:
            st.error(in_words(problem), icon=":material/error:")
        if job.done:
            st.success(label(job.done), icon=":material/check_circle:")


def _running() -> None:
    job = reindexer().job
    if job is None or not job.is_running:
        st.rerun()
    else:
        st.progress(job.share, text=label(f"{job.task}: {job.step.lower()} …"))


run()
