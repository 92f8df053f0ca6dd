"""What the browser tests of the app share."""

from collections.abc import Iterator
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
