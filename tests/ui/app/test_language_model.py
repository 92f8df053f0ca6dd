"""The switch to a language model's words on the page of questions."""

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from markupsafe import Markup
from streamlit.testing.v1 import AppTest

from index.build import build_index
from index.document import Document
from index.folder.save import save_index
from tests.support.fakes import FakeEmbedder
from tests.support.papers import numbered
from tests.support.replies.server import Served, serving, streamed, told
from ui.app.app_pages import ask_writer, page_state
from ui.app.markup.asking.unchecked import unchecked_html
from ui.app.services.index_holder import IndexHolder

pytest.importorskip("openai")

SCRIPT = Path(__file__).parents[3] / "ui/app/app.py"
QUESTION = "Where did the Egmont Group meet?"
TEXT = "The Egmont Group met in Vienna in October 2017."


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, components_found_once: None) -> Iterator[AppTest]:
    folder = tmp_path / "index"
    save_index(build_index([Document("report", "Report", numbered(TEXT), symbol="A/1")], FakeEmbedder()), folder)
    monkeypatch.setenv("PINCITE_INDEX", str(folder))
    monkeypatch.setattr(page_state, "IndexHolder", partial(IndexHolder, load_model=lambda _: FakeEmbedder()))
    model = (ask_writer.kept_model, ask_writer.writing_pool)
    shared = (page_state.index_holder, page_state.reindexer, page_state.batches, *model)
    for each in shared:
        each.clear()
    yield AppTest.from_file(str(SCRIPT), default_timeout=20)
    for each in shared:
        each.clear()


def html(app: AppTest) -> str:
    assert not app.exception
    return "".join(each.value for each in app.html)


def test_without_a_language_model_there_is_no_switch(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PINCITE_LLM_URL", raising=False)
    app.query_params["q"] = QUESTION
    assert not app.run().toggle


def test_the_model_is_asked_only_where_a_reader_wants_it_and_what_is_sent_is_said(
    app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Mapping[str, Any]] = []

    def respond(request: Mapping[str, Any]) -> Served:
        asked.append(request)
        return told(request, "In October 2017 the Egmont Group met in Vienna [1].")

    with serving(respond) as url:
        monkeypatch.setenv("PINCITE_LLM_URL", url)
        monkeypatch.setenv("PINCITE_LLM_MODEL", "recorded")
        app.query_params["q"] = QUESTION
        assert TEXT in html(app.run())
        assert asked == []
        app.toggle[0].set_value(True).run()
    assert len(asked) == 1
    shown = html(app)
    assert "In October 2017 the Egmont Group met in Vienna." in shown
    assert "The words it rests on" in shown
    assert f"is sent to recorded at {url}" in app.caption[0].value


def test_what_is_being_written_is_shown_as_not_checked_and_gives_way_to_what_is_proved(
    app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    is_drawn = Event()

    def draw(*told: str) -> Markup:
        drawn.append(unchecked_html(*told))
        if "met in Rome" in drawn[-1]:
            is_drawn.set()
        return Markup(drawn[-1])

    def pieces() -> Iterator[str]:
        yield "The Egmont Group met in Vienna in October 2017 [1]. It met in Rome"
        assert is_drawn.wait(10)
        yield " in 2018 [1]."

    monkeypatch.setattr(ask_writer, "unchecked_html", draw)
    with serving(lambda _: streamed(pieces())) as url:
        monkeypatch.setenv("PINCITE_LLM_URL", url)
        monkeypatch.setenv("PINCITE_LLM_MODEL", "recorded")
        app.query_params["q"] = f"{QUESTION} Tell me."
        app.run().toggle[0].set_value(True).run()
    assert "recorded is writing. Not checked yet: do not quote." in drawn[-1]
    assert "met in Rome" not in html(app)
    assert "Not checked yet" not in html(app)
    assert "1 of 2 sentences could not be proved" in html(app)


def test_where_the_model_is_no_help_the_documents_words_are_shown_and_why(
    app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(lambda _: Served(b"{}", 401)) as url:
        monkeypatch.setenv("PINCITE_LLM_URL", url)
        monkeypatch.setenv("PINCITE_LLM_MODEL", "recorded")
        # Another question: answers are kept.
        app.query_params["q"] = f"{QUESTION} When?"
        app.run().toggle[0].set_value(True).run()
    assert TEXT in html(app)
    assert "it refused the key; set PINCITE_LLM_KEY. Shown instead are" in html(app)
