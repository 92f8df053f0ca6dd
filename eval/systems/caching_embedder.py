"""An embedder that remembers what it has encoded, for questions that are asked again and again."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from index.embedding.base import Embedder, Encoding, FloatMatrix

# 600 MB with 384 dimensions; a question has some twenty word pieces.
MOST_PIECES = 400_000

_Pieces = tuple[NDArray[np.float32], FloatMatrix, NDArray[np.int32]]


class RememberingEmbedder:
    """`embedder` with a memory of the texts that were encoded, up to `most` word pieces of them."""

    def __init__(self, embedder: Embedder, most: int = MOST_PIECES) -> None:
        self._embedder = embedder
        self._left = most
        self._known: dict[str, _Pieces] = {}

    @property
    def name(self) -> str:
        """The model's name."""
        return self._embedder.name

    @property
    def fingerprint(self) -> str:
        """SHA-256 over all files of the model."""
        return self._embedder.fingerprint

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        return self._embedder.dimension

    @property
    def max_tokens(self) -> int:
        """How many word pieces of a text the model reads."""
        return self._embedder.max_tokens

    def count_tokens(self, text: str) -> int:
        """The number of word pieces in `text`."""
        return self._embedder.count_tokens(text)

    def encode(self, texts: Sequence[str]) -> Encoding:
        """The vectors of `texts`; only those that are not remembered go through the model."""
        if not texts:
            return self._embedder.encode(texts)
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        found = dict(self._read(new)) if new else {}
        pieces = [self._known.get(text) or found[text] for text in texts]
        self._remember(found)
        return Encoding(
            vectors=np.stack([vector for vector, _, _ in pieces]),
            tokens=np.concatenate([tokens for _, tokens, _ in pieces]),
            spans=np.concatenate([spans for _, _, spans in pieces]),
            offsets=np.cumsum([0, *(len(tokens) for _, tokens, _ in pieces)]).astype(np.int64),
        )

    def _read(self, texts: Sequence[str]) -> Iterator[tuple[str, _Pieces]]:
        found = self._embedder.encode(texts)
        for i, text in enumerate(texts):
            rows = slice(int(found.offsets[i]), int(found.offsets[i + 1]))
            # Copies, so that one remembered text does not keep the whole batch in memory.
            yield text, (found.vectors[i], found.tokens[rows].copy(), found.spans[rows])

    def _remember(self, found: Mapping[str, _Pieces]) -> None:
        for text, pieces in found.items():
            if len(pieces[1]) <= self._left:
                self._known[text] = pieces
                self._left -= len(pieces[1])
