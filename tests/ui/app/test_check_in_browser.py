"""A draft checked in a real browser, on the five documents.

Skipped, with the reason, where playwright or Chromium cannot be had.
"""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest

from tests.support.browsing import DESKTOP, PHONE, Window, overflow, visit, window

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

# With the other paths in a browser these take longer than the default run may.
pytestmark = pytest.mark.slow

WORDS = "The secretariat continued to update the online directory"
WRONG = f"The report says: “{WORDS}” (CAC/COSP/WG.2/2018/2, para. 66)."


@pytest.fixture(scope="module")
def desktop(browser: "Browser", app_server: str) -> Iterator[Window]:
    yield from window(browser, app_server, DESKTOP)


@pytest.fixture(scope="module")
def handheld(browser: "Browser", app_server: str) -> Iterator[Window]:
    yield from window(browser, app_server, PHONE, touch=True)


def drop(page: "Page", name: str, content: bytes) -> None:
    """Open the page and give it a draft, as by dropping the file there."""
    visit(page, "/check")
    field = page.locator("[data-testid=stFileUploader] input")
    field.set_input_files({"name": name, "mimeType": "application/octet-stream", "buffer": content})


def word(*texts: str) -> bytes:
    document, file = docx.Document(), BytesIO()
    for text in texts:
        document.add_paragraph(text)
    document.save(file)
    return file.getvalue()


def test_a_draft_is_checked_and_comes_back_with_comments(desktop: Window, app_home: Path, tmp_path: Path) -> None:
    page = desktop.page
    drop(page, "draft.docx", word(WRONG))
    finding = page.locator(".pc-finding")
    finding.wait_for()
    assert "stands elsewhere" in finding.inner_text().lower()
    assert "CAC/COSP/WG.2/2018/2, para. 65" in finding.inner_text()
    with page.expect_download() as download:
        page.get_by_role("button", name="Word file with comments").click()
    assert download.value.suggested_filename == "draft.checked.docx"
    path = tmp_path / "checked.docx"
    download.value.save_as(path)
    assert len(list(docx.Document(str(path)).comments)) == 1
    kept = [each for each in app_home.rglob("*") if each.is_file() and "draft" in each.name]
    assert kept == []
    finding.get_by_role("link", name="Open CAC/COSP/WG.2/2018/2, para. 65").click()
    page.locator(".pc-here").wait_for()
    assert WORDS in page.locator(".pc-here").inner_text()
    assert desktop.troubles == []


def test_what_is_in_order_is_shown_where_that_is_asked_for(desktop: Window) -> None:
    page = desktop.page
    drop(page, "draft.docx", word(WRONG.replace("para. 66", "para. 65")))
    page.get_by_text("Nothing wrong was found").wait_for()
    assert page.locator(".pc-finding").count() == 0
    page.get_by_text("Show also what is in order").click()
    page.locator(".pc-finding.pc-right").wait_for()


def test_a_file_that_is_damaged_is_told_in_words(desktop: Window) -> None:
    drop(desktop.page, "draft.docx", b"no archive at all")
    desktop.page.get_by_text("not a Word file or damaged").wait_for()


def test_findings_fit_the_width_of_a_phone(handheld: Window) -> None:
    drop(handheld.page, "draft.docx", word(WRONG, "See A/80/123456789, para. 3."))
    handheld.page.locator(".pc-finding").first.wait_for()
    assert overflow(handheld.page) == 0
    assert handheld.page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
