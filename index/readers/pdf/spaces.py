"""Spaces that may be gaps inside words, told by the words of the document."""

import re
from collections import Counter
from collections.abc import Sequence

from index.readers.pdf.layout import PageLines
from index.readers.pdf.printed import PrintedLine, cut_out

_WORD = re.compile(r"[^\W\d_]+")
_WORDS_OF_ONE_LETTER = frozenset("aioàyéоиясвку")
_LAST_WORD = re.compile(r"[^\W\d_]+$")


def settle_doubts(pages: Sequence[PageLines]) -> None:
    """Takes out the doubtful spaces between letters that are one word of the document, or two that are none of it."""
    doubtful = [line for page in pages for line in page.lines if line.doubts]
    if not doubtful:
        return
    text = "\n".join(line.text for page in pages for line in page.lines)
    words = Counter(_WORD.findall(text.casefold()))
    for line in doubtful:
        words.subtract(part for place in line.doubts for part in _parts(line, place))
    for line in doubtful:
        for place in reversed(line.doubts):
            if not _is_space(*_parts(line, place), words):
                cut_out(line, place, place + 1)
        line.doubts = ()


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
