"""How a quotation differs from the text that it comes nearest to: the words that were left out and put in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import Match, SequenceMatcher

from index.sentences import Span
from index.text.wording import ELLIPSIS
from rag.comparing.word_diff import Stretch
from rag.verifying.quoting.usage import Piece
from rag.verifying.quoting.words import Word, Wording

# Words of a text on either side of those that a quotation shares with it that may be what the quotation has otherwise.
_EDGE = 3
# A quotation with words left out in silence stands for at most so many times its own words.
_STRETCHED = 2
# Words shown on either side of a change, as for two versions of a paragraph.
_SHOWN = 8
# Comparing is quadratic at worst: a quotation beyond this many words is compared by its beginning. The longest
# paragraph of the annual report of the International Law Commission (A/80/10) has some 500 words.
_MOST_WORDS = 2_000
_NO_SPACE_BEFORE = frozenset(".,;:!?)]}%’'/")
_NO_SPACE_AFTER = frozenset("([{/")


@dataclass(frozen=True, slots=True)
class Nearness:
    """How near a quotation comes to a text.

    `share` is the part of its words that stand in the text in its order, 0 to 1; `span` are the characters of the text
    that it comes nearest to; `changes` its words, those `added` that the text lacks and those `removed` that it has.
    """

    share: float
    span: Span
    changes: tuple[Stretch, ...]


def nearness(pieces: Sequence[Piece], source: Wording) -> Nearness:
    """How near the quotation of `pieces` comes to `source`."""
    words = [word for piece in pieces for word in piece.words][:_MOST_WORDS]
    gaps = _gaps(pieces)
    theirs = source.words
    matcher = SequenceMatcher(None, [each.key for each in theirs], [each.key for each in words], autojunk=False)
    blocks = _close_together([block for block in matcher.get_matching_blocks() if block.size], len(words), gaps)
    kept = sum(word.is_word for block in blocks for word in words[block.b : block.b + block.size])
    total = sum(word.is_word for word in words)
    if not blocks or not total:
        return Nearness(0.0, (0, 0), ())
    first = max(0, blocks[0].a - min(blocks[0].b, _EDGE))
    missing = len(words) - blocks[-1].b - blocks[-1].size
    last = min(len(theirs), blocks[-1].a + blocks[-1].size + min(missing, _EDGE))
    changes = _shortened(list(_changes(theirs[first:last], words, gaps)))
    return Nearness(kept / total, source.span(first, last), tuple(changes))


def _close_together(blocks: Sequence[Match], count: int, gaps: frozenset[int]) -> Sequence[Match]:
    """Those of `blocks` that are the words of one passage: more of the quotation's `count` than any other has.

    Words that a text shares with a quotation pages further down say nothing of it, but where it leaves words out.
    """
    if gaps:
        return blocks
    longest = _STRETCHED * count + _SHOWN
    best: Sequence[Match] = ()
    most = first = 0
    for last, block in enumerate(blocks):
        while block.a + block.size - blocks[first].a > longest and first < last:
            first += 1
        kept = sum(each.size for each in blocks[first : last + 1])
        if kept > most:
            best, most = blocks[first : last + 1], kept
    return best


def _gaps(pieces: Sequence[Piece]) -> frozenset[int]:
    """Before which words of the quotation others may be left out."""
    places, count = [], 0
    for piece in pieces:
        if piece.gap:
            places.append(count)
        count += len(piece.words)
    return frozenset(places)


def _changes(theirs: Sequence[Word], words: Sequence[Word], gaps: frozenset[int]) -> Iterable[Stretch]:
    matcher = SequenceMatcher(None, [each.key for each in theirs], [each.key for each in words], autojunk=False)
    for operation, start, end, first, last in matcher.get_opcodes():
        if operation == "equal":
            yield Stretch("plain", joined(words[first:last]))
        elif operation == "delete" and first in gaps:
            yield Stretch("plain", ELLIPSIS)
        else:
            if start < end:
                yield Stretch("removed", joined(theirs[start:end]))
            if first < last:
                yield Stretch("added", joined(words[first:last]))


def joined(words: Iterable[Word]) -> str:
    """`words` as running text."""
    text, end = "", 0
    for word in words:
        is_apart = word.start > end and word.key not in _NO_SPACE_BEFORE and text[-1:] not in _NO_SPACE_AFTER
        text += f" {word.key}" if text and is_apart else word.key
        end = word.end
    return text


def _shortened(stretches: list[Stretch]) -> Iterable[Stretch]:
    """`stretches` with long ones of words that stayed cut to those next to a change."""
    last = len(stretches) - 1
    for place, (style, text) in enumerate(stretches):
        words = text.split()
        before, after = (0 if place == 0 else _SHOWN), (0 if place == last else _SHOWN)
        if style != "plain" or len(words) <= before + after + 2:
            yield Stretch(style, text)
        else:
            yield Stretch(style, " ".join([*words[:before], ELLIPSIS, *words[len(words) - after :]]))
