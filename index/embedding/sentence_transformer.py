"""Texts through a sentence-transformers model: one vector a text and one a token, in a single pass."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np

from index.arrays import FloatMatrix
from index.embedding.base import Encoding
from index.embedding.batching import Network, encoding_of, padded
from index.embedding.prompts import NO_PROMPTS, Prompts, fingerprint_with, prompts_for
from index.embedding.word_pieces import WordPieces
from index.errors import ModelError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer
    from tokenizers import Encoding as Tokens

# Tokens in one batch, padding included. From 512 to 2,048 is equally fast on a CPU, more is slower.
BATCH_TOKENS = 1_024


@dataclass(frozen=True)
class TransformerEmbedder:
    """A sentence-transformers model as the index asks for it, which reads `pieces`.

    What `prompts` put before a text is read with it, and has no vectors or characters of its own.
    """

    model: "SentenceTransformer"
    pieces: WordPieces
    name: str
    fingerprint: str
    dimension: int
    max_tokens: int
    prompts: Prompts = NO_PROMPTS

    @classmethod
    def of(cls, model: "SentenceTransformer", name: str, fingerprint: str) -> "TransformerEmbedder":
        """The embedder around a loaded model; ModelError where its tokenizer does not tell character spans."""
        tokenizer: Any = getattr(model, "tokenizer", None)
        if not getattr(tokenizer, "is_fast", False):
            raise ModelError(f"the model {name!r} has no fast tokenizer, which pincite needs; name another model")
        max_tokens = int(model.max_seq_length or tokenizer.model_max_length)
        pieces = WordPieces.of(tokenizer.backend_tokenizer.to_str(), max_tokens)
        dimension = model.get_embedding_dimension()
        if not dimension:
            raise ModelError(f"the model {name!r} does not tell the length of its vectors; name another model")
        told = {key: prompt for key, prompt in model.prompts.items() if prompt}
        prompts = prompts_for(name, told, model.default_prompt_name)
        whole = fingerprint_with(fingerprint, prompts)
        return cls(model, pieces, name, whole, int(dimension), max_tokens, prompts)

    @property
    def gives_tokens(self) -> bool:
        """A transformer has a vector for each token."""
        return True

    def count_tokens(self, text: str) -> int:
        """The number of tokens in the passage `text`, special ones and its prompt's included, before any cutting."""
        return self.pieces.count(self.prompts.passage + text)

    def encode_questions(self, texts: Sequence[str]) -> Encoding:
        """The unit vectors of `texts` and of their tokens, each read after the prompt of questions."""
        return self._encode(texts, self.prompts.question)

    def encode_passages(self, texts: Sequence[str]) -> Encoding:
        """The unit vectors of `texts` and of their tokens, each read after the prompt of passages."""
        return self._encode(texts, self.prompts.passage)

    def _encode(self, texts: Sequence[str], prompt: str) -> Encoding:
        forward = partial(self._forward, prompt_length=self.pieces.length_of(prompt))
        network = Network(forward, self.dimension, BATCH_TOKENS, self.model.device.type == "cpu")
        return encoding_of(self.pieces.read(texts, prompt), network, len(prompt))

    def _forward(self, tokenized: Sequence["Tokens"], *, prompt_length: int) -> tuple[FloatMatrix, FloatMatrix]:
        """The pooled vectors (n, d) and the tokens' vectors (n, longest, d), not yet of unit length."""
        import torch

        features = self._features(tokenized)
        if prompt_length:
            # Some models leave the prompt out of a text's vector; only the library knows which.
            features["prompt_length"] = prompt_length
        with torch.inference_mode():
            output = self.model(features)
        pooled, contextual = output["sentence_embedding"], output["token_embeddings"]
        return pooled.float().cpu().numpy(), contextual.float().cpu().numpy()

    def _features(self, tokenized: Sequence["Tokens"]) -> dict[str, Any]:
        """What the library's models are given, on the device that they run on."""
        import torch

        tokenizer: Any = self.model.tokenizer
        ids, mask = padded(tokenized, tokenizer.pad_token_id or 0)
        features = {"input_ids": ids, "attention_mask": mask}
        if "token_type_ids" in tokenizer.model_input_names:
            features["token_type_ids"] = np.zeros_like(ids)
        return {name: torch.from_numpy(values).to(self.model.device) for name, values in features.items()}
