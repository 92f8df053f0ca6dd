"""The ways on from what is no answer, in a real browser, on the five documents."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.support.browsing import DESKTOP, PHONE, Window, has_value, overflow, settle, visit, window

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

# With the other paths in a browser these take longer than the default run may.
pytestmark = pytest.mark.slow

UNTOLD = "Who in the countries are contact points?"


@pytest.fixture(scope="module")
def desktop(browser: "Browser", app_server: str) -> Iterator[Window]:
    yield from window(browser, app_server, DESKTOP)


@pytest.fixture
def page(desktop: Window) -> Iterator["Page"]:
    visit(desktop.page, f"/?q={UNTOLD}")
    desktop.page.get_by_text("What you can do").wait_for()
    settle(desktop.page)
    desktop.page.wait_for_function("window.pincite?.listening")
    yield desktop.page
    assert desktop.troubles == []


def test_the_question_comes_back_into_the_field_to_be_asked_in_other_words(page: "Page") -> None:
    page.get_by_role("button", name="Ask in other words").click()
    field = page.get_by_label("Your question")
    has_value(field, UNTOLD)
    assert field.evaluate("each => each === document.activeElement")
    page.keyboard.press("End")
    page.keyboard.type(" Of what")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name=f"{UNTOLD} Of what", level=1).wait_for()


def test_the_other_paragraphs_open_where_they_stand(page: "Page") -> None:
    fold = page.locator(".st-key-further details").first
    assert not fold.evaluate("each => each.open")
    page.get_by_role("button", name="Look through the other paragraphs").click()
    card = fold.locator(".pc-card").first
    card.wait_for()
    assert fold.evaluate("each => each.open")
    page.wait_for_function("each => each.getBoundingClientRect().top < innerHeight / 2", arg=fold.element_handle())
    page.get_by_role("button", name="Look through the other paragraphs").click()
    assert fold.evaluate("each => each.open"), "a second click leaves them open"


def test_a_search_for_the_words_tells_how_many_passages_have_each(page: "Page") -> None:
    page.get_by_role("link", name="Search the passages for its words").click()
    has_value(page.get_by_label("Words to search for"), "countries contact points")
    page.get_by_text(re.compile(r"^\d+ passages?( in|$)")).first.wait_for()


def test_they_fit_a_phone(browser: "Browser", app_server: str) -> None:
    for opened in window(browser, app_server, PHONE, touch=True):
        visit(opened.page, f"/?q={UNTOLD}")
        opened.page.get_by_text("What you can do").wait_for()
        settle(opened.page)
        assert overflow(opened.page) == 0
        opened.page.get_by_role("button", name="Look through the other paragraphs").click()
        opened.page.locator(".st-key-further .pc-card").first.wait_for()
        assert opened.troubles == []
