"""The array types that vectors, scores and rows are kept in."""

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

FloatMatrix: TypeAlias = NDArray[np.float32]
"""Vectors (n, d), one a line."""

Scores: TypeAlias = NDArray[np.float32]
"""Numbers (n,), higher is better."""

Rows: TypeAlias = NDArray[np.int64]
"""Paragraphs by their place among all paragraphs of an index (n,)."""

SomeRows: TypeAlias = Rows | Sequence[int]
"""Rows as an array or a list."""
