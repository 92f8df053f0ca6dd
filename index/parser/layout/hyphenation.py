"""Where a line or a page ends and the sentence goes on: with a space, or without one after a hyphen."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property

from index.language.english.language import ENGLISH
from index.readers.base import Line
from index.text.typography import PRINTED_HYPHEN, SOFT_HYPHEN, TYPED_HYPHEN

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_HYPHENATED_END = re.compile(r"([^\W_]+(?:-[^\W_]+)*)-$")
_INSIDE = re.compile(rf"[^\W_]{PRINTED_HYPHEN}[^\W_]")
# "29 replied. 1/": a footnote's mark as typewriters set it
_NOTE_MARK = re.compile(r"\s(?:[0-9]{1,3}|[a-z])/$")
# "pre- and post-conflict": the hyphen hangs, the words stay apart.
_HANGING = frozenset(ENGLISH.hanging)

_LONGEST_WORD = 80  # characters that are looked at on each side, so that a line of any length is read in a moment


class Vocabulary:
    """The words of a text, to tell a compound's hyphen from one that only breaks a line."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = tuple(texts)

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(word for text in self._texts for word in _WORD.findall(text.lower()))

    def writes_as_one(self, left: str, right: str) -> bool:
        """Whether the text elsewhere writes `left` and `right` as one word, and nowhere with a hyphen between them."""
        return (left + right).lower() in self._words and f"{left}-{right}".lower() not in self._words


def with_typed_hyphens(lines: Sequence[Line]) -> list[Line]:
    """`lines` with the hyphen that is typed in place of the printed one, and a soft one where a program broke a word.

    A program did so where the printed hyphen stands at ends of lines alone: writers used another one.
    """
    if not any(PRINTED_HYPHEN in line.text for line in lines):
        return list(lines)
    broken = not any(_INSIDE.search(line.text) for line in lines)
    return [_with_typed_hyphens(line, at_end=SOFT_HYPHEN if broken else TYPED_HYPHEN) for line in lines]


def _with_typed_hyphens(line: Line, *, at_end: str) -> Line:
    if PRINTED_HYPHEN not in line.text:
        return line
    text = line.text[:-1] + line.text[-1].replace(PRINTED_HYPHEN, at_end)
    cells = tuple(cell.replace(PRINTED_HYPHEN, TYPED_HYPHEN) for cell in line.cells)
    return replace(line, text=text.replace(PRINTED_HYPHEN, TYPED_HYPHEN), cells=cells)


def seam(left: str, right: str, vocabulary: Vocabulary) -> tuple[int, str]:
    """How many characters to take off the end of `left`, and what to put between it and `right`."""
    if left.endswith(SOFT_HYPHEN):
        return 1, ""
    if left.endswith("-"):
        following = _WORD.match(right[:_LONGEST_WORD])
        hyphenated = _HYPHENATED_END.search(left[-_LONGEST_WORD:])
        if hyphenated and following:
            if following[0].lower() in _HANGING:
                return 0, " "
            return (1 if vocabulary.writes_as_one(hyphenated[1], following[0]) else 0), ""
    if left[-1:] in ("/", "–") and left[-2:-1].isalnum() and right[:1].isalnum() and not _NOTE_MARK.search(left[-6:]):
        return (0, "") if left[-1] == "/" or (left[-2].isdigit() and right[0].isdigit()) else (0, " ")
    return 0, " "


def join_all(texts: Iterable[str], vocabulary: Vocabulary) -> str:
    """The texts of consecutive lines as one text."""
    parts: list[str] = []
    for text in texts:
        if not text:
            continue
        if parts:
            cut, glue = seam(parts[-1], text, vocabulary)
            parts[-1] = (parts[-1][:-cut] if cut else parts[-1]) + glue
        parts.append(text)
    return "".join(parts)
