"""Where words stand in a document, as a reader means them: hyphens, spaces, accents, quotes and capitals aside."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from index.document import Document
from index.sentences import Span

# Characters that readers type for one another; what they stand for here is one character too, so that places are kept.
_ALIKE = str.maketrans(
    {
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("‘’‚‛′ʼ`", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("\t\n\r\u00a0\u2002\u2003\u2007\u2009\u202f", " "),
    }
)
# Soft hyphens and joiners, which are in a text and not on the page.
_UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")


@dataclass(frozen=True, slots=True)
class Found:
    """What a search within a document found: the spans in each paragraph that has any, by place in the document."""

    spans: dict[int, tuple[Span, ...]]

    @property
    def count(self) -> int:
        """How many times the words were found."""
        return sum(map(len, self.spans.values()))


def find(document: Document, words: str) -> Found:
    """Where `words` stand in the paragraphs of `document`; nowhere for none, or for hyphens alone.

    A hyphen or dash of any kind in `words` stands for a hyphen, a space or nothing, a space for a hyphen too, and a
    hyphen within a word of the document needs not be typed: `anticorruption` and `anti-corruption` find each other.
    """
    found = {i: spans_of(words, each.text) for i, each in enumerate(document.paragraphs)}
    return Found({i: spans for i, spans in found.items() if spans})


def spans_of(words: str, text: str) -> tuple[Span, ...]:
    """Where `words` stand in `text`, as `find` finds them; nowhere for none, or for hyphens alone."""
    pattern = _pattern(words)
    return tuple(_spans(pattern, text)) if pattern is not None else ()


@lru_cache(maxsize=64)
def _pattern(words: str) -> re.Pattern[str] | None:
    folded = _folded(words)[0].strip(" -")
    if not folded:
        return None
    parts = re.split("([ -]+)", folded)
    return re.compile("".join(_between(part) if i % 2 else _within_word(part) for i, part in enumerate(parts)))


def _between(gap: str) -> str:
    return "[ -]*" if "-" in gap else "[ -]+"


def _within_word(word: str) -> str:
    """A pattern of `word` that runs over hyphens between its letters; `65` must not find `6-5`."""
    pieces = [re.escape(word[:1])]
    for before, char in pairwise(word):
        pieces.append(("-?" if before.isalpha() and char.isalpha() else "") + re.escape(char))
    return "".join(pieces)


def _spans(pattern: re.Pattern[str], text: str) -> list[Span]:
    folded, places = _folded(text)
    if places is None:
        return [match.span() for match in pattern.finditer(folded)]
    ends = [*places, len(text)]
    return [
        (places[match.start()], max(ends[match.end()], places[match.end() - 1] + 1))
        for match in pattern.finditer(folded)
    ]


def _folded(text: str) -> tuple[str, list[int] | None]:
    """`text` as it is compared, and the place in it of each character of that; None where all stand where they did."""
    plain = text.translate(_ALIKE)
    if plain.isascii():
        return plain.lower(), None
    pieces = [(_folded_character(char), i) for i, char in enumerate(plain)]
    return "".join(piece for piece, _ in pieces), [i for piece, i in pieces for _ in piece]


@lru_cache(maxsize=4096)
def _folded_character(char: str) -> str:
    if char in _UNSEEN:
        return ""
    return "".join(each for each in unicodedata.normalize("NFKD", char).casefold() if not unicodedata.combining(each))
