"""Texts through a sentence-transformers model: one vector a text and one a token, in a single pass."""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from index.arrays import FloatMatrix
from index.embedding.base import Encoding
from index.embedding.prompts import NO_PROMPTS, Prompts, fingerprint_with, prompts_for
from index.errors import ModelError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer
    from tokenizers import Encoding as Tokens
    from tokenizers import Tokenizer

# Tokens in one batch, padding included. From 512 to 2,048 is equally fast on a CPU, more is slower.
BATCH_TOKENS = 1_024
# Batches run side by side, each on one thread. Threads inside a batch wait for each other at every layer: on a machine
# that does something else as well that made a question take 500 ms in place of 6.
MOST_WORKERS = 8


@dataclass(frozen=True)
class TransformerEmbedder:
    """A sentence-transformers model as the index asks for it. `reader` cuts at `max_tokens`, `counter` never cuts.

    What `prompts` put before a text is read with it, and has no vectors or characters of its own.
    """

    model: "SentenceTransformer"
    reader: "Tokenizer"
    counter: "Tokenizer"
    name: str
    fingerprint: str
    dimension: int
    max_tokens: int
    prompts: Prompts = NO_PROMPTS

    @classmethod
    def of(cls, model: "SentenceTransformer", name: str, fingerprint: str) -> "TransformerEmbedder":
        """The embedder around a loaded model; ModelError where its tokenizer does not tell character spans."""
        from tokenizers import Tokenizer

        tokenizer: Any = getattr(model, "tokenizer", None)
        if not getattr(tokenizer, "is_fast", False):
            raise ModelError(f"the model {name!r} has no fast tokenizer, which pincite needs; name another model")
        max_tokens = int(model.max_seq_length or tokenizer.model_max_length)
        # Copies: their settings for cutting must not change under a tokenizer that others hold.
        reader, counter = (Tokenizer.from_str(tokenizer.backend_tokenizer.to_str()) for _ in range(2))
        for each in (reader, counter):
            each.no_padding()
        reader.enable_truncation(max_tokens)
        counter.no_truncation()
        dimension = model.get_embedding_dimension()
        if not dimension:
            raise ModelError(f"the model {name!r} does not tell the length of its vectors; name another model")
        told = {key: prompt for key, prompt in model.prompts.items() if prompt}
        prompts = prompts_for(name, told, model.default_prompt_name)
        whole = fingerprint_with(fingerprint, prompts)
        return cls(model, reader, counter, name, whole, int(dimension), max_tokens, prompts)

    @property
    def gives_tokens(self) -> bool:
        """A transformer has a vector for each token."""
        return True

    def count_tokens(self, text: str) -> int:
        """The number of tokens in the passage `text`, special ones and its prompt's included, before any cutting."""
        return len(self.counter.encode(self.prompts.passage + text).ids)

    def encode_questions(self, texts: Sequence[str]) -> Encoding:
        """The unit vectors of `texts` and of their tokens, each read after the prompt of questions."""
        return self._encode(texts, self.prompts.question)

    def encode_passages(self, texts: Sequence[str]) -> Encoding:
        """The unit vectors of `texts` and of their tokens, each read after the prompt of passages."""
        return self._encode(texts, self.prompts.passage)

    def _encode(self, texts: Sequence[str], prompt: str) -> Encoding:
        tokenized = self.reader.encode_batch([prompt + text for text in texts])
        keep = [_own_tokens(each, len(prompt)) for each in tokenized]
        offsets = np.concatenate([[0], np.cumsum([mask.sum() for mask in keep])]).astype(np.int64)
        vectors = np.zeros((len(tokenized), self.dimension), dtype=np.float32)
        tokens: FloatMatrix | None = None
        for batch, (pooled, contextual) in self._outputs(tokenized, self._length_of(prompt)):
            vectors[batch] = pooled
            if tokens is None:
                tokens = np.zeros((offsets[-1], contextual.shape[-1]), dtype=np.float32)
            for row, i in enumerate(batch):
                tokens[offsets[i] : offsets[i + 1]] = contextual[row, : len(keep[i])][keep[i]]
        if tokens is None:
            tokens = np.zeros((0, self.dimension), dtype=np.float32)
        return Encoding(_unit(vectors), _unit(tokens), _spans(tokenized, keep, len(prompt)), offsets)

    def _outputs(
        self, tokenized: Sequence["Tokens"], prompt_length: int
    ) -> Iterator[tuple[list[int], tuple[FloatMatrix, FloatMatrix]]]:
        """The indices and the vectors of each batch, the longest texts first so that the last ones fill the gaps."""
        batches = list(_batches([len(each.ids) for each in tokenized]))[::-1]
        inputs = ([tokenized[i] for i in batch] for batch in batches)
        forward = partial(self._forward, prompt_length=prompt_length)
        workers = min(MOST_WORKERS, len(batches), os.cpu_count() or 1) if self.model.device.type == "cpu" else 1
        if workers <= 1:
            yield from zip(batches, map(forward, inputs), strict=True)
            return
        with ThreadPoolExecutor(workers) as pool:
            yield from zip(batches, pool.map(forward, inputs), strict=True)

    def _forward(self, tokenized: Sequence["Tokens"], *, prompt_length: int) -> tuple[FloatMatrix, FloatMatrix]:
        """The pooled vectors (n, d) and the tokens' vectors (n, longest, d), not yet of unit length."""
        import torch

        features: dict[str, Any] = {
            name: torch.from_numpy(values).to(self.model.device) for name, values in self._features(tokenized).items()
        }
        if prompt_length:
            # Some models leave the prompt out of a text's vector; only the library knows which.
            features["prompt_length"] = prompt_length
        with torch.inference_mode():
            output = self.model(features)
        pooled, contextual = output["sentence_embedding"], output["token_embeddings"]
        return pooled.float().cpu().numpy(), contextual.float().cpu().numpy()

    def _length_of(self, prompt: str) -> int:
        """How many tokens stand for `prompt` where a text follows it, special ones before it included."""
        if not prompt:
            return 0
        tokens = self.counter.encode(prompt)
        return len(tokens.ids) - tokens.special_tokens_mask[-1]

    def _features(self, tokenized: Sequence["Tokens"]) -> dict[str, NDArray[np.int64]]:
        tokenizer: Any = self.model.tokenizer
        shape = len(tokenized), max(len(each.ids) for each in tokenized)
        features = {"input_ids": np.full(shape, tokenizer.pad_token_id or 0, dtype=np.int64)}
        features["attention_mask"] = np.zeros(shape, dtype=np.int64)
        for row, each in enumerate(tokenized):
            features["input_ids"][row, : len(each.ids)] = each.ids
            features["attention_mask"][row, : len(each.ids)] = 1
        if "token_type_ids" in tokenizer.model_input_names:
            features["token_type_ids"] = np.zeros(shape, dtype=np.int64)
        return features


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """The indices of texts, shortest first, in groups of at most BATCH_TOKENS tokens with their padding."""
    batch: list[int] = []
    for i in sorted(range(len(lengths)), key=lengths.__getitem__):
        if batch and (len(batch) + 1) * lengths[i] > BATCH_TOKENS:
            yield batch
            batch = []
        batch.append(i)
    if batch:
        yield batch


def _own_tokens(tokenized: "Tokens", prompt: int) -> NDArray[np.bool_]:
    """Which tokens are of the text itself: neither special ones nor of the `prompt` characters before it."""
    own: NDArray[np.bool_] = np.array(tokenized.special_tokens_mask, dtype=np.int8) == 0
    return own & (_offsets(tokenized)[:, 1] > prompt) if prompt else own


def _offsets(tokenized: "Tokens") -> NDArray[np.int32]:
    return np.array(tokenized.offsets, dtype=np.int32).reshape(-1, 2)


def _spans(tokenized: Sequence["Tokens"], keep: Sequence[NDArray[np.bool_]], prompt: int) -> NDArray[np.int32]:
    """The characters of the tokens that are kept, counted from where the text begins after its prompt."""
    spans = [_offsets(each)[mask] for each, mask in zip(tokenized, keep, strict=True)]
    # A token may begin with the blank that ends the prompt.
    whole = np.concatenate([np.zeros((0, 2), dtype=np.int32), *spans])
    within: NDArray[np.int32] = np.maximum(whole - np.int32(prompt), 0)
    return within


def _unit(vectors: FloatMatrix) -> FloatMatrix:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    vectors /= np.maximum(lengths, np.finfo(np.float32).tiny)
    return vectors
