"""Whether a quotation stands in a text, with the changes that UN usage allows in one.

Words may be left out where `…` or `[…]` stands; what stands in square brackets is the quoting writer's; the first
letter may be a capital or not; the last punctuation mark may be dropped, or be the quoting sentence's own.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.sentences import Span
from rag.verifying.quoting.words import Word, Wording, words_of

_BRACKETED_LETTER = re.compile(r"\[([^\W\d_])\](?=[^\W\d_])")
_ELLIPSIS = r"…(?:\s?\.)?|\.\s?\.\s?\.(?:\s?\.)?"
_CUT = re.compile(rf"(?P<left_out>\[\s*(?:{_ELLIPSIS})\s*\]|{_ELLIPSIS})|(?P<inserted>\[[^\[\]]*\])")
_LOOSE = frozenset(".,;:!?-")
_ANY = 1_000_000  # words: `…` may stand for as many as there are
# Words of the source that an insertion in brackets may stand for: `[the Committee]` for a pronoun or a long title.
_INSERTED = 15
# Nobody quotes a paragraph in more pieces; each is a step of a search that must not go too deep.
_MOST_PIECES = 100


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a quotation that follow one another in its source; `gap` words at most are left out before them."""

    words: tuple[Word, ...]
    gap: int

    @property
    def lines(self) -> tuple[str, ...]:
        """What a line of words is searched for, in either case of the first letter."""
        line = f" {' '.join(word.key for word in self.words)} "
        other = line[1].swapcase()
        return (line, f" {other}{line[2:]}") if other != line[1] and len(other) == 1 else (line,)


def pieces_of(quotation: str) -> tuple[Piece, ...]:
    """The pieces of a quotation, in order; none where it has no words of its own."""
    text = _BRACKETED_LETTER.sub(r"\1", quotation)
    letters = [match.start() - 2 * n for n, match in enumerate(_BRACKETED_LETTER.finditer(quotation))]
    cuts = [(match.start(), match.end(), _ANY if match["left_out"] else _INSERTED) for match in _CUT.finditer(text)]
    cuts += [(place, place, 0) for place in letters]
    cuts.sort()
    pieces: list[Piece] = []
    pending = 0
    bounds = [(0, 0, 0), *cuts, (len(text), len(text), 0)]
    for (_, start, gap), (end, _, following) in pairwise(bounds):
        pending = max(pending, gap)
        words = [Word(each.key, each.start + start, each.end + start) for each in words_of(text[start:end])]
        words = _trimmed(words, before=gap == _ANY, after=following == _ANY or end == len(text))
        if words:
            pieces.append(Piece(tuple(words), pending))
            pending = 0
    return tuple(pieces[:_MOST_PIECES])


def _trimmed(words: list[Word], *, before: bool, after: bool) -> list[Word]:
    """`words` without the punctuation marks at their ends that UN usage lets the quoting writer change."""
    while after and words and words[-1].key in _LOOSE:
        words = words[:-1]
    while before and words and words[0].key in _LOOSE:
        words = words[1:]
    return words


def standing(pieces: Sequence[Piece], source: Wording) -> Span | None:
    """The characters of `source` from the first to the last word of a quotation; None where it does not stand there."""
    if not pieces:
        return None
    found = _Search(pieces, source).span_of_words()
    return source.span(*found) if found else None


class _Search:
    """Looks for the pieces of a quotation one after another; what was tried in vain is not tried again."""

    def __init__(self, pieces: Sequence[Piece], source: Wording) -> None:
        self._pieces = pieces
        self._places = [_places(each, source) for each in pieces]
        self._in_vain: set[tuple[int, int]] = set()

    def span_of_words(self) -> Span | None:
        """The first word of the quotation and the one after its last; None where it does not stand there."""
        for first in self._places[0]:
            last = self._after(1, first + len(self._pieces[0].words))
            if last is not None:
                return first, last
        return None

    def _after(self, number: int, end: int) -> int | None:
        """The word after the last piece where those from `number` on follow the word before `end`; None where not."""
        if number == len(self._pieces):
            return end
        if (number, end) in self._in_vain:
            return None
        places = self._places[number]
        for first in places[bisect_left(places, end) : bisect_right(places, end + self._pieces[number].gap)]:
            last = self._after(number + 1, first + len(self._pieces[number].words))
            if last is not None:
                return last
            if self._is_free(number + 1):
                # What does not follow here follows no later place either.
                break
        self._in_vain.add((number, end))
        return None

    def _is_free(self, number: int) -> bool:
        return number < len(self._pieces) and self._pieces[number].gap == _ANY


def _places(piece: Piece, source: Wording) -> list[int]:
    """The words of `source` at which `piece` begins."""
    return sorted({source.word_at(place + 1) for line in piece.lines for place in _occurrences(line, source.line)})


def _occurrences(line: str, text: str) -> Iterator[int]:
    place = text.find(line)
    while place >= 0:
        yield place
        place = text.find(line, place + 1)
