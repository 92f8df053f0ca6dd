"""Wording that messages, pages and reports share: counts with their noun, lists, and excerpts with an ellipsis."""

from collections.abc import Sequence

ELLIPSIS = "…"
# What does not stand before an ellipsis.
_LOOSE_END = " ,;:–-"


def listed(names: Sequence[str]) -> str:
    """`names`, one at least, as a list in words: `A, B and C`."""
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last


def counted(count: int, noun: str, plural: str = "") -> str:
    """`1 question`, `1,200 questions`; `plural` is that of a noun that does not take an s.

    >>> counted(2, "match", "matches")
    '2 matches'
    """
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {plural or f'{noun}s'}"


def excerpt(text: str, most: int) -> str:
    """`text`, or its first words and an ellipsis where it has more than `most` characters.

    >>> excerpt("one two three", 9)
    'one two …'
    """
    if len(text) <= most:
        return text
    # The last word is cut off with what follows it, as nobody knows whether it is whole.
    words = (text[:most].rsplit(None, 1) or [""])[0]
    return f"{words.rstrip(_LOOSE_END)} {ELLIPSIS}"
