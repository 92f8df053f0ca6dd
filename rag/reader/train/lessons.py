"""What a step of training learns from: some questions with their windows, and some statements."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import TypeVar

import torch
from torch import Tensor

from rag.reader.pairs import LONGEST_PROOF, pair_tokenizer
from rag.reader.train.examples import GROUP, Example, Statement
from rag.reader.train.losses import answering_loss, proving_loss
from rag.reader.train.network import PairNetwork, device
from rag.reader.train.tensors import question_tensors, statement_tensors

T = TypeVar("T")


class Lessons:
    """Draws `together` of the `examples` a step, each once before any comes again, and as many pairs of `statements`.

    `tokenizer` is the file of the network's; with the same `seed` the same are drawn.
    """

    def __init__(
        self,
        tokenizer: Path,
        examples: Sequence[Example],
        statements: Sequence[Statement],
        together: int,
        seed: int,
    ) -> None:
        self._questions = pair_tokenizer(tokenizer)
        self._proofs = pair_tokenizer(tokenizer, LONGEST_PROOF)
        self._examples = examples
        self._statements = statements
        self._together = together
        self._seed = seed

    def loss(self, network: PairNetwork, step: int) -> Tensor:
        """The loss of the step, counted from 0, that is to be made small."""
        # Half precision keeps its range with sixteen bits, and graphics processors are made for it.
        with torch.autocast("cuda", torch.bfloat16, enabled=device().type == "cuda"):
            loss = self._answering(network, step)
            return loss + self._proving(network, step) if self._statements else loss

    def _answering(self, network: PairNetwork, step: int) -> Tensor:
        random = Random(f"{self._seed} {step}")
        drawn = self._drawn(self._examples, step, self._together)
        asked = [(each.question, each.group(random)) for each in drawn]
        pairs, groups = question_tensors(self._questions, asked)
        return answering_loss(network, pairs.to(device()), [each.to(device()) for each in groups])

    def _proving(self, network: PairNetwork, step: int) -> Tensor:
        drawn = self._drawn(self._statements, step, self._together * GROUP)
        pairs, proved = statement_tensors(self._proofs, drawn)
        return proving_loss(network, pairs.to(device()), proved.to(device()))

    def _drawn(self, of: Sequence[T], step: int, count: int) -> list[T]:
        """Those whose turn it is in `step`, when each step takes `count`."""
        drawn: list[T] = []
        for at in range(step * count, (step + 1) * count):
            turn, place = divmod(at, len(of))
            drawn.append(of[_order(len(of), self._seed, turn)[place]])
        return drawn


# A step ends one turn and begins another, of questions and of statements.
@lru_cache(maxsize=4)
def _order(length: int, seed: int, turn: int) -> tuple[int, ...]:
    """The order in which so many are drawn in a turn."""
    order = list(range(length))
    Random(f"{seed} {turn}").shuffle(order)
    return tuple(order)
