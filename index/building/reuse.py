"""The vectors of an index's passages and sentences; a text whose vectors are known already is not embedded again."""

import logging
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from index.arrays import FloatMatrix
from index.embedding.base import Embedder
from index.progress import Progress
from index.search.local import LocalPassageSearch
from index.search.token_vectors import TokenVectors
from index.store import Index

_logger = logging.getLogger(__name__)

Vector = NDArray[np.float32]
Tokens = tuple[NDArray[np.float16], NDArray[np.int32]]

# Texts a call to the embedder: their float32 token vectors are all that is held beside the index itself.
CHUNK = 256


@dataclass(frozen=True, slots=True)
class Known:
    """Vectors by text, and the tokens' vectors with their spans within that text."""

    vectors: dict[str, Vector] = field(default_factory=dict)
    tokens: dict[str, Tokens] = field(default_factory=dict)


def known_vectors(previous: Index | None, embedder: Embedder) -> Known:
    """What `previous` knows of texts, as far as it comes from the same model read in the same way.

    That is nothing where another engine than this machine's holds its vectors.
    """
    if previous is None or not isinstance(previous.dense, LocalPassageSearch):
        return Known()
    made_by = previous.manifest.model_sha256, previous.manifest.dimension, previous.manifest.max_tokens
    if made_by != (embedder.fingerprint, embedder.dimension, embedder.max_tokens):
        return Known()
    dense, texts = previous.dense, passage_texts(previous)
    vectors = dict(zip(sentence_texts(previous), dense.sentence_vectors, strict=True))
    vectors.update(zip(texts, dense.vectors, strict=True))
    tokens: dict[str, Tokens] = {}
    if held := dense.token_vectors:
        for i, (text, start) in enumerate(zip(texts, dense.spans[:, 1].tolist(), strict=True)):
            rows = slice(held.offsets[i], held.offsets[i + 1])
            tokens[text] = held.flat[rows], held.spans[rows] - np.int32(start)
    return Known(vectors, tokens)


def passage_texts(index: Index) -> list[str]:
    """The words of each passage of the index, in order."""
    spans = index.dense.passages(np.arange(len(index.paragraphs)))
    rows = np.repeat(np.arange(len(index.paragraphs)), np.diff(spans.bounds)).tolist()
    return [index.paragraphs[row].text[a:b] for row, (a, b) in zip(rows, spans.spans.tolist(), strict=True)]


def sentence_texts(index: Index) -> list[str]:
    """The words of each sentence of the index, in order."""
    return [index.paragraphs[row].text[start:end] for row, start, end in index.store.sentences.tolist()]


def embed_passages(
    texts: Sequence[str], embedder: Embedder, known: Known, tell: Progress, *, keep_tokens: bool
) -> Known:
    """`known` with the vectors of `texts` and, with `keep_tokens`, of their tokens."""
    missing = [
        text for text in dict.fromkeys(texts) if text not in known.vectors or (keep_tokens and text not in known.tokens)
    ]
    vectors, tokens = dict(known.vectors), dict(known.tokens) if keep_tokens else {}
    for chunk in _chunks(missing, "passages", tell):
        encoding = embedder.encode_passages(chunk)
        vectors.update(zip(chunk, encoding.vectors, strict=True))
        if keep_tokens:
            encoded = encoding.tokens.astype(np.float16)
            for i, text in enumerate(chunk):
                rows = slice(encoding.offsets[i], encoding.offsets[i + 1])
                tokens[text] = encoded[rows], encoding.spans[rows]
    return Known(vectors, tokens)


def embed_sentences(texts: Sequence[str], embedder: Embedder, known: Known, tell: Progress) -> Known:
    """`known` with the vectors of `texts`."""
    vectors = dict(known.vectors)
    missing = [text for text in dict.fromkeys(texts) if text not in vectors]
    for chunk in _chunks(missing, "sentences", tell):
        vectors.update(zip(chunk, embedder.encode_passages(chunk).vectors, strict=True))
    return Known(vectors, known.tokens)


def stacked(texts: Sequence[str], known: Known, dimension: int) -> FloatMatrix:
    """The vectors of `texts` as one matrix (n, d)."""
    matrix = np.empty((len(texts), dimension), dtype=np.float32)
    for row, text in enumerate(texts):
        matrix[row] = known.vectors[text]
    return matrix


def token_vectors(texts: Sequence[str], starts: Sequence[int], known: Known, dimension: int) -> TokenVectors:
    """The tokens of all passages in one array; `starts` is where each passage begins in its paragraph.

    What has been copied is dropped from `known` as it goes, so that both never stand in memory whole.
    """
    lengths = [len(known.tokens[text][0]) for text in texts]
    offsets = np.concatenate([[0], np.cumsum(lengths, dtype=np.int64)]).astype(np.int64)
    width = next((vectors.shape[1] for vectors, _ in known.tokens.values() if len(vectors)), dimension)
    flat = np.empty((int(offsets[-1]), width), dtype=np.float16)
    spans = np.empty((int(offsets[-1]), 2), dtype=np.int32)
    uses = Counter(texts)
    for i, (text, start) in enumerate(zip(texts, starts, strict=True)):
        vectors, own = known.tokens[text]
        flat[offsets[i] : offsets[i + 1]] = vectors
        spans[offsets[i] : offsets[i + 1]] = own + np.int32(start)
        uses[text] -= 1
        if not uses[text]:
            del known.tokens[text]
    return TokenVectors(flat, spans, offsets)


def _chunks(texts: list[str], stage: str, tell: Progress) -> Iterator[list[str]]:
    _logger.info("%s: %d texts to embed that no earlier index holds", stage, len(texts))
    for start in range(0, len(texts), CHUNK):
        tell(stage, start, len(texts))
        yield texts[start : start + CHUNK]
    tell(stage, len(texts), len(texts))
