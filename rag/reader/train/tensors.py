"""Questions with their windows, and statements with their sources, as tensors."""

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from tokenizers import Encoding, Tokenizer
from torch import Tensor

from rag.reader.train.examples import Passage, Statement

Asked = tuple[str, Sequence[Passage]]
"""A question with the windows that are read for it, the one that answers first if any does."""


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """Pairs of texts: token `ids`, `mask` and `types` (n, t)."""

    ids: Tensor
    mask: Tensor
    types: Tensor

    def to(self, device: torch.device) -> "Pairs":
        """The pairs on `device`."""
        return Pairs(*(each.to(device) for each in (self.ids, self.mask, self.types)))


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """The windows for one question among those of several: the rows `first` to `end` of the pairs.

    `answers` (end - first,) is 1 for those that answer. `means` (s, t) makes the mean of each sentence of the first
    window; `holds` (s,) is 1 for those that answer.
    """

    first: int
    end: int
    answers: Tensor
    means: Tensor
    holds: Tensor

    def to(self, device: torch.device) -> "Group":
        """The group on `device`."""
        return Group(self.first, self.end, *(each.to(device) for each in (self.answers, self.means, self.holds)))


def question_tensors(tokenizer: Tokenizer, asked: Sequence[Asked]) -> tuple[Pairs, tuple[Group, ...]]:
    """The pairs of all questions, one question after the other, and where each one's are."""
    read = tokenizer.encode_batch([(question, each.text) for question, passages in asked for each in passages])
    longest = max(len(each.ids) for each in read)
    groups, first = [], 0
    for _, passages in asked:
        means = torch.zeros(len(passages[0].spans), longest)
        for sentence, span in enumerate(passages[0].spans):
            inside = _inside(read[first], span)
            if inside:
                means[sentence, inside] = 1 / len(inside)
        answers = torch.tensor([float(each.answers) for each in passages])
        holds = torch.tensor([float(each) for each in passages[0].sentences])
        groups.append(Group(first, first + len(passages), answers, means, holds))
        first += len(passages)
    return pairs_of(read), tuple(groups)


def statement_tensors(tokenizer: Tokenizer, statements: Sequence[Statement]) -> tuple[Pairs, Tensor]:
    """The pairs of statements and sources, and (n,) which of them are proved, 1 for those."""
    read = tokenizer.encode_batch([(each.statement, each.source) for each in statements])
    return pairs_of(read), torch.tensor([float(each.proved) for each in statements])


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
