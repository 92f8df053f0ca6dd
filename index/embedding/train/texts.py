"""Texts as numbers: each different one has one, and its word pieces are cut once, before the first step."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from index.arrays import Rows
from index.embedding.word_pieces import WordPieces
from index.search.span_vectors import gathered
from index.training.tensors import Tensors


@dataclass(frozen=True, slots=True, eq=False)
class Pieces(Tensors):
    """The word pieces of texts: `ids`, `mask`, and which are their `own` and no special ones, (n, t) each."""

    ids: Tensor
    mask: Tensor
    own: Tensor


class Texts:
    """Different texts, as `pieces` cuts them."""

    def __init__(self, texts: Iterable[str], pieces: WordPieces) -> None:
        self._numbers = {text: number for number, text in enumerate(dict.fromkeys(texts))}
        read = pieces.read(list(self._numbers))
        self._bounds: Rows = np.cumsum([0, *(len(each.ids) for each in read)])
        self._ids = np.concatenate([np.array(each.ids, dtype=np.int32) for each in read])
        self._own = ~np.concatenate([np.array(each.special_tokens_mask, dtype=np.bool_) for each in read])

    def numbers(self, texts: Iterable[str]) -> list[int]:
        """The number of each of `texts`."""
        return [self._numbers[each] for each in texts]

    def pieces(self, numbers: Sequence[int]) -> Pieces:
        """The word pieces of the texts with these numbers, each row as long as the longest."""
        wanted = np.array(numbers, dtype=np.int64)
        places, bounds = gathered(self._bounds[wanted], self._bounds[wanted + 1])
        lengths = np.diff(bounds)
        mask = np.arange(lengths.max(initial=0)) < lengths[:, np.newaxis]
        ids, own = np.zeros(mask.shape, dtype=np.int64), np.zeros(mask.shape, dtype=np.bool_)
        ids[mask], own[mask] = self._ids[places], self._own[places]
        return Pieces(torch.from_numpy(ids), torch.from_numpy(mask).long(), torch.from_numpy(own))
