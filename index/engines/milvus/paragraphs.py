"""The vectors of paragraphs as they lie in Milvus: of their passages, sentences and tokens."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from index.arrays import FloatMatrix, Rows
from index.engines.milvus.client import Entity
from index.engines.milvus.parts import PartReader, entities_of, pieces_of
from index.manifest import Manifest
from index.search.local import LocalPassageSearch
from index.search.token_vectors import Compression, TokenVectors, bytes_of


@dataclass(frozen=True, slots=True)
class TokenBytes:
    """How the tokens of a passage lie: first the characters of each, then what a step is worth, then the numbers.

    A token has `width` numbers of two bytes or, where there is a `compression`, so many bytes.
    """

    width: int
    compression: Compression | None

    @classmethod
    def of(cls, manifest: Manifest, axes: FloatMatrix | None) -> "TokenBytes":
        """The form that tokens of an index have, which are turned to `axes` where they are compressed."""
        if axes is None:
            return cls(manifest.token_dimension, None)
        halves = manifest.settings.halves(manifest.counts.passages)
        return cls(bytes_of(manifest.token_dimension, halves=halves), Compression(axes, halves))

    @property
    def each(self) -> int:
        """Bytes of a token."""
        spans = 2 * np.dtype(np.int32).itemsize
        if self.compression is None:
            return spans + self.width * np.dtype(np.float16).itemsize
        return spans + np.dtype(np.float32).itemsize + self.width

    def packed(self, tokens: TokenVectors, start: int, end: int) -> bytes:
        """The bytes of the tokens from `start` to before `end`."""
        worth = b"" if tokens.worth is None else tokens.worth[start:end].tobytes()
        return tokens.spans[start:end].tobytes() + worth + tokens.flat[start:end].tobytes()

    def unpacked(self, contents: list[bytes]) -> TokenVectors:
        """The tokens of passages, one passage after the other."""
        counts = [len(content) // self.each for content in contents]
        pairs = list(zip(contents, counts, strict=True))
        spans = [np.frombuffer(content, np.int32, 2 * n).reshape(n, 2) for content, n in pairs]
        begin = 2 * np.dtype(np.int32).itemsize
        offsets = np.cumsum([0, *counts]).astype(np.int64)
        if self.compression is None:
            flat = [np.frombuffer(content, np.float16, offset=begin * n).reshape(n, self.width) for content, n in pairs]
            return TokenVectors(_joined(flat, self.width, np.float16), _joined(spans, 2, np.int32), offsets)
        after = begin + np.dtype(np.float32).itemsize
        worth = [np.frombuffer(content, np.float32, n, begin * n) for content, n in pairs]
        packed = [np.frombuffer(content, np.int8, offset=after * n).reshape(n, self.width) for content, n in pairs]
        return TokenVectors(
            _joined(packed, self.width, np.int8),
            _joined(spans, 2, np.int32),
            offsets,
            np.concatenate([np.zeros(0, dtype=np.float32), *worth]),
            self.compression,
        )


@dataclass(frozen=True, eq=False)
class ParagraphVectors:
    """Reads the vectors of paragraphs, which have the numbers of passages and sentences that the bounds say.

    Those of paragraph i are from `passages[i]` and `sentences[i]` on; the tokens of passage i are from `tokens[i]` on.
    """

    parts: PartReader
    dimension: int
    passages: Rows
    sentences: Rows
    tokens: Rows | None
    form: TokenBytes

    def of_passages(self, rows: Rows) -> FloatMatrix:
        """The vectors of the passages of the paragraphs `rows` (n, d)."""
        counts = np.diff(self.passages)[rows].tolist()
        own = [each[:count] for each, count in zip(self._read(rows), counts, strict=True)]
        return _joined(own, self.dimension, np.float32)

    def of_sentences(self, rows: Rows) -> FloatMatrix:
        """The vectors of the sentences of the paragraphs `rows` (n, d)."""
        counts = np.diff(self.passages)[rows].tolist()
        own = [each[count:] for each, count in zip(self._read(rows), counts, strict=True)]
        return _joined(own, self.dimension, np.float32)

    def of_tokens(self, passages: Rows) -> TokenVectors | None:
        """The tokens of the passages `passages`; None where none are kept."""
        if self.tokens is None:
            return None
        counts = np.diff(self.tokens)[passages].tolist()
        names = [_tokens(passage) for passage in passages.tolist()]
        found = self.parts.read({name: n * self.form.each for name, n in zip(names, counts, strict=True)})
        return self.form.unpacked([found[name] for name in names])

    def _read(self, rows: Rows) -> list[FloatMatrix]:
        counts = (np.diff(self.passages) + np.diff(self.sentences))[rows].tolist()
        bytes_each = self.dimension * np.dtype(np.float32).itemsize
        names = [_vectors(row) for row in rows.tolist()]
        found = self.parts.read({name: n * bytes_each for name, n in zip(names, counts, strict=True)})
        return [np.frombuffer(found[name], np.float32).reshape(-1, self.dimension) for name in names]


def paragraph_entities(dense: LocalPassageSearch, form: TokenBytes) -> Iterator[Entity]:
    """The entities that hold the vectors of all paragraphs of `dense`."""
    bounds, sentences = dense.passage_bounds.tolist(), dense.store.sentence_bounds.tolist()
    vectors = (
        (
            _vectors(row),
            dense.vectors[bounds[row] : bounds[row + 1]].tobytes()
            + dense.sentence_vectors[sentences[row] : sentences[row + 1]].astype(np.float32, copy=False).tobytes(),
        )
        for row in range(len(dense.store.paragraphs))
    )
    return chain.from_iterable(
        entities_of(name, pieces_of(content)) for name, content in chain(vectors, _token_contents(dense, form))
    )


def _token_contents(dense: LocalPassageSearch, form: TokenBytes) -> Iterator[tuple[str, bytes]]:
    if dense.token_vectors is None:
        return
    offsets = dense.token_vectors.offsets.tolist()
    for passage in range(len(dense.spans)):
        yield _tokens(passage), form.packed(dense.token_vectors, offsets[passage], offsets[passage + 1])


def _vectors(row: int) -> str:
    return f"vectors/{row}"


def _tokens(passage: int) -> str:
    return f"tokens/{passage}"


_Number = TypeVar("_Number", bound=np.generic)


def _joined(arrays: Sequence[NDArray[_Number]], width: int, kind: type[_Number]) -> NDArray[_Number]:
    """`arrays` (n, width), one below the other."""
    return np.concatenate([np.zeros((0, width), dtype=kind), *arrays])
