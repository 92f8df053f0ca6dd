"""Where in a document a passage stands: containers, number, sub-item."""

import re
from dataclasses import dataclass, replace

from index.errors import LocatorError

_ITEM = re.compile(r"\(([a-z0-9]{1,6})\)", re.IGNORECASE)
_NUMBERED = re.compile(r"(?P<number>\d+(?:\.\d+)*(?:\s?(?:bis|ter|quater))?)(?P<items>(?:\s*\([A-Za-z0-9]{1,6}\))*)")
_CONTAINER = re.compile(r"[^\W\d_][^,()]*")
_UNNUMBERED = re.compile(r"unnumbered (?P<ordinal>[1-9]\d*)(?P<items>(?:\s*\([A-Za-z0-9]{1,6}\))*)")


@dataclass(frozen=True, slots=True)
class Locator:
    """A place in a document, as UN usage names it.

    `containers` are the parts whose numbering is their own, outermost first (`annex`, `draft guideline 4`); `number` is
    the printed paragraph number; `items` the printed sub-items (`c`, or `a`, `ii`). Where the text prints no number,
    `number` is None and `ordinal` counts the unnumbered paragraphs of the innermost container from 1; it is None as
    well where that container is one unnumbered paragraph and nothing else.
    """

    containers: tuple[str, ...] = ()
    number: str | None = None
    items: tuple[str, ...] = ()
    ordinal: int | None = None

    def __str__(self) -> str:
        """`65`, `65 (c)`, `annex, draft guideline 4, 4.1 (a)`, `draft guideline 3`, `unnumbered 2`."""
        parts = list(self.containers)
        if self.number is not None:
            parts.append(self.number)
        elif self.ordinal is not None:
            parts.append(f"unnumbered {self.ordinal}")
        return ", ".join(parts) + "".join(f" ({item})" for item in self.items)

    @property
    def paragraph(self) -> "Locator":
        """The locator of the whole paragraph."""
        return replace(self, items=()) if self.items else self

    def item(self, *marks: str) -> "Locator":
        """The locator of a sub-item of this place."""
        return replace(self, items=self.items + marks)

    @classmethod
    def parse(cls, text: str) -> "Locator":
        """The locator that `str` prints as `text`; LocatorError where there is none."""
        parts = [part.strip() for part in text.split(",")]
        containers, last = tuple(parts[:-1]), parts[-1]
        if not all(_CONTAINER.fullmatch(container) for container in containers):
            raise _unreadable(text)
        if match := _NUMBERED.fullmatch(last):
            return cls(containers, match["number"], _items(match["items"]))
        if match := _UNNUMBERED.fullmatch(last):
            return cls(containers, None, _items(match["items"]), int(match["ordinal"]))
        container = _ITEM.sub("", last).strip()
        if not _CONTAINER.fullmatch(container) or not last.startswith(container):
            raise _unreadable(text)
        return cls((*containers, container), None, _items(last[len(container) :]))


def _unreadable(text: str) -> LocatorError:
    shown = text if len(text) <= 60 else f"{text[:60]}…"
    return LocatorError(f"not a locator: {shown!r}; expected, for example, '65', '65 (c)' or 'annex, 4.1 (a)'")


def _items(text: str) -> tuple[str, ...]:
    return tuple(_ITEM.findall(text))
