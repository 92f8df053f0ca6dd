"""What is made small while a reader learns."""

import torch
from torch import Tensor
from torch.nn import functional

from rag.reader.train.network import PairNetwork
from rag.reader.train.tensors import Group

# Windows that answer are one in seven.
_RIGHT_WEIGHT = 3.0
_RANKING, _SENTENCES = 0.5, 0.5


def answering_loss(network: PairNetwork, group: Group) -> Tensor:
    """How wrong the network is about which windows answer, in what order, and which sentence does.

    The sum of cross entropy, a softmax over the group and one over the sentences of the window that answers.
    """
    scores, tokens = network(group.ids, group.mask, group.types)
    weight = torch.tensor(_RIGHT_WEIGHT, device=scores.device)
    loss = functional.binary_cross_entropy_with_logits(scores, group.answers, pos_weight=weight)
    if group.answers[0]:
        loss = loss + _RANKING * -functional.log_softmax(scores, 0)[0]
    if 0 < group.holds.sum() < len(group.holds):
        sentences = functional.log_softmax(group.means @ tokens.flatten(), 0)
        loss = loss + _SENTENCES * -(sentences * group.holds).sum() / group.holds.sum()
    return loss
