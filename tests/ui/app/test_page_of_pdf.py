"""The page of a PDF file beside a paragraph, or under it on a phone, in a real browser."""

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Literal

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.support.browsing import DESKTOP, PHONE, STREAMLITS_OWN, Window, overflow, settle, visit, window

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


def asked(zebra: "Page") -> "Locator":
    """The card of the paragraph that says where lions slept, its page chosen."""
    visit(zebra, "/?q=In how many towns did lions sleep?")
    card = zebra.locator(".st-key-source_pane .pc-card").first
    card.wait_for()
    settle(zebra)
    choice = zebra.get_by_role("radio", name="Page", exact=True)
    if choice.get_attribute("aria-checked") != "true":
        choice.click()
    zebra.locator(".st-key-source_pane .pc-page img").wait_for()
    settle(zebra)
    return card


def test_beside_an_answer_the_page_stands_in_place_of_the_text_once_it_is_chosen(zebra: "Page") -> None:
    card = asked(zebra)
    picture = zebra.locator(".st-key-source_pane .pc-page img")
    assert box(picture)[1] > box(card)[1]
    assert box(picture)[0] > box(zebra.locator(".st-key-answer_pane .pc-answer, .st-key-answer_pane .pc-state"))[2]
    assert not card.locator(":scope > .pc-text").is_visible()
    assert card.get_by_role("button", name="Copy the citation").is_visible()
    assert overflow(zebra) == 0
    zebra.get_by_role("radio", name="Text", exact=True).click()
    zebra.locator(".st-key-source_pane .pc-page").wait_for(state="detached")
    assert card.locator(":scope > .pc-text").is_visible()


def test_what_is_framed_is_brought_into_sight_and_lit_with_the_words_quoted(zebra: "Page") -> None:
    asked(zebra)
    zebra.set_viewport_size({"width": 1280, "height": 520})
    frame = zebra.locator(".st-key-source_pane .pc-frame")
    zebra.locator(".st-key-answer_pane [data-quote]").first.hover(position={"x": 5, "y": 5})
    zebra.locator(".pc-frame.pc-lit").wait_for()
    _, top, _, bottom = box(frame)
    field = zebra.locator(".st-key-ask_bar").bounding_box()
    assert field is not None
    assert 0 <= top < bottom <= field["y"]
    zebra.set_viewport_size(DESKTOP)


def test_on_a_narrow_screen_text_and_page_stand_one_below_the_other(zebra: "Page") -> None:
    zebra.set_viewport_size(PHONE)
    card = asked(zebra)
    text = card.locator(":scope > .pc-text")
    assert text.is_visible()
    assert box(zebra.locator(".st-key-source_pane .pc-page img"))[1] > box(text)[3]
    assert overflow(zebra) == 0
    zebra.set_viewport_size(DESKTOP)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_beside_an_answer_is_within_reach_of_everybody(
    zebra: "Page", scheme: 'Literal["light", "dark"]'
) -> None:
    """By the rules of axe-core: contrast, names, order of headings, roles."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is missing").Axe()
    asked(zebra)
    zebra.emulate_media(color_scheme=scheme)
    zebra.wait_for_function(
        "scheme => getComputedStyle(document.querySelector('[data-testid=stApp]')).colorScheme === scheme", arg=scheme
    )
    violations = axe.run(zebra).response["violations"]
    found = [(each["id"], each["nodes"][0]["html"]) for each in violations if each["id"] not in STREAMLITS_OWN]
    assert found == []
    zebra.emulate_media(color_scheme="light")


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
