"""What an answer looks like in a real browser, on the five documents."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.support.browsing import DESKTOP, PHONE, Window, overflow, visit, window

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator

COUNTED = "In how many States parties are there central authorities for mutual legal assistance?"
SEVERAL = "What is the web address of the online directory of competent national authorities?"


@pytest.fixture(scope="module")
def desktop(browser: "Browser", app_server: str) -> Iterator[Window]:
    yield from window(browser, app_server, DESKTOP)


@pytest.fixture(scope="module")
def handheld(browser: "Browser", app_server: str) -> Iterator[Window]:
    yield from window(browser, app_server, PHONE, touch=True)


def answered(opened: Window, question: str) -> "Locator":
    visit(opened.page, f"/?q={question}")
    answer = opened.page.get_by_role("region", name="Answer", exact=True)
    answer.wait_for()
    return answer


def size(words: "Locator") -> float:
    return float(words.evaluate("each => parseFloat(getComputedStyle(each).fontSize)"))


def test_the_sentence_that_answers_is_larger_than_what_follows_and_its_number_is_bold(desktop: Window) -> None:
    answer = answered(desktop, COUNTED)
    lead = answer.locator(".pc-lead li")
    assert lead.locator("strong").all_inner_texts() == ["129"]
    assert size(lead) > 1.1 * size(answer)
    assert answer.locator(".pc-source").all_inner_texts() == [
        "Background document on the timely sharing of information (5 April 2018)"
    ]
    assert desktop.troubles == []


def test_what_other_documents_say_stands_under_a_heading_with_their_title_and_date(desktop: Window) -> None:
    answer = answered(desktop, SEVERAL)
    others = answer.locator(".pc-others")
    assert others.get_by_role("heading").inner_text() == "Also in the documents"
    assert "(5 April 2018)" in str(others.locator(".pc-source").first.text_content())
    assert size(answer.locator(".pc-lead p[data-quote]")) > 1.1 * size(others)


def test_an_answer_fits_the_width_of_a_phone(handheld: Window) -> None:
    answered(handheld, SEVERAL)
    assert overflow(handheld.page) == 0
    assert handheld.troubles == []
