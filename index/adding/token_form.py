"""In which form an index keeps the vectors of word pieces, which all its parts have to share."""

import numpy as np

from index.manifest import BuildSettings, Manifest
from index.search.local import LocalPassageSearch
from index.store import Index

_ALL = 2**62  # passages: above any number of them


def settings_like(first: Manifest) -> BuildSettings:
    """Settings with which a part of any size keeps word pieces as the `first` one does, and is searched exactly."""
    given, passages = first.settings, first.counts.passages
    if first.counts.tokens is None and first.token_dimension:
        return BuildSettings(token_limit=0, exact_limit=_ALL, byte_limit=0, compressed_limit=0)
    if not given.compresses(passages):
        return BuildSettings(token_limit=_ALL, exact_limit=_ALL, byte_limit=_ALL, compressed_limit=_ALL)
    return BuildSettings(0, _ALL, byte_limit=0 if given.halves(passages) else _ALL, compressed_limit=_ALL)


def have_one_token_form(one: Index, other: Index) -> bool:
    """Whether two indexes keep word pieces in the same type, along the same axes where they are compressed."""
    return _form(one) == _form(other)


def _form(index: Index) -> tuple[object, ...]:
    tokens = index.dense.token_vectors if isinstance(index.dense, LocalPassageSearch) else None
    if tokens is None:
        return (None,)
    compression = tokens.compression
    axes = None if compression is None else (compression.halves, np.asarray(compression.axes).tobytes())
    return str(tokens.flat.dtype), axes
