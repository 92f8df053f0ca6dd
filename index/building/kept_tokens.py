"""The vectors of tokens as an index keeps them, written passage after passage."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.arrays import Scores
from index.building.reuse import Known, digest_of
from index.building.scratch import Scratch
from index.embedding.base import Embedder, Encoding
from index.search.token_vectors import Compression, TokenVectors


@dataclass(frozen=True, slots=True)
class _Own:
    """The tokens of one text, their spans counted from its beginning."""

    numbers: NDArray[np.float16] | NDArray[np.int8]
    worth: Scores | None
    spans: NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class TokenForm:
    """The form that token vectors are kept in: `width` numbers of two bytes, or as the `compression` says."""

    width: int
    compression: Compression | None = None


class TokenWriter:
    """Writes the tokens of passages in their order to `scratch`, in one `form`.

    `texts` are the passages, which begin at `starts` in their paragraphs; `known` are those of an earlier index.
    """

    def __init__(
        self, texts: Sequence[str], starts: Sequence[int], form: "TokenForm", known: Known, scratch: Scratch
    ) -> None:
        self._starts = starts
        self._known = known
        self._compression = compression = form.compression
        if compression is None:
            self._flat = scratch.rows("tokens", (form.width,), np.float16)
        else:
            self._flat = scratch.rows("tokens", (compression.width,), np.int8)
        self._worth = scratch.rows("worth", (), np.float32)
        self._spans = scratch.rows("spans", (2,), np.int32)
        self._lengths = scratch.rows("lengths", (), np.int64)
        self._next = len(self._lengths.whole())
        # Those of texts that come again are remembered, so that these are not embedded again.
        self._again = {digest for digest, count in Counter(map(digest_of, texts)).items() if count > 1}
        self._held: dict[bytes, _Own] = {}

    def knows(self, digest: bytes) -> bool:
        """Whether the tokens of a text need not be encoded."""
        return digest in self._known.tokens or digest in self._held

    def write(self, digests: Sequence[bytes], encoded: Sequence[bytes], encoding: Encoding) -> None:
        """Write the tokens of the next passages, which `digests` tell; `encoding` is that of the texts `encoded`."""
        new = self._compressed(encoded, encoding)
        found = [new.get(digest) or self._held.get(digest) or self._earlier(digest) for digest in digests]
        self._held.update((each, own) for each, own in zip(digests, found, strict=True) if each in self._again)
        self._flat.append(np.concatenate([own.numbers for own in found]))
        if self._compression is not None:
            self._worth.append(np.concatenate([own.worth for own in found if own.worth is not None]))
        starts = self._starts[self._next : self._next + len(found)]
        self._spans.append(
            np.concatenate([own.spans + np.int32(start) for own, start in zip(found, starts, strict=True)])
        )
        self._lengths.append(np.array([len(own.spans) for own in found], dtype=np.int64))
        self._next += len(found)

    def written(self) -> TokenVectors:
        """All tokens that were written."""
        offsets = np.concatenate([[0], np.cumsum(self._lengths.whole())]).astype(np.int64)
        worth = None if self._compression is None else self._worth.whole()
        return TokenVectors(self._flat.whole(), self._spans.whole(), offsets, worth, self._compression)

    def _compressed(self, digests: Sequence[bytes], encoding: Encoding) -> Mapping[bytes, _Own]:
        """The tokens of texts that were encoded now."""
        flat, worth = encoding.tokens.astype(np.float16), None
        numbers: NDArray[np.float16] | NDArray[np.int8] = flat
        if self._compression is not None:
            numbers, worth = self._compression.compress(encoding.tokens)
        bounds = zip(digests, encoding.offsets[:-1].tolist(), encoding.offsets[1:].tolist(), strict=True)
        return {
            digest: _Own(numbers[a:b], None if worth is None else worth[a:b], encoding.spans[a:b])
            for digest, a, b in bounds
        }

    def _earlier(self, digest: bytes) -> _Own:
        """The tokens of a text that an earlier index has."""
        held, (passage, start) = self._known.held, self._known.tokens[digest]
        if held is None:
            raise ValueError("there are places of tokens and no tokens")
        rows = slice(*held.offsets[passage : passage + 2].tolist())
        return _Own(
            held.flat[rows], None if held.worth is None else held.worth[rows], held.spans[rows] - np.int32(start)
        )


def compression_for(embedder: Embedder, known: Known, *, halves: bool) -> Compression:
    """How tokens are compressed, to `halves` of bytes or whole ones: as those that are known, if they are so."""
    earlier = known.compression()
    if earlier is not None and earlier.halves == halves:
        return earlier
    return Compression.turning(embedder.dimension, halves=halves)
