"""Rows of several arrays of an index as those of one, none of them read for it."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from index.arrays import StackedRows
from index.search.token_vectors import TokenVectors

T = TypeVar("T", bound=np.generic)


def starts_of(counts: Sequence[int]) -> list[int]:
    """Where those of each of several parts begin among those of all."""
    return [0, *accumulate(counts)][:-1]


def moved(spans: Sequence[NDArray[np.int64]], by: Sequence[int]) -> NDArray[np.int64]:
    """The `spans` (n, 3) of all parts, the paragraphs of each counted as many rows further as `by` says."""
    return np.concatenate([each + np.array([rows, 0, 0]) for each, rows in zip(spans, by, strict=True)])


def between(array: NDArray[T] | StackedRows[T], runs: Sequence[range]) -> StackedRows[T]:
    """The rows of `array` in all `runs`."""
    whole = StackedRows([array])
    return StackedRows([whole.between(run.start, run.stop) for run in runs])


def stacked_tokens(parts: Sequence[TokenVectors]) -> TokenVectors:
    """The token vectors of all `parts`, which are of one form."""
    starts = starts_of([len(each.flat) for each in parts])
    offsets = [each.offsets[1:] + at for each, at in zip(parts, starts, strict=True)]
    worth = [each.worth for each in parts if each.worth is not None]
    # Of one kind, as their forms are one.
    flat: list[Any] = [each.flat for each in parts]
    return replace(
        parts[0],
        flat=StackedRows(flat),
        spans=StackedRows([each.spans for each in parts]),
        offsets=np.concatenate([np.zeros(1, dtype=np.int64), *offsets]),
        worth=StackedRows(worth) if worth else None,
    )


def tokens_between(tokens: TokenVectors, passages: Sequence[range]) -> TokenVectors:
    """The token vectors of the passages in all of the runs `passages`."""
    bounds = [tokens.offsets[run.start : run.stop + 1] for run in passages]
    own = [range(int(each[0]), int(each[-1])) for each in bounds]
    # Token for token they are rows of the same arrays; passages only begin elsewhere.
    counts = np.concatenate([np.diff(each) for each in bounds])
    flat: Any = tokens.flat
    return replace(
        tokens,
        flat=between(flat, own),
        spans=between(tokens.spans, own),
        offsets=np.concatenate([[0], np.cumsum(counts)]).astype(np.int64),
        worth=None if tokens.worth is None else between(tokens.worth, own),
    )
