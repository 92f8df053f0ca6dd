"""Texts as words and punctuation marks, written so that what UN usage sets in different ways is the same.

Quotation marks, white space, the kinds of dashes and apostrophes, raised note marks and soft hyphens make no
difference; capitals and punctuation do. Sentences that only say what a text says are compared by `rag.proof.words`.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from index.sentences import Span
from index.text.typography import SUPERSCRIPT_DIGITS

_INVISIBLE = "\u00ad\u200b\u2060\ufeff"
_WORD = re.compile(rf"[^\W_]+(?:(?:['’.,/]|[{_INVISIBLE}]+)[^\W_]+)*|[^\w\s{_INVISIBLE}]|_")
_QUOTATION_MARKS = frozenset("“”„‟\"«»‘’‚'`´")
_DASHES = frozenset("-‐‑‒–—―−")
_RAISED = re.compile(f"[{SUPERSCRIPT_DIGITS}]+$")
_DROPPED_INSIDE = str.maketrans({**dict.fromkeys(_INVISIBLE), "’": "'"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a punctuation mark at `text[start:end]`; `key` is equal for the ways to set it."""

    key: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Whether it is a word or a figure, not a punctuation mark."""
        return self.key[0].isalnum()


def words_of(text: str) -> Iterator[Word]:
    """The words and punctuation marks of `text`, in order, quotation marks and raised note marks left out."""
    for match in _WORD.finditer(text):
        if key := _key(match[0]):
            yield Word(key, *match.span())


def _key(written: str) -> str:
    if written in _QUOTATION_MARKS:
        return ""
    if written in _DASHES:
        return "-"
    if written.isascii():
        return written
    return _RAISED.sub("", unicodedata.normalize("NFC", written.translate(_DROPPED_INSIDE)))


@dataclass(frozen=True)
class Wording:
    """A text and its words; `line` has their keys between single spaces, one before the first and after the last."""

    text: str

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words and punctuation marks, in order."""
        return tuple(words_of(self.text))

    @cached_property
    def line(self) -> str:
        """The keys of the words between single spaces."""
        return f" {' '.join(word.key for word in self.words)} "

    def span(self, first: int, last: int) -> Span:
        """The characters of the text from the word `first` to before the word `last`."""
        return self.words[first].start, self.words[last - 1].end

    def word_at(self, place: int) -> int:
        """Which word begins at the character `place` of `line`."""
        return bisect_right(self._starts, place) - 1

    @cached_property
    def _starts(self) -> list[int]:
        return list(accumulate((len(word.key) + 1 for word in self.words), initial=1))
