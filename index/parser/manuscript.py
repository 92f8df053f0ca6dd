"""A text taken apart: its pieces in their surroundings, footnotes lifted out and page furniture set aside."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from index.parser.feet import raise_foot_notes
from index.parser.footnotes import Footnotes, lift
from index.parser.furniture import furniture
from index.parser.lines import Line, begins_in_lower_case, ends_sentence, read_lines
from index.parser.masthead import printed_symbol
from index.parser.numbering import follows
from index.parser.pieces import Piece, pieces_of
from index.parser.recognisers import Kind, Mark, Recogniser
from index.parser.seams import Vocabulary

LONGEST_HEADING = 300
_LONGEST_QUESTION = 120
_MASTHEAD_LINES = 30


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A text's pieces; those that are neither footnotes nor furniture are its words, in `words`, by their places."""

    lines: tuple[Line, ...]
    vocabulary: Vocabulary
    pieces: tuple[Piece, ...]
    footnotes: Footnotes
    furniture: frozenset[int]
    words: tuple[int, ...]
    _following: dict[int, int] = field(repr=False)
    _preceding: dict[int, int] = field(repr=False)

    def following(self, place: int) -> int | None:
        """The place of the next piece of the words."""
        return self._following.get(place)

    def preceding(self, place: int) -> int | None:
        """The place of the piece of the words before."""
        return self._preceding.get(place)

    def reads_like_heading(self, place: int, text: str) -> bool:
        """Whether `text`, at the end of the piece at `place`, is a title rather than a sentence or a part of one."""
        asks = text.endswith("?") and len(text) <= _LONGEST_QUESTION
        if len(text) > LONGEST_HEADING or (ends_sentence(text) and not asks) or text.endswith(","):
            return False
        return any(map(str.isalpha, text)) and not self._goes_on(place)

    def is_heading_like(self, place: int) -> bool:
        """Whether mark-up or wording make the piece at `place` look like a heading."""
        piece = self.pieces[place]
        if piece.depth or piece.bold:
            return len(piece.text) <= LONGEST_HEADING
        return (piece.fresh or piece.top) and not piece.bullet and self.reads_like_heading(place, piece.text)

    def is_sentence(self, place: int) -> bool:
        """Whether the piece at `place` is running text that begins with no mark."""
        piece = self.pieces[place]
        return piece.fresh and not piece.marks and not self.is_heading_like(place)

    def container_mark(self, place: int) -> Mark | None:
        """The mark by which the piece at `place` names a container, such as `Annex II`."""
        piece = self.pieces[place]
        mark = piece.mark(Kind.CONTAINER)
        if mark is None or not piece.fresh or len(piece.text) > LONGEST_HEADING:
            return None
        title = piece.after(mark)
        return mark if not title or self.reads_like_heading(place, title) else None

    def _goes_on(self, place: int) -> bool:
        following = self._following.get(place)
        if following is None:
            return False
        after = self.pieces[following]
        if after.marks:
            return not after.fresh and self.pieces[place].full and self._counts_on(place, following)
        return begins_in_lower_case(after.text)

    def _counts_on(self, place: int, following: int) -> bool:
        """Whether the numbers of two pieces follow each other: no heading and its paragraph do, two paragraphs do."""
        mark, after = self.pieces[place].mark(Kind.PARAGRAPH), self.pieces[following].mark(Kind.PARAGRAPH)
        return mark is not None and after is not None and follows(mark.order, after.order)


def take_apart(text: str, recognisers: Sequence[Recogniser], symbol: str | None = None) -> Manuscript:
    """The manuscript of `text`; `symbol` is the document's, if it is known, which page headers repeat."""
    lines = raise_foot_notes(read_lines(text))
    vocabulary = Vocabulary(text)
    footnotes = lift(pieces_of(lines, vocabulary, recognisers))
    pieces = footnotes.pieces
    set_aside = furniture(pieces, symbol or printed_symbol(lines[:_MASTHEAD_LINES]))
    words = tuple(place for place, piece in enumerate(pieces) if not piece.note and place not in set_aside)
    following = dict(pairwise(words))
    return Manuscript(
        lines=lines,
        vocabulary=vocabulary,
        pieces=pieces,
        footnotes=footnotes,
        furniture=set_aside,
        words=words,
        _following=following,
        _preceding={after: before for before, after in following.items()},
    )
