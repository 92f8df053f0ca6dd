"""Texts through a sentence-transformers model: one vector a text and one a word piece, in a single pass."""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from index.arrays import FloatMatrix
from index.embedding.base import Encoding
from index.errors import ModelError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer
    from tokenizers import Encoding as Pieces
    from tokenizers import Tokenizer

# Word pieces in one batch, padding included. From 512 to 2,048 is equally fast on a CPU, more is slower.
BATCH_TOKENS = 1_024
# Batches run side by side, each on one thread. Threads inside a batch wait for each other at every layer: on a machine
# that does something else as well that made a question take 500 ms in place of 6.
MOST_WORKERS = 8


@dataclass(frozen=True)
class TransformerEmbedder:
    """A sentence-transformers model as the index asks for it. `reader` cuts at `max_tokens`, `counter` never cuts."""

    model: "SentenceTransformer"
    reader: "Tokenizer"
    counter: "Tokenizer"
    name: str
    fingerprint: str
    dimension: int
    max_tokens: int

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
        return cls(model, reader, counter, name, fingerprint, int(dimension), max_tokens)

    def count_tokens(self, text: str) -> int:
        """The number of word pieces in `text`, special pieces included, before any cutting."""
        return len(self.counter.encode(text).ids)

    def encode(self, texts: Sequence[str]) -> Encoding:
        """The unit vectors of `texts` and of their word pieces."""
        pieces = self.reader.encode_batch(list(texts))
        keep = [np.array(each.special_tokens_mask, dtype=np.int8) == 0 for each in pieces]
        offsets = np.concatenate([[0], np.cumsum([mask.sum() for mask in keep])]).astype(np.int64)
        vectors = np.zeros((len(pieces), self.dimension), dtype=np.float32)
        tokens: FloatMatrix | None = None
        for batch, (pooled, contextual) in self._outputs(pieces):
            vectors[batch] = pooled
            if tokens is None:
                tokens = np.zeros((offsets[-1], contextual.shape[-1]), dtype=np.float32)
            for row, i in enumerate(batch):
                tokens[offsets[i] : offsets[i + 1]] = contextual[row, : len(keep[i])][keep[i]]
        if tokens is None:
            tokens = np.zeros((0, self.dimension), dtype=np.float32)
        return Encoding(_unit(vectors), _unit(tokens), _spans(pieces, keep), offsets)

    def _outputs(self, pieces: Sequence["Pieces"]) -> Iterator[tuple[list[int], tuple[FloatMatrix, FloatMatrix]]]:
        """The indices and the vectors of each batch, the longest texts first so that the last ones fill the gaps."""
        batches = list(_batches([len(each.ids) for each in pieces]))[::-1]
        inputs = ([pieces[i] for i in batch] for batch in batches)
        workers = min(MOST_WORKERS, len(batches), os.cpu_count() or 1) if self.model.device.type == "cpu" else 1
        if workers <= 1:
            yield from zip(batches, map(self._forward, inputs), strict=True)
            return
        with ThreadPoolExecutor(workers) as pool:
            yield from zip(batches, pool.map(self._forward, inputs), strict=True)

    def _forward(self, pieces: Sequence["Pieces"]) -> tuple[FloatMatrix, FloatMatrix]:
        """The pooled vectors (n, d) and the word pieces' vectors (n, longest, d), not yet of unit length."""
        import torch

        features = {name: torch.from_numpy(values) for name, values in self._features(pieces).items()}
        with torch.inference_mode():
            output = self.model({name: values.to(self.model.device) for name, values in features.items()})
        pooled, contextual = output["sentence_embedding"], output["token_embeddings"]
        return pooled.float().cpu().numpy(), contextual.float().cpu().numpy()

    def _features(self, pieces: Sequence["Pieces"]) -> dict[str, NDArray[np.int64]]:
        tokenizer: Any = self.model.tokenizer
        shape = len(pieces), max(len(each.ids) for each in pieces)
        features = {"input_ids": np.full(shape, tokenizer.pad_token_id or 0, dtype=np.int64)}
        features["attention_mask"] = np.zeros(shape, dtype=np.int64)
        for row, each in enumerate(pieces):
            features["input_ids"][row, : len(each.ids)] = each.ids
            features["attention_mask"][row, : len(each.ids)] = 1
        if "token_type_ids" in tokenizer.model_input_names:
            features["token_type_ids"] = np.zeros(shape, dtype=np.int64)
        return features


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """The indices of texts, shortest first, in groups of at most BATCH_TOKENS word pieces with their padding."""
    batch: list[int] = []
    for i in sorted(range(len(lengths)), key=lengths.__getitem__):
        if batch and (len(batch) + 1) * lengths[i] > BATCH_TOKENS:
            yield batch
            batch = []
        batch.append(i)
    if batch:
        yield batch


def _spans(pieces: Sequence["Pieces"], keep: Sequence[NDArray[np.bool_]]) -> NDArray[np.int32]:
    spans = [
        np.array(each.offsets, dtype=np.int32).reshape(-1, 2)[mask] for each, mask in zip(pieces, keep, strict=True)
    ]
    return np.concatenate([np.zeros((0, 2), dtype=np.int32), *spans])


def _unit(vectors: FloatMatrix) -> FloatMatrix:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    vectors /= np.maximum(lengths, np.finfo(np.float32).tiny)
    return vectors
