"""What is made small while an embedding model learns: how far its similarities are from what is right.

Of text vectors and of token vectors alike, since an index is searched by both: a softmax over all passages of a step
(in-batch negatives, Henderson et al. 2017), and what a reader makes of a question's own (Hinton et al. 2015).
"""

from collections.abc import Iterator

import torch
from torch import Tensor, nn
from torch.nn import functional

from index.embedding.train.lessons import Lesson, Lessons
from index.embedding.train.network import Vectors, read
from index.training.steps import device, half_precision, lessons_of

# What cosines are multiplied with: of text vectors as all-MiniLM-L6-v2 was trained; of token vectors a setting.
_TEXTS, _TOKENS = 20.0, 30.0
_SENTENCES = 0.5  # weight of the loss over sentences, a setting
# The reader's log-odds are divided by it, so that the second best counts too.
_TEMPERATURE = 2.0
# Below every scaled cosine, and no infinity, which is no number times 0.
_NEVER = -1e4


def losses(network: nn.Module, lessons: Lessons, steps: range) -> Iterator[Tensor]:
    """Of each of `steps` the loss of `network`, which is to be made small before the next is taken."""
    for lesson in lessons_of(lessons, steps):
        yield loss_of(network, lesson.to(device()))


def loss_of(network: nn.Module, lesson: Lesson) -> Tensor:
    """How wrong the similarities of `network` are in `lesson`, added up."""
    questions, passages = read(network, lesson.questions), read(network, lesson.passages)
    texts = _TEXTS * cosines(questions.texts, passages.texts)
    loss = ranking_loss(texts, lesson) + ranking_loss(_TOKENS * late_interaction(questions, passages), lesson)
    asked = lesson.sentences
    if not len(asked.questions):
        return loss
    found = _TEXTS * cosines(questions.texts[asked.questions], read(network, asked.pieces).texts)
    return loss + _SENTENCES * functional.cross_entropy(found.masked_fill(asked.no_others, _NEVER), asked.targets)


def cosines(first: Tensor, second: Tensor) -> Tensor:
    """The cosine of each of `first` (n, d) with each of `second` (m, d), all of unit length: (n, m)."""
    with half_precision():
        return (first @ second.T).float()


def late_interaction(questions: Vectors, passages: Vectors) -> Tensor:
    """For q questions and n passages the mean, over a question's own tokens, of the best cosine in a passage (q, n)."""
    with half_precision():
        each = torch.einsum("qad,nbd->qnab", questions.tokens, passages.tokens)
    best = each.masked_fill(~passages.own[None, :, None, :], -1.0).amax(3).float()
    share = questions.own.float()
    share = share / share.sum(1, keepdim=True).clamp_min(1)
    return torch.einsum("qna,qa->qn", best, share)


def ranking_loss(scores: Tensor, lesson: Lesson) -> Tensor:
    """How far `scores` (q, q · k) are from putting each question's target first and from the reader's odds."""
    questions, group = lesson.odds.shape
    every = torch.arange(questions, device=scores.device)
    told = functional.cross_entropy(scores.masked_fill(lesson.no_negatives, _NEVER), every * group)
    own = scores.view(questions, questions, group)[every, every]
    reader = functional.softmax(lesson.odds / _TEMPERATURE, 1)
    return told + functional.kl_div(functional.log_softmax(own, 1), reader, reduction="batchmean")
