"""Groups of windows as tensors."""

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from tokenizers import Tokenizer
from torch import Tensor

from rag.reader.train.examples import Passage


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """Windows for one question: token `ids`, `mask` and `types` (n, t); `answers` (n,) is 1 for those that answer.

    `means` (s, n × t) makes the mean of each sentence of the first window; `holds` (s,) is 1 for those that answer.
    """

    ids: Tensor
    mask: Tensor
    types: Tensor
    answers: Tensor
    means: Tensor
    holds: Tensor

    def to(self, device: torch.device) -> "Group":
        """The group on `device`."""
        parts = (self.ids, self.mask, self.types, self.answers, self.means, self.holds)
        return Group(*(each.to(device) for each in parts))


def group_tensors(tokenizer: Tokenizer, question: str, passages: Sequence[Passage]) -> Group:
    """`question` with each of `passages`; sentences are marked in the first of them, the one that may answer."""
    read = tokenizer.encode_batch([(question, each.text) for each in passages])
    longest = max(len(each.ids) for each in read)

    def padded(rows: Sequence[Sequence[int]]) -> Tensor:
        return torch.tensor([[*row, *[0] * (longest - len(row))] for row in rows])

    first, spans = read[0], passages[0].spans
    means = torch.zeros(len(spans), len(read) * longest)
    for sentence, (start, end) in enumerate(spans):
        inside = [
            place
            for place, (at, to) in enumerate(first.offsets)
            if first.sequence_ids[place] == 1 and at >= start and to <= end
        ]
        if inside:
            means[sentence, inside] = 1 / len(inside)
    return Group(
        padded([each.ids for each in read]),
        padded([each.attention_mask for each in read]),
        padded([each.type_ids for each in read]),
        torch.tensor([float(each.answers) for each in passages]),
        means,
        torch.tensor([float(each) for each in passages[0].sentences]),
    )
