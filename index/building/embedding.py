"""The vectors of an index's passages, of their tokens and of its sentences, a chunk of texts after the other."""

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import tee

import numpy as np

from index.arrays import FloatMatrix
from index.building.kept_tokens import TokenWriter
from index.building.reuse import Known, Place, digest_of, in_chunks
from index.building.scratch import Scratch
from index.embedding.base import Embedder, encodings_of
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
        for chunk in in_chunks(done, CHUNK):
            for i, digest in zip(chunk, _digests(texts, chunk), strict=True):
                places.setdefault(digest, (found, i))

        def is_known(digest: bytes) -> bool:
            return digest in places and (tokens is None or tokens.knows(digest))

        # The embedder may take some texts before it is asked for their vectors.
        steps, ahead = tee(_steps(texts, done, is_known))
        encodings = encodings_of(self.embedder, (list(each.missing.values()) for each in ahead))
        for step, encoding in zip(steps, encodings, strict=True):
            self.tell(stage, step.chunk.start, len(texts))
            at = {digest: (encoding.vectors, place) for place, digest in enumerate(step.missing)}
            for i, digest in zip(step.chunk, step.digests, strict=True):
                matrix, row = at.get(digest) or places[digest]
                found[i] = matrix[row]
                places.setdefault(digest, (found, i))
            if tokens is not None:
                tokens.write(step.digests, list(step.missing), encoding)
            self.scratch.mark(stage, step.chunk.stop)
        self.tell(stage, len(texts), len(texts))
        return found


@dataclass(frozen=True, slots=True)
class _Step:
    """Some texts, by their numbers and digests, and those of them that have to be embedded, by theirs."""

    chunk: range
    digests: list[bytes]
    missing: dict[bytes, str]


def _steps(texts: Sequence[str], done: int, is_known: Callable[[bytes], bool]) -> Iterator[_Step]:
    """The texts after those that are `done`, a chunk a step; what a step embeds no later one does again."""
    earlier: set[bytes] = set()
    for chunk in in_chunks(len(texts), CHUNK, done):
        digests = _digests(texts, chunk)
        pairs = zip(chunk, digests, strict=True)
        missing = {digest: texts[i] for i, digest in pairs if digest not in earlier and not is_known(digest)}
        earlier.update(digests)
        yield _Step(chunk, digests, missing)


def _digests(texts: Sequence[str], chunk: range) -> list[bytes]:
    return [digest_of(text) for text in texts[chunk.start : chunk.stop]]
