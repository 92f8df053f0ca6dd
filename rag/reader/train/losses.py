"""What is made small while a reader learns: how far its scores are from what is right."""

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from rag.reader.train.tensors import Labels

# Windows that answer are one in seven.
_RIGHT_WEIGHT = 3.0
_RANKING, _SENTENCES = 0.5, 0.5


@dataclass(frozen=True, slots=True, eq=False)
class Scores:
    """What a network gives for q questions: log-odds of their `windows` (q, w) and of their first's `sentences` (q, s).

    Those of windows and sentences that are lacking mean nothing.
    """

    windows: Tensor
    sentences: Tensor


def scores_of(scores: Tensor, tokens: Tensor, labels: Labels) -> Scores:
    """The `scores` (n,) of all windows and those of their `tokens` (n, t), in the order of `labels`."""
    first = tokens[labels.places[:, 0]].float()
    return Scores(scores.float()[labels.places], (labels.means @ first.unsqueeze(2)).squeeze(2))


def answering_loss(given: Scores, labels: Labels) -> Tensor:
    """How wrong the network is about which windows answer, in what order, and which sentence does.

    The mean over the questions of the sum of cross entropy, a softmax over a question's windows and one over the
    sentences of the window that answers.
    """
    weight = torch.tensor(_RIGHT_WEIGHT, device=labels.answers.device)
    each = functional.binary_cross_entropy_with_logits(
        given.windows, labels.answers, pos_weight=weight, reduction="none"
    )
    loss = (each * labels.there).sum(1) / labels.there.sum(1)
    loss = loss - _RANKING * _log_shares(given.windows, labels.there)[:, 0] * labels.answers[:, 0]
    found = labels.holds.sum(1)
    chooses = (found > 0) & (found < labels.read.sum(1))
    right = _log_shares(given.sentences, labels.read) * labels.holds
    return (loss - _SENTENCES * chooses * right.sum(1) / found.clamp_min(1)).mean()


def _log_shares(odds: Tensor, there: Tensor) -> Tensor:
    """The logarithm of the softmax over each row of `odds` (n, m), of those that are `there`."""
    # Not minus infinity: a row of nothing has no softmax, and counts for nothing.
    return functional.log_softmax(odds.masked_fill(~there, torch.finfo(odds.dtype).min), 1)
