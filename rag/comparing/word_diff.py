"""The words that two texts do not share, as character spans."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

Span = tuple[int, int]

_WORD = re.compile(r"[^\W_]+(?:[’'./-][^\W_]+)*")
# `the`, `of`, `a` alone between two changes reads better as part of one change than as something kept.
_FILLER = 3
# Comparing is quadratic at worst: texts beyond this many words together are not compared word by word.
_MOST_WORDS = 20_000


@dataclass(frozen=True, slots=True)
class WordDiff:
    """The spans of words that only one side has, for each text of that side; `shared` is the share of words kept."""

    left: tuple[tuple[Span, ...], ...]
    right: tuple[tuple[Span, ...], ...]
    shared: float

    @property
    def same(self) -> bool:
        """Whether both sides have the same words in the same order."""
        return not any(self.left) and not any(self.right)


@dataclass(frozen=True, slots=True)
class _Word:
    text: int
    start: int
    end: int
    key: str


def word_diff(left: Sequence[str], right: Sequence[str]) -> WordDiff:
    """The words of `left` that `right` lacks and the other way round, each side read as one text.

    Capitals and punctuation do not count. Neighbouring words that differ are one span, spaces between them included.
    """
    ours, theirs = _words(left), _words(right)
    kept = _kept(ours, theirs)
    only_left, only_right = set(range(len(ours))), set(range(len(theirs)))
    for start, other, size in kept:
        only_left -= set(range(start, start + size))
        only_right -= set(range(other, other + size))
    total = len(ours) + len(theirs)
    shared = 2 * sum(size for _, _, size in kept) / total if total else 1.0
    return WordDiff(_spans(ours, only_left, len(left)), _spans(theirs, only_right, len(right)), shared)


def _words(texts: Sequence[str]) -> list[_Word]:
    return [
        _Word(i, match.start(), match.end(), match[0].casefold().replace("’", "'"))
        for i, text in enumerate(texts)
        for match in _WORD.finditer(text)
    ]


def _kept(ours: list[_Word], theirs: list[_Word]) -> list[tuple[int, int, int]]:
    """The runs of words that both sides have: where they begin on each side, and how many words they are."""
    if len(ours) + len(theirs) > _MOST_WORDS:
        return []
    matcher = SequenceMatcher(None, [word.key for word in ours], [word.key for word in theirs], autojunk=False)
    blocks = matcher.get_matching_blocks()
    # The last block is difflib's mark of the end, with no words in it.
    runs = [(block.a, block.b, block.size) for block in blocks[:-1]]
    return [run for i, run in enumerate(runs) if not _is_filler(ours, theirs, run, i, len(runs))]


def _is_filler(ours: list[_Word], theirs: list[_Word], run: tuple[int, int, int], i: int, count: int) -> bool:
    """Whether a run is one short word with changes before and after it on both sides."""
    start, other, size = run
    inside = 0 < i < count - 1 or (0 < start < len(ours) - 1 and 0 < other < len(theirs) - 1)
    return size == 1 and inside and len(ours[start].key) <= _FILLER and not ours[start].key.isdigit()


def _spans(words: list[_Word], only: set[int], texts: int) -> tuple[tuple[Span, ...], ...]:
    found: list[list[Span]] = [[] for _ in range(texts)]
    ordered = sorted(only)
    for before, here in pairwise([-2, *ordered]):
        word = words[here]
        spans = found[word.text]
        if here == before + 1 and spans and words[before].text == word.text:
            spans[-1] = (spans[-1][0], word.end)
        else:
            spans.append((word.start, word.end))
    return tuple(map(tuple, found))
