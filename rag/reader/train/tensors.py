"""Questions with their windows as tensors."""

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from tokenizers import Encoding, Tokenizer
from torch import Tensor

from index.training.tensors import Tensors
from rag.reader.train.examples import Passage

Asked = tuple[str, Sequence[Passage]]
"""A question with the windows that are read for it, the one that answers first if any does."""


@dataclass(frozen=True, slots=True, eq=False)
class Pairs(Tensors):
    """Pairs of texts: token `ids`, `mask` and `types` (n, t)."""

    ids: Tensor
    mask: Tensor
    types: Tensor


@dataclass(frozen=True, slots=True, eq=False)
class Labels(Tensors):
    """Which windows of q questions answer, and which sentences of each one's first window.

    `places` (q, w) are the windows' rows among the pairs, `there` (q, w) is false where a question has fewer, and
    `answers` (q, w) is 1 for those that answer. `means` (q, s, t) makes the mean of each sentence, `read` (q, s) is
    true for those some of which was read, and `holds` (q, s) is 1 for those that answer.
    """

    places: Tensor
    there: Tensor
    answers: Tensor
    means: Tensor
    read: Tensor
    holds: Tensor


def question_tensors(tokenizer: Tokenizer, asked: Sequence[Asked]) -> tuple[Pairs, Labels]:
    """The pairs of all questions, one question after the other, and what is right about them."""
    read = tokenizer.encode_batch([(question, each.text) for question, passages in asked for each in passages])
    pairs = pairs_of(read)
    windows = max(len(passages) for _, passages in asked)
    sentences = max(len(passages[0].spans) for _, passages in asked)
    places, there = torch.zeros(len(asked), windows, dtype=torch.long), torch.zeros(len(asked), windows)
    answers, holds = torch.zeros(len(asked), windows), torch.zeros(len(asked), sentences)
    means = torch.zeros(len(asked), sentences, pairs.ids.shape[1])
    first = 0
    for at, (_, passages) in enumerate(asked):
        places[at, : len(passages)] = torch.arange(first, first + len(passages))
        there[at, : len(passages)] = 1
        answers[at, : len(passages)] = torch.tensor([float(each.answers) for each in passages])
        for sentence, span in enumerate(passages[0].spans):
            if inside := _inside(read[first], span):
                means[at, sentence, inside] = 1 / len(inside)
                holds[at, sentence] = passages[0].sentences[sentence]
        first += len(passages)
    return pairs, Labels(places, there.bool(), answers, means, means.sum(2) > 0, holds)


def pairs_of(read: Sequence[Encoding]) -> Pairs:
    """What was read as tensors, each row as long as the longest."""
    longest = max(len(each.ids) for each in read)

    def padded(rows: Sequence[Sequence[int]]) -> Tensor:
        return torch.tensor([[*row, *[0] * (longest - len(row))] for row in rows])

    return Pairs(
        padded([each.ids for each in read]),
        padded([each.attention_mask for each in read]),
        padded([each.type_ids for each in read]),
    )


def _inside(read: Encoding, span: tuple[int, int]) -> list[int]:
    """The places of the pieces of the second text that lie in `span`."""
    start, end = span
    sides = read.sequence_ids
    return [place for place, (at, to) in enumerate(read.offsets) if sides[place] == 1 and at >= start and to <= end]
