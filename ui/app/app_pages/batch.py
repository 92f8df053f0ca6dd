"""Write: questions or a theme in, documents with cited answers out; questions are answered in the background."""

import streamlit as st

from rag.batches.questions.file import READERS
from rag.citing.citation import spelled_date
from ui.app.addresses import BATCH
from ui.app.app_pages.page_state import (
    batches,
    behaviour,
    errors_in_words,
    index,
    may_remove,
    owner,
    params,
    remark,
    set_params,
    show,
    tab,
)
from ui.app.app_pages.writing.look import look_widget
from ui.app.app_pages.writing.rows_editor import choose_rows
from ui.app.app_pages.writing.theme import theme_widget
from ui.app.markup.batch import check_these_html, results_html, skipped_html
from ui.app.markup.render import label, links
from ui.app.services.batch_store import BatchJob
from ui.app.services.batches import OUTPUTS, Recognised, remaining, title_of
from ui.app.services.uploads import MOST_BYTES, Upload

_MEGABYTE = 1024 * 1024
_LOOK_AGAIN_SECONDS = 0.7
_ROWS_A_PAGE = 50
_QUESTIONS, _THEME = "Questions", "A theme"
# What questions that were typed are kept as.
_TYPED = "Questions.txt"
_MIME = {
    "Word": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "Excel": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "Markdown": "text/markdown",
}


def run() -> None:
    """Draw the page."""
    tab("Write")
    st.title("Write", anchor=False)
    job = _job_of_address()
    if job is not None:
        _job(job)
        _others(job)
    elif _wants_theme():
        theme_widget()
    else:
        _questions()
        _others(job)
    behaviour(token=f"write {sorted(params().items())}")


def _wants_theme() -> bool:
    """Whether a brief is to be on a theme, not on questions; an address with a theme says so."""
    first = _THEME if "theme" in params() else _QUESTIONS
    chosen = st.segmented_control(
        "A document with cited answers to", (_QUESTIONS, _THEME), default=first, key="write_kind", required=True
    )
    return chosen == _THEME


def _job_of_address() -> BatchJob | None:
    wanted = "".join(params().get("job", ())[-1:])
    if not wanted:
        return None
    job = batches().job(wanted)
    if job is None or job.owner != owner():
        st.warning("There is no such batch here; it may have been deleted.")
        return None
    return job


def _questions() -> None:
    remark("Your questions in, a Word document with cited answers out. You see what was read before it is answered.")
    with st.form("typed", clear_on_submit=True, border=False):
        words = st.text_area(
            "Questions, one a line", key="typed_questions", height=140, placeholder="Type or paste them here"
        )
        typed = st.form_submit_button("Read these questions", key="read_typed")
    if typed and words.strip():
        _begin(Upload(_TYPED, words.encode()))
    _upload()


def _begin(upload: Upload) -> None:
    with errors_in_words(), st.spinner("Reading the questions …"):
        job = batches().add(upload, owner())
        set_params((("job", job.id),))
        st.rerun()


def _upload() -> None:
    kinds = [ending.removeprefix(".") for ending in READERS]
    limit = MOST_BYTES // _MEGABYTE
    with st.form("batch", clear_on_submit=True, border=False):
        file = st.file_uploader("Or a file of questions", type=kinds, key="batch_file")
        remark(
            f"Text with a question a line, a table with a column called question, or a Word document; up to {limit} MB."
        )
        sent = st.form_submit_button("Read the questions")
    if sent and file is not None:
        _begin(Upload(file.name, file.getvalue()))


def _job(job: BatchJob) -> None:
    st.header(label(job.name), anchor=False)
    if job.state in ("waiting", "running"):
        st.fragment(_progress, run_every=_LOOK_AGAIN_SECONDS)(job.id)
    elif job.state == "done":
        _results(job)
    else:
        _stopped(job)


def _progress(job_id: str) -> None:
    job = batches().job(job_id)
    if job is None or job.state not in ("waiting", "running"):
        st.rerun()
    elif job.state == "waiting":
        st.progress(0.0, text="Waiting to begin …")
    else:
        share = job.done / job.total if job.total else 0.0
        st.progress(share, text=f"{job.done:,} of {job.total:,} answered; {remaining(job) or 'starting'}")
        remark("You can close this page; the batch goes on. Its address brings you back to it.")


def _stopped(job: BatchJob) -> None:
    """A batch that was not begun yet, or stopped before it was done."""
    if job.problem:
        st.error(label(f"It stopped: {job.problem}"), icon=":material/error:")
    found = choose_rows(job)
    why_not = "" if any(row.is_asked for row in found.chosen) else _why_nothing_is_asked(found)
    look = look_widget(job.id, job.title or title_of(job))
    words = "Go on" if job.problem or job.done else "Answer them"
    with st.container(horizontal=True, vertical_alignment="center"):
        if st.button(words, type="primary", disabled=bool(why_not)):
            with errors_in_words():
                batches().begin(job.id, look)
                st.rerun()
        _delete(job)
    if why_not:
        remark(why_not)


def _why_nothing_is_asked(found: Recognised) -> str:
    if not found.rows:
        return "There is nothing in this file that could be asked. Delete it, and choose another."
    return "Nothing is ticked, so there is nothing to answer. Tick the rows that are questions."


def _results(job: BatchJob) -> None:
    asked = job.total - job.skipped
    remark(f"{asked:,} questions: {job.summary}.")
    with st.container(horizontal=True):
        for name, file in OUTPUTS.items():
            path = batches().output(job.id, name)
            if path.is_file():
                st.download_button(
                    name, path.read_bytes, file, _MIME[name], on_click="ignore", icon=":material/download:", key=name
                )
        _delete(job)
    show(check_these_html(batches().results(job.id, 0, asked)))
    pages = max(1, -(-asked // _ROWS_A_PAGE))
    number = st.pagination(pages, key="batch_page") if pages > 1 else 1
    records = batches().results(job.id, (number - 1) * _ROWS_A_PAGE, _ROWS_A_PAGE)
    show(results_html(records, index()))
    show(skipped_html([row for row in batches().recognised(job.id).chosen if row.skipped is not None]))


def _delete(job: BatchJob) -> None:
    # Who signed in deletes what is theirs; else nobody knows whose a batch is.
    if not (owner() or may_remove()):
        return
    if st.button("Delete", type="tertiary"):
        _confirm(job)


@st.dialog("Delete this batch?")
def _confirm(job: BatchJob) -> None:
    st.write(label(job.name))
    st.write("Its questions and answers are deleted for good. Files that you downloaded stay yours.")
    with st.container(horizontal=True):
        if st.button("Delete it", type="primary"):
            batches().forget(job.id)
            set_params(())
            st.rerun()
        if st.button("Keep it"):
            st.rerun()


def _others(shown: BatchJob | None) -> None:
    others = [job for job in batches().jobs(owner()) if shown is None or job.id != shown.id]
    if shown is not None:
        st.button("Another file", type="tertiary", icon=":material/add:", on_click=set_params, args=((),))
    if others:
        st.header("Earlier batches", anchor=False)
        show(links([(_in_words(job), BATCH, (("job", job.id),)) for job in others]))


def _in_words(job: BatchJob) -> str:
    return f"{job.name}, {spelled_date(job.begun[:10])}, {job.begun[11:16]}: {job.summary or job.state}"


run()
