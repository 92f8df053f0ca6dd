"""What the steps of training learn from: some questions each, with a passage that answers and some that do not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from random import Random

import torch
from torch import Tensor
from torch.utils.data import Dataset

from index.embedding.train.examples import Example, Passage
from index.embedding.train.negatives import answering, no_negatives
from index.embedding.train.texts import Pieces, Texts
from index.embedding.word_pieces import WordPieces
from index.errors import TrainingError
from index.training.examples import key_words
from index.training.tensors import Tensors
from index.training.turns import drawn

Group = tuple[Passage, ...]
"""A passage that answers a question, and some that do not."""
# Word pieces of a text that are read; the model reads 256, and what a step holds grows with them.
_LONGEST = 224
# A reader's log-odds beyond these tell no more.
_LEAST_ODDS, _MOST_ODDS = -8.0, 6.0
# The sentence that answers and those of three passages that do not.
_SENTENCES = 4


@dataclass(frozen=True, slots=True, eq=False)
class Sentences(Tensors):
    """Some sentences, m in all, for those questions of a step of which one is known that answers.

    `questions` (s,) are their places in the step, `targets` (s,) those of their answers among the sentences, and
    `no_others` (s, m) the sentences that each is not to be told from.
    """

    pieces: Pieces
    questions: Tensor
    targets: Tensor
    no_others: Tensor


@dataclass(frozen=True, slots=True, eq=False)
class Lesson(Tensors):
    """The q questions of a step with k passages each, one after the other, the first of each being its target.

    `odds` (q, k) are a reader's of a question's own passages, `no_negatives` (q, q · k) the passages that it is not to
    be told from.
    """

    questions: Pieces
    passages: Pieces
    odds: Tensor
    no_negatives: Tensor
    sentences: Sentences


class Lessons(Dataset[Lesson]):
    """Item `step` has what the step, counted from 0, learns from: `examples`, of each source as many as `shares` says.

    Of each source each is drawn once before any comes again; with the same `seed` the same are drawn. `tokenizer` is
    the text of the model's file.
    """

    def __init__(self, tokenizer: str, examples: Sequence[Example], shares: Mapping[str, int], seed: int) -> None:
        self._sources = {name: [each for each in examples if each.source == name] for name in shares}
        self._shares = shares
        self._seed = seed
        self._texts = Texts(
            (text for some in self._sources.values() for each in some for text in _texts(each)),
            WordPieces.of(tokenizer, _LONGEST),
        )

    def __getitem__(self, step: int) -> Lesson:
        random = Random(f"{self._seed} {step}")
        examples = [
            some[place]
            for name, some in self._sources.items()
            for place in drawn(len(some), self._shares[name], step, f"{self._seed} {name}")
        ]
        return self._lesson(
            examples, [each.asked(random) for each in examples], [each.group(random) for each in examples]
        )

    def _lesson(self, examples: Sequence[Example], asked: Sequence[str], groups: Sequence[Group]) -> Lesson:
        passages = self._texts.numbers(each.text for group in groups for each in group)
        odds = torch.tensor([[each.odds for each in group] for group in groups]).clamp(_LEAST_ODDS, _MOST_ODDS)
        right = self._filled([[each.text for each in example.right] for example in examples])
        return Lesson(
            self._texts.pieces(self._texts.numbers(asked)),
            self._texts.pieces(passages),
            odds,
            no_negatives(torch.tensor(passages), right, odds),
            self._sentences(examples, groups),
        )

    def _sentences(self, examples: Sequence[Example], groups: Sequence[Group]) -> Sentences:
        told = [at for at, group in enumerate(groups) if group[0].sentence]
        rows = [[each.sentence for each in groups[at][:_SENTENCES] if each.sentence] for at in told]
        numbers = self._texts.numbers(chain.from_iterable(rows))
        targets = torch.tensor([0, *map(len, rows)]).cumsum(0)[:-1]
        right = self._filled([[each.sentence for each in examples[at].right] for at in told])
        no_others = answering(torch.tensor(numbers, dtype=torch.long), right)
        no_others[torch.arange(len(told)), targets] = False
        return Sentences(self._texts.pieces(numbers), torch.tensor(told, dtype=torch.long), targets, no_others)

    def _filled(self, rows: Sequence[Sequence[str]]) -> Tensor:
        """The numbers of the texts in `rows`, each row filled up with −1."""
        longest = max(map(len, rows), default=0)
        numbers = [[*self._texts.numbers(row), *[-1] * (longest - len(row))] for row in rows]
        return torch.tensor(numbers, dtype=torch.long).reshape(len(rows), longest)


def _texts(example: Example) -> tuple[str, ...]:
    """All that may be read of `example`."""
    said = (text for each in example.passages for text in (each.text, each.sentence))
    return (example.question, key_words(example.question), *said)


def shares(examples: Sequence[Example], together: int, half: str | None) -> dict[str, int]:
    """How many of the `together` questions of a step are of each source: as many of one as of another.

    With `half` that source has half of them. TrainingError where no example is of it.
    """
    names = sorted({each.source for each in examples})
    if half is None:
        return _even(names, together)
    if half not in names:
        raise TrainingError(f"no example is of the source {half!r}; name one of: {', '.join(names)}")
    others = [each for each in names if each != half]
    own = together - together // 2 if others else together
    return {half: own} | _even(others, together - own)


def _even(names: Sequence[str], count: int) -> dict[str, int]:
    return {name: (count + at) // len(names) for at, name in enumerate(names)}
