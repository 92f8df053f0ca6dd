"""Question and window as the word pieces that a reader is given together."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from rag.reader.windows import Window

LONGEST_PAIR = 150
"""Word pieces of question and window: of 100 windows one has more than 105, of 100 questions one more than 27."""

Ids = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Pair:
    """A question and a window: word piece `ids` and `types` (1, t); `pieces` are those of each sentence."""

    ids: Ids
    types: Ids
    pieces: tuple[Ids, ...]


def pair_tokenizer(path: Path, longest: int = LONGEST_PAIR) -> Tokenizer:
    """The tokenizer in the file at `path`, which cuts off what has more than `longest` word pieces."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.enable_truncation(longest)
    return tokenizer


def pair_of(tokenizer: Tokenizer, question: str, window: Window) -> Pair:
    """`question` and `window` together."""
    read = tokenizer.encode(question, window.text)
    starts, ends = np.array(read.offsets).T
    own = np.array([each == 1 for each in read.sequence_ids])
    pieces = tuple(np.flatnonzero(own & (starts >= start) & (ends <= end)) for start, end in window.spans)
    return Pair(np.array([read.ids]), np.array([read.type_ids]), pieces)
