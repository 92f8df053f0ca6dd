"""Where in a document a passage stands: containers, number or page, sub-item."""

import re
from dataclasses import dataclass, replace
from typing import Literal, get_args

from index.errors import LocatorError
from index.text.wording import excerpt

# What a number or an ordinal counts, where it is not the document's paragraphs.
Label = Literal["", "preambular", "recommendation", "item", "table", "figure", "box", "paragraph"]

LETTERED_NUMBER = r"(?:(?:[IVXLC]+|[A-Z])\.(?:\d+|[IVXLC]+)|\d+\.[IVXLC]+|[IVXLC]+)"
"""The pattern of a number of tables and figures that has letters: `II`, `II.4`, `A.1`, `31.II`."""

_SHOWN = 60  # characters of what is no locator, in an error
_ITEMS = r"(?P<items>(?:\s*\([A-Za-z0-9]{1,6}\))*)"
_ITEM = re.compile(r"\(([a-z0-9]{1,6})\)", re.IGNORECASE)
_NUMBER = r"\d+(?:\.\d+)*(?:\s?(?:bis|ter|quater))?"
_NUMBERED = re.compile(rf"(?P<number>{_NUMBER}){_ITEMS}")
_LABELLED = re.compile(
    rf"(?P<label>recommendation|item|table|figure|box) (?P<number>{LETTERED_NUMBER}|{_NUMBER}){_ITEMS}"
)
_COUNTED = re.compile(rf"(?P<word>unnumbered|preambular para\.|para\.|table|figure|box) (?P<ordinal>[1-9]\d*){_ITEMS}")
_PAGE = re.compile(r"p\. (?P<page>[1-9]\d*|[ivxl]+)")
_CONTAINER = re.compile(r"[^\W\d_][^,()]*")

_WORDS: dict[Label, str] = {"": "unnumbered", "preambular": "preambular para.", "paragraph": "para."}
_LABELS: dict[str, Label] = {word: label for label, word in _WORDS.items()}
_ON_PAGES: tuple[Label, ...] = ("table", "figure", "box", "paragraph")


@dataclass(frozen=True, slots=True)
class Locator:
    """A place in a document, as UN usage names it.

    `containers` are the parts whose numbering is their own, outermost first (`annex`, `draft guideline 4`); `number` is
    the printed paragraph number; `items` the printed sub-items (`c`, or `a`, `ii`). Where the text prints no number,
    `number` is None and `ordinal` counts from 1: the unnumbered paragraphs of the innermost container or, where `page`
    says which, those that begin on a page. Both are None where that container is one unnumbered paragraph and nothing
    else. `page` is as printed on the page.

    `label` says what is counted where it is not such paragraphs: `recommendation` 136.118, `item` 65 of an agenda,
    `table`, `figure` or `box` 2 with their printed numbers; the `preambular` paragraphs of a resolution; every
    `paragraph` that begins on a page, in a text without numbers. `speaker` says whose words they are in a record.
    """

    containers: tuple[str, ...] = ()
    number: str | None = None
    items: tuple[str, ...] = ()
    ordinal: int | None = None
    label: Label = ""
    page: str | None = None
    speaker: str | None = None

    def __str__(self) -> str:
        """`65`, `65 (c)`, `annex, draft guideline 4, 4.1 (a)`, `draft guideline 3`, `unnumbered 2`.

        `recommendation 136.118`, `preambular para. 3`, `p. 2, para. 3`, `p. 7, Mr. Chumakov, para. 4`, `p. 1, table 1`.
        """
        parts = list(self.containers)
        if self.page is not None:
            parts.append(f"p. {self.page}")
        if self.speaker is not None:
            parts.append(self.speaker)
        if self.number is not None:
            parts.append(f"{self.label} {self.number}" if self.label else self.number)
        elif self.ordinal is not None:
            parts.append(f"{_WORDS.get(self.label, self.label)} {self.ordinal}")
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
        paged = next((place for place, part in enumerate(parts) if _PAGE.fullmatch(part)), None)
        containers = tuple(parts[: len(parts) - 1 if paged is None else paged])
        if not all(_CONTAINER.fullmatch(container) for container in containers):
            raise _unreadable(text)
        found = _last(containers, parts[-1]) if paged is None else _on_page(containers, parts[paged:])
        if found is None:
            raise _unreadable(text)
        return found


def _last(containers: tuple[str, ...], last: str) -> Locator | None:
    """The locator inside `containers` that ends in `last`, the part after the last comma."""
    if match := _NUMBERED.fullmatch(last):
        return Locator(containers, match["number"], _items(match["items"]))
    if match := _LABELLED.fullmatch(last):
        return Locator(containers, match["number"], _items(match["items"]), label=_label(match["label"]))
    if match := _COUNTED.fullmatch(last):
        label = _label(match["word"])
        counted = Locator(containers, None, _items(match["items"]), int(match["ordinal"]), label)
        return None if label in _ON_PAGES else counted
    container = _ITEM.sub("", last).strip()
    if not _CONTAINER.fullmatch(container) or not last.startswith(container):
        return None
    return Locator((*containers, container), None, _items(last[len(container) :]))


def _on_page(containers: tuple[str, ...], parts: list[str]) -> Locator | None:
    """The locator on a page: `parts` are the page, the speaker if there is one, and what is counted."""
    page = parts[0].removeprefix("p. ")
    match = _COUNTED.fullmatch(parts[-1]) if len(parts) > 1 else None
    speaker = ", ".join(parts[1:-1] if match else parts[1:]) or None
    if speaker is not None and not _CONTAINER.fullmatch(speaker.replace(",", "")):
        return None
    if match is None:
        return Locator(containers, page=page, speaker=speaker)
    label = _label(match["word"])
    if label == "preambular":
        return None
    return Locator(containers, None, _items(match["items"]), int(match["ordinal"]), label, page, speaker)


def _label(word: str) -> Label:
    labels: tuple[Label, ...] = get_args(Label)
    return _LABELS[word] if word in _LABELS else next(label for label in labels if label == word)


def _unreadable(text: str) -> LocatorError:
    expected = "expected, for example, '65', '65 (c)' or 'annex, 4.1 (a)'"
    return LocatorError(f"not a locator: {excerpt(text, _SHOWN)!r}; {expected}")


def _items(text: str) -> tuple[str, ...]:
    return tuple(_ITEM.findall(text))
