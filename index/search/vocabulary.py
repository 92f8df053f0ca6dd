"""The words of all paragraphs as they are printed, to correct those of questions by."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_WORD = re.compile(r"[^\W\d_]+")
_COMPOUND = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")
SHORTEST = 4
"""Letters that a word has at least."""
LONGEST = 30
"""Letters that a word has at most."""
_LETTERS = 26  # of the alphabet
LENGTH = 27  # after the letters and the others
"""The column of the letters' counts that has their sum."""


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """The words of some texts, the most frequent first, as they are printed.

    `letters` (n, 28) counts the letters of each in small letters: a to z, others, all of them.
    `compounds` are those with hyphens by their letters alone.
    """

    words: Sequence[str]
    letters: NDArray[np.int8]
    compounds: Mapping[str, str]

    @classmethod
    def of(cls, counts: "WordCounts") -> "Vocabulary":
        """The vocabulary of the texts whose words were counted."""
        totals: Counter[str] = Counter()
        for word, count in counts.printed.items():
            totals[word.lower()] += count
        ordered = sorted(totals, key=lambda word: (-totals[word], word))
        shown = _as_printed(counts.printed)
        # The most frequent way of printing a compound comes last, and stays.
        by_count = sorted(counts.compounds, key=lambda each: (counts.compounds[each], each))
        joined = {each.replace("-", "").lower(): each for each in by_count}
        return cls(tuple(shown[word] for word in ordered), letters_of(ordered), joined)


@dataclass(frozen=True, slots=True)
class WordCounts:
    """How often some texts print each word, capitals told apart, and each compound.

    They can be added up over several texts, and taken off where texts go, which a `Vocabulary` cannot.
    """

    printed: Mapping[str, int]
    compounds: Mapping[str, int]

    @classmethod
    def of(cls, texts: Iterable[str]) -> "WordCounts":
        """The counts of `texts`."""
        printed: Counter[str] = Counter()
        compounds: Counter[str] = Counter()
        for text in texts:
            printed.update(word for word in _WORD.findall(text) if SHORTEST <= len(word) <= LONGEST)
            compounds.update(_COMPOUND.findall(text))
        return cls(dict(printed), dict(compounds))

    def plus(self, other: "WordCounts") -> "WordCounts":
        """The counts of these texts and those of `other`."""
        return WordCounts(*(dict(Counter(ours) + Counter(theirs)) for ours, theirs in self._beside(other)))

    def minus(self, other: "WordCounts") -> "WordCounts":
        """The counts of these texts without those of `other`."""
        return WordCounts(*(dict(Counter(ours) - Counter(theirs)) for ours, theirs in self._beside(other)))

    def _beside(self, other: "WordCounts") -> tuple[tuple[Mapping[str, int], Mapping[str, int]], ...]:
        return (self.printed, other.printed), (self.compounds, other.compounds)


def _as_printed(printed: Mapping[str, int]) -> dict[str, str]:
    """How each word in small letters is printed most often: with a capital where it is a name."""
    return {word.lower(): word for word in sorted(printed, key=lambda each: (printed[each], each))}


def letters_of(words: Iterable[str]) -> NDArray[np.int8]:
    """How often each of `words` (n), of at most LONGEST letters, has each letter (n, 28)."""
    listed = list(words)
    counts = np.zeros((len(listed), LENGTH + 1), dtype=np.int8)
    for row, word in enumerate(listed):
        for letter in word:
            place = ord(letter) - ord("a")
            counts[row, place if 0 <= place < _LETTERS else _LETTERS] += 1
        counts[row, LENGTH] = len(word)
    return counts
