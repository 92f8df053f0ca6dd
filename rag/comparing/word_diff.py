"""The words that two texts do not share: as character spans of both, or as one line that marks what came and went."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Literal, NamedTuple

from index.text.wording import ELLIPSIS

Span = tuple[int, int]
Style = Literal["plain", "added", "removed"]
_Run = tuple[int, int, int]

_WORD = re.compile(r"[^\W_]+(?:[’'./-][^\W_]+)*")
_TOKEN = re.compile(r"\S+")
_EDGE = re.compile(r"^\W+|\W+$")
# `the`, `of`, `a` alone between two changes reads better as part of one change than as something kept.
_FILLER = 3
# Comparing is quadratic at worst: texts beyond this many words together are not compared word by word. The longest
# paragraph of the annual report of the International Law Commission (A/80/10) has some 500 words.
_MOST_WORDS = 20_000
# Words shown on either side of a change: about a line of a page.
_SHOWN = 12
_GAP = f"[{ELLIPSIS}]"


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


class Stretch(NamedTuple):
    """Words that stayed, were added or were removed."""

    style: Style
    text: str


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


def marked_changes(earlier: str, later: str) -> tuple[Stretch, ...]:
    """`later` in stretches: words that stayed, words `added`, and where they stood the `removed` words of `earlier`.

    Capitals and punctuation at a word's edge make no change. Of long stretches that stayed, the words next to changes
    are shown.
    """
    stretches: list[Stretch] = []
    for style, text in _shortened(list(_stretches(earlier, later))):
        # Spaces between words are nobody's change.
        stretches += [Stretch("plain", " ")] if stretches else []
        stretches.append(Stretch(style, text))
    return tuple(stretches)


def _words(texts: Sequence[str]) -> list[_Word]:
    return [
        _Word(i, match.start(), match.end(), match[0].casefold().replace("’", "'"))
        for i, text in enumerate(texts)
        for match in _WORD.finditer(text)
    ]


def _tokens(text: str) -> list[_Word]:
    """What stands between spaces, so that a line can be put together of it again: a lone dash is one too."""
    return [_Word(0, match.start(), match.end(), _key(match[0])) for match in _TOKEN.finditer(text)]


def _key(token: str) -> str:
    return _EDGE.sub("", token).casefold() or token


def _kept(ours: list[_Word], theirs: list[_Word]) -> list[_Run]:
    """The runs of words that both sides have: where they begin on each side, and how many words they are."""
    if len(ours) + len(theirs) > _MOST_WORDS:
        return []
    matcher = SequenceMatcher(None, [word.key for word in ours], [word.key for word in theirs], autojunk=False)
    blocks = matcher.get_matching_blocks()
    # The last block is difflib's mark of the end, with no words in it.
    runs = [(block.a, block.b, block.size) for block in blocks[:-1]]
    return [run for i, run in enumerate(runs) if not _is_filler(ours, theirs, run, i, len(runs))]


def _is_filler(ours: list[_Word], theirs: list[_Word], run: _Run, i: int, count: int) -> bool:
    """Whether a run is one short word, not a number, with changes before and after it on both sides."""
    start, other, size = run
    inside = 0 < i < count - 1 or (0 < start < len(ours) - 1 and 0 < other < len(theirs) - 1)
    word = theirs[other]
    return size == 1 and inside and word.end - word.start <= _FILLER and not word.key.isdigit()


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


def _stretches(earlier: str, later: str) -> Iterator[Stretch]:
    """All words of both texts, each change as one removal and one addition."""
    ours, theirs = _tokens(earlier), _tokens(later)
    here = there = 0
    for start, other, size in (*_kept(ours, theirs), (len(ours), len(theirs), 0)):
        if here < start:
            yield Stretch("removed", earlier[ours[here].start : ours[start - 1].end])
        if there < other:
            yield Stretch("added", later[theirs[there].start : theirs[other - 1].end])
        if size:
            yield Stretch("plain", later[theirs[other].start : theirs[other + size - 1].end])
        here, there = start + size, other + size


def _shortened(stretches: list[Stretch]) -> Iterator[Stretch]:
    last = len(stretches) - 1
    for place, (style, text) in enumerate(stretches):
        words = text.split() if last else []
        before, after = (0 if place == 0 else _SHOWN), (0 if place == last else _SHOWN)
        if style != "plain" or len(words) <= before + after + 2:
            yield Stretch(style, text)
        else:
            yield Stretch(style, " ".join([*words[:before], _GAP, *words[len(words) - after :]]))
