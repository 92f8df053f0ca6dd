"""An embedder that remembers what it has encoded, for questions that are asked again and again."""

from collections.abc import Callable, Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from index.arrays import FloatMatrix
from index.embedding.base import Embedder, Encoding

# 600 MB with 384 dimensions; a question has some twenty tokens.
MOST_TOKENS = 400_000

_Encode = Callable[[Sequence[str]], Encoding]
_Encoded = tuple[NDArray[np.float32], FloatMatrix, NDArray[np.int32]]


class CachingEmbedder:
    """`embedder` with a memory of the texts that were encoded, up to `most` tokens of them."""

    def __init__(self, embedder: Embedder, most: int = MOST_TOKENS) -> None:
        self._embedder = embedder
        self._left = most
        self._questions: dict[str, _Encoded] = {}
        self._passages: dict[str, _Encoded] = {}

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
        """How many tokens of a text the model reads."""
        return self._embedder.max_tokens

    @property
    def gives_tokens(self) -> bool:
        """Whether an encoding has token vectors."""
        return self._embedder.gives_tokens

    def count_tokens(self, text: str) -> int:
        """The number of tokens in `text`."""
        return self._embedder.count_tokens(text)

    def encode_questions(self, texts: Sequence[str]) -> Encoding:
        """The vectors of `texts` as of questions; only those that are not remembered go through the model."""
        return self._encode(texts, self._embedder.encode_questions, self._questions)

    def encode_passages(self, texts: Sequence[str]) -> Encoding:
        """The vectors of `texts` as of passages; only those that are not remembered go through the model."""
        return self._encode(texts, self._embedder.encode_passages, self._passages)

    def _encode(self, texts: Sequence[str], encode: _Encode, known: dict[str, _Encoded]) -> Encoding:
        if not texts:
            return encode(texts)
        new = [text for text in dict.fromkeys(texts) if text not in known]
        found = dict(_read(new, encode)) if new else {}
        encoded = [known.get(text) or found[text] for text in texts]
        self._remember(found, known)
        return Encoding(
            vectors=np.stack([vector for vector, _, _ in encoded]),
            tokens=np.concatenate([tokens for _, tokens, _ in encoded]),
            spans=np.concatenate([spans for _, _, spans in encoded]),
            offsets=np.cumsum([0, *(len(tokens) for _, tokens, _ in encoded)]).astype(np.int64),
        )

    def _remember(self, found: Mapping[str, _Encoded], known: dict[str, _Encoded]) -> None:
        for text, encoded in found.items():
            if len(encoded[1]) <= self._left:
                known[text] = encoded
                self._left -= len(encoded[1])


def _read(texts: Sequence[str], encode: _Encode) -> Iterator[tuple[str, _Encoded]]:
    """Each of `texts` with what `encode` makes of it."""
    found = encode(texts)
    for i, text in enumerate(texts):
        rows = slice(int(found.offsets[i]), int(found.offsets[i + 1]))
        # Copies, so that one remembered text does not keep the whole batch in memory.
        yield text, (found.vectors[i], found.tokens[rows].copy(), found.spans[rows])
