"""What a text mentions, before it is linked to what stands beside it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from index.locator import Locator
from index.text.late_patterns import LatePattern

MentionKind = Literal["paragraph", "container", "page", "section", "footnote", "instrument", "symbol"]


@dataclass(frozen=True, slots=True)
class Mention:
    """Something that a text mentions, at `text[start:end]`.

    `locators` are what a paragraph, container, page or agenda item is by itself, and the place in an instrument that is
    a rule with a number of its own, which may be a part of one of our documents; `labels` are what the rest is called;
    `word` is what a section is called before its label (`section`, `chapter`, `part`, `item`); `operative` is whether a
    paragraph is called so, as those of resolutions are. Of an instrument that is a resolution or decision, `number` is
    its number, with the year in parentheses if that is given, and `organ` the name of the organ, empty where the text
    names none.
    """

    kind: MentionKind
    start: int
    end: int
    locators: tuple[Locator, ...] = ()
    labels: tuple[str, ...] = ()
    word: str | None = None
    operative: bool = False
    number: str = ""
    organ: str = ""


Recogniser = tuple[LatePattern, Callable[[re.Match[str]], Mention | None]]
"""A pattern, and what reads its match; None where it is none after all."""
