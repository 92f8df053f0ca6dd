"""The pages of the app, run by Streamlit's own test frame on an index whose answers can be worked out by eye."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from time import sleep

import pytest
import streamlit
from streamlit.testing.v1 import AppTest

from eval.reports import report as reports
from index.build import build_index
from index.document import Document, Paragraph
from index.folder.save import save_index
from index.locator import Locator
from rag.answer import Answer
from rag.answerer import Answerer
from tests.support.batch_fakes import LACKS
from tests.support.fakes import FakeEmbedder
from tests.support.report_fakes import two_sides
from ui.app.app_pages import page_state
from ui.app.people import ADMINISTRATORS, ALLOW_REMOVING
from ui.app.services.feedback import read_feedback
from ui.app.services.index_holder import IndexHolder

SCRIPT = Path(__file__).parents[3] / "ui" / "app" / "app.py"
KNOWN = "What does paragraph 1 of the 2018 report say?"
UNKNOWN = "What does paragraph 99 of the 2018 report say?"
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
def empty_app(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
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


def html(app: AppTest) -> str:
    assert not app.exception
    return "".join(each.value for each in app.html)


def ask(app: AppTest, question: str) -> AppTest:
    app.query_params["q"] = question
    return app.run()


def page(app: AppTest, name: str, **address: str) -> AppTest:
    app.run()
    app.switch_page(f"app_pages/{name}.py")
    for key, value in address.items():
        app.query_params[key] = value
    return app.run()


def errors(app: AppTest) -> list[str]:
    return [each.value.replace("\\", "") for each in app.error]


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

    def answer(self, answerer: Answerer, question: str, documents: tuple[str, ...] = ()) -> Answer:
        return replace(super().answer(answerer, question, documents), related=True, checks=(LACKS,))


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


def test_mark_up_in_a_document_shows_as_text_on_every_page(app: AppTest) -> None:
    app.query_params["doc"] = "nasty"
    shown = html(ask(app, "What does paragraph 1 say?"))
    app.query_params.clear()
    shown += html(page(app, "read", doc="nasty")) + html(page(app, "documents"))
    assert "&lt;script&gt;alert(1)&lt;/script&gt; costs $x$, see [a](javascript:alert(1))." in shown
    assert "<script" not in shown
    assert "<i>Head" not in shown
    assert "Nasty &lt;b&gt;paper&lt;/b&gt;" in shown


def test_an_address_of_a_document_that_is_gone_says_so_and_lets_another_be_chosen(app: AppTest) -> None:
    page(app, "read", doc="gone")
    assert errors(app)[0].startswith("No document 'gone' in the index; it holds: ")
    assert app.selectbox[0].value is None
    app.selectbox[0].select_index(0).run()
    assert not app.error
    assert "pc-document" in html(app)


def test_a_document_is_read_at_the_paragraph_of_the_address(app: AppTest) -> None:
    page(app, "read", doc="report-2018", para="2 (a)", mark="19-37")
    assert '<section class="pc-para pc-here" id="para-2"' in html(app)
    assert "<mark>Share information;</mark>" in html(app)


def test_words_are_found_in_a_document(app: AppTest) -> None:
    page(app, "read", doc="report-2018")
    app.text_input(key="find").set_value("banks").run()
    assert "<mark>Banks</mark> cooperate." in html(app)
    assert "States should" not in html(app)
    assert "Found once in 1 paragraph." in html(app)
    app.text_input(key="find").set_value("nowhere").run()
    assert "Not found in this document" in html(app)


def test_a_document_or_paragraph_that_is_not_there_is_told(app: AppTest) -> None:
    page(app, "read", doc="report-2019")
    assert errors(app)[0].startswith("No document 'report-2019' in the index; did you mean 'report-2018'?")
    app.query_params["doc"] = "report-2018"
    app.query_params["para"] = "99"
    app.run()
    assert app.warning[0].value == "There is no paragraph 99 in this document."


def test_two_documents_are_compared_and_one_with_itself_is_not(app: AppTest) -> None:
    page(app, "compare", left="report-2018", right="guide")
    assert "pc-compare" in html(app)
    app.selectbox(key="compare_right").select("report-2018").run()
    assert errors(app) == ["Choose two different documents to compare."]
    assert app.query_params["right"] == "report-2018"


def test_documents_are_listed_with_the_facts_of_the_index(app: AppTest) -> None:
    page(app, "documents")
    assert "The paragraph numbers run on without a gap." in html(app)
    assert "Fingerprint" in html(app)


def test_a_file_is_added_and_can_be_asked_about(app: AppTest) -> None:
    page(app, "documents")
    app.file_uploader[0].upload("Zoo.txt", b"1. Zebras graze.\n\n2. Lions sleep.\n")
    next(button for button in app.button if button.label == "Add to the documents").click().run()
    reindexer = page_state.reindexer()
    for _ in range(400):
        if reindexer.job is not None and not reindexer.job.is_running:
            break
        sleep(0.01)
    app.run()
    assert "1 document added: zoo (2 paragraphs)." in app.success[0].value.replace("\\", "")
    assert "Zebras graze." in html(page(app, "read", doc="zoo"))


def test_a_file_of_questions_is_recognised_answered_and_listed(app: AppTest) -> None:
    page(app, "batch")
    app.file_uploader[0].upload("Desk.txt", f"{KNOWN}\n{UNKNOWN}\n".encode())
    next(button for button in app.button if button.label == "Read the questions").click().run()
    assert "2 questions to be answered." in html(app)
    job = page_state.batches().jobs()[0]
    assert app.query_params["job"] == job.id
    next(button for button in app.button if button.label == "Answer them").click().run()
    for _ in range(400):
        if page_state.batches().job(job.id).state == "done":  # type: ignore[union-attr]
            break
        sleep(0.01)
    app.run()
    assert html(app).count('<details class="pc-result"') == 2
    assert [button.label for button in app.download_button] == ["Word", "Excel", "Markdown"]
    next(button for button in app.button if button.label == "Delete").click().run()
    # It asks first; that it deletes then is tested in a browser, as this frame does not run what is in a dialog.
    assert {"Delete it", "Keep it"} <= {button.label for button in app.button}
    assert len(page_state.batches().jobs()) == 1


def test_a_file_without_a_question_cannot_be_answered_and_says_why(app: AppTest) -> None:
    page(app, "batch")
    for content, why in (
        (b"\n", "There is nothing in this file that could be asked."),
        (b"Dear all,\n", "Nothing is ticked"),
    ):
        app.file_uploader[0].upload("Empty.txt", content)
        next(button for button in app.button if button.label == "Read the questions").click().run()
        assert next(button for button in app.button if button.label == "Answer them").disabled
        assert why in html(app)
        next(button for button in app.button if button.label == "Another file").click().run()


def test_a_batch_of_somebody_else_or_none_is_told(app: AppTest) -> None:
    page(app, "batch", job="nobody")
    assert app.warning[0].value == "There is no such batch here; it may have been deleted."


def test_a_report_without_its_questions_shows_scores_and_is_compared_with_nothing(
    app: AppTest, tmp_path: Path, written_reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PINCITE_REPORTS", str(tmp_path / "reports"))
    monkeypatch.setattr(reports, "OWN_REPORTS", tmp_path / "none")
    two_sides(tmp_path / "reports", written_reports)
    for name in ("a", "b"):
        (tmp_path / "reports" / name / "questions.jsonl").unlink()
        page(app, "results")
        assert not app.error
        assert "What changed" not in [each.value for each in app.header]
    assert "Only the scores of this report were kept." in html(app)


def test_reports_are_shown_with_what_changed_and_what_went_wrong(
    app: AppTest, tmp_path: Path, written_reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PINCITE_REPORTS", str(tmp_path / "reports"))
    monkeypatch.setattr(reports, "OWN_REPORTS", tmp_path / "none")
    page(app, "results")
    assert "make one: pincite eval run" in app.info[0].value
    two_sides(tmp_path / "reports", written_reports)
    app.run()
    app.segmented_control(key="split").set_value("tune").run()
    shown = html(app)
    assert "Kind of question" in shown
    assert "Became right: 1" in shown
    assert [each.value for each in app.header][-2:] == ["Charts", "What readers said"]
    assert ">None.</p>" in shown
    app.selectbox(key="report").set_value(app.selectbox(key="report").options[1]).run()
    assert "What was wanted" in html(app)


ADA = {"is_logged_in": True, "iss": "https://id.example", "sub": "1", "email": "ada@example.com"}
REFUSED = "Only administrators see how pincite was evaluated. Ask whoever runs it for you."


def sign_in(app: AppTest, **claims: object) -> None:
    app.secrets["auth"] = {"client_id": "x"}
    app.user = claims


def buttons(app: AppTest) -> list[str]:
    assert not app.exception
    return [button.label for button in app.button]


def test_where_sign_in_is_set_up_nobody_gets_past_it_unknown(app: AppTest) -> None:
    sign_in(app, is_logged_in=False)
    ask(app, KNOWN)
    assert buttons(app) == ["Sign in"]
    assert "Networks exist" not in html(app)
    sign_in(app, **ADA)
    ask(app, KNOWN)
    assert "Signed in as ada@example.com" in html(app)
    assert buttons(app)[-1] == "Sign out"
    assert "Networks exist" in html(app)


def test_somebody_whom_the_provider_does_not_tell_apart_is_not_let_in(app: AppTest) -> None:
    sign_in(app, is_logged_in=True, email="ada@example.com")
    ask(app, KNOWN)
    assert errors(app)[0].startswith("Your provider does not say who you are")
    assert buttons(app) == ["Sign out"]
    assert "Networks exist" not in html(app)


def test_a_batch_belongs_to_issuer_and_subject_not_to_an_e_mail_address(app: AppTest) -> None:
    sign_in(app, **ADA)
    page(app, "batch")
    app.file_uploader[0].upload("Desk.txt", f"{KNOWN}\n".encode())
    next(button for button in app.button if button.label == "Read the questions").click().run()
    (job,) = page_state.batches().jobs("https://id.example|1")
    assert "Delete" in buttons(app)
    sign_in(app, **{**ADA, "email": "ada.new@example.com"})
    page(app, "batch", job=job.id)
    assert "Delete" in buttons(app)
    for claims in ({**ADA, "sub": "2"}, {**ADA, "iss": "https://other.example"}):
        sign_in(app, **claims)
        page(app, "batch", job=job.id)
        assert app.warning[0].value == "There is no such batch here; it may have been deleted."
        assert "Desk" not in html(app)


def test_only_administrators_remove_documents_and_see_results(
    app: AppTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PINCITE_REPORTS", str(tmp_path / "reports"))
    monkeypatch.setattr(reports, "OWN_REPORTS", tmp_path / "none")
    sign_in(app, **ADA)
    assert "Remove" not in buttons(page(app, "documents"))
    assert [each.value for each in page(app, "results").info] == [REFUSED]
    app.secrets["pincite"] = {"administrators": ["https://id.example|1"]}
    assert buttons(page(app, "documents")).count("Remove") == 3
    assert [each.value for each in page(app, "results").info] != [REFUSED]
    app.secrets["pincite"] = {"administrators": ["bob@example.com"]}
    assert "Remove" not in buttons(page(app, "documents"))
    monkeypatch.setenv(ADMINISTRATORS, "bob@example.com, Ada@example.com")
    assert "Remove" in buttons(page(app, "documents"))


def test_a_document_is_not_removed_by_somebody_who_may_not_any_more(
    app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    page(app, "documents")
    app.button(key="remove-guide").click().run()
    monkeypatch.delenv(ALLOW_REMOVING)
    next(button for button in app.button if button.label == "Remove it").click().run()
    assert page_state.reindexer().job is None
    assert "guide" in [each.id for each in page_state.index().documents]


def test_without_sign_in_other_machines_remove_nothing_unless_that_was_asked_for(
    app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(ALLOW_REMOVING)
    monkeypatch.setattr(streamlit, "get_option", {"server.address": "0.0.0.0"}.get)
    assert "Remove" not in buttons(page(app, "documents"))
    page(app, "batch")
    app.file_uploader[0].upload("Desk.txt", f"{KNOWN}\n".encode())
    next(button for button in app.button if button.label == "Read the questions").click().run()
    assert "Delete" not in buttons(app)
    monkeypatch.setattr(streamlit, "get_option", {"server.address": "127.0.0.1"}.get)
    assert "Delete" in buttons(app.run())
    assert "Remove" in buttons(page(app, "documents"))


def test_without_an_index_every_page_says_what_to_do(empty_app: AppTest) -> None:
    ask(empty_app, KNOWN)
    assert "pincite index" in errors(empty_app)[0]
    for name in ("read", "compare"):
        assert "pincite index" in errors(page(empty_app, name))[0]
    page(empty_app, "documents")
    assert "pincite index" in empty_app.info[0].value


def test_a_newer_index_is_picked_up_without_a_restart(
    app: AppTest, folder: Path, documents: tuple[Document, ...]
) -> None:
    ask(app, KNOWN)
    newer = save_index(build_index(documents[1:], FakeEmbedder()), folder)
    app.run()
    page_state.index_holder().refresh()
    assert page_state.index().fingerprint == newer.fingerprint
    assert "Networks exist" not in html(app.run())
