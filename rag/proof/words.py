"""The words of a text one by one, small words too, as two texts are laid side by side.

Capitals, punctuation and marks make no difference, and `follow-up` is one word: a sentence in other words is compared.
Where a quotation is held against its text they do (`rag.verifying.quoting.words`), which keeps marks and case and
parts words at hyphens, as there each must stand in its place.
"""

import re
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+(?:['’.,/-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Word:
    """A word at `text[start:end]`; `key` is the same in capitals and small letters."""

    text: str
    start: int
    end: int

    @property
    def key(self) -> str:
        """What is compared."""
        return self.text.lower().replace("’", "'")


def words_of(text: str) -> tuple[Word, ...]:
    """The words of `text`, in order."""
    return tuple(Word(match[0], *match.span()) for match in _WORD.finditer(text))
