"""BM25 over paragraphs: stemmed words, stop words out, one score for every paragraph."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from math import log1p
from reprlib import repr as shown

import numpy as np
from numpy.typing import NDArray

from index.text.stop_words import stop_word_lists

# Lucene's values and its idf, which is always positive. On two public sets of 1,000 questions each (rules of a
# financial market, encyclopaedia articles) they find as much as or more than k1 0.9, 1.5 and 2 or b 0.4 and 0.5.
K1 = 1.2
B = 0.75
METHOD = "lucene"
LANGUAGE = "english"
_SETTINGS = f"{METHOD}, k1 {K1}, b {B}, {LANGUAGE}"
_WORD = re.compile(r"\w+")
_MOST_KEPT = 8192  # sentences and questions whose stems are not worked out again


@dataclass(frozen=True, eq=False)
class Bm25Index:
    """A BM25 index of texts: `vocabulary` says which column of `matrix` holds the scores of a stem.

    `lengths` (n,) is how many stems each text has, 1 where it has none.
    """

    vocabulary: Mapping[str, int]
    matrix: "Bm25Matrix"
    lengths: NDArray[np.int32]

    @classmethod
    def build(cls, texts: Sequence[str]) -> "Bm25Index":
        """The BM25 index of `texts`, which must not be empty."""
        # Takes half a second, as it loads scipy; only who builds an index needs it.
        import bm25s

        if not texts:
            raise ValueError("there is nothing to index")
        # Numbers in place of stems: those of a million texts, each a string of its own, take 5 GB. The empty stem keeps
        # a text without any word harmless.
        known = {"": 0}
        found = [[known.setdefault(stem, len(known)) for stem in terms(text)] or [0] for text in texts]
        # Sorted, so that two builds give the same bytes.
        vocabulary = {stem: i for i, stem in enumerate(sorted(known))}
        numbers = [vocabulary[stem] for stem in known]
        ids = [[numbers[each] for each in own] for own in found]
        engine = bm25s.BM25(k1=K1, b=B, method=METHOD, backend="numpy", csc_backend="numpy")
        engine.index((ids, vocabulary), show_progress=False)
        matrix = Bm25Matrix(
            np.asarray(engine.scores["data"], dtype=np.float32),
            np.asarray(engine.scores["indices"], dtype=np.int32),
            np.asarray(engine.scores["indptr"], dtype=np.int64),
        )
        return cls(vocabulary, matrix, np.array([len(each) for each in ids], dtype=np.int32))

    @property
    def count(self) -> int:
        """How many texts there are."""
        return len(self.lengths)

    @cached_property
    def average(self) -> float:
        """How many stems a text has on average."""
        return float(self.lengths.mean(dtype=np.float64))

    def scores(self, query: str) -> NDArray[np.float32]:
        """One BM25 score for every text, in order; zeros where the query has no word of the index."""
        scores = np.zeros(self.count, dtype=np.float32)
        for stem in terms(query):
            if (column := self.vocabulary.get(stem)) is not None:
                held = self.matrix.column(column)
                # No text stands in a column twice.
                scores[self.matrix.rows[held]] += self.matrix.scores[held]
        return scores

    def scores_at(self, query: str, rows: NDArray[np.int64]) -> NDArray[np.float32]:
        """The BM25 scores of the texts `rows` (n,) alone."""
        scores = np.zeros(len(rows), dtype=np.float32)
        for stem in terms(query):
            scores += self._scores_of(stem, rows)
        return scores

    def shares_at(self, stem: str, rows: NDArray[np.int64]) -> NDArray[np.float32]:
        """How much of its idf `stem` adds to the scores of the texts `rows` (n,): 0 where one does not hold it."""
        return self._scores_of(stem, rows) / np.float32(self.idf(stem))

    def _scores_of(self, stem: str, rows: NDArray[np.int64]) -> NDArray[np.float32]:
        """What `stem` adds to the scores of the texts `rows` (n,)."""
        column = self.vocabulary.get(stem)
        if column is None:
            return np.zeros(len(rows), dtype=np.float32)
        held = self.matrix.column(column)
        texts = self.matrix.rows[held]
        places = np.minimum(np.searchsorted(texts, rows.astype(texts.dtype)), len(texts) - 1)
        return np.where(texts[places] == rows, self.matrix.scores[held][places], np.float32(0))

    def frequency(self, stem: str) -> int:
        """In how many texts `stem` occurs."""
        column = self.vocabulary.get(stem)
        if column is None:
            return 0
        starts = self.matrix.starts
        return int(starts[column + 1] - starts[column])

    def idf(self, stem: str) -> float:
        """How rare `stem` is, as BM25 weighs it; an unknown stem is rarest."""
        return rarity(self.frequency(stem), self.count)

    @property
    def stems(self) -> "Stems":
        """All stems, in the order of `matrix`."""
        return Stems(_SETTINGS, tuple(self.vocabulary))

    @classmethod
    def of(cls, stems: "Stems", matrix: "Bm25Matrix", lengths: NDArray[np.int32]) -> "Bm25Index":
        """The index of texts that all three were taken from; ValueError where they do not fit."""
        vocabulary = stems.vocabulary()
        matrix.check(len(vocabulary), len(lengths))
        if np.any(lengths < 1):
            raise ValueError("a text has no length")
        return cls(vocabulary, matrix, lengths)


@dataclass(frozen=True, slots=True)
class Stems:
    """The stems of a BM25 index, and the settings that its scores were computed with."""

    settings: str
    stems: tuple[str, ...]

    def vocabulary(self) -> dict[str, int]:
        """The column of each stem; ValueError where scores were computed otherwise, or a stem is there twice."""
        if self.settings != _SETTINGS:
            raise ValueError(f"it was built with {shown(self.settings)}, now {_SETTINGS}")
        vocabulary = {stem: i for i, stem in enumerate(self.stems)}
        if len(vocabulary) != len(self.stems):
            raise ValueError("a stem is there twice")
        return vocabulary


@dataclass(frozen=True, slots=True)
class Bm25Matrix:
    """BM25 scores, stem by stem: those of stem i are `scores[starts[i]:starts[i + 1]]`, of the texts in `rows`."""

    scores: NDArray[np.float32]
    rows: NDArray[np.int32]
    starts: NDArray[np.int64]

    def column(self, stem: int) -> slice:
        """Where the scores of stem `stem` stand."""
        return slice(int(self.starts[stem]), int(self.starts[stem + 1]))

    def check(self, stems: int, texts: int) -> None:
        """Raise ValueError unless this is of so many stems and texts, each text of a stem named once."""
        length = len(self.scores)
        bounds = len(self.starts) == stems + 1 and self.starts[0] == 0 and self.starts[-1] == length == len(self.rows)
        if not bounds or np.any(np.diff(self.starts) < 0):
            raise ValueError("its bounds do not fit")
        # Least and greatest: comparing each of some millions would make as many truth values, three times.
        if length and not 0 <= int(self.rows.min()) <= int(self.rows.max()) < texts:
            raise ValueError(f"it names a text beyond the {texts} there are")
        ascending = self.rows[1:] > self.rows[:-1]
        ascending[self.starts[(self.starts > 0) & (self.starts < length)] - 1] = True
        # A score is at most the stem's idf, which is less than ln(1 + N); what is no number is not either.
        are_scores = not length or bool(self.scores.min() >= 0 and self.scores.max() <= log1p(texts))
        if not np.all(ascending) or not are_scores:
            raise ValueError("its scores are none of BM25")


def rarity(n: int, count: int) -> float:
    """The idf of a stem that `n` of `count` texts hold: ln(1 + (N - n + 0.5) / (n + 0.5))."""
    return log1p((count - n + 0.5) / (n + 0.5))


def length_weights(lengths: NDArray[np.int32], average: float) -> NDArray[np.float64]:
    """What BM25 divides by for each text of so many stems, but for k1: 1 - b + b * length / average."""
    return 1 - B + B * lengths.astype(np.float64) / average


@lru_cache(maxsize=_MOST_KEPT)
def terms(text: str) -> tuple[str, ...]:
    """The stems of the words of `text`: lower case, accents and stop words off; single letters off, digits kept.

    Those of the last texts are kept: the same sentences are read for one question after the other.
    """
    import Stemmer

    plain = unicodedata.normalize("NFC", _without_accents(text.lower()))
    stop = stop_words()
    words = [word for word in _WORD.findall(plain) if word not in stop and (len(word) > 1 or word.isdigit())]
    # A stemmer must not be shared between threads; making one costs a third of a microsecond.
    return tuple(Stemmer.Stemmer(LANGUAGE).stemWords(words))


def _without_accents(text: str) -> str:
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


@cache
def stop_words() -> frozenset[str]:
    """The English words that say nothing about a paragraph's subject."""
    return frozenset(word for word in stop_word_lists().STOPWORDS_EN_PLUS if "'" not in word)
