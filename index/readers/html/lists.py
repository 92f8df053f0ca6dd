"""The numbers that lists of web pages show, which are not in their text."""

import re
from dataclasses import dataclass

from index.readers.html.tree import Element

_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]+)", re.IGNORECASE)
_TYPES = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
_ROMAN = tuple(zip(
    (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), "m cm d cd c xc l xl x ix v iv i".split(), strict=True
))  # fmt: skip
# Roman numerals are written up to here (CSS Counter Styles 3, 6.1).
_LARGEST_ROMAN = 3999


@dataclass(slots=True)
class PageList:
    """A list as it is walked: `number` is that of the next entry, None where its entries have bullets."""

    kind: str
    number: int | None
    step: int = 1

    def following(self, entry: Element) -> str | None:
        """The mark before the next entry, `1.` or empty; None where it is a bullet."""
        if self.number is None:
            return "" if self.kind == "none" else None
        own = entry.get("value", "").strip()
        number = int(own) if re.fullmatch(r"-?[0-9]{1,9}", own) else self.number
        self.number = number + self.step
        return "" if self.kind == "none" else f"{_written(number, self.kind)}."


def page_list(element: Element) -> PageList:
    """The list that begins with `element`, an `ol` or `ul`."""
    match = _STYLE.search(element.get("style", ""))
    named = match[1].lower() if match else None
    if element.tag != "ol":
        return PageList("none" if named == "none" else "disc", None)
    kind = named or _TYPES.get(element.get("type", "1"), "decimal")
    start = element.get("start", "").strip()
    count = sum(child.tag == "li" for child in element)
    backwards = element.get("reversed") is not None
    first = int(start) if re.fullmatch(r"-?[0-9]{1,9}", start) else (count if backwards else 1)
    return PageList(kind, first, -1 if backwards else 1)


def _written(number: int, kind: str) -> str:
    if kind in ("lower-alpha", "lower-latin", "upper-alpha", "upper-latin") and number > 0:
        return _letters(number).upper() if kind.startswith("upper") else _letters(number)
    if kind in ("lower-roman", "upper-roman") and 0 < number <= _LARGEST_ROMAN:
        return _roman(number).upper() if kind.startswith("upper") else _roman(number)
    return f"{number:02d}" if kind == "decimal-leading-zero" else str(number)


def _letters(number: int) -> str:
    """A to z, then aa, ab (CSS Counter Styles 3, 6.2)."""
    letters = ""
    while number > 0:
        number, place = divmod(number - 1, 26)
        letters = chr(ord("a") + place) + letters
    return letters


def _roman(number: int) -> str:
    letters = ""
    for value, letter in _ROMAN:
        count, number = divmod(number, value)
        letters += letter * count
    return letters
