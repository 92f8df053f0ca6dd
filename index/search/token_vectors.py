"""The vectors of the tokens of passages, as they are kept."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class TokenVectors:
    """Unit vectors of the passages' tokens, passage after passage.

    `flat` (t, d) is float16, on disk where it was read from there; `spans` (t, 2) are characters of the paragraph's
    text; the rows of passage i are `offsets[i]:offsets[i + 1]`.
    """

    flat: NDArray[np.float16]
    spans: NDArray[np.int32]
    offsets: NDArray[np.int64]
