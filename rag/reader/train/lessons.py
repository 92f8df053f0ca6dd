"""What the steps of training learn from: some questions each, with their windows."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from random import Random

from torch.utils.data import Dataset

from rag.reader.pairs import pair_tokenizer
from rag.reader.train.examples import Example
from rag.reader.train.tensors import Labels, Pairs, question_tensors


class Lessons(Dataset[tuple[Pairs, Labels]]):
    """Item `step` has what the step, counted from 0, learns from: `together` of the `examples`.

    Each is drawn once before any comes again. `tokenizer` is the file of the network's; with the same `seed` the same
    are drawn.
    """

    def __init__(self, tokenizer: Path, examples: Sequence[Example], together: int, seed: int) -> None:
        self._tokenizer = pair_tokenizer(tokenizer)
        self._examples = examples
        self._together = together
        self._seed = seed

    def __getitem__(self, step: int) -> tuple[Pairs, Labels]:
        random = Random(f"{self._seed} {step}")
        drawn = self._drawn(step)
        return question_tensors(self._tokenizer, [(each.asked(random), each.group(random)) for each in drawn])

    def _drawn(self, step: int) -> list[Example]:
        """Those whose turn it is in `step`."""
        drawn: list[Example] = []
        for at in range(step * self._together, (step + 1) * self._together):
            turn, place = divmod(at, len(self._examples))
            drawn.append(self._examples[_order(len(self._examples), self._seed, turn)[place]])
        return drawn


# A step ends one turn and begins another.
@lru_cache(maxsize=2)
def _order(length: int, seed: int, turn: int) -> tuple[int, ...]:
    """The order in which so many are drawn in a turn."""
    order = list(range(length))
    Random(f"{seed} {turn}").shuffle(order)
    return tuple(order)
