"""Reads with ONNX Runtime: no torch is loaded, and the weights are integers of eight bits.

Of a window that half of the network finds hopeless the rest is not run.
"""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import repeat
from os import cpu_count
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from index.errors import ModelError
from rag.reader.base import TO_THE_END, Reading
from rag.reader.pairs import Pair, pair_of, pair_tokenizer
from rag.reader.windows import Window

MODEL_FILE, TOKENIZER_FILE = "model.onnx", "tokenizer.json"
IDS, TYPES, LEAST = "input_ids", "token_type_ids", "read_on_from"
"""What the network is given: word pieces, which are the window's, the score from which that is read to the end."""
SCORE, TOKEN_SCORES = "score", "token_scores"
"""What it gives."""
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
        if {each.name for each in self._session.get_inputs()} != {IDS, TYPES, LEAST}:
            raise ModelError(
                f"{folder / MODEL_FILE} is no reader of this version; run python -m rag.reader.train again"
            )
        self._beside = ThreadPoolExecutor(max_workers=cpu_count() or 1, thread_name_prefix="reader")

    def read(self, pairs: Sequence[tuple[str, Window]], least: float = TO_THE_END) -> list[Reading]:
        """What the network makes of each question with its window.

        Of a window whose score is foretold below `least` that is the score, and of its sentences none is told.
        """
        from_here = np.array([least], dtype=np.float32)
        return list(self._beside.map(self._one, [pair_of(self._tokenizer, *each) for each in pairs], repeat(from_here)))

    def _one(self, pair: Pair, least: NDArray[np.float32]) -> Reading:
        given = {IDS: pair.ids, TYPES: pair.types, LEAST: least}
        score, tokens = self._session.run([SCORE, TOKEN_SCORES], given)
        if not tokens.size:
            return Reading(float(score[0]))
        sentences = (float(np.mean(tokens[0, pieces])) if len(pieces) else _UNREAD for pieces in pair.pieces)
        return Reading(float(score[0]), tuple(sentences))
