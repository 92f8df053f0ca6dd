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

    Where there is no window the log-odds are minus infinity.
    """

    windows: Tensor
    sentences: Tensor


def scores_of(scores: Tensor, tokens: Tensor, labels: Labels) -> Scores:
    """The `scores` (n,) of all windows and those of their `tokens` (n, t), in the order of `labels`."""
    first = tokens[labels.places[:, 0]].float()
    windows = scores.float()[labels.places].masked_fill(~labels.there, -torch.inf)
    return Scores(windows, (labels.means @ first.unsqueeze(2)).squeeze(2))


def answering_loss(given: Scores, labels: Labels) -> Tensor:
    """How wrong the network is about which windows answer, in what order, and which sentence does.

    The mean over the questions of the sum of cross entropy, a softmax over a question's windows and one over the
    sentences of the window that answers.
    """
    weight = torch.tensor(_RIGHT_WEIGHT, device=labels.answers.device)
    odds = given.windows.masked_fill(~labels.there, 0)
    each = functional.binary_cross_entropy_with_logits(odds, labels.answers, pos_weight=weight, reduction="none")
    loss = _mean(each, labels.there)
    has_answer = labels.answers[:, 0]
    loss = loss - _RANKING * functional.log_softmax(given.windows, 1)[:, 0] * has_answer
    found = labels.holds.sum(1)
    chooses = (found > 0) & (found < labels.whole.sum(1))
    # Of a window none of whose sentences were read there is no softmax.
    held = given.sentences.masked_fill(~labels.whole, torch.finfo(given.sentences.dtype).min)
    right = functional.log_softmax(held, 1) * labels.holds
    return (loss - _SENTENCES * chooses * right.sum(1) / found.clamp_min(1)).mean()


def _mean(values: Tensor, there: Tensor) -> Tensor:
    """The mean (n,) of each row of `values` (n, m), of those that are `there`."""
    return (values * there).sum(1) / there.sum(1).clamp_min(1)
