"""What the index asks of an embedding model."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from index.arrays import FloatMatrix


@dataclass(frozen=True, slots=True)
class Encoding:
    """The vectors of some texts, all of unit length.

    `vectors` (n, d) holds one vector a text. `tokens` (t, d) holds one vector a token, text after text, special ones
    left out; `spans` (t, 2) the characters each stands for in its own text; the rows of text i are
    `offsets[i]:offsets[i + 1]`. A model without token vectors leaves these empty, all offsets 0.
    """

    vectors: FloatMatrix
    tokens: FloatMatrix
    spans: NDArray[np.int32]
    offsets: NDArray[np.int64]

    @classmethod
    def empty(cls, dimension: int, width: int) -> "Encoding":
        """That of no texts, by a model whose vectors have `dimension` numbers, and those of tokens `width`."""
        vectors, tokens = (np.zeros((0, numbers), dtype=np.float32) for numbers in (dimension, width))
        return cls(vectors, tokens, np.zeros((0, 2), dtype=np.int32), np.zeros(1, dtype=np.int64))


class Embedder(Protocol):
    """An embedding model. Texts longer than `max_tokens` tokens are cut off there, as the model does.

    Questions and passages have a role each: many models want other words before the one than before the other.
    """

    @property
    def name(self) -> str:
        """The model's name or folder, as the user gave it."""

    @property
    def fingerprint(self) -> str:
        """SHA-256, in hex, over all that decides a vector: the files of the model, and its prompts if it has any."""

    @property
    def dimension(self) -> int:
        """Length of a vector."""

    @property
    def max_tokens(self) -> int:
        """How many tokens of a text the model reads, special ones included."""

    @property
    def gives_tokens(self) -> bool:
        """Whether an encoding has token vectors, for late interaction."""

    def encode_questions(self, texts: Sequence[str]) -> Encoding:
        """The vectors of `texts` as of questions."""

    def encode_passages(self, texts: Sequence[str]) -> Encoding:
        """The vectors of `texts` as of what is searched: passages, sentences."""

    def count_tokens(self, text: str) -> int:
        """The number of tokens in the passage `text`, special ones and its prompt's included, before any cutting."""


@runtime_checkable
class EmbedsAhead(Protocol):
    """A model that embeds many texts sooner where it is given more of them before it has answered."""

    def encode_each(self, chunks: Iterable[Sequence[str]]) -> Iterator[Encoding]:
        """The encoding of each of `chunks`, of passages, in order: the one that `encode_passages` gives."""


def encodings_of(embedder: Embedder, chunks: Iterable[Sequence[str]]) -> Iterator[Encoding]:
    """The encoding of each of `chunks`, of passages, in order; a chunk may be of no texts."""
    if isinstance(embedder, EmbedsAhead):
        return embedder.encode_each(chunks)
    nothing = Encoding.empty(embedder.dimension, embedder.dimension)
    return (embedder.encode_passages(chunk) if chunk else nothing for chunk in chunks)
