"""The losses of the steps of training, one after the other."""

from collections.abc import Iterator
from os import cpu_count

import torch
from torch import Tensor
from torch.utils.data import DataLoader, Subset

from rag.reader.train.lessons import Lessons
from rag.reader.train.losses import answering_loss, scores_of
from rag.reader.train.network import PairNetwork, device

# Texts are cut into word pieces by other processors while a graphics processor learns.
_MOST_WORKERS = 4


def losses(network: PairNetwork, lessons: Lessons, steps: range) -> Iterator[Tensor]:
    """Of each of `steps` the loss of `network`, which is to be made small before the next is taken."""
    on_graphics = device().type == "cuda"
    workers = min(_MOST_WORKERS, cpu_count() or 1) if on_graphics else 0
    for given in DataLoader(Subset(lessons, steps), batch_size=None, num_workers=workers):
        pairs, labels = (each.to(device()) for each in given)
        # Half precision keeps its range with sixteen bits, and graphics processors are made for it.
        with torch.autocast("cuda", torch.bfloat16, enabled=on_graphics):
            scores, tokens = network(pairs.ids, pairs.mask, pairs.types)
        yield answering_loss(scores_of(scores, tokens, labels), labels)
