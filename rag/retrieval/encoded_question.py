"""Questions as the signals read them: what is searched for, and what the model makes of it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.arrays import FloatMatrix, Scores
from index.embedding.base import Embedder
from index.search.base import LexicalSearch
from index.text.late_patterns import LatePattern
from rag.settings import RetrievalSettings

_WORD = LatePattern(r"\w+")


@dataclass(frozen=True, slots=True)
class EncodedQuestion:
    """A question as the signals read it.

    `words` is what BM25 searches for; `vector` (d,) and `tokens` (t, d) are the model's view of the question, `weights`
    (t,) how much each token counts, summing to 1.
    """

    words: str
    vector: Scores
    tokens: FloatMatrix
    weights: Scores


def encode_questions(
    texts: Sequence[str],
    words: Sequence[str],
    embedder: Embedder,
    lexical: LexicalSearch,
    settings: RetrievalSettings | None = None,
) -> list[EncodedQuestion]:
    """Each of `texts` with its vectors, encoded together, and the `words` that BM25 searches for in its stead."""
    if not texts:
        return []
    weigh = settings or RetrievalSettings()
    encoding = embedder.encode_questions(texts)
    bounds = [slice(start, end) for start, end in zip(encoding.offsets[:-1], encoding.offsets[1:], strict=True)]
    return [
        EncodedQuestion(said, vector, encoding.tokens[rows], _token_weights(text, encoding.spans[rows], lexical, weigh))
        for text, said, vector, rows in zip(texts, words, encoding.vectors, bounds, strict=True)
    ]


def _token_weights(text: str, spans: NDArray[np.int32], lexical: LexicalSearch, settings: RetrievalSettings) -> Scores:
    """How much each token of a question counts (t,), summing to 1: more for words that few paragraphs hold."""
    weights = np.full(len(spans), settings.stop_word_weight, dtype=np.float32)
    for word in _WORD.finditer(text):
        stems = lexical.terms(word[0])
        if stems:
            inside = (spans[:, 0] >= word.start()) & (spans[:, 0] < word.end())
            weights[inside] = settings.known_word_weight + settings.rarity_weight * lexical.idf(stems[0])
    total = weights.sum()
    return weights / total if total else weights
