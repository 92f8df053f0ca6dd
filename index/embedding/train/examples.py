"""Questions with the passages that were found for them, for an embedding model to learn from."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from random import Random

from index.training.examples import as_typed, read_files

# One that answers and seven that do not: four of the nearest ten, which are the hardest, and three of the rest.
GROUP = 8
_HARD, _NEAREST = 4, 10
# One question in eight is asked by its key words.
_KEY_WORDS = 0.125


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage as it is embedded, and whether it `answers`.

    `sentence` is the one that answers or, of a passage that does not, any of its sentences; empty where nobody knows.
    `odds` are the log-odds, by a reader, that it answers.
    """

    text: str
    answers: bool
    sentence: str
    odds: float


@dataclass(frozen=True, slots=True)
class Example:
    """A question with its passages, as retrieval ranks them; `source` names the set that it is from."""

    question: str
    source: str
    passages: tuple[Passage, ...]

    @property
    def teaches(self) -> bool:
        """Whether it has passages that answer and passages that do not."""
        return {each.answers for each in self.passages} == {True, False}

    @property
    def right(self) -> tuple[Passage, ...]:
        """The passages that answer."""
        return tuple(each for each in self.passages if each.answers)

    def asked(self, random: Random) -> str:
        """The question, or now and then its key words."""
        return as_typed(self.question, _KEY_WORDS, random)

    def group(self, random: Random) -> tuple[Passage, ...]:
        """GROUP passages to learn from, one that answers first; where there are fewer that do not, some come again."""
        right = random.choice(self.right)
        wrong = [each for each in self.passages if not each.answers]
        near, far = wrong[:_NEAREST], wrong[_NEAREST:]
        random.shuffle(near)
        random.shuffle(far)
        rest = [*near[:_HARD], *far[: GROUP - 1 - _HARD], *near[_HARD:]]
        return (right, *islice(cycle(rest), GROUP - 1))


def read_examples(paths: Sequence[Path]) -> list[Example]:
    """The examples in JSON Lines files; TrainingError says what is wrong with one."""
    return read_files(Example, paths)
