"""The marks of lists: numbers, letters and bullets before a question."""

import re

_NUMBER = re.compile(r"\(?(?P<id>Q?\d{1,4}[a-z]?)[.):]\s+(?P<text>.+)", re.IGNORECASE)
_BULLET = re.compile(r"[-*•–]\s+(?P<text>.+)")
# What people write before the items of a list, and how deep an item with such a mark is.
_MARKS = (
    (re.compile(r"(?:[IVX]{1,5}|[A-Z])[.):]\s+"), 0),
    (re.compile(r"\(?(?:Q|No\.?)?\s?\d{1,4}[.):]\s+|R?Q\s?\d{1,3}\s+", re.IGNORECASE), 1),
    (re.compile(r"\d{1,3}\.\d{1,3}[.)]?\s+"), 2),
    (re.compile(r"\d{1,3}(?:\.\d{1,3}){2,4}[.)]?\s+|\d{1,4}[a-z][.)]\s+"), 3),
    (re.compile(r"\(?(?:ii|iii|iv|vi{1,3}|ix|xi{0,3})[.)]\s+"), 5),
    (re.compile(r"\(?[a-z][.)]\s+"), 4),
    (re.compile(r"[-*•–—·▪◦‣o]\s+"), 6),
)
_NUMBER_ALONE = re.compile(r"\(?(?:Q|No\.?)?\s?(?:\d{1,4}(?:\.\d{1,3})*[a-z]?|[a-z]|[ivx]{1,5})[.):]?", re.IGNORECASE)


def listed(text: str) -> tuple[str | None, str]:
    """The number that stands before a question in a list, None where there is none, and the question."""
    if numbered := _NUMBER.fullmatch(text):
        return numbered["id"], numbered["text"]
    bullet = _BULLET.fullmatch(text)
    return None, bullet["text"] if bullet else text


def list_mark(text: str) -> str:
    """The mark of a list that `text` begins with, `1.` or `(a)` or `•`, with the space behind it; empty for none."""
    return next((match[0] for pattern, _ in _MARKS if (match := pattern.match(text))), "")


def mark_depth(text: str) -> int | None:
    """How deep in a list the mark before `text` puts it, a number in no particular unit; None where there is no mark.

    Capitals and Roman capitals come first, then `1.`, `1.1`, `1a.`, `(a)`, `(ii)` and bullets.
    """
    return next((depth for pattern, depth in _MARKS if pattern.match(text)), None)


def without_mark(text: str) -> str:
    """`text` without the mark of a list before it."""
    return text[len(list_mark(text)) :]


def is_number(cell: str) -> bool:
    """Whether a cell holds the number of a question and nothing else: `1`, `1.2`, `(a)`, `Q3.`."""
    return bool(_NUMBER_ALONE.fullmatch(cell))
