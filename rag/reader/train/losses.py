"""What is made small while a reader learns."""

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional

from rag.reader.train.network import PairNetwork
from rag.reader.train.tensors import Group, Pairs

# Windows that answer are one in seven.
_RIGHT_WEIGHT = 3.0
_RANKING, _SENTENCES = 0.5, 0.5


def answering_loss(network: PairNetwork, pairs: Pairs, groups: Sequence[Group]) -> Tensor:
    """How wrong the network is about which windows answer, in what order, and which sentence does.

    The mean over the questions of the sum of cross entropy, a softmax over a question's windows and one over the
    sentences of the window that answers.
    """
    scores, tokens, _ = network(pairs.ids, pairs.mask, pairs.types)
    losses = [_of_one(scores[each.first : each.end], tokens[each.first], each) for each in groups]
    return torch.stack(losses).mean()


def _of_one(scores: Tensor, tokens: Tensor, group: Group) -> Tensor:
    weight = torch.tensor(_RIGHT_WEIGHT, device=scores.device)
    loss = functional.binary_cross_entropy_with_logits(scores, group.answers, pos_weight=weight)
    if group.answers[0]:
        loss = loss + _RANKING * -functional.log_softmax(scores, 0)[0]
    if 0 < group.holds.sum() < len(group.holds):
        sentences = functional.log_softmax(group.means @ tokens, 0)
        loss = loss + _SENTENCES * -(sentences * group.holds).sum() / group.holds.sum()
    return loss


def proving_loss(network: PairNetwork, pairs: Pairs, proved: Tensor) -> Tensor:
    """How wrong the network is about which statements are proved: cross entropy."""
    _, _, proofs = network(pairs.ids, pairs.mask, pairs.types)
    return functional.binary_cross_entropy_with_logits(proofs, proved)
