"""Searching for words in a real browser, on the five documents."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.support.browsing import DESKTOP, Window, settle, visit, window

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# With the other paths in a browser these take longer than the default run may.
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def desktop(browser: "Browser", app_server: str) -> Iterator[Window]:
    yield from window(browser, app_server, DESKTOP)


def test_a_question_for_every_mention_leads_to_all_of_them_with_counts_and_on_to_a_place(desktop: Window) -> None:
    page = desktop.page
    visit(page, "/?q=List all paragraphs that mention asset recovery networks")
    page.get_by_role("link", name="All of them, with counts").click()
    page.get_by_role("heading", name="42 passages in 5 documents").wait_for()
    page.get_by_role("link", name="Progress report on asset recovery mandates (4 April 2018)").first.click()
    page.get_by_role("heading", name="10 passages in 1 document").wait_for()
    settle(page)
    assert page.locator(".pc-found .pc-card").count() == 10
    page.locator(".pc-found a.pc-cite").first.click()
    page.locator(".pc-here mark").first.wait_for()
    page.go_back()
    page.get_by_role("heading", name="10 passages in 1 document").wait_for()
    assert desktop.troubles == []


def test_words_that_are_typed_are_found_and_quoted(desktop: Window) -> None:
    page = desktop.page
    visit(page, "/search")
    page.get_by_label("Words to search for").fill("“online directory” update")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Copy the quotation from CAC/COSP/WG.2/2018/2, para. 65").click()
    page.get_by_role("status").get_by_text("Copied").wait_for(state="attached")
    copied = str(page.evaluate("navigator.clipboard.readText()"))
    assert copied == ("“The secretariat continued to update the online directory.” (CAC/COSP/WG.2/2018/2, para. 65)")


def test_a_question_about_differences_leads_to_the_place_side_by_side(desktop: Window) -> None:
    page = desktop.page
    visit(page, "/?q=How do the 2018 and 2021 draft guidelines differ on contact points?")
    page.get_by_role("link", name="Compare the two, side by side, at this place").click()
    page.locator(".pc-part").first.wait_for()
    row = page.locator(".pc-row", has_text="transparent procedure for designating contact points")
    row.wait_for()
    page.wait_for_function(
        "each => { const { top } = each.getBoundingClientRect(); return top >= 0 && top < innerHeight }",
        arg=row.element_handle(),
    )
    assert desktop.troubles == []


def test_the_shelf_leads_to_a_document_alone_and_to_its_other_version(desktop: Window) -> None:
    page = desktop.page
    visit(page, "/documents")
    page.get_by_role("heading", name="Versions of one text, oldest first").wait_for()
    card = page.get_by_role("article", name="CAC/COSP/WG.2/2018/5")
    assert card.get_by_role("link", name="Official document").get_attribute("href") == (
        "https://docs.un.org/en/CAC/COSP/WG.2/2018/5"
    )
    card.get_by_role("link", name="Compare with Revised draft").click()
    page.locator(".pc-part").first.wait_for()
    assert "left=info-sharing-2018&right=guidelines-2021" in page.url
    page.go_back()
    card.get_by_role("link", name="Ask only this").click()
    page.get_by_text("1 document").wait_for()
    page.get_by_label("Your question").fill("What is the Egmont Group?")
    page.keyboard.press("Enter")
    page.locator(".pc-card").first.wait_for()
    assert "doc=info-sharing-2018" in page.url
