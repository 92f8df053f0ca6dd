"""Questions with the windows that were found for them."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from index.training.examples import as_typed, read_files

# One that answers and five that do not: three of the nearest, which are the hardest, and two of the twenty found.
GROUP = 6
_NEAREST = 3
# Some people type the words that matter and no question; people who write questions for training seldom do.
_KEY_WORDS = 0.15


@dataclass(frozen=True, slots=True)
class Passage:
    """A window as a reader is given it.

    `spans` are the characters of its sentences; `answers` tells whether it answers, `sentences` for each sentence
    whether that does.
    """

    text: str
    spans: tuple[tuple[int, int], ...]
    answers: bool
    sentences: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A question with its windows, best first, none of which answers where the documents do not."""

    question: str
    split: str
    passages: tuple[Passage, ...]

    def asked(self, random: Random) -> str:
        """The question, or now and then what is left of it without stop words."""
        return as_typed(self.question, _KEY_WORDS, random)

    def group(self, random: Random) -> tuple[Passage, ...]:
        """GROUP windows to learn from, one that answers first if there is any; the others differ from time to time."""
        right = [each for each in self.passages if each.answers]
        wrong = [each for each in self.passages if not each.answers]
        taken = [random.choice(right)] if right else []
        near, far = wrong[: 2 * _NEAREST], wrong[2 * _NEAREST :]
        random.shuffle(near)
        random.shuffle(far)
        rest = [*near[:_NEAREST], *far[: GROUP - len(taken) - _NEAREST], *near[_NEAREST:]]
        return (*taken, *rest[: GROUP - len(taken)])


def read_examples(paths: Sequence[Path]) -> list[Example]:
    """The examples in JSON Lines files; TrainingError says what is wrong with one."""
    return read_files(Example, paths)
