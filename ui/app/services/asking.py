"""A question that is being answered, and what a language model has written of its answer so far."""

from concurrent.futures import Future, wait
from dataclasses import dataclass

from rag.answer import Answer


@dataclass(slots=True)
class SoFar:
    """What a language model has written of an answer, all of it unchecked. Safe to share between threads.

    `words` is None until the model is asked, and empty until its first word.
    """

    words: str | None = None

    def hear(self, words: str) -> None:
        """Take `words` as all that was written so far."""
        self.words = words


@dataclass(frozen=True, slots=True)
class Asking:
    """A question on its way to the `answer`, which goes on where nobody waits for it.

    `written` is what a language model writes meanwhile, None where none is to.
    """

    answer: Future[Answer]
    written: SoFar | None = None

    def is_answered(self, seconds: float) -> bool:
        """Whether there is an answer, or an error in its place, within `seconds`."""
        return bool(wait([self.answer], seconds).done)
