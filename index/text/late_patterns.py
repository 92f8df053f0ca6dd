"""Regular expressions that are compiled when they are first used.

To compile those for all questions takes a fifth of a second, and one question needs few of them.
"""

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any

# What no text holds.
_NOTHING = re.compile(r"(?!)")


class LatePattern:
    """What `re.compile(pattern, flags)` gives, compiled when it is first used.

    `needs` is a short pattern, under the same flags, that is found in every text that `pattern` is found in: without
    it a text is not searched, so that a long pattern is compiled only for texts that may match.
    """

    def __init__(self, pattern: str, flags: int = 0, *, needs: str = "") -> None:
        self.pattern = pattern
        self.flags = flags
        self._needs = needs

    def search(self, text: str, *within: int) -> re.Match[str] | None:
        """As `re.Pattern.search`."""
        return self._for(text).search(text, *within)

    def match(self, text: str, *within: int) -> re.Match[str] | None:
        """As `re.Pattern.match`."""
        return self._for(text).match(text, *within)

    def fullmatch(self, text: str, *within: int) -> re.Match[str] | None:
        """As `re.Pattern.fullmatch`."""
        return self._for(text).fullmatch(text, *within)

    def finditer(self, text: str, *within: int) -> Iterator[re.Match[str]]:
        """As `re.Pattern.finditer`."""
        return self._for(text).finditer(text, *within)

    def findall(self, text: str) -> list[Any]:
        """As `re.Pattern.findall`."""
        return self._for(text).findall(text)

    def split(self, text: str) -> list[str | Any]:
        """As `re.Pattern.split`."""
        return self._for(text).split(text)

    def sub(self, replacement: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        """As `re.Pattern.sub`."""
        return self._for(text).sub(replacement, text, count)

    def _for(self, text: str) -> re.Pattern[str]:
        return self._compiled if not self._needs or self._needed.search(text) else _NOTHING

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self.flags)

    @cached_property
    def _needed(self) -> re.Pattern[str]:
        return re.compile(self._needs, self.flags)
