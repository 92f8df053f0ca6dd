"""Files of questions in a browser: rows are chosen, answered while the page is closed, downloaded and deleted."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from time import monotonic, sleep
from typing import TYPE_CHECKING

import pytest

from tests.support.browsing import DESKTOP, MILLISECONDS, Window, has_value, settle, visit, window
from ui.app.services.batch_store import BatchStore

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

QUESTION = "In how many States parties are there central authorities for mutual legal assistance?"
REFUSED = "What is the budget of UNODC for 2025?"
# Pixels: how high the table of a batch is drawn, with a question that takes two lines.
HEADER, ROW = 36, 68


@pytest.fixture(scope="module")
def desktop(browser: "Browser", app_server: str) -> Iterator[Window]:
    yield from window(browser, app_server, DESKTOP)


@pytest.fixture
def page(desktop: Window) -> Iterator["Page"]:
    """A page of the app; the test fails when it meets a script error or asks another host for anything."""
    yield desktop.page
    assert desktop.troubles == []


@pytest.mark.slow
def test_a_batch_goes_on_while_its_page_is_closed_and_ends_as_a_word_document(page: "Page") -> None:
    from docx import Document as WordDocument

    visit(page, "/batch")
    table = f"section,question\nDirectories,{QUESTION}\nMoney,{REFUSED}\n".encode()
    page.locator("input[type=file]").set_input_files({"name": "desk.csv", "mimeType": "text/csv", "buffer": table})
    page.get_by_text("desk.csv").first.wait_for()
    page.get_by_role("button", name="Read the questions").click()
    page.get_by_text("2 questions in 2 sections to be answered.").wait_for()
    address = page.url
    page.get_by_role("button", name="Answer them").click()
    page.get_by_text(re.compile("Waiting to begin|of 2 answered|1 answered")).first.wait_for()
    visit(page, "/documents")
    visit(page, address.removeprefix(page.url.rsplit("/", 1)[0]))
    page.locator(".pc-result").first.wait_for()
    page.locator(".pc-result summary").first.click()
    page.get_by_text("129 States parties").first.wait_for()
    with page.expect_download() as download:
        page.get_by_role("button", name="Word").click()
    word = WordDocument(BytesIO(Path(download.value.path()).read_bytes()))
    assert any("129 States parties" in paragraph.text for paragraph in word.paragraphs)
    page.get_by_role("button", name="Delete", exact=True).click()
    page.get_by_role("dialog").get_by_role("button", name="Keep it").click()
    page.locator(".pc-result").first.wait_for()
    page.get_by_role("button", name="Delete", exact=True).click()
    page.get_by_role("dialog").get_by_role("button", name="Delete it").click()
    page.get_by_role("button", name="Read the questions").wait_for()


@pytest.mark.slow
def test_the_rows_of_a_letter_are_ticked_changed_and_kept_before_they_are_answered(
    page: "Page", app_home: Path
) -> None:
    visit(page, "/batch")
    letter = f"Dear colleagues,\n\n{QUESTION}\nWho funds it?\n\nThank you,\nAnn\n".encode()
    page.locator("input[type=file]").set_input_files({"name": "letter.txt", "mimeType": "text/plain", "buffer": letter})
    page.get_by_text("letter.txt").first.wait_for()
    page.get_by_role("button", name="Read the questions").click()
    page.get_by_text("2 questions to be answered, 3 other rows left out.").wait_for()
    address, job = page.url, page.url.rpartition("=")[2]
    settle(page)
    click_cell(page, row=1, x=30)
    page.get_by_text("1 question to be answered, 4 other rows left out.").wait_for()
    settle(page)
    click_cell(page, row=2, x=200, times=2)
    field = page.locator("textarea.gdg-input")
    field.fill("Who funds the StAR Initiative?")
    has_value(field, "Who funds the StAR Initiative?")
    field.press("Enter")
    wait_for_choice("Who funds the StAR Initiative?", BatchStore(app_home / "batches"), job)
    settle(page)
    visit(page, "/results")
    visit(page, address.removeprefix(page.url.rsplit("/", 1)[0]))
    page.get_by_text("1 question to be answered, 4 other rows left out.").wait_for()
    page.get_by_role("button", name="Answer them").click()
    page.locator(".pc-result").first.wait_for()
    assert page.locator(".pc-question-line").all_inner_texts() == ["Who funds the StAR Initiative?"]
    page.get_by_text("4 rows were skipped").click()
    page.get_by_text(f"{QUESTION} (unticked)").wait_for()


def wait_for_choice(words: str, store: BatchStore, job: str) -> None:
    until = monotonic() + MILLISECONDS / 1_000
    while words not in [choice.text for choice in store.choices(job).values()]:
        assert monotonic() < until, f"{words} was not kept"
        sleep(0.05)


def click_cell(page: "Page", *, row: int, x: int, times: int = 1) -> None:
    """Click into a row of the table, which is drawn on a canvas; rows count from 0."""
    box = page.locator("[data-testid=stDataFrame] canvas").first.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + x, box["y"] + HEADER + (row + 0.5) * ROW, click_count=times)
