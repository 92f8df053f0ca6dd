"""The packaged model by ONNX Runtime: its published weights where they lie, and none of torch.

The file of weights is put into memory by the system as it is read, and shared by all processes that use it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from index.arrays import FloatMatrix
from index.embedding.base import Encoding
from index.embedding.batching import Network, encoding_of, padded
from index.embedding.tuned_layers import Layers
from index.embedding.word_pieces import WordPieces

if TYPE_CHECKING:
    from tokenizers import Encoding as Tokens

INPUTS, OUTPUT = ("input_ids", "attention_mask"), "token_embeddings"
WEIGHTS_FILE, TOKENIZER_FILE = "model.safetensors", "tokenizer.json"
# Word pieces in one batch, padding included: what flows through a layer then fits a processor's cache, and of a
# batch's questions those of like lengths are padded. With 512 they take a seventh longer, passages as long.
_BATCH_TOKENS = 128
_PADDING = 0
_WEIGHTS_FOLDER = "session.model_external_initializers_file_folder_path"


@dataclass(frozen=True, slots=True)
class OnnxEmbedder:
    """A network that ONNX Runtime runs in `session`; a text's vector is the mean of those of its word pieces.

    Safe to share between threads.
    """

    session: Any
    pieces: WordPieces
    name: str
    fingerprint: str
    dimension: int
    max_tokens: int

    @property
    def gives_tokens(self) -> bool:
        """A transformer has a vector for each token."""
        return True

    def count_tokens(self, text: str) -> int:
        """The number of tokens in the passage `text`, special ones included, before any cutting."""
        return self.pieces.count(text)

    def encode_questions(self, texts: Sequence[str]) -> Encoding:
        """The unit vectors of `texts` and of their tokens."""
        return self.encode_passages(texts)

    def encode_passages(self, texts: Sequence[str]) -> Encoding:
        """The unit vectors of `texts` and of their tokens."""
        return encoding_of(self.pieces.read(texts), Network(self._forward, self.dimension, _BATCH_TOKENS))

    def _forward(self, tokenized: Sequence["Tokens"]) -> tuple[FloatMatrix, FloatMatrix]:
        """The means (n, d) and the tokens' vectors (n, longest, d), not yet of unit length."""
        ids, mask = padded(tokenized, _PADDING)
        (contextual,) = self.session.run([OUTPUT], dict(zip(INPUTS, (ids, mask), strict=True)))
        shares = mask.astype(np.float32) / mask.sum(axis=1, keepdims=True, dtype=np.float32)
        return (shares[:, None, :] @ contextual)[:, 0], contextual


def session_of(graph: bytes, folder: Path, layers: Layers) -> Any:  # noqa: ANN401 (ONNX Runtime has no types)
    """What runs `graph` on one thread, its weights but for `layers` read from WEIGHTS_FILE in `folder`."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    # The graph is written as it runs best: to look for what could be fused takes as long as all the rest of loading.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    # Where the file is a link, what it leads to: weights outside of the folder that is named are refused.
    options.add_session_config_entry(_WEIGHTS_FOLDER, str((folder / WEIGHTS_FILE).resolve().parent))
    values = [onnxruntime.OrtValue.ortvalue_from_numpy(weight) for weight in layers.values()]
    options.add_external_initializers(list(layers), values)
    return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
