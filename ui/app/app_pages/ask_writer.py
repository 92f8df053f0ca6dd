"""The switch between the documents' own words and a language model's, with what leaves the machine for it."""

import streamlit as st

from rag.answer import EXTRACTIVE, WRITTEN
from rag.answerer import Answerer
from rag.writing.language_model import LanguageModel
from rag.writing.writer import PARAGRAPHS
from ui.language_model import configured_endpoint, is_configured, language_model

_SWITCH = "Answer in a language model's words"


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


def written(answering: Answerer, writer: str) -> Answerer:
    """The answerer whose answers `writer` writes."""
    return answering.written_by(kept_model()) if writer == WRITTEN else answering


@st.cache_resource(show_spinner=False)
def kept_model() -> LanguageModel:
    """The language model of this server, one for everybody."""
    model = language_model(WRITTEN)
    if model is None:
        raise ValueError(f"no language model writes where {WRITTEN!r} is to")
    return model
