"""What all pages of the app share: the index, HTML with the app's styles, clicks that open a page, errors in words."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import streamlit as st
from markupsafe import Markup

from index.errors import PinciteError
from index.store import Index
from index.text.wording import excerpt
from rag.answerer import Answerer
from rag.reader.registry import load_reader
from ui.app.addresses import ASK, BATCH, CHECK, COMPARE, DOCUMENTS, READ, RESULTS, SEARCH, Pairs
from ui.app.markup.render import label, quiet
from ui.app.people import Person, administrators, anybody_may_remove, is_administrator, person_of
from ui.app.services.batches import Batches
from ui.app.services.briefs import Briefs
from ui.app.services.index_holder import IndexHolder
from ui.app.services.reindexing import Reindexer
from ui.paths import batches_folder, documents_folder, feedback_file, index_folder, model_name, reader_name

_STATIC = Path(__file__).parents[1] / "static"
_STYLE = _STATIC / "style.css"
# One module: what the others do on each page, the first one calls.
_SCRIPTS = ("behaviour.js", "quotes.js", "threads.js")
_APP = "pincite"
# Longer than any tab shows, and short enough for a bookmark.
_LONGEST_TAB = 80
# The files of the pages by their name in the address.
PAGE_FILES = {
    ASK: "app_pages/ask.py",
    SEARCH: "app_pages/search.py",
    READ: "app_pages/read.py",
    COMPARE: "app_pages/compare.py",
    BATCH: "app_pages/batch.py",
    CHECK: "app_pages/check.py",
    RESULTS: "app_pages/results.py",
    DOCUMENTS: "app_pages/documents.py",
}


@st.cache_resource(show_spinner=False)
def index_holder() -> IndexHolder:
    """The holder of this server's index, one for everybody."""
    return IndexHolder(index_folder(), model=model_name(), load_reader=lambda: load_reader(reader_name()))


@st.cache_resource(show_spinner=False)
def reindexer() -> Reindexer:
    """What changes the index of this server, one for everybody."""
    return Reindexer(index_holder(), documents_folder())


@st.cache_resource(show_spinner=False)
def batches() -> Batches:
    """The batches of this server, one list for everybody."""
    return Batches(index_holder(), batches_folder())


@st.cache_resource(show_spinner=False)
def briefs() -> Briefs:
    """What makes briefs on themes, one for everybody."""
    return Briefs(index_holder())


def owner() -> str:
    """Who is signed in, as issuer and subject; empty where sign-in is off."""
    person = signed_in()
    return person.id if person else ""


def signed_in() -> Person | None:
    """Who is signed in; None where sign-in is off, or where the provider does not say who it is."""
    return person_of(st.user) if sign_in_is_on() else None


def sign_in_is_on() -> bool:
    """Whether the secrets of this server say how people sign in."""
    return _secret("auth") is not None


def may_remove() -> bool:
    """Whether documents and batches may be removed here: by administrators, or without sign-in as the server allows."""
    return _administers() if sign_in_is_on() else anybody_may_remove(st.get_option("server.address"))


def may_see_results() -> bool:
    """Whether the evaluation reports are shown: to administrators, or to everybody where nobody signs in."""
    return not sign_in_is_on() or _administers()


def may_see_feedback() -> bool:
    """Whether what readers said of answers is shown: to those who may remove, for it tells what others asked."""
    return may_remove()


def _administers() -> bool:
    person, configured = signed_in(), _secret("pincite") or {}
    return person is not None and is_administrator(person, administrators(configured.get("administrators")))


def _secret(section: str) -> Mapping[str, object] | None:
    try:
        return st.secrets.get(section)
    except FileNotFoundError:
        return None


def answerer() -> Answerer:
    """The answerer to use in this run; while it is loaded for the first time, the page says so."""
    with st.spinner("Opening the documents …", show_time=False):
        return index_holder().answerer()


def index() -> Index:
    """The index to use in this run."""
    return answerer().index


def feedback_path() -> Path:
    """The file that verdicts on answers are kept in."""
    return feedback_file()


def params() -> dict[str, Sequence[str]]:
    """The names and values in the page's address."""
    return {name: st.query_params.get_all(name) for name in st.query_params}


def set_params(pairs: Pairs) -> None:
    """Put `pairs` into the page's address, where they are not there already."""
    wanted: dict[str, list[str]] = {}
    for name, value in pairs:
        wanted.setdefault(name, []).append(value)
    if wanted != params():
        st.query_params.from_dict(wanted)


def is_phone() -> bool:
    """Whether the page is read on a phone."""
    # By this word the browsers of phones tell what they are.
    return "Mobi" in st.context.headers.get("User-Agent", "")


def fill(field: str, value: object) -> None:
    """Give a field that is about to be drawn a value, if it has another: setting it anew disturbs whoever is typing."""
    if st.session_state.get(field) != value:
        st.session_state[field] = value


def show(html: Markup) -> None:
    """Show HTML made by the templates, which escape what they are given; nothing for an empty text."""
    if html:
        st.html(str(html))


def remark(words: str) -> None:
    """Show a line of small quiet text, dark enough to be read by everybody."""
    show(quiet(words))


def tab(words: str) -> None:
    """Name the browser's tab after what the page shows: `What is StAR? – pincite`."""
    st.session_state.tab = f"{excerpt(' '.join(words.split()), _LONGEST_TAB)} – {_APP}"
    st.set_page_config(page_title=st.session_state.tab)


def tab_title() -> str:
    """What the tab was named last, to begin a run with, so that its name does not change to and fro."""
    return str(st.session_state.get("tab", _APP))


def styles() -> None:
    """The app's own styles."""
    st.html(_STYLE)


def behaviour(*, scroll: str = "", focus: str = "", token: str = "", after: str = "") -> None:
    """What makes clicks on the app's HTML work; call it once on each page.

    Once for each `token` the page scrolls to the element with the id `scroll`, when the one with the id `after` is
    there, and puts the keyboard into the field labelled `focus`.
    """
    told = {"scroll": scroll, "focus": focus, "token": token, "after": after or scroll}
    _component()(key="behaviour", data=told, height=1)


@contextmanager
def errors_in_words() -> Iterator[None]:
    """A block whose errors are told on the page in a sentence with the next step, never as a traceback."""
    try:
        yield
    except PinciteError as error:
        st.error(in_words(str(error)), icon=":material/error:")


def in_words(message: str) -> str:
    """An error's line as a sentence for the page, nothing in it read as Markdown."""
    sentence = message[:1].upper() + message[1:]
    return label(sentence if sentence.endswith((".", "!", "?")) else f"{sentence}.")


@st.cache_resource(show_spinner=False)
def _component() -> Callable[..., Any]:
    component: Callable[..., Any] = st.components.v2.component(
        "pincite_behaviour", js="\n".join((_STATIC / name).read_text(encoding="utf-8") for name in _SCRIPTS)
    )
    return component
