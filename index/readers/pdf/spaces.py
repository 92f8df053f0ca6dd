"""Spaces that may be gaps inside words, told by the words of the document."""

import re
from collections import Counter
from collections.abc import Sequence

from index.readers.pdf.layout import PageLines
from index.readers.pdf.printed import PrintedLine, cut_out

_WORD = re.compile(r"[^\W\d_]+")
_WORDS_OF_ONE_LETTER = frozenset("aioàyéоиясвку")
_LAST_WORD = re.compile(r"[^\W\d_]+$")
# Of all spaces: in 27 files of the United Nations no more than one in a hundred is doubtful, in those that browsers
# print and that hold no spaces, one in twelve or more.
_MOST_DOUBTS = 0.05
_FEWEST_DOUBTS = 10  # fewer do not tell how a file sets its words: the shortest letters have three


def settle_doubts(pages: Sequence[PageLines]) -> None:
    """Takes out the doubtful spaces between letters that are one word of the document, or two that are none of it.

    Where many are doubtful, the file sets each word for itself and writes no spaces: then gaps as wide as one are.
    """
    lines = [line for page in pages for line in page.lines]
    if _sets_words_apart(lines):
        for line in lines:
            line.doubts = tuple(doubt for doubt in line.doubts if not doubt.seen)
    doubtful = [line for line in lines if line.doubts]
    if doubtful:
        _take_out(doubtful, lines)


def _take_out(doubtful: Sequence[PrintedLine], lines: Sequence[PrintedLine]) -> None:
    """Settles the doubts of `doubtful` by the words of all `lines`."""
    text = "\n".join(line.text for line in lines)
    words = Counter(_WORD.findall(text.casefold()))
    for line in doubtful:
        words.subtract(part for doubt in line.doubts for part in _parts(line, doubt.place))
    for line in doubtful:
        for place, _ in reversed(line.doubts):
            if not _is_space(*_parts(line, place), words):
                cut_out(line, place, place + 1)
        line.doubts = ()


def _sets_words_apart(lines: Sequence[PrintedLine]) -> bool:
    """Whether the file of `lines` has gaps where others have spaces."""
    doubts = sum(doubt.seen for line in lines for doubt in line.doubts)
    return doubts >= _FEWEST_DOUBTS and doubts > _MOST_DOUBTS * sum(line.text.count(" ") for line in lines)


def _parts(line: PrintedLine, place: int) -> tuple[str, str]:
    """What stands before and after the space at `place`, as far as it is letters."""
    before, after = _LAST_WORD.search(line.text[:place]), _WORD.match(line.text[place + 1 :])
    return before[0].casefold() if before else "", after[0].casefold() if after else ""


def _is_space(first: str, second: str, words: Counter[str]) -> bool:
    """Whether two words are more usual in the document than the one that they would make together."""
    both = min(_usual(first, words), _usual(second, words))
    if _usual(first + second, words) > both:
        return False
    return max(_usual(first, words), _usual(second, words)) > 0


def _usual(word: str, words: Counter[str]) -> int:
    return words[word] if len(word) > 1 or word in _WORDS_OF_ONE_LETTER else 0
