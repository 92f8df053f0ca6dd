"""Stand-ins whose results can be worked out by eye."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from index.arrays import FloatMatrix
from index.embedding.base import Encoding

WORD = re.compile(r"\w+")
_OTHER, _NOTHING = 26, 27
_SPECIAL = 2


@dataclass
class FakeEmbedder:
    """An embedder whose word pieces are words, each a unit vector on the axis of its first letter.

    Axis 0 is `a`, 25 is `z`, 26 anything else, 27 a text without words. A text's vector is the sum of its words', made
    one long: `asset recovery` is (1 on a, 1 on r) / sqrt(2), and its cosine with `asset` is 0.71. Two special pieces
    a text count against `max_tokens`, as BERT's do. `encoded` remembers every text that was embedded, in either role.
    """

    name: str = "fake"
    fingerprint: str = "f" * 64
    dimension: int = 28
    max_tokens: int = 256
    encoded: list[str] = field(default_factory=list)
    gives_tokens: bool = True

    def encode_questions(self, texts: Sequence[str]) -> Encoding:
        return self.encode(texts)

    def encode_passages(self, texts: Sequence[str]) -> Encoding:
        return self.encode(texts)

    def encode(self, texts: Sequence[str]) -> Encoding:
        self.encoded += texts
        words = [list(WORD.finditer(text))[: self.max_tokens - _SPECIAL] for text in texts]
        axes = [[_axis(word.group()) for word in each] for each in words]
        if not self.gives_tokens:
            nothing = np.zeros((0, self.dimension), dtype=np.float32), np.zeros((0, 2), dtype=np.int32)
            return Encoding(self._pooled(axes), *nothing, np.zeros(len(texts) + 1, dtype=np.int64))
        spans = [word.span() for each in words for word in each]
        tokens = np.eye(self.dimension, dtype=np.float32)[[axis for each in axes for axis in each]]
        offsets = np.cumsum([0, *map(len, axes)]).astype(np.int64)
        return Encoding(
            vectors=self._pooled(axes),
            tokens=tokens.reshape(-1, self.dimension),
            spans=np.array(spans, dtype=np.int32).reshape(-1, 2),
            offsets=offsets,
        )

    def count_tokens(self, text: str) -> int:
        return len(WORD.findall(text)) + _SPECIAL

    def _pooled(self, axes: Sequence[Sequence[int]]) -> FloatMatrix:
        vectors = np.zeros((len(axes), self.dimension), dtype=np.float32)
        for row, each in enumerate(axes):
            np.add.at(vectors[row], list(each) or [_NOTHING], 1)
            vectors[row] /= np.linalg.norm(vectors[row])
        return vectors


def _axis(word: str) -> int:
    place = ord(word[0].lower()) - ord("a")
    return place if 0 <= place < _OTHER else _OTHER
