"""The switch between the documents' own words and a language model's: what leaves the machine, what is written."""

from concurrent.futures import ThreadPoolExecutor

import streamlit as st

from rag.answer import EXTRACTIVE, WRITTEN, Answer
from rag.answerer import Answerer
from rag.answering.steps import Before
from rag.writing.language_model import LanguageModel, OverheardModel
from rag.writing.writer import PARAGRAPHS
from ui.app.app_pages.page_state import index_holder
from ui.app.markup.asking.unchecked import unchecked_html
from ui.app.services.asking import Asking, SoFar
from ui.language_model import configured_endpoint, is_configured, language_model

_SWITCH = "Answer in a language model's words"
_BETWEEN_LOOKS = 0.2  # seconds: words that come faster than this cannot be read


def writer_widget() -> str:
    """Who is to write, as the reader chose; the switch is there only where a language model is configured."""
    if not is_configured():
        return EXTRACTIVE
    if not st.toggle(_SWITCH, key="language_model_writes"):
        return EXTRACTIVE
    endpoint = configured_endpoint()
    st.caption(
        f"Each question, with at most {PARAGRAPHS} paragraphs found for it, is sent to {endpoint.model} at "
        f"{endpoint.url}. Only sentences that are proved at these paragraphs are shown."
    )
    return WRITTEN


def asking(
    answering: Answerer, question: str, documents: tuple[str, ...], writer: str, before: Before | None
) -> Asking:
    """`question`, which may go on from the one `before`, on its way to an answer that `writer` writes."""
    if writer != WRITTEN:
        return Asking(index_holder().ask(answering, question, documents, before))
    so_far = SoFar()
    written = answering.written_by(OverheardModel(kept_model(), so_far.hear))
    return Asking(writing_pool().submit(written.answer, question, documents=documents, before=before), so_far)


def waited_for(asked: Asking, question: str) -> Answer:
    """The answer when it is there; until then the page shows what a language model writes, as not checked."""
    if asked.written:
        shown, place = None, st.empty()
        while not asked.is_answered(_BETWEEN_LOOKS):
            if (words := asked.written.words) != shown:
                shown = words
                place.html(str(unchecked_html(question, words or "", kept_model().name)))
        place.empty()
    return asked.answer.result()


@st.cache_resource(show_spinner=False)
def writing_pool() -> ThreadPoolExecutor:
    """Where answers wait for the language model, so that those without it do not: as many as it takes at a time."""
    return ThreadPoolExecutor(kept_model().at_once, thread_name_prefix="pincite-write")


@st.cache_resource(show_spinner=False)
def kept_model() -> LanguageModel:
    """The language model of this server, one for everybody."""
    model = language_model(WRITTEN)
    if model is None:
        raise ValueError(f"no language model writes where {WRITTEN!r} is to")
    return model
