"""Two versions of a paragraph in one line of words: what was taken out, what came in, what stayed."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import Literal, NamedTuple

Style = Literal["plain", "added", "removed"]

_TOKEN = re.compile(r"\S+\s*")
_EDGE = re.compile(r"^\W+|\W+$")
_KEPT = 12  # words that are shown on either side of a change
_GAP = "[…] "
# One short word between two changes reads better as part of them.
_FILLER = 3
_CHANGES: tuple[Style, ...] = ("removed", "added")


class Stretch(NamedTuple):
    """Words that stayed, were added or were removed."""

    style: Style
    text: str


def marked_changes(earlier: str, later: str) -> tuple[Stretch, ...]:
    """`later` in stretches: words that stayed, words `added`, and where they stood the `removed` words of `earlier`.

    Capitals and punctuation make no change. Of long stretches that stayed, the words next to changes are shown.
    """
    ours, theirs = _TOKEN.findall(earlier.strip()), _TOKEN.findall(later.strip())
    spans: list[Stretch] = []
    for style, text in _shortened(list(_merged(_pieces(ours, theirs)))):
        # Spaces between words are nobody's change.
        spans += [Stretch("plain", " ")] if spans else []
        spans.append(Stretch(style, text.strip()))
    return tuple(spans)


def _pieces(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[Stretch]:
    matcher = SequenceMatcher(None, list(map(_key, ours)), list(map(_key, theirs)), autojunk=False)
    operations = matcher.get_opcodes()
    for place, (kind, start, end, first, last) in enumerate(operations):
        between = 0 < place < len(operations) - 1
        if kind == "equal" and not (between and last - first == 1 and len(theirs[first].strip()) <= _FILLER):
            yield Stretch("plain", "".join(theirs[first:last]))
        else:
            yield Stretch("removed", "".join(ours[start:end]))
            yield Stretch("added", "".join(theirs[first:last]))


def _key(token: str) -> str:
    return _EDGE.sub("", token.strip()).casefold() or token.strip()


def _merged(pieces: Iterator[Stretch]) -> Iterator[Stretch]:
    """Neighbouring changes as one removal and one addition."""
    for changed, run in groupby((each for each in pieces if each[1]), key=lambda piece: piece[0] != "plain"):
        listed = list(run)
        if not changed:
            yield from listed
            continue
        for style in _CHANGES:
            if text := "".join(words for each, words in listed if each == style):
                yield Stretch(style, text)


def _shortened(pieces: list[Stretch]) -> Iterator[Stretch]:
    last = len(pieces) - 1
    for place, (style, text) in enumerate(pieces):
        words = _TOKEN.findall(text) if last else []
        before, after = (0 if place == 0 else _KEPT), (0 if place == last else _KEPT)
        if style != "plain" or len(words) <= before + after + 2:
            yield Stretch(style, text)
        else:
            yield Stretch(style, "".join([*words[:before], _GAP, *words[len(words) - after :]]))
