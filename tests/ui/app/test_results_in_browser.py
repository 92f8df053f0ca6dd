"""What administrators see of confidence and of readers' verdicts, in a real browser."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from tests.support.browsing import DESKTOP, PHONE, STREAMLITS_OWN, overflow, settle, visit, window
from tests.support.serving import running_app
from ui.app.services.feedback import Feedback, keep_feedback

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, ViewportSize

# With the other paths in a browser these take longer than the default run may.
pytestmark = pytest.mark.slow

WIDE: "ViewportSize" = {"width": 1440, "height": 900}
GOOD, BAD = "What is asset recovery?", "Who hosts the Global Focal Point Network?"
SCHEMES: "tuple[Literal['light', 'dark'], ...]" = ("light", "dark")


@pytest.fixture(scope="module")
def server(app_home: Path, written_reports: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an app that has a report and what two readers said."""
    home = tmp_path_factory.mktemp("results")
    shutil.copytree(app_home / "index", home / "index")
    shutil.copytree(written_reports / "b", home / "b")
    # The newest is shown first; the program's own reports are there, too.
    report = home / "b" / "report.json"
    report.write_text(report.read_text("utf-8").replace('"2026-01-02T', '"2099-01-02T'), "utf-8")
    for question, is_good, documents, note in ((GOOD, True, (), ""), (BAD, False, ("progress-2018",), "Not the host.")):
        said = Feedback("2026-11-25T10:02:00+00:00", question, documents, is_good, note, {"statements": []}, "f")
        keep_feedback(said, home / "feedback.sqlite")
    with running_app(home) as address:
        yield address


def opened(page: "Page") -> None:
    visit(page, "/results")
    # Of the others none was answered.
    page.get_by_text("tune", exact=True).click()
    page.locator(".pc-plot").wait_for()
    page.get_by_text("1 good, 1 not.").wait_for()
    settle(page)


@pytest.mark.parametrize("size", [WIDE, DESKTOP, PHONE], ids=["1440", "1280", "390"])
def test_confidence_and_verdicts_are_readable_at_every_width(
    browser: "Browser", server: str, size: "ViewportSize"
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is missing").Axe()
    for shown in window(browser, server, size, touch=size is PHONE):
        opened(shown.page)
        assert overflow(shown.page) == 0
        dot = shown.page.locator(".pc-dot").first.bounding_box()
        plot = shown.page.locator(".pc-plot").bounding_box()
        assert dot is not None
        assert plot is not None
        assert plot["x"] <= dot["x"] <= plot["x"] + plot["width"]
        for scheme in SCHEMES:
            shown.page.emulate_media(color_scheme=scheme)
            shown.page.wait_for_function(
                "scheme => getComputedStyle(document.querySelector('[data-testid=stApp]')).colorScheme === scheme",
                arg=scheme,
            )
            violations = axe.run(shown.page).response["violations"]
            found = [(each["id"], each["nodes"][0]["html"]) for each in violations if each["id"] not in STREAMLITS_OWN]
            assert (scheme, found) == (scheme, [])
        assert shown.troubles == []


def test_a_question_that_a_reader_was_not_content_with_is_asked_again_of_the_same_documents(
    browser: "Browser", server: str
) -> None:
    for shown in window(browser, server, DESKTOP):
        page = shown.page
        opened(page)
        page.get_by_text("not good", exact=True).click()
        page.get_by_text(GOOD).wait_for(state="detached")
        page.get_by_text("Not the host.").wait_for()
        page.get_by_role("link", name=f"Ask this now: {BAD}").click()
        page.get_by_role("heading", name=BAD, level=1).wait_for()
        assert "doc=progress-2018" in page.url
        assert shown.troubles == []
