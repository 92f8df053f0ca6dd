"""The token vectors of paragraphs: those that the index keeps, or encoded now."""

from dataclasses import dataclass

import numpy as np

from index.arrays import Scores, SomeRows
from index.embedding.base import Embedder
from index.search.span_vectors import SpanVectors
from index.store import Index


@dataclass(frozen=True, slots=True)
class TokenReader:
    """Reads the token vectors of paragraphs of `index`, with `embedder` where the index keeps none."""

    index: Index
    embedder: Embedder

    def read(self, rows: SomeRows, near: Scores | None = None) -> SpanVectors:
        """The vectors of the tokens of the paragraphs `rows`, each read in its passage; none of a model without any.

        Of long paragraphs those of the passages nearest to `near` (d,) may be all.
        """
        kept = self.index.dense.tokens(rows, near)
        return self._encoded_now(rows) if kept is None else kept

    def _encoded_now(self, rows: SomeRows) -> SpanVectors:
        passages = self.index.dense.passages(rows)
        owners = np.repeat(rows, np.diff(passages.bounds)).tolist()
        spans = zip(owners, passages.spans.tolist(), strict=True)
        texts = [self.index.paragraphs[row].text[start:end] for row, (start, end) in spans]
        encoding = self.embedder.encode_passages(texts)
        starts = np.repeat(passages.spans[:, 0].astype(np.int32), np.diff(encoding.offsets))
        return SpanVectors(encoding.tokens, encoding.spans + starts[:, None], encoding.offsets[passages.bounds])
