"""The page of a PDF file under a paragraph, in a real browser."""

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.support.browsing import DESKTOP, Window, overflow, settle, visit, window

if TYPE_CHECKING:
    from playwright.sync_api import Browser


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


def test_the_page_of_a_pdf_file_is_shown_under_the_paragraph_that_was_opened(desktop: Window) -> None:
    page = desktop.page
    visit(page, "/documents")
    page.locator("input[type=file]").set_input_files(
        {"name": "Zebra Paper.pdf", "mimeType": "application/pdf", "buffer": zebra_paper()}
    )
    page.get_by_text("Zebra Paper.pdf").first.wait_for()
    page.get_by_role("button", name="Add to the documents").click()
    page.get_by_text("1 document added: zebra-paper").wait_for()
    visit(page, "/read?doc=zebra-paper&para=2")
    page.get_by_text("Show the page of the PDF file").click()
    picture = page.locator(".pc-here .pc-page img")
    picture.wait_for()
    assert picture.evaluate("each => each.complete && each.naturalWidth") == 520
    assert "para. 2 framed" in str(picture.get_attribute("alt"))
    assert overflow(page) == 0
    visit(page, "/read?doc=progress-2018&para=2")
    page.locator(".pc-here").wait_for()
    settle(page)
    assert page.get_by_text("Show the page of the PDF file").count() == 0
    visit(page, "/documents")
    page.locator(".st-key-document-zebra-paper").get_by_role("button", name="Remove").click()
    page.get_by_role("dialog").get_by_role("button", name="Remove it").click()
    page.get_by_text("zebra-paper removed.").wait_for()
    assert desktop.troubles == []
