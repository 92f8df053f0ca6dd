"""The page of a PDF file beside a paragraph, or under it on a phone, in a real browser."""

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.support.browsing import DESKTOP, PHONE, Window, overflow, settle, visit, window

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

# With the other paths in a browser these take longer than the default run may.
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def desktop(browser: "Browser", app_server: str) -> Iterator[Window]:
    yield from window(browser, app_server, DESKTOP)


def zebra_paper() -> bytes:
    file = BytesIO()
    canvas = Canvas(file, pagesize=(400, 600))
    for y, words in (
        (560, "Note on zebras"),
        (500, "1. Zebras graze in the south."),
        (440, "2. Lions slept in 41 towns."),
    ):
        canvas.drawString(50, y, words)
    canvas.save()
    return file.getvalue()


@pytest.fixture(scope="module")
def zebra(desktop: Window) -> Iterator["Page"]:
    """A page of the app, which has a PDF file as long as these tests run."""
    page = desktop.page
    visit(page, "/documents")
    page.locator("input[type=file]").set_input_files(
        {"name": "Zebra Paper.pdf", "mimeType": "application/pdf", "buffer": zebra_paper()}
    )
    page.get_by_text("Zebra Paper.pdf").first.wait_for()
    page.get_by_role("button", name="Add to the documents").click()
    page.get_by_text("1 document added: zebra-paper").wait_for()
    yield page
    visit(page, "/documents")
    page.locator(".st-key-document-zebra-paper").get_by_role("button", name="Remove").click()
    page.get_by_role("dialog").get_by_role("button", name="Remove it").click()
    page.get_by_text("zebra-paper removed.").wait_for()
    assert desktop.troubles == []


def box(locator: "Locator") -> tuple[float, float, float, float]:
    """Left, top, right and bottom."""
    found = locator.bounding_box()
    assert found is not None
    return found["x"], found["y"], found["x"] + found["width"], found["y"] + found["height"]


def test_where_there_is_room_the_page_stands_beside_the_paragraph_that_was_opened(zebra: "Page") -> None:
    visit(zebra, "/read?doc=zebra-paper&para=2")
    picture = zebra.locator(".pc-here .pc-page img")
    picture.wait_for()
    assert picture.evaluate("each => each.complete && each.naturalWidth") == 520
    assert "para. 2 framed" in str(picture.get_attribute("alt"))
    left, _, right, _ = box(picture)
    assert left > box(zebra.locator(".pc-here .pc-text > p").first)[2]
    assert right <= DESKTOP["width"]
    assert overflow(zebra) == 0


def test_on_a_narrow_screen_it_stands_under_the_paragraph(zebra: "Page") -> None:
    zebra.set_viewport_size(PHONE)
    visit(zebra, "/read?doc=zebra-paper&para=2")
    picture = zebra.locator(".pc-here .pc-page img")
    picture.wait_for()
    assert box(picture)[1] > box(zebra.locator(".pc-here .pc-text > p").first)[3]
    assert overflow(zebra) == 0
    zebra.set_viewport_size(DESKTOP)


def test_under_an_answer_it_stands_with_the_paragraph_cited_once_it_is_wanted(zebra: "Page") -> None:
    visit(zebra, "/?q=In how many towns did lions sleep?")
    card = zebra.locator(".st-key-source_pane .pc-card").first
    card.wait_for()
    settle(zebra)
    wanted = zebra.get_by_label("Show the pages of the PDF files")
    if not wanted.is_checked():
        zebra.get_by_text("Show the pages of the PDF files").click()
    picture = zebra.locator(".st-key-source_pane .pc-page img")
    picture.wait_for()
    assert box(picture)[1] > box(card)[1]
    assert box(picture)[0] > box(zebra.locator(".st-key-answer_pane .pc-answer, .st-key-answer_pane .pc-state"))[2]


def test_what_was_chosen_holds_from_page_to_page_and_other_files_have_no_such_choice(zebra: "Page") -> None:
    visit(zebra, "/read?doc=zebra-paper&para=2")
    zebra.locator(".pc-here .pc-page img").wait_for()
    zebra.get_by_text("Show the page of the PDF file").click()
    zebra.locator(".pc-page").wait_for(state="detached")
    visit(zebra, "/read?doc=progress-2018&para=2")
    zebra.locator(".pc-here").wait_for()
    settle(zebra)
    assert zebra.get_by_text("Show the page of the PDF file").count() == 0
    visit(zebra, "/read?doc=zebra-paper&para=1")
    zebra.locator(".pc-here").wait_for()
    settle(zebra)
    assert zebra.locator(".pc-page").count() == 0
    assert not zebra.get_by_label("Show the page of the PDF file").is_checked()
