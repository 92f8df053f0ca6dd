"""Texts whose vectors an earlier index holds, so that they are not embedded again."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import blake2b, sha256
from typing import overload

import numpy as np
from numpy.typing import NDArray

from index.arrays import FloatMatrix, StackedRows
from index.embedding.base import Embedder
from index.search.local import LocalPassageSearch
from index.search.token_vectors import Compression, TokenVectors
from index.store import Index, ParagraphRef

_DIGEST = 16  # bytes of a text's hash: two of a billion texts are alike with a chance of one in 10^20

Place = tuple[FloatMatrix | StackedRows[np.float32], int]
"""A row of a matrix."""


@dataclass(frozen=True, slots=True, eq=False)
class SpanTexts(Sequence[str]):
    """The words of `spans` (n, 3), of paragraph row, start and end."""

    paragraphs: Sequence[ParagraphRef]
    spans: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.spans)

    @overload
    def __getitem__(self, place: int, /) -> str: ...
    @overload
    def __getitem__(self, place: slice, /) -> list[str]: ...
    def __getitem__(self, place: int | slice, /) -> str | list[str]:
        """The words of one span, or those of a slice."""
        if isinstance(place, slice):
            return [self._words(*each) for each in self.spans[place].tolist()]
        return self._words(*self.spans[place].tolist())

    def _words(self, row: int, start: int, end: int) -> str:
        return self.paragraphs[row].text[start:end]


@dataclass(frozen=True, slots=True)
class Known:
    """Where the vectors of texts are, and which passage of `held` has the tokens of a text, by the texts' digests."""

    vectors: Mapping[bytes, Place] = field(default_factory=dict)
    tokens: Mapping[bytes, tuple[int, int]] = field(default_factory=dict)
    held: TokenVectors | None = None

    def in_form(self, compression: Compression | None) -> "Known":
        """The same without tokens that are not kept as `compression` says."""
        return self if self.compression() is compression else replace(self, tokens={}, held=None)

    def compression(self) -> Compression | None:
        """How the tokens that are known are compressed; None where they are not, or none are known."""
        return self.held.compression if self.held else None


def digest_of(text: str) -> bytes:
    """What tells `text` from all others."""
    return blake2b(text.encode(), digest_size=_DIGEST).digest()


def digest_of_all(texts: Sequence[str], *said: object) -> str:
    """What tells `texts` in their order, and what else is `said`, from all others."""
    digest = sha256(repr(said).encode())
    for text in texts:
        digest.update(digest_of(text))
    return digest.hexdigest()


def known_vectors(previous: Index | None, embedder: Embedder) -> Known:
    """What `previous` knows of texts, as far as it comes from the same model read in the same way.

    That is nothing where another engine than this machine's holds its vectors.
    """
    if previous is None or not isinstance(previous.dense, LocalPassageSearch):
        return Known()
    made_by = previous.manifest.model_sha256, previous.manifest.dimension, previous.manifest.max_tokens
    if made_by != (embedder.fingerprint, embedder.dimension, embedder.max_tokens):
        return Known()
    dense = previous.dense
    vectors: dict[bytes, Place] = {
        digest_of(text): (dense.sentence_vectors, row) for row, text in enumerate(sentence_texts(previous))
    }
    tokens: dict[bytes, tuple[int, int]] = {}
    starts = dense.spans[:, 1].tolist()
    for row, text in enumerate(passage_texts(previous)):
        digest = digest_of(text)
        vectors[digest] = dense.vectors, row
        tokens[digest] = row, starts[row]
    return Known(vectors, tokens if dense.token_vectors else {}, dense.token_vectors)


def passage_texts(index: Index) -> Sequence[str]:
    """The words of each passage of the index, in order."""
    found = index.dense.passages(np.arange(len(index.paragraphs)))
    rows = np.repeat(np.arange(len(index.paragraphs)), np.diff(found.bounds))
    return SpanTexts(index.paragraphs, np.column_stack([rows, found.spans]))


def sentence_texts(index: Index) -> Sequence[str]:
    """The words of each sentence of the index, in order."""
    return SpanTexts(index.paragraphs, index.store.sentences)


def in_chunks(count: int, size: int, first: int = 0) -> Iterator[range]:
    """The numbers from `first` to before `count`, `size` at a time."""
    return (range(start, min(start + size, count)) for start in range(first, count, size))
