"""The sentences of a text that a sentence rests on, by its words and by their meaning."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from index.arrays import FloatMatrix
from index.embedding.base import Embedder
from index.search.bm25 import terms
from rag.calibration import SupportWeights
from rag.proof.source import Line, Source

# The sentences that one sentence is made of: a list is one sentence and may have ten items. A setting to ablate.
MOST_LINES = 12
_LEAST_WORDS = 2  # of meaning: fewer claim nothing that can be held against a text
_LEAST_NEW = 2  # words of meaning that another line must add
_LEAST_SHARE = 0.12  # or the share of all words


@dataclass(frozen=True, slots=True)
class Rest:
    """A line that a sentence rests on, of which of the sources, and how many of its words it is the first to have."""

    source: int
    line: Line
    words: int


@dataclass(frozen=True, slots=True)
class Support:
    """How well a text says what a sentence says.

    `rests` are the lines that it rests on, the one that says most first; `words` is the share of its words of meaning
    that they have, `meaning` the larger cosine of the sentence with the first of them and with all together, `chance`
    what follows from the two, 0 to 1, that they say it.
    """

    rests: tuple[Rest, ...] = ()
    words: float = 0.0
    meaning: float = 0.0
    chance: float = 0.0


class SupportReader:
    """Finds what a sentence rests on. Safe to share between threads."""

    def __init__(self, embedder: Embedder, short_forms: Mapping[str, str], weights: SupportWeights) -> None:
        self._embedder = embedder
        self._short_forms = short_forms
        self._weights = weights

    def rests(self, sentence: str, sources: Sequence[Source]) -> tuple[Rest, ...]:
        """The lines of `sources` that `sentence` rests on; none where they share no word with it."""
        wanted = frozenset(terms(sentence))
        return tuple(self._cover(wanted, sources)) if len(wanted) >= _LEAST_WORDS else ()

    def read(self, sentence: str, sources: Sequence[Source], rests: tuple[Rest, ...]) -> Support:
        """How well the lines `rests` of `sources` say what `sentence` says."""
        if not rests:
            return Support()
        words = self.share(frozenset(terms(sentence)), sources, rests)
        meaning = self._meaning(sentence, [each.line.text for each in rests])
        return Support(rests, words, meaning, self._weights.chance(words, meaning))

    def share(self, wanted: frozenset[str], sources: Sequence[Source], rests: Sequence[Rest]) -> float:
        """The share of the stems `wanted` that the lines have, or what is known of the texts that they are of."""
        held = frozenset[str]().union(*(self._stems(each.line.text) for each in rests))
        held |= frozenset[str]().union(*(self._stems(sources[each.source].about) for each in rests))
        return len(wanted & held) / len(wanted) if wanted else 0.0

    def _cover(self, wanted: frozenset[str], sources: Sequence[Source]) -> Iterator[Rest]:
        """Lines that have the words, the one with most first, then those that add enough."""
        lines = [(at, line, self._stems(line.text)) for at, each in enumerate(sources) for line in each.lines]
        left, least = wanted, 1
        for _ in range(MOST_LINES):
            if not lines:
                return
            at, line, own = max(lines, key=lambda each: len(each[2] & left))
            new = len(own & left)
            if new < least:
                return
            yield Rest(at, line, new)
            left -= own
            least = max(1, min(_LEAST_NEW, round(_LEAST_SHARE * len(wanted))))

    def _stems(self, text: str) -> frozenset[str]:
        """The stems of `text` and of what its short forms stand for."""
        own = frozenset(terms(text))
        long = [long for short, long in self._short_forms.items() if short in text]
        short = [short for short, long in self._short_forms.items() if long in text]
        return own.union(*map(terms, (*long, *short)))

    def _meaning(self, sentence: str, lines: Sequence[str]) -> float:
        """The larger cosine of the sentence with the first of the lines and with all of them, one after the other."""
        texts = [sentence, lines[0]] if len(lines) == 1 else [sentence, lines[0], " ".join(lines)]
        vectors: FloatMatrix = self._embedder.encode_passages(texts).vectors
        return float(np.max(vectors[1:] @ vectors[0]))
