"""BM25 over paragraphs: stemmed words, stop words out, one score for every paragraph."""

import json
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import log1p
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.errors import IndexFolderError

# Lucene's values and its idf, which is always positive. On two public sets of 1,000 questions each (rules of a
# financial market, encyclopaedia articles) they find as much as or more than k1 0.9, 1.5 and 2 or b 0.4 and 0.5.
K1 = 1.2
B = 0.75
METHOD = "lucene"
LANGUAGE = "english"
_WORD = re.compile(r"\w+")
_MOST_KEPT = 8192


@dataclass(frozen=True)
class Lexical:
    """A BM25 index of texts. `engine` is the bm25s object; its vocabulary holds stems."""

    engine: Any
    count: int

    @classmethod
    def build(cls, texts: Sequence[str]) -> "Lexical":
        """The BM25 index of `texts`, which must not be empty."""
        if not texts:
            raise ValueError("there is nothing to index")
        import bm25s

        stems = [terms(text) for text in texts]
        # Sorted, so that two builds give the same bytes. The empty stem keeps a text without any word harmless.
        vocabulary = {stem: i for i, stem in enumerate(sorted({"", *(stem for each in stems for stem in each)}))}
        engine = bm25s.BM25(k1=K1, b=B, method=METHOD, backend="numpy", csc_backend="numpy")
        ids = [[vocabulary[stem] for stem in each] or [vocabulary[""]] for each in stems]
        engine.index((ids, vocabulary), show_progress=False)
        return cls(engine, len(texts))

    def terms(self, text: str) -> tuple[str, ...]:
        """The stems of `text` as indexed, in order, repeated where the text repeats them."""
        return terms(text)

    def scores(self, query: str) -> NDArray[np.float32]:
        """One BM25 score for every text, in order; zeros where the query has no word of the index."""
        known = [stem for stem in terms(query) if stem in self.engine.vocab_dict]
        if not known:
            return np.zeros(self.count, dtype=np.float32)
        return np.asarray(self.engine.get_scores(known), dtype=np.float32)

    def frequency(self, stem: str) -> int:
        """In how many texts `stem` occurs."""
        row = self.engine.vocab_dict.get(stem)
        if row is None:
            return 0
        pointers = self.engine.scores["indptr"]
        return int(pointers[row + 1] - pointers[row])

    def idf(self, stem: str) -> float:
        """How rare `stem` is: ln(1 + (N - n + 0.5) / (n + 0.5)), as BM25 weighs it; an unknown stem is rarest."""
        n = self.frequency(stem)
        return log1p((self.count - n + 0.5) / (n + 0.5))

    def weights(self, text: str) -> dict[str, float]:
        """The idf of each different stem of `text`, in order of appearance."""
        return {stem: self.idf(stem) for stem in terms(text)}

    def save(self, folder: Path) -> None:
        """Write arrays (npy) and vocabulary (JSON) to `folder`."""
        self.engine.save(folder, show_progress=False, allow_pickle=False)

    @classmethod
    def load(cls, folder: Path) -> "Lexical":
        """The index saved in `folder`; IndexFolderError where its files do not fit together."""
        import bm25s

        try:
            engine = bm25s.BM25.load(folder, load_corpus=False, allow_pickle=False, show_progress=False)
        except (OSError, ValueError, KeyError, TypeError, json.JSONDecodeError) as error:
            raise IndexFolderError(f"{folder} is broken ({error}); build the index again: pincite index") from error
        scores = engine.scores
        if len(scores["indptr"]) != len(engine.vocab_dict) + 1 or len(scores["data"]) != len(scores["indices"]):
            raise IndexFolderError(f"{folder} is broken: its arrays do not fit; build the index again: pincite index")
        return cls(engine, int(scores["num_docs"]))


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
    from bm25s.stopwords import STOPWORDS_EN_PLUS

    return frozenset(word for word in STOPWORDS_EN_PLUS if "'" not in word)
