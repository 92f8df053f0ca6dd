"""Whether the parts of an index speak of the same paragraphs: a lost or shifted row would cite the wrong one."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.arrays import FloatMatrix
from index.document import Document, Paragraph

Spans = NDArray[np.int64]
# How far the length of a float32 vector may be from 1: rounding, with much to spare.
_ROUNDING = 1e-3
# The bits of a float16 but for its sign, and those of the number next to 1, for rounding.
_NO_SIGN, _ONE = np.uint16(0x7FFF), 0x3C01
# Tokens looked at together: they fit a processor’s cache, and take two thirds of the time that many more take.
_ROWS = 1_024


def are_documents(documents: Sequence[Document]) -> bool:
    """Whether each document has an id of its own, and each sub-item is the part of its paragraph that it says."""
    ids = Counter(document.id for document in documents)
    paragraphs = (paragraph for document in documents for paragraph in document.paragraphs)
    return max(ids.values(), default=0) <= 1 and all(map(_has_its_items, paragraphs))


def _has_its_items(paragraph: Paragraph) -> bool:
    text = paragraph.text
    return all(
        0 <= item.start <= item.end <= len(text) and item.text == text[item.start : item.end]
        for item in paragraph.items
    )


def are_spans(spans: Spans, lengths: NDArray[np.int64]) -> bool:
    """Whether `spans` (n, 3), of paragraph, start and end, lie in the texts of `lengths` (p,), in order, apart.

    Each paragraph has one at least.
    """
    rows, starts, ends = spans.T
    # From one span to the next it is the same paragraph or the one after it, from before the first to after the last.
    steps = np.diff(rows, prepend=-1, append=len(lengths))
    if not np.all((steps == 0) | (steps == 1)) or not steps[0] == steps[-1] == 1:
        return False
    inside = np.all((starts >= 0) & (starts <= ends) & (ends <= lengths[rows]))
    return bool(inside and np.all((starts[1:] >= ends[:-1]) | (rows[1:] != rows[:-1])))


def cover(spans: Spans, lengths: NDArray[np.int64]) -> bool:
    """Whether `spans`, for which `are_spans` holds, lose no character."""
    rows, starts, ends = spans.T
    first = np.concatenate([[True], rows[1:] != rows[:-1]])
    last = np.concatenate([rows[1:] != rows[:-1], [True]])
    follows = np.concatenate([[True], starts[1:] == ends[:-1]])
    return bool(np.all(np.where(first, starts == 0, follows)) and np.all(ends[last] == lengths))


def lose_only_space(spans: Spans, texts: Sequence[str]) -> bool:
    """Whether `spans`, for which `are_spans` holds, leave out nothing but space of the `texts` (p,)."""
    before, end = -1, 0
    for row, start, after in spans.tolist():
        if row != before:
            if before >= 0 and texts[before][end:].strip():
                return False
            before, end = row, 0
        if start > end and not texts[row][end:start].isspace():
            return False
        end = after
    return not texts[before][end:].strip()


def are_token_spans(spans: NDArray[np.int32], offsets: NDArray[np.int64], passages: Spans) -> bool:
    """Whether the tokens' `spans` (t, 2) lie in their passages; those of passage i are from `offsets[i]` on."""
    counts = np.diff(offsets)
    if offsets[0] != 0 or offsets[-1] != len(spans) or np.any(counts < 0):
        return False
    _, starts, ends = np.repeat(passages, counts, axis=0).T
    return bool(np.all((spans[:, 0] >= starts) & (spans[:, 0] <= spans[:, 1]) & (spans[:, 1] <= ends)))


def are_unit_vectors(vectors: FloatMatrix) -> bool:
    """Whether each of `vectors` (n, d) is of length 1, or 0, as that of a text which the model reads as none."""
    squares = np.einsum("ij,ij->i", vectors, vectors)
    return bool(np.all((np.abs(squares - 1) <= _ROUNDING) | (squares == 0)))


def are_within_one(tokens: NDArray[np.float16]) -> bool:
    """Whether no number in `tokens` (t, d) is beyond 1 or none at all, as in unit vectors.

    Read as whole numbers, which is many times as fast: without its sign a float16 is the greater the greater its bits.
    """
    magnitudes = (tokens[start : start + _ROWS].view(np.uint16) & _NO_SIGN for start in range(0, len(tokens), _ROWS))
    return all(int(each.max(initial=0)) <= _ONE for each in magnitudes)
