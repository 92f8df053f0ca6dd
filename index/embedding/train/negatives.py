"""Which passages of a step are no negatives of which of its questions."""

import torch
from torch import Tensor

# A reader that gives a passage log-odds above 0 and no more than this below the right one's takes it for an answer.
_AS_SURE = 0.5


def answering(numbers: Tensor, right: Tensor) -> Tensor:
    """Which of the texts `numbers` (n,) answer each of q questions (q, n).

    `right` (q, r) are the numbers of those that do, filled up with −1.
    """
    return (numbers[None, :, None] == right[:, None, :]).any(2)


def no_negatives(numbers: Tensor, right: Tensor, odds: Tensor) -> Tensor:
    """For each of q questions the passages of the step that are neither its target nor negatives (q, q · k).

    `numbers` (q · k,) are the texts of all, k of each question, the first of which is its target; `odds` (q, k) what a
    reader says of them for that question. Left out are those that answer it too, and of its own those that the reader
    takes for answers.
    """
    questions, group = odds.shape
    found = answering(numbers, right)
    every = torch.arange(questions)
    own = found.view(questions, questions, group)
    taken = (odds > 0) & (odds > odds[:, :1] - _AS_SURE)
    own[every, every] |= taken
    own[every, every, 0] = False
    return found
