"""Recipe: a model. One that is no sentence-transformers model: a text's vector counts its letters."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

import numpy as np
from numpy.typing import NDArray

from index.build import build_index
from index.document import Document
from index.embedding.base import Encoding
from rag.answerer import Answerer

_WORD = re.compile(r"\w+")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class LetterEmbedder:
    """Counts of the letters a to z and of everything else, of length 1; the word pieces are words.

    `fingerprint` stands for all that decides a vector: an index is refused where it is another.
    """

    name: str = "letters"
    fingerprint: str = sha256(b"letters 1").hexdigest()
    dimension: int = len(_LETTERS) + 1
    max_tokens: int = 256
    gives_tokens: bool = True

    def encode_questions(self, texts: Sequence[str]) -> Encoding:
        """The vectors of `texts` and of their words: this model reads questions as it reads passages."""
        return self.encode_passages(texts)

    def encode_passages(self, texts: Sequence[str]) -> Encoding:
        """The vectors of `texts` and of their words."""
        words = [list(_WORD.finditer(text))[: self.max_tokens] for text in texts]
        flat = [word for each in words for word in each]
        return Encoding(
            vectors=_counted(texts),
            tokens=_counted([word.group() for word in flat]),
            spans=np.array([word.span() for word in flat], dtype=np.int32).reshape(-1, 2),
            offsets=np.cumsum([0, *map(len, words)], dtype=np.int64),
        )

    def count_tokens(self, text: str) -> int:
        """The number of words in `text`."""
        return len(_WORD.findall(text))


def _counted(texts: Sequence[str]) -> NDArray[np.float32]:
    rows = [[*(text.lower().count(letter) for letter in _LETTERS), 1] for text in texts]
    counts = np.array(rows, dtype=np.float32).reshape(-1, len(_LETTERS) + 1)
    unit: NDArray[np.float32] = (counts / np.linalg.norm(counts, axis=1, keepdims=True)).astype(np.float32)
    return unit


def test_an_index_is_built_and_asked_with_it(documents: tuple[Document, ...]) -> None:
    embedder = LetterEmbedder()
    index = build_index(documents, embedder)

    answer = Answerer(index, embedder).answer("Which banks cooperate?")

    assert (index.manifest.model, index.manifest.dimension) == ("letters", 27)
    assert (answer.model, str(answer.evidence[0].locator)) == ("letters", "1")


def test_what_it_gives_is_of_length_one_and_in_step_with_the_words() -> None:
    encoding = LetterEmbedder().encode_passages(["Banks cooperate.", ""])

    assert np.allclose(np.linalg.norm(encoding.vectors, axis=1), 1)
    assert encoding.spans.tolist() == [[0, 5], [6, 15]]
    assert encoding.offsets.tolist() == [0, 2, 2]
