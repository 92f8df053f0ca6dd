"""English words, from a dictionary: what is none in a question may be a typing error."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spellchecker import SpellChecker


def is_english(word: str) -> bool:
    """Whether a dictionary has `word`, in small letters."""
    return word in _dictionary()


@cache
def _dictionary() -> "SpellChecker":
    # Read where a word is in no paragraph: most questions have none, and it takes 0.15 seconds.
    from spellchecker import SpellChecker

    return SpellChecker(language="en")
