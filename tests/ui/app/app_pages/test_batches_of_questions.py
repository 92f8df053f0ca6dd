"""Files of questions handed to the app."""

from time import sleep

from streamlit.testing.v1 import AppTest

from tests.support.app_frame import KNOWN, UNKNOWN, html, page
from ui.app.app_pages import page_state


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
