"""Texts as the word pieces that a model reads, by the tokenizer of its folder."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tokenizers import Encoding as Tokens
    from tokenizers import Tokenizer


@dataclass(frozen=True, eq=False)
class WordPieces:
    """One tokenizer, of which `json` is the file, twice: `reader` cuts off what a model does not read, `counter` never.

    Two of their own, since what one cuts at must not change under a tokenizer that others hold. Neither pads.
    """

    json: str
    reader: "Tokenizer"

    @classmethod
    def of(cls, json: str, max_tokens: int) -> "WordPieces":
        """The word pieces of the tokenizer in `json` for a model that reads `max_tokens` of them."""
        reader = _unpadded(json)
        reader.enable_truncation(max_tokens)
        return cls(json, reader)

    @cached_property
    def counter(self) -> "Tokenizer":
        """The tokenizer that never cuts, made when it is first used: no question is counted."""
        counter = _unpadded(self.json)
        counter.no_truncation()
        return counter

    def read(self, texts: Sequence[str], prompt: str = "") -> list["Tokens"]:
        """The word pieces of each of `texts`, after those of `prompt`, as many as the model reads."""
        return self.reader.encode_batch([prompt + text for text in texts])

    def count(self, text: str) -> int:
        """The number of word pieces in `text`, special ones included, before any cutting."""
        return len(self.counter.encode(text).ids)

    def length_of(self, prompt: str) -> int:
        """How many word pieces stand for `prompt` where a text follows it, special ones before it included."""
        if not prompt:
            return 0
        tokens = self.counter.encode(prompt)
        return len(tokens.ids) - int(tokens.special_tokens_mask[-1])


def _unpadded(json: str) -> "Tokenizer":
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_str(json)
    tokenizer.no_padding()
    return tokenizer
