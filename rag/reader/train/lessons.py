"""What the steps of training learn from: some questions each, with their windows."""

from collections.abc import Sequence
from pathlib import Path
from random import Random

from torch.utils.data import Dataset

from index.training.turns import drawn
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
        places = drawn(len(self._examples), self._together, step, str(self._seed))
        asked = (self._examples[each] for each in places)
        return question_tensors(self._tokenizer, [(each.asked(random), each.group(random)) for each in asked])
