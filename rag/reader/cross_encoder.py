"""Reads with any CrossEncoder of sentence-transformers, which tells of whole windows only."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from rag.reader.base import Reading
from rag.reader.windows import Window

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder


class CrossEncoderReader:
    """Scores windows with `model`; its scores are log-odds, as they come before a last function is applied."""

    def __init__(self, model: "CrossEncoder", name: str) -> None:
        self.name = name
        self._model = model

    def read(self, question: str, windows: Sequence[Window]) -> list[Reading]:
        """What the model makes of each of `windows` for `question`."""
        from torch.nn import Identity

        if not windows:
            return []
        pairs = [(question, each.text) for each in windows]
        scores = self._model.predict(pairs, activation_fn=Identity(), show_progress_bar=False)
        return [Reading(float(each)) for each in np.asarray(scores, dtype=np.float32).reshape(len(windows), -1)[:, 0]]
