"""Paragraphs that a found one refers to: `see para. 12 below`, `resolution 7/1, para. 3`."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from index.language.english.language import ENGLISH
from index.search.filter import Filter
from index.store import Index
from index.text.late_patterns import LatePattern
from rag.citing.links import Link, Links
from rag.citing.mentions.grammar import NUMBER_WORD, PARAGRAPH, PARAGRAPHS

_WORDS = ENGLISH.references
# To read what a sentence refers to takes a millisecond, a thousand times as long as to see that it names no paragraph,
# or none of a text that the corpus can have.
_NAMES_PARAGRAPH = LatePattern(rf"(?<!\w)(?:{PARAGRAPHS}|{PARAGRAPH})\s*{NUMBER_WORD}\s*\d", re.I)
_NAMES_TEXT = LatePattern(rf"\b(?:{_WORDS.own_text}|{_WORDS.resolution}|{_WORDS.decision}|{_WORDS.ibid})|\w/\w", re.I)
# An answer is written from the first paragraphs, and evidence is read and measured by the first ten.
_FROM = 10
_MOST = 3  # enough for `paras. 12–14`; who refers to more means none of them in particular
_KEPT = 10_000  # paragraphs whose references are remembered


class References:
    """What the paragraphs of one index refer to there. Safe to share between threads."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._links = Links(index)
        self._of = lru_cache(_KEPT)(self._read)

    def followed(self, ranked: Sequence[int], allowed: Filter, least: int = 0) -> list[int]:
        """`ranked`, rows best first, with the paragraphs that the first ten of them refer to right behind these.

        Three at most are brought, of those that `allowed` lets through. The first ten, and the first `least`, keep
        their places.
        """
        first = max(_FROM, least)
        before = ranked[:first]
        brought = islice(self._referred_to(before, allowed), _MOST)
        return list(dict.fromkeys((*before, *brought, *ranked[first:])))

    def _referred_to(self, rows: Sequence[int], allowed: Filter) -> Iterator[int]:
        found = dict.fromkeys(target for row in rows for target in self._of(row))
        return (row for row in found if row not in rows and allowed.admits(self._index.paragraphs[row].document))

    def _read(self, row: int) -> tuple[int, ...]:
        """The rows of the paragraphs that the text of the one at `row` refers to, in its order."""
        text = self._index.paragraphs[row].text
        if not _NAMES_PARAGRAPH.search(text):
            return ()
        links = (
            link
            for start, end in self._index.sentence_spans(row)
            if _NAMES_PARAGRAPH.search(text, start, end) and _NAMES_TEXT.search(text, start, end)
            for link in self._links.within(row, start, end)
            if _is_to_paragraphs(link)
        )
        return tuple(dict.fromkeys(target for link in links for target in link.rows))


def _is_to_paragraphs(link: Link) -> bool:
    """Whether a link is to paragraphs, not to a whole document or part."""
    return any(place.number is not None or place.ordinal is not None for place in link.places)
