"""What is asked of a reader, whichever model it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from rag.reader.windows import Window

SURELY = 8.0
"""Log-odds beyond which a reader's score tells no more: one in three thousand."""
TO_THE_END = float("-inf")
"""Below no foretold score."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader makes of a window for one question, as log-odds.

    `answers` is how likely it answers; `sentences` how likely each of its sentences does, in their order, none from a
    reader that tells of whole windows only.
    """

    answers: float
    sentences: tuple[float, ...] = ()


class Reader(Protocol):
    """Reads questions and windows together. Safe to share between threads."""

    @property
    def name(self) -> str:
        """The model's name, as every answer gives it."""

    def read(self, pairs: Sequence[tuple[str, Window]], least: float = TO_THE_END) -> list[Reading]:
        """What it makes of each question with its window; the same for a pair whatever stands beside it.

        Of a window whose score it can foretell, and foretells below `least`, it may tell no more than that score.
        """
