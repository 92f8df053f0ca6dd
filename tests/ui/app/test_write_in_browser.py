"""Questions that are typed and a theme, written as Word documents, in a real browser on the five documents."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest

from tests.support.browsing import DESKTOP, PHONE, Window, overflow, settle, visit, window

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Download

# With the other paths in a browser these take longer than the default run may.
pytestmark = pytest.mark.slow

KNOWN = "In how many States parties are there central authorities for mutual legal assistance?"
REFUSED = "What is the budget of UNODC for 2025?"


@pytest.fixture(scope="module")
def desktop(browser: "Browser", app_server: str) -> Iterator[Window]:
    yield from window(browser, app_server, DESKTOP)


def texts(download: "Download") -> list[str]:
    word = docx.Document(BytesIO(Path(download.path()).read_bytes()))
    return [paragraph.text for paragraph in word.paragraphs]


def test_questions_that_are_typed_become_a_document_of_ones_own_title_and_template(desktop: Window) -> None:
    page = desktop.page
    visit(page, "/batch")
    page.get_by_label("Questions, one a line").fill(f"{KNOWN}\n{REFUSED}\n")
    page.get_by_role("button", name="Read these questions").click()
    page.get_by_text("2 questions to be answered.").wait_for()
    settle(page)
    page.get_by_text("Title, citations and Word template").click()
    page.get_by_label("Title", exact=True).fill("A briefing")
    template = BytesIO()
    own = docx.Document()
    own.sections[0].header.paragraphs[0].text = "Desk of one"
    own.save(template)
    page.locator("input[type=file]").set_input_files(
        {"name": "own.docx", "mimeType": "application/octet-stream", "buffer": template.getvalue()}
    )
    page.get_by_text("own.docx").first.wait_for()
    settle(page)
    page.get_by_role("button", name="Answer them").click()
    page.get_by_text("Check these: 1 of 2 questions").wait_for()
    page.get_by_role("link", name=f"2. {REFUSED}").wait_for()
    with page.expect_download() as download:
        page.get_by_role("button", name="Word").click()
    word = docx.Document(BytesIO(Path(download.value.path()).read_bytes()))
    assert word.paragraphs[0].text == "A briefing"
    assert word.sections[0].header.paragraphs[0].text == "Desk of one"
    assert desktop.troubles == []


def test_a_theme_is_gathered_shown_and_written(desktop: Window) -> None:
    page = desktop.page
    visit(page, "/batch")
    page.get_by_role("radio", name="A theme").click()
    page.get_by_label("Theme", exact=True).fill("contact points")
    page.get_by_role("button", name="Gather what they say").click()
    page.get_by_text("points from 5 documents.").wait_for()
    assert page.locator(".pc-brief a.pc-cite").count() > 5
    assert "theme=contact+points" in page.url
    with page.expect_download() as download:
        page.get_by_role("button", name="Word").click()
    assert texts(download.value)[0] == "Contact points"
    visit(page, "/batch?theme=xylophones and zithers")
    page.get_by_text("No paragraph was found that clearly speaks of").wait_for()
    assert desktop.troubles == []


def test_the_page_fits_a_phone(browser: "Browser", app_server: str) -> None:
    for opened in window(browser, app_server, PHONE, touch=True):
        visit(opened.page, "/batch?theme=contact points")
        opened.page.locator(".pc-brief").first.wait_for()
        assert overflow(opened.page) == 0
