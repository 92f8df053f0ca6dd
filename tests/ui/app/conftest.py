"""What the tests of the app share, in a browser and in Streamlit's own test frame."""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

import pytest

from tests.support.browsing import open_browser

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    """A browser for the tests of one file."""
    with open_browser() as opened:
        yield opened


@pytest.fixture(scope="session")
def components_found_once() -> Iterator[None]:
    """Lets Streamlit look through the installed packages for components once, not for every app that a test starts.

    It takes half a second and more, most of what such a test takes, and gives the same each time.
    """
    from streamlit.components.v2 import manifest_scanner

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests))
        yield
