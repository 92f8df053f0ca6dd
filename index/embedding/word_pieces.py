"""Texts as the word pieces that a model reads, by the tokenizer of its folder."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tokenizers import Encoding as Tokens
    from tokenizers import Tokenizer


@dataclass(frozen=True, slots=True)
class WordPieces:
    """One tokenizer twice: `reader` cuts off what a model does not read, `counter` never cuts. Neither pads."""

    reader: "Tokenizer"
    counter: "Tokenizer"

    @classmethod
    def of(cls, tokenizer: str, max_tokens: int) -> "WordPieces":
        """The word pieces of the `tokenizer` (its JSON) for a model that reads `max_tokens` of them."""
        from tokenizers import Tokenizer

        # Two of their own, since what one cuts at must not change under a tokenizer that others hold.
        reader, counter = Tokenizer.from_str(tokenizer), Tokenizer.from_str(tokenizer)
        for each in (reader, counter):
            each.no_padding()
        reader.enable_truncation(max_tokens)
        counter.no_truncation()
        return cls(reader, counter)

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
