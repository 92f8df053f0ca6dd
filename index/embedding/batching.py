"""Word pieces through a network in batches of like lengths: a vector a text and one a word piece, in a single pass."""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from index.arrays import FloatMatrix
from index.embedding.base import Encoding

if TYPE_CHECKING:
    from tokenizers import Encoding as Tokens

# Batches run side by side, each on one thread. Threads inside a batch wait for each other at every layer: on a machine
# that does something else as well that made a question take 500 ms in place of 6.
MOST_WORKERS = 8

Forward = Callable[[Sequence["Tokens"]], tuple[FloatMatrix, FloatMatrix]]
"""Gives the vectors of some texts (n, d) and of their word pieces (n, longest, d), not yet of unit length."""


@dataclass(frozen=True, slots=True)
class Network:
    """What runs a batch: `forward`, whose vectors have `dimension` numbers.

    It takes `batch_tokens` word pieces at once, padding included, and several batches `side_by_side` if it may.
    """

    forward: Forward
    dimension: int
    batch_tokens: int
    side_by_side: bool = True


def encoding_of(tokenized: Sequence["Tokens"], network: Network, prompt: int = 0) -> Encoding:
    """The vectors of texts, `tokenized` after `prompt` characters each that have no vectors of their own."""
    keep = [_own_tokens(each, prompt) for each in tokenized]
    offsets = np.concatenate([[0], np.cumsum([mask.sum() for mask in keep])]).astype(np.int64)
    vectors = np.zeros((len(tokenized), network.dimension), dtype=np.float32)
    tokens: FloatMatrix | None = None
    for batch, (pooled, contextual) in _outputs(tokenized, network):
        vectors[batch] = pooled
        if tokens is None:
            tokens = np.zeros((offsets[-1], contextual.shape[-1]), dtype=np.float32)
        for row, i in enumerate(batch):
            tokens[offsets[i] : offsets[i + 1]] = contextual[row, : len(keep[i])][keep[i]]
    if tokens is None:
        tokens = np.zeros((0, network.dimension), dtype=np.float32)
    return Encoding(_unit(vectors), _unit(tokens), _spans(tokenized, keep, prompt), offsets)


def padded(tokenized: Sequence["Tokens"], padding: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The numbers of the word pieces and which of them are no padding (n, longest)."""
    shape = len(tokenized), max(len(each.ids) for each in tokenized)
    ids, mask = np.full(shape, padding, dtype=np.int64), np.zeros(shape, dtype=np.int64)
    for row, each in enumerate(tokenized):
        ids[row, : len(each.ids)] = each.ids
        mask[row, : len(each.ids)] = 1
    return ids, mask


def _outputs(
    tokenized: Sequence["Tokens"], network: Network
) -> Iterator[tuple[list[int], tuple[FloatMatrix, FloatMatrix]]]:
    """The indices and the vectors of each batch, the longest texts first so that the last ones fill the gaps."""
    batches = list(_batches([len(each.ids) for each in tokenized], network.batch_tokens))[::-1]
    inputs = ([tokenized[i] for i in batch] for batch in batches)
    workers = min(MOST_WORKERS, len(batches), os.cpu_count() or 1) if network.side_by_side else 1
    if workers <= 1:
        yield from zip(batches, map(network.forward, inputs), strict=True)
        return
    with ThreadPoolExecutor(workers) as pool:
        yield from zip(batches, pool.map(network.forward, inputs), strict=True)


def _batches(lengths: Sequence[int], most: int) -> Iterator[list[int]]:
    """The indices of texts, shortest first, in groups of at most `most` tokens with their padding."""
    batch: list[int] = []
    for i in sorted(range(len(lengths)), key=lengths.__getitem__):
        if batch and (len(batch) + 1) * lengths[i] > most:
            yield batch
            batch = []
        batch.append(i)
    if batch:
        yield batch


def _own_tokens(tokenized: "Tokens", prompt: int) -> NDArray[np.bool_]:
    """Which tokens are of the text itself: neither special ones nor of the `prompt` characters before it."""
    own: NDArray[np.bool_] = np.array(tokenized.special_tokens_mask, dtype=np.int8) == 0
    return own & (_offsets(tokenized)[:, 1] > prompt) if prompt else own


def _offsets(tokenized: "Tokens") -> NDArray[np.int32]:
    return np.array(tokenized.offsets, dtype=np.int32).reshape(-1, 2)


def _spans(tokenized: Sequence["Tokens"], keep: Sequence[NDArray[np.bool_]], prompt: int) -> NDArray[np.int32]:
    """The characters of the tokens that are kept, counted from where the text begins after its prompt."""
    spans = [_offsets(each)[mask] for each, mask in zip(tokenized, keep, strict=True)]
    # A token may begin with the blank that ends the prompt.
    whole = np.concatenate([np.zeros((0, 2), dtype=np.int32), *spans])
    within: NDArray[np.int32] = np.maximum(whole - np.int32(prompt), 0)
    return within


def _unit(vectors: FloatMatrix) -> FloatMatrix:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    vectors /= np.maximum(lengths, np.finfo(np.float32).tiny)
    return vectors
