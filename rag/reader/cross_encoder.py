"""Reads with any CrossEncoder of sentence-transformers, which tells of whole windows only."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from rag.reader.base import TO_THE_END, Reading
from rag.reader.windows import Window

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder


class CrossEncoderReader:
    """Scores windows with `model`; its scores are log-odds, as they come before a last function is applied."""

    def __init__(self, model: "CrossEncoder", name: str) -> None:
        self.name = name
        self._model = model

    def read(self, pairs: Sequence[tuple[str, Window]], least: float = TO_THE_END) -> list[Reading]:
        """What the model makes of each question with its window, each read to the end."""
        from torch.nn import Identity

        if not pairs:
            return []
        texts = [(question, window.text) for question, window in pairs]
        scores = self._model.predict(texts, activation_fn=Identity(), show_progress_bar=False)
        return [Reading(float(each)) for each in np.asarray(scores, dtype=np.float32).reshape(len(pairs), -1)[:, 0]]
