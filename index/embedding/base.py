"""What the index asks of an embedding model."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from index.arrays import FloatMatrix


@dataclass(frozen=True, slots=True)
class Encoding:
    """The vectors of some texts, all of unit length.

    `vectors` (n, d) holds one vector a text. `tokens` (t, d) holds one vector a word piece, text after text, special
    pieces left out; `spans` (t, 2) the characters each stands for in its own text; the rows of text i are
    `offsets[i]:offsets[i + 1]`.
    """

    vectors: FloatMatrix
    tokens: FloatMatrix
    spans: NDArray[np.int32]
    offsets: NDArray[np.int64]


class Embedder(Protocol):
    """An embedding model. Texts longer than `max_tokens` word pieces are cut off there, as the model does."""

    @property
    def name(self) -> str:
        """The model's name or folder, as the user gave it."""

    @property
    def fingerprint(self) -> str:
        """SHA-256 over all files of the model, in hex."""

    @property
    def dimension(self) -> int:
        """Length of a vector."""

    @property
    def max_tokens(self) -> int:
        """How many word pieces of a text the model reads, special pieces included."""

    def encode(self, texts: Sequence[str]) -> Encoding:
        """The sentence vectors and the word-piece vectors of `texts`."""

    def count_tokens(self, text: str) -> int:
        """The number of word pieces in `text`, special pieces included, before any cutting."""
