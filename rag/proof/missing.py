"""What a sentence says and the text that it cites does not."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

MissingKind = Literal["figure", "name", "quotation", "negation", "comparison", "language", "support"]
KIND_WORDS: Mapping[MissingKind, str] = MappingProxyType(
    {
        "figure": "the figure {words} does not stand there of this",
        "name": "the name {words} does not stand there of this",
        "quotation": "the words {words} are not there",
        "negation": "the two differ in what is denied: {words}",
        "comparison": "the two differ in {words}",
        "language": "it is in another language than the text",
        "support": "the text does not say it",
    }
)


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is not there: what kind of thing, and the words of the sentence that are it."""

    kind: MissingKind
    words: str = ""

    @property
    def said(self) -> str:
        """What is missing, as half a sentence."""
        return KIND_WORDS[self.kind].format(words=f"“{self.words}”")
