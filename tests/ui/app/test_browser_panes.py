"""Answer and sources side by side, and how the words of one lead to those of the other, in a real browser."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.support.browsing import (
    DESKTOP,
    MILLISECONDS,
    PHONE,
    ask,
    overflow,
    settle,
    visit,
    window,
)

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

# With the other paths in a browser these take longer than the default run may.
pytestmark = pytest.mark.slow

# Sentences of three paragraphs.
QUESTION = "What does the StAR Initiative do?"
QUOTES = ".st-key-answer_pane [data-quote]"
LIT = "[...document.querySelectorAll('mark.pc-lit')].map(each => each.textContent)"


@pytest.fixture(scope="module")
def page(browser: "Browser", app_server: str) -> Iterator["Page"]:
    for opened in window(browser, app_server, DESKTOP):
        opened.page.goto("/documents")
        opened.page.locator(".pc-doc").first.wait_for(timeout=4 * MILLISECONDS)
        ask(opened.page, QUESTION)
        opened.page.locator(".pc-card").first.wait_for()
        settle(opened.page)
        yield opened.page
        assert opened.troubles == []


def _lit(page: "Page") -> list[str]:
    return [" ".join(each.split()) for each in page.evaluate(LIT)]


def test_the_sources_stand_beside_the_answer_and_are_scrolled_apart(page: "Page") -> None:
    answer = page.locator(".st-key-answer_pane").bounding_box()
    sources = page.locator(".st-key-source_pane").bounding_box()
    assert answer and sources
    assert sources["x"] >= answer["x"] + answer["width"]
    assert abs(sources["y"] - answer["y"]) < 60
    assert overflow(page) == 0


def test_what_the_pointer_is_on_is_lit_at_its_source_and_brought_there(page: "Page") -> None:
    quotes = page.locator(QUOTES).locator("visible=true")
    assert quotes.count() > 1
    for at in range(quotes.count()):
        quote = quotes.nth(at)
        quote.hover(position={"x": 5, "y": 5})
        said = " ".join(quote.inner_text().split())
        lit = _lit(page)
        assert lit, said
        assert all(each in said or said[:40] in each for each in lit)
        assert page.locator("mark.pc-lit").first.is_visible()
        frame = page.locator(".st-key-source_pane").evaluate("e => e.parentElement.getBoundingClientRect().toJSON()")
        box = page.locator("mark.pc-lit").first.bounding_box()
        assert box and frame["top"] <= box["y"] <= frame["bottom"]


def test_a_click_pins_the_words_until_they_are_clicked_again(page: "Page") -> None:
    first, second = page.locator(QUOTES).nth(0), page.locator(QUOTES).nth(1)
    first.click(position={"x": 5, "y": 5})
    pinned = _lit(page)
    second.hover(position={"x": 5, "y": 5})
    assert _lit(page) == pinned
    first.click(position={"x": 5, "y": 5})
    second.hover(position={"x": 5, "y": 5})
    assert _lit(page) != pinned
    page.keyboard.press("Escape")
    assert _lit(page) == []


def test_j_and_k_walk_the_citations_and_enter_opens_the_one_that_is_lit(page: "Page") -> None:
    page.locator(".st-key-actions").click(position={"x": 1, "y": 1})
    page.keyboard.press("Escape")
    page.mouse.move(2, 300)
    lit = []
    for key in "jjk":
        page.keyboard.press(key)
        lit.append(_lit(page))
    assert lit[0] and lit[1] and lit[0] == lit[2] != lit[1]
    page.keyboard.press("Enter")
    page.locator(".pc-here").wait_for()
    page.go_back()
    page.locator(".pc-card").first.wait_for()
    settle(page)


def test_walking_on_unfolds_what_is_folded(page: "Page") -> None:
    folded = page.locator(".st-key-answer_pane .pc-more [data-quote]")
    page.keyboard.press("Escape")
    if folded.count() == 0:
        pytest.skip("this answer is short: nothing of it is folded")
    assert not folded.last.is_visible()
    page.locator(".st-key-actions").click(position={"x": 1, "y": 1})
    for _ in range(page.locator(QUOTES).count()):
        page.keyboard.press("j")
    assert folded.last.is_visible()
    assert _lit(page)
    page.keyboard.press("Escape")


def test_letters_that_are_typed_into_the_question_walk_nowhere(page: "Page") -> None:
    page.keyboard.press("Escape")
    page.get_by_label("Your question").click()
    page.keyboard.press("j")
    assert _lit(page) == []


def test_a_question_that_goes_on_from_the_last_one_is_read_with_it_and_can_be_asked_alone(page: "Page") -> None:
    ask(page, "What is the Egmont Group?")
    page.locator(".pc-card").first.wait_for()
    settle(page)
    page.get_by_label("Your question").fill("and when was it established?")
    page.keyboard.press("Enter")
    page.get_by_text("Read as “When was the Egmont Group established?”").wait_for()
    page.get_by_text("established in 1995").first.wait_for()
    settle(page)
    page.get_by_role("link", name="Ask it alone").click()
    page.locator(".pc-following").wait_for(state="detached")
    page.get_by_role("heading", name="and when was it established?").wait_for()


def test_on_a_phone_the_sources_stand_below_the_answer(browser: "Browser", app_server: str) -> None:
    for opened in window(browser, app_server, PHONE, touch=True):
        visit(opened.page, f"/?q={QUESTION}")
        opened.page.locator(".pc-card").first.wait_for()
        settle(opened.page)
        # Letters of another font take other room.
        opened.page.evaluate("document.fonts.ready")
        answer = opened.page.locator(".st-key-answer_pane").bounding_box()
        sources = opened.page.locator(".st-key-source_pane").bounding_box()
        assert answer and sources and sources["y"] >= answer["y"] + answer["height"]
        assert overflow(opened.page) == 0
        assert opened.troubles == []
