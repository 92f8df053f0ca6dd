"""Steps of a person in a browser, for the tests of the app: open a page, ask, wait until it is drawn."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page, ViewportSize

ARGUMENTS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
PHONE: "ViewportSize" = {"width": 390, "height": 844}
DESKTOP: "ViewportSize" = {"width": 1280, "height": 900}
# A drop zone of Streamlit's with a name and the role of decoration.
STREAMLITS_OWN = {"presentation-role-conflict"}
MILLISECONDS = 60_000  # that a step may take on a busy machine


def chromium() -> str | None:
    return next(
        (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
    )


def needs_browser() -> str:
    """The path of the browser; the test is skipped, with the reason, where there is none or nothing to drive it."""
    pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    path = chromium()
    if path is None:
        pytest.skip("no Chromium on this machine; install it: apt-get install chromium")
    return path


@contextmanager
def open_browser() -> Iterator["Browser"]:
    """A browser without a window."""
    path = needs_browser()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield opened
        opened.close()


@dataclass
class Window:
    """A page that stays open from test to test, and what went wrong in it: script errors, calls to other hosts."""

    page: "Page"
    troubles: list[str] = field(default_factory=list)


def window(browser: "Browser", server: str, size: "ViewportSize", *, touch: bool = False) -> Iterator[Window]:
    context = browser.new_context(
        viewport=size, base_url=server, has_touch=touch, permissions=["clipboard-read", "clipboard-write"]
    )
    opened = Window(context.new_page())
    opened.page.set_default_timeout(MILLISECONDS)
    opened.page.on("pageerror", lambda error: opened.troubles.append(str(error)))
    opened.page.on("request", lambda request: _note_foreign(request.url, server, opened.troubles))
    yield opened
    context.close()


def _note_foreign(url: str, server: str, troubles: list[str]) -> None:
    if not url.startswith((server, server.replace("http", "ws"), "blob:", "data:")):
        troubles.append(f"asked another host: {url}")


def visit(page: "Page", address: str) -> None:
    """Go to an address of the app: by loading it, or in the page that is open, as a link of the app does."""
    if page.url == "about:blank":
        page.goto(address)
    else:
        settle(page)
        page.evaluate(
            "address => { history.pushState({}, '', address); window.dispatchEvent(new PopStateEvent('popstate')) }",
            address,
        )
        page.wait_for_timeout(150)
    settle(page)


def ask(page: "Page", question: str) -> None:
    """Type a question into an empty first page."""
    visit(page, "/")
    page.get_by_text("What do the documents say?").wait_for()
    page.get_by_label("Your question").fill(question)
    page.keyboard.press("Enter")


def settle(page: "Page") -> None:
    """Wait until the server has drawn the page whole; the first one waits for the model too."""
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for(timeout=3 * MILLISECONDS)


def has_value(field: "Locator", value: str) -> None:
    """Wait until a field holds `value`."""
    from playwright.sync_api import expect

    expect(field).to_have_value(value, timeout=MILLISECONDS)


def overflow(page: "Page") -> int:
    """How many pixels of the page lie outside the window, to the right."""
    elements = "[...document.querySelectorAll('.pc, .pc *, main button, main p')]"
    widest = f"Math.max(0, ...{elements}.map(each => each.getBoundingClientRect().right))"
    return max(0, int(page.evaluate(f"Math.ceil({widest}) - window.innerWidth")))
