"""Vectors that take no time, to measure a search among more paragraphs than can be embedded in a day."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from itertools import pairwise
from zlib import crc32

import numpy as np

from index.arrays import FloatMatrix
from index.embedding.base import Embedder, Encoding

_WORD = re.compile(r"\w+")
_WORDS = 65_536  # vectors that words share; a power of two
_SPECIAL = 2  # tokens at the ends of a text
_SEED = 17  # any number does


@dataclass(frozen=True)
class StandInEmbedder:
    """An embedder whose word pieces are words, each with a random vector of its own; a text's is their mean.

    Texts with words in common are near each other, as with a model. A question is encoded by `model` as well, whose
    vectors are thrown away, so that it takes as long as it does.
    """

    model: Embedder

    @property
    def name(self) -> str:
        """A name that no model has."""
        return "stand-in"

    @property
    def fingerprint(self) -> str:
        """The same for all."""
        return blake2b(b"stand-in vectors, 1", digest_size=32).hexdigest()

    @property
    def dimension(self) -> int:
        """As many numbers as `model` has."""
        return self.model.dimension

    @property
    def max_tokens(self) -> int:
        """As many as `model` reads."""
        return self.model.max_tokens

    @property
    def gives_tokens(self) -> bool:
        """Each word has a vector."""
        return True

    def encode_questions(self, texts: Sequence[str]) -> Encoding:
        """The stand-in vectors of `texts`, after `model` has encoded them."""
        self.model.encode_questions(texts)
        return self.encode_passages(texts)

    def encode_passages(self, texts: Sequence[str]) -> Encoding:
        """The stand-in vectors of `texts`."""
        found = [list(_WORD.finditer(text))[: self.max_tokens - _SPECIAL] for text in texts]
        ids = [crc32(word[0].lower().encode()) % _WORDS for each in found for word in each]
        offsets = np.cumsum([0, *map(len, found)]).astype(np.int64)
        words = word_vectors(self.dimension)
        tokens: FloatMatrix = words[ids].reshape(-1, self.dimension)
        vectors = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for row, (start, end) in enumerate(pairwise(offsets.tolist())):
            total = tokens[start:end].sum(axis=0) if end > start else words[0]
            vectors[row] = total / np.linalg.norm(total)
        spans = np.array([word.span() for each in found for word in each], dtype=np.int32).reshape(-1, 2)
        return Encoding(vectors, tokens, spans, offsets)

    def count_tokens(self, text: str) -> int:
        """The number of words in `text`, and two."""
        return len(_WORD.findall(text)) + _SPECIAL


@cache
def word_vectors(dimension: int) -> FloatMatrix:
    """The unit vectors that words share (65,536, dimension), which take half a second to draw."""
    vectors = np.random.default_rng(_SEED).standard_normal((_WORDS, dimension), dtype=np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return vectors
