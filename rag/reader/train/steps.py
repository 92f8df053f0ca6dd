"""The losses of the steps of training, one after the other."""

from collections.abc import Iterator

from torch import Tensor

from index.training.steps import device, half_precision, lessons_of
from rag.reader.train.lessons import Lessons
from rag.reader.train.losses import answering_loss, scores_of
from rag.reader.train.network import PairNetwork


def losses(network: PairNetwork, lessons: Lessons, steps: range) -> Iterator[Tensor]:
    """Of each of `steps` the loss of `network`, which is to be made small before the next is taken."""
    for given in lessons_of(lessons, steps):
        pairs, labels = given[0].to(device()), given[1].to(device())
        with half_precision():
            scores, tokens = network(pairs.ids, pairs.mask, pairs.types)
        yield answering_loss(scores_of(scores, tokens, labels), labels)
