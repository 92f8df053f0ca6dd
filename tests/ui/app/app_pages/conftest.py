"""The app on an index whose answers can be worked out by eye."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from index.build import build_index
from index.document import Document, Paragraph
from index.folder.save import save_index
from index.locator import Locator
from tests.support.app_frame import SCRIPT
from tests.support.fakes import FakeEmbedder
from ui.app.app_pages import page_state
from ui.app.people import ADMINISTRATORS, ALLOW_REMOVING
from ui.app.services.index_holder import IndexHolder

NASTY = "<script>alert(1)</script> costs $x$, see [a](javascript:alert(1))."


@pytest.fixture
def documents(documents: tuple[Document, ...]) -> tuple[Document, ...]:
    nasty = Document(
        id="nasty",
        title="Nasty <b>paper</b>",
        date="2020-01-01",
        body="Group",
        paragraphs=(Paragraph(Locator(number="1"), NASTY, ("I. <i>Head</i>",)),),
    )
    return *documents, nasty


@pytest.fixture
def app(folder: Path, documents: tuple[Document, ...], empty_app: AppTest) -> AppTest:
    save_index(build_index(documents, FakeEmbedder()), folder)
    return empty_app


@pytest.fixture
def empty_app(folder: Path, monkeypatch: pytest.MonkeyPatch, components_found_once: None) -> Iterator[AppTest]:
    """The app before there is an index."""
    monkeypatch.setenv("PINCITE_INDEX", str(folder))
    monkeypatch.delenv("PINCITE_FEEDBACK", raising=False)
    monkeypatch.delenv(ADMINISTRATORS, raising=False)
    monkeypatch.setenv(ALLOW_REMOVING, "yes")
    monkeypatch.setattr(page_state, "IndexHolder", partial(IndexHolder, load_model=lambda _: FakeEmbedder()))
    shared = (page_state.index_holder, page_state.reindexer, page_state.batches)
    for each in shared:
        each.clear()
    yield AppTest.from_file(str(SCRIPT), default_timeout=20)
    for each in shared:
        each.clear()
