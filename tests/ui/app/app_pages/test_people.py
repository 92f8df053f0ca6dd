"""Who is let in by the app, and what each may see, remove and delete."""

from pathlib import Path

import pytest
import streamlit
from streamlit.testing.v1 import AppTest

from eval.reports import report as reports
from tests.support.app_frame import KNOWN, ask, buttons, errors, html, page
from ui.app.app_pages import page_state
from ui.app.people import ADMINISTRATORS, ALLOW_REMOVING

ADA = {"is_logged_in": True, "iss": "https://id.example", "sub": "1", "email": "ada@example.com"}
REFUSED = "Only administrators see how pincite was evaluated. Ask whoever runs it for you."


def sign_in(app: AppTest, **claims: object) -> None:
    app.secrets["auth"] = {"client_id": "x"}
    app.user = claims


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
