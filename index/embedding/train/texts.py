"""Texts as numbers: each different one has one, and its word pieces are cut once, before the first step."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from index.arrays import Rows
from index.embedding.word_pieces import WordPieces
from index.search.span_vectors import gathered
from index.training.tensors import Tensors

if TYPE_CHECKING:
    from tokenizers import Encoding as Tokens

# Texts that are cut together: a tokenizer also tells words and places, which are not to be held of all at once.
_TOGETHER = 1024


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
        read = [each for some in _in_turn(list(self._numbers)) for each in map(_numbers_of, pieces.read(some))]
        self._bounds: Rows = np.cumsum([0, *(len(ids) for ids, _ in read)])
        self._ids, self._own = (np.concatenate(each) for each in zip(*read, strict=True))

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


def _in_turn(texts: Sequence[str]) -> Iterator[Sequence[str]]:
    return (texts[start : start + _TOGETHER] for start in range(0, len(texts), _TOGETHER))


def _numbers_of(read: "Tokens") -> tuple[NDArray[np.int32], NDArray[np.bool_]]:
    """The ids of word pieces, and which are no special ones."""
    return np.array(read.ids, dtype=np.int32), np.array(read.special_tokens_mask) == 0
