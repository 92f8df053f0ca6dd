"""What a walk through the app stumbled over, each in a real browser on the five documents.

Skipped, with the reason, where playwright or Chromium cannot be had.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from tests.support.browsing import (
    DESKTOP,
    MILLISECONDS,
    PHONE,
    Window,
    ask,
    has_value,
    settle,
    visit,
    window,
)
from tests.support.serving import running_app

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

# With the other paths in a browser these take longer than the default run may.
pytestmark = pytest.mark.slow

QUESTION = "In how many States parties are there central authorities for mutual legal assistance?"
SCHEMES: "tuple[Literal['light', 'dark'], ...]" = ("light", "dark")
WIDTH = "Math.round(document.querySelector('[data-testid=stMainBlockContainer]').getBoundingClientRect().width)"
SCROLLED = "document.querySelector('.st-key-source_pane')?.parentElement.scrollTop"


@pytest.fixture(scope="module")
def desktop(browser: "Browser", app_server: str) -> Iterator[Window]:
    for opened in window(browser, app_server, DESKTOP):
        opened.page.goto("/documents")
        # The first page waits for the model.
        opened.page.locator(".pc-doc").first.wait_for(timeout=4 * MILLISECONDS)
        yield opened


@pytest.fixture
def page(desktop: Window) -> Iterator["Page"]:
    yield desktop.page
    assert desktop.troubles == []


@pytest.fixture
def phone(browser: "Browser", app_server: str) -> Iterator["Page"]:
    for opened in window(browser, app_server, PHONE, touch=True):
        yield opened.page
        assert opened.troubles == []


def test_the_field_is_empty_after_an_answer_and_the_keyboard_still_in_it(page: "Page") -> None:
    page.goto("/")
    page.wait_for_function("document.activeElement.getAttribute('aria-label') === 'Your question'")
    page.keyboard.type(QUESTION)
    page.keyboard.press("Enter")
    page.locator(".pc-answer").wait_for()
    settle(page)
    page.keyboard.type("who funds StAR")
    has_value(page.get_by_label("Your question"), "who funds StAR")


def test_compare_keeps_its_width_while_it_is_drawn_anew(page: "Page") -> None:
    visit(page, "/compare?left=info-sharing-2018&right=guidelines-2021")
    page.locator(".pc-part").first.wait_for()
    settle(page)
    page.evaluate(
        f"() => {{ window.widths = new Set(); const look = () => {{ window.widths.add({WIDTH});"
        " requestAnimationFrame(look) }; look() }"
    )
    page.get_by_text("Leave out paragraphs with the same words").click()
    page.wait_for_timeout(300)
    settle(page)
    page.wait_for_timeout(300)
    assert len(page.evaluate("[...window.widths]")) == 1


def test_the_tab_is_called_after_what_the_page_shows(page: "Page") -> None:
    for address, title in (
        ("/", "Ask – pincite"),
        (f"/?q={QUESTION[:40]}", f"{QUESTION[:40].strip()} – pincite"),
        ("/read?doc=progress-2018", "Progress report on asset recovery mandates – pincite"),
        ("/compare?left=info-sharing-2018&right=guidelines-2021", "Compare – pincite"),
        ("/batch", "Write – pincite"),
        ("/results", "Results – pincite"),
        ("/documents", "Documents – pincite"),
    ):
        visit(page, address)
        page.wait_for_function("title => document.title === title", arg=title)


def test_back_from_a_paragraph_leads_to_the_line_that_was_left(page: "Page") -> None:
    ask(page, "What does the StAR Initiative do?")
    page.locator(".pc-card").first.wait_for()
    settle(page)
    link = page.locator(".pc-card a.pc-cite").locator("visible=true").last
    link.scroll_into_view_if_needed()
    left = page.evaluate(SCROLLED)
    assert left > 200, "the sources beside the answer are scrolled"
    link.click()
    page.locator(".pc-here").wait_for()
    settle(page)
    page.go_back()
    page.wait_for_function(f"left => Math.abs({SCROLLED} - left) < 3", arg=left)
    link.click()
    page.locator(".pc-here").wait_for()
    settle(page)
    page.get_by_text("← Back to the answer").click()
    page.wait_for_function(f"left => Math.abs({SCROLLED} - left) < 3", arg=left)


def test_an_address_in_a_message_is_no_link(page: "Page") -> None:
    visit(page, "/read?doc=http://evil.example/www.evil.example")
    message = page.get_by_test_id("stAlert").first
    message.wait_for()
    assert "evil.example" in message.inner_text()
    assert message.locator("a").count() == 0


@pytest.mark.parametrize(
    ("address", "kinds"),
    [
        ("/documents", "PDF, Word, HTML, RTF, OpenDocument, Text or Markdown"),
        ("/batch", "Text, CSV, TSV, Excel, JSON Lines or Word"),
    ],
)
def test_a_file_of_a_wrong_kind_is_refused_in_words_that_can_be_seen(page: "Page", address: str, kinds: str) -> None:
    visit(page, address)
    page.locator("input[type=file]").set_input_files({"name": "plan.png", "mimeType": "image/png", "buffer": b"PNG"})
    words = page.get_by_text(f"This kind of file cannot be read here. Choose {kinds}.")
    words.wait_for()
    box = words.bounding_box()
    assert box is not None and box["height"] > 10
    assert "image/png" not in page.locator("body").inner_text()


def test_on_a_phone_the_menu_makes_way_for_the_page_that_was_chosen(phone: "Page") -> None:
    visit(phone, "/")
    phone.wait_for_function("window.pincite?.listening")
    phone.get_by_test_id("stExpandSidebarButton").click()
    phone.get_by_test_id("stSidebarNavLink").get_by_text("Documents").click()
    phone.locator(".pc-doc").first.wait_for()
    phone.get_by_test_id("stExpandSidebarButton").wait_for()
    phone.wait_for_function(
        "(document.querySelector('[data-testid=stSidebar]')?.getBoundingClientRect().right ?? 0) <= 0"
    )


def test_an_address_of_no_page_is_told_in_words_of_the_app(page: "Page") -> None:
    page.goto("/nowhere")
    dialog = page.get_by_role("dialog", name="There is no such page")
    dialog.get_by_text("The first page was opened instead.").wait_for()
    page.get_by_label("Your question").wait_for()


def test_a_server_that_is_gone_is_told_in_words_of_the_app(browser: "Browser", tmp_path: Path) -> None:
    with running_app(tmp_path) as address:
        context = browser.new_context(base_url=address, viewport=DESKTOP)
        lost = context.new_page()
        lost.goto("/documents")
        lost.wait_for_function("window.pincite?.listening")
    dialog = lost.get_by_role("dialog", name="The server does not answer")
    dialog.wait_for(timeout=30_000)
    assert "pincite ui" in dialog.inner_text()
    for scheme in SCHEMES:
        lost.emulate_media(color_scheme=scheme)
        lost.wait_for_timeout(300)
        assert "streamlit" not in dialog.inner_text().lower()
    context.close()
