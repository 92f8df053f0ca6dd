"""Reads with ONNX Runtime: no torch is loaded, and the weights are integers of eight bits."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from os import cpu_count
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from rag.reader.base import Reading
from rag.reader.pairs import Pair, pair_of, pair_tokenizer
from rag.reader.windows import Window

MODEL_FILE, TOKENIZER_FILE = "model.onnx", "tokenizer.json"
INPUTS = ("input_ids", "attention_mask", "token_type_ids")
OUTPUTS = ("score", "token_scores")
PROOF = "proof"
# A sentence no piece of which was read is as unlikely as the least likely of its window.
_UNREAD = -10.0


class OnnxReader:
    """The reader in a folder: its network, MODEL_FILE, and its tokenizer, TOKENIZER_FILE.

    Each window runs alone, since in a batch the scales that integers stand for depend on what else is in it; windows
    run side by side, one a processor.
    """

    def __init__(self, folder: Path, name: str) -> None:
        self.name = name
        self._tokenizer: Tokenizer = pair_tokenizer(folder / TOKENIZER_FILE)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(folder / MODEL_FILE, options, providers=["CPUExecutionProvider"])
        self._beside = ThreadPoolExecutor(max_workers=cpu_count() or 1, thread_name_prefix="reader")

    def read(self, pairs: Sequence[tuple[str, Window]]) -> list[Reading]:
        """What the network makes of each question with its window."""
        return list(self._beside.map(self._one, [pair_of(self._tokenizer, *each) for each in pairs]))

    def _one(self, pair: Pair) -> Reading:
        given = dict(zip(INPUTS, (pair.ids, pair.mask, pair.types), strict=True))
        score, tokens = self._session.run(list(OUTPUTS), given)
        sentences = (float(np.mean(tokens[0, pieces])) if len(pieces) else _UNREAD for pieces in pair.pieces)
        return Reading(float(score[0]), tuple(sentences))
