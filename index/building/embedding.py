"""The vectors of an index's passages, of their tokens and of its sentences, a chunk of texts after the other."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from index.arrays import FloatMatrix
from index.building.kept_tokens import TokenWriter
from index.building.reuse import Known, Place, digest_of, in_chunks
from index.building.scratch import Scratch
from index.embedding.base import Embedder, Encoding
from index.progress import Progress

_logger = logging.getLogger(__name__)

PASSAGES, SENTENCES = "passages", "sentences"
# Texts a call to the embedder: their float32 token vectors are all that is held beside the index itself.
CHUNK = 256


@dataclass(frozen=True, slots=True)
class Embedding:
    """Embeds texts with `embedder`, those that `known` tells of excepted, and keeps their vectors in `scratch`.

    `tell` is told how many texts of a stage have their vectors.
    """

    embedder: Embedder
    known: Known
    scratch: Scratch
    tell: Progress

    def passages(self, texts: Sequence[str], tokens: TokenWriter | None) -> FloatMatrix:
        """The vectors of `texts` (n, d); those of their tokens are written to `tokens`."""
        return self._embedded(PASSAGES, texts, dict(self.known.vectors), tokens)

    def sentences(self, texts: Sequence[str], passages: Sequence[str], vectors: FloatMatrix) -> FloatMatrix:
        """The vectors of `texts` (m, d); those that are `passages` too have theirs among `vectors`."""
        places = dict(self.known.vectors)
        places.update((digest_of(text), (vectors, row)) for row, text in enumerate(passages))
        return self._embedded(SENTENCES, texts, places, None)

    def _embedded(
        self, stage: str, texts: Sequence[str], places: dict[bytes, Place], tokens: TokenWriter | None
    ) -> FloatMatrix:
        """The vectors of `texts`; those at `places`, by the texts' digests, are not computed again."""
        found = self.scratch.array(stage, (len(texts), self.embedder.dimension), np.float32)
        done = self.scratch.done(stage)
        _logger.info("%s: %d of %d texts were embedded before", stage, done, len(texts))
        for chunk in in_chunks(len(texts), CHUNK):
            digests = [digest_of(text) for text in texts[chunk.start : chunk.stop]]
            if chunk.start >= done:
                self.tell(stage, chunk.start, len(texts))
                missing = {
                    digest: texts[i]
                    for i, digest in zip(chunk, digests, strict=True)
                    if digest not in places or not (tokens is None or tokens.knows(digest))
                }
                encoding = self._encoding(list(missing.values()))
                at = {digest: (encoding.vectors, place) for place, digest in enumerate(missing)}
                for i, digest in zip(chunk, digests, strict=True):
                    matrix, row = at.get(digest) or places[digest]
                    found[i] = matrix[row]
                if tokens is not None:
                    tokens.write(digests, list(missing), encoding)
                self.scratch.mark(stage, chunk.stop)
            for i, digest in zip(chunk, digests, strict=True):
                places.setdefault(digest, (found, i))
        self.tell(stage, len(texts), len(texts))
        return found

    def _encoding(self, texts: Sequence[str]) -> Encoding:
        dimension = self.embedder.dimension
        return self.embedder.encode_passages(texts) if texts else Encoding.empty(dimension, dimension)
