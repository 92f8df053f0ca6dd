"""Questions that follow one another, and how a browser keeps them, on the five documents."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest

from tests.support.browsing import DESKTOP, PHONE, Window, has_value, overflow, settle, visit, window

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, ViewportSize

# With the other paths in a browser these take longer than the default run may.
pytestmark = pytest.mark.slow

FIRST, SECOND = "What is the Egmont Group?", "How many networks are there?"
WIDE: "ViewportSize" = {"width": 1440, "height": 900}


@pytest.fixture
def desktop(browser: "Browser", app_server: str) -> Iterator[Window]:
    yield from window(browser, app_server, DESKTOP)


def ask(page: "Page", question: str) -> None:
    """Type a question into the field, wherever it stands."""
    page.get_by_label("Your question").fill(question)
    page.keyboard.press("Enter")
    page.get_by_role("heading", name=question, level=1).wait_for()
    settle(page)


def listed(page: "Page") -> list[str]:
    visit(page, "/")
    threads = page.get_by_role("region", name="What you asked")
    threads.wait_for()
    return [" ".join(each.split()) for each in threads.locator(".pc-thread").all_inner_texts()]


@pytest.mark.parametrize("size", [WIDE, DESKTOP, PHONE], ids=["1440", "1280", "390"])
def test_answers_stack_and_the_empty_field_stays_below_them(
    browser: "Browser", app_server: str, size: "ViewportSize"
) -> None:
    for opened in window(browser, app_server, size, touch=size is PHONE):
        page = opened.page
        visit(page, "/")
        ask(page, FIRST)
        ask(page, SECOND)
        has_value(page.get_by_label("Your question"), "")
        page.wait_for_function(
            "[...document.querySelectorAll('h1')].some(each => { const { top } = each.getBoundingClientRect();"
            " return top > 0 && top < 200 })"
        )
        field = page.get_by_label("Your question").bounding_box()
        assert field and field["y"] > size["height"] - 200
        assert page.get_by_role("heading", name=FIRST, level=2).count() == 1
        assert page.locator(".st-key-answer_pane").count() == 1
        assert overflow(page) == 0
        page.reload()
        page.get_by_role("heading", name=FIRST, level=2).wait_for()
        page.get_by_role("heading", name=SECOND, level=1).wait_for()
        page.go_back()
        page.get_by_role("heading", name=FIRST, level=1).wait_for()
        assert opened.troubles == []


def test_a_browser_keeps_its_threads_stars_names_and_deletes_them(desktop: Window) -> None:
    page = desktop.page
    visit(page, "/")
    ask(page, FIRST)
    ask(page, SECOND)
    visit(page, f"/?q={SECOND}")
    page.get_by_role("heading", name=SECOND, level=1).wait_for()
    page.locator("[data-star]", has_text="Star").click()
    page.locator("[data-star]", has_text="Starred").wait_for()
    assert listed(page) == [SECOND, f"{FIRST} 2 questions"]
    page.reload()
    settle(page)
    assert listed(page) == [SECOND, f"{FIRST} 2 questions"]
    page.get_by_role("button", name=f"Rename: {FIRST}").click()
    page.get_by_label("Name of these questions").fill("Groups <b>and</b> networks")
    page.keyboard.press("Enter")
    assert listed(page)[1] == "Groups <b>and</b> networks 2 questions"
    page.get_by_role("button", name=f"Delete: {SECOND}").click()
    page.get_by_role("button", name="Undo: keep these questions").click()
    assert listed(page)[0] == SECOND
    page.get_by_role("button", name=f"Delete: {SECOND}").click()
    page.reload()
    settle(page)
    assert listed(page) == ["Groups <b>and</b> networks 2 questions"]
    page.get_by_role("link", name="Groups <b>and</b> networks").click()
    page.get_by_role("heading", name=SECOND, level=1).wait_for()
    assert desktop.troubles == []


def test_what_somebody_else_put_into_the_storage_does_no_harm(desktop: Window) -> None:
    page = desktop.page
    visit(page, "/")
    for nonsense in ("{", '"x"', '[null, {"questions": []}, {"questions": 3}]'):
        page.evaluate("words => localStorage.setItem('pincite.threads', words)", nonsense)
        page.reload()
        settle(page)
        assert page.get_by_role("region", name="What you asked").count() == 0
    ask(page, FIRST)
    assert listed(page) == [FIRST]
    assert desktop.troubles == []


def test_the_whole_thread_goes_into_one_word_document_and_its_address_is_copied(desktop: Window) -> None:
    page = desktop.page
    visit(page, f"/?q={FIRST}&q={SECOND}")
    page.get_by_role("heading", name=SECOND, level=1).wait_for()
    with page.expect_download() as download:
        page.get_by_role("button", name="Word, all questions").click()
    word = docx.Document(BytesIO(Path(download.value.path()).read_bytes()))
    texts = [paragraph.text for paragraph in word.paragraphs]
    assert f"1. {FIRST}" in texts
    assert f"2. {SECOND}" in texts
    page.get_by_role("button", name="Copy the link to this page").click()
    page.get_by_role("status").get_by_text("Copied").wait_for(state="attached")
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_a_new_question_begins_a_thread_of_its_own_under_the_same_filters(desktop: Window) -> None:
    page = desktop.page
    visit(page, f"/?q={FIRST}&doc=info-sharing-2018")
    page.get_by_role("link", name="New question").click()
    page.get_by_text("What do the documents say?").wait_for()
    ask(page, SECOND)
    assert page.get_by_role("heading", name=FIRST).count() == 0
    assert "doc=info-sharing-2018" in page.url


def test_other_filters_answer_the_last_question_anew_and_leave_those_before_it(desktop: Window) -> None:
    page = desktop.page
    visit(page, f"/?q={FIRST}&q={SECOND}")
    page.get_by_role("heading", name=SECOND, level=1).wait_for()
    settle(page)
    before = page.locator(".pc-turn .pc-answer").inner_text()
    page.get_by_text("All documents").click()
    # The fields are drawn anew when the fold is open.
    page.wait_for_timeout(700)
    page.get_by_label("Documents", exact=True).fill("Draft report of the Implementation")
    page.get_by_role("option", name="Draft report of the Implementation Review Group").click()
    page.get_by_text("Asked of: All documents").wait_for()
    settle(page)
    assert page.locator(".pc-turn .pc-answer").inner_text() == before
    assert "irg-2019" in page.url
    assert all("irg-2019" in str(each) for each in _cited(page))


def _cited(page: "Page") -> list[str | None]:
    return [each.get_attribute("data-go") for each in page.locator(".st-key-answer_pane .pc-cite").all()]


def test_asking_all_documents_keeps_the_thread(desktop: Window) -> None:
    page = desktop.page
    visit(page, f"/?q={FIRST}&q=Who is the Secretary of zebras?&doc=irg-2019&was=0?")
    page.get_by_role("heading", name="Who is the Secretary of zebras?", level=1).wait_for()
    settle(page)
    page.get_by_role("link", name="Ask all documents").click()
    page.get_by_text("Asked of: All documents").wait_for(state="detached")
    settle(page)
    assert page.get_by_role("heading", name=FIRST, level=2).count() == 1
    assert "doc=" not in page.url
    assert desktop.troubles == []
