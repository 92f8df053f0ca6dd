"""The three states of an answer as a browser draws them, without a server: contrast, names, what is copied.

Skipped, with the reason, where playwright or Chromium cannot be had.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from index.document import Document
from index.store import Index
from rag.answering.steps import Asked
from tests.support.batch_fakes import FakeAnswerer, small_index
from tests.support.browsing import DESKTOP, PHONE, open_browser, overflow
from ui.app.addresses import AskAddress
from ui.app.markup.answer import answer_html, evidence_html, question_html
from ui.app.markup.asking.ways_on import ways_on_html
from ui.app.markup.render import line, page, result, state_name

if TYPE_CHECKING:
    from playwright.sync_api import Page

APP = Path(__file__).parents[3] / "ui" / "app"
STYLE = (APP / "static" / "style.css").read_text(encoding="utf-8")
BEHAVIOUR = "\n".join((APP / "static" / each).read_text(encoding="utf-8") for each in ("behaviour.js", "quotes.js"))
# Those of .streamlit/config.toml, on which the app's own HTML stands.
GROUNDS = {"light": "#ffffff", "dark": "#14181c"}
COPY = """() => {
  const event = new ClipboardEvent("copy", { clipboardData: new DataTransfer(), bubbles: true, cancelable: true });
  document.dispatchEvent(event);
  return [event.clipboardData.getData("text/plain"), event.clipboardData.getData("text/html")];
}"""
SELECT = "(words) => getSelection().selectAllChildren(document.querySelector(words))"


@pytest.fixture(scope="module")
def browser_page() -> Iterator["Page"]:
    with open_browser() as browser:
        yield browser.new_page()


def drawn(index: Index) -> str:
    """All states as the page of an answer and as rows of a batch have them."""
    found = {kind: next(FakeAnswerer(index).answer_many([Asked(kind)])) for kind in ("List", "Related", "None")}
    told = replace(found["None"], reason="There is no paragraph 9.", intent="summary")
    pieces = [
        piece
        for each in (*found.values(), told)
        for piece in (
            answer_html(each, index),
            ways_on_html(each, AskAddress(each.question), index),
            evidence_html(each, index),
        )
    ]
    kinds = {"answers": "pc-ok", "related": "pc-check", "nothing": "pc-open"}
    rows = [
        result(f"{n}.", each.question, state_name(each.state), kinds[each.state], line("Body"))
        for n, each in enumerate(found.values())
    ]
    return "".join([question_html(found["List"]), *pieces, page(*rows)])


def show(page: "Page", body: str, scheme: str) -> None:
    ground = f"color-scheme: {scheme}; background: {GROUNDS[scheme]}; font-family: sans-serif"
    page.set_content(
        f'<!DOCTYPE html><html lang="en"><head><title>States</title><style>{STYLE}</style></head>'
        f'<body style="{ground}"><main>{body}</main></body></html>'
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_states_are_within_reach_of_everybody(
    browser_page: "Page", documents: tuple[Document, ...], scheme: str
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is missing").Axe()
    show(browser_page, drawn(small_index(documents)), scheme)
    # The same card stands on the page more than once here, as on none of the app.
    options = {"rules": {"landmark-unique": {"enabled": False}}}
    violations = axe.run(browser_page, options=options).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in violations] == []


def test_no_state_is_cut_off_at_the_width_of_a_phone(browser_page: "Page", documents: tuple[Document, ...]) -> None:
    browser_page.set_viewport_size(PHONE)
    show(browser_page, drawn(small_index(documents)), "light")
    assert overflow(browser_page) == 0
    browser_page.set_viewport_size(DESKTOP)


def test_a_related_passage_says_that_it_is_one_where_only_its_words_are_copied(
    browser_page: "Page", documents: tuple[Document, ...]
) -> None:
    show(browser_page, drawn(small_index(documents)), "light")
    script = BEHAVIOUR.replace("export default function", "window.behave = function")
    browser_page.add_script_tag(content=script)
    browser_page.evaluate("() => window.behave({ data: { token: '' } })")
    browser_page.evaluate(SELECT, ".pc-passages p[data-quote]")
    text, html = browser_page.evaluate(COPY)
    note = " [Related passages: check whether they answer]"
    assert text == f"States should: A/1, para.\u00a02{note}"
    assert html.startswith('<span class="pc-words">States should:</span> <a ')
    assert html.endswith(note)
    browser_page.evaluate(SELECT, ".pc-answer p")
    assert browser_page.evaluate(COPY) == ["", ""]
