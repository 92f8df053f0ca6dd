"""Questions put to the app: answers, filters, what follows and what a reader thinks of it."""

import re
from concurrent.futures import Future
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from rag.answer import Answer
from rag.answerer import Answerer
from rag.answering.steps import Before
from tests.support.app_frame import KNOWN, UNKNOWN, ask, errors, html
from tests.support.batch_fakes import LACKS
from tests.support.fakes import FakeEmbedder
from ui.app.app_pages import page_state
from ui.app.services.feedback import read_feedback
from ui.app.services.index_holder import IndexHolder


def test_the_first_page_invites_a_question_and_offers_examples(app: AppTest) -> None:
    app.run()
    assert "What do the documents say?" in html(app)
    assert [button.label for button in app.button].count("Ask") == 1
    assert ">Summarize " in html(app)
    assert html(app).count('data-go="./?q=') == 2
    assert re.search(r"\d documents.*\. Try one of these", html(app))


def test_a_typed_question_is_answered_and_stands_in_the_address(app: AppTest) -> None:
    app.run()
    app.text_input(key="question").set_value(f"  {KNOWN} ")
    next(button for button in app.button if button.label == "Ask").click().run()
    assert "Networks exist. Banks cooperate." in html(app)
    assert app.query_params["q"] == KNOWN


def test_an_address_opens_its_question_and_answer_and_leaves_the_field_empty(app: AppTest) -> None:
    ask(app, KNOWN)
    assert 'data-go="read?doc=report-2018&amp;para=1&amp;mark=0-15%2C16-32"' in html(app)
    assert f'<h1 class="pc-asked" id="question-0">{KNOWN}</h1>' in html(app)
    assert app.text_input(key="question").value == ""


def test_an_empty_question_leaves_the_page_as_it_is(app: AppTest) -> None:
    app.run()
    app.text_input(key="question").set_value("   ")
    next(button for button in app.button if button.label == "Ask").click().run()
    assert "What do the documents say?" in html(app)
    assert "q" not in app.query_params


def test_a_question_that_cannot_be_answered_gets_no_answer(app: AppTest) -> None:
    ask(app, UNKNOWN)
    assert "pc-nothing" in html(app)


def test_whoever_greets_is_shown_the_documents_and_has_nothing_to_take_away(app: AppTest) -> None:
    ask(app, "hi")
    assert ">Questions to begin with</h2>" in html(app)
    assert 'data-go="read?doc=report-2018"' in html(app)
    assert "Copy link" not in html(app)
    assert app.get("download_button") == []
    assert app.text_input(key="question").placeholder == "Ask a further question …"


class OnlyRelated(IndexHolder):
    """Whose answers are all only related."""

    def ask(
        self, answerer: Answerer, question: str, documents: tuple[str, ...] = (), before: Before | None = None
    ) -> Future[Answer]:
        made, told = Future[Answer](), super().ask(answerer, question, documents, before)
        made.set_result(replace(told.result(), related=True, checks=(LACKS,)))
        return made


def test_related_passages_are_framed_and_copied_as_such_and_all_that_was_found_is_at_hand(
    app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_state, "IndexHolder", partial(OnlyRelated, load_model=lambda _: FakeEmbedder()))
    page_state.index_holder.clear()
    ask(app, f"{KNOWN} Related")
    shown = html(app)
    assert 'class="pc-state pc-related"' in shown
    assert 'class="pc-answer"' not in shown
    assert LACKS in shown
    assert "What you can do" in shown
    assert "; related passage, to check)" in shown
    assert ">Copy passages</button>" in shown
    assert [each.label for each in app.expander if each.label.endswith("found")] == [
        "All other paragraphs that were found"
    ]


def test_a_question_that_is_too_long_is_told_in_a_sentence(app: AppTest) -> None:
    ask(app, "x" * 100_000)
    assert len(errors(app)) == 1
    assert errors(app)[0].startswith("The question has 100,000 characters and the limit is")


def test_filters_in_the_address_are_followed_and_what_fits_none_is_told(app: AppTest) -> None:
    app.query_params["doc"] = "guide"
    ask(app, KNOWN)
    assert app.multiselect(key="filter_documents").value == ["guide"]
    assert "Networks exist" not in html(app)
    app.query_params["from"] = "2020"
    app.run()
    assert errors(app) == ["No document fits these filters; widen them or clear them."]


def test_a_filter_that_is_chosen_goes_into_the_address(app: AppTest) -> None:
    ask(app, KNOWN)
    app.multiselect(key="filter_bodies").select("Group").run()
    assert app.query_params["body"] == "Group"
    assert app.query_params["q"] == KNOWN
    next(button for button in app.button if button.label == "Clear the filters").click().run()
    assert "body" not in app.query_params


def test_the_years_of_a_filter_go_into_the_address_unless_they_are_all(app: AppTest) -> None:
    ask(app, KNOWN)
    app.slider(key="filter_years").set_value((2019, 2020)).run()
    assert app.query_params["from"] == "2019"
    assert "to" not in app.query_params
    app.slider(key="filter_years").set_value((2018, 2020)).run()
    assert "from" not in app.query_params


def test_a_question_that_follows_stands_below_the_one_before_and_both_in_the_address(app: AppTest) -> None:
    ask(app, KNOWN)
    app.text_input(key="question").set_value(UNKNOWN)
    next(button for button in app.button if button.label == "Ask").click().run()
    shown = html(app)
    assert shown.index(f"{KNOWN}</h2>") < shown.index("Networks exist.") < shown.index(f"{UNKNOWN}</h1>")
    assert app.query_params["q"] == [KNOWN, UNKNOWN]
    assert [each.label for each in app.download_button] == ["Word", "Word, all questions", "Markdown"]


def test_a_verdict_is_kept_and_its_note_too(app: AppTest, folder: Path) -> None:
    ask(app, KNOWN)
    app.feedback[0].set_value(0).run()
    assert [(each.is_good, each.note) for each in read_feedback(folder.parent / "feedback.sqlite")] == [(False, "")]
    app.text_area[0].set_value("Too short.")
    next(button for button in app.button if button.label == "Send the note").click().run()
    (kept,) = read_feedback(folder.parent / "feedback.sqlite")
    assert (kept.is_good, kept.note, kept.question) == (False, "Too short.", KNOWN)
