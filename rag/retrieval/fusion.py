"""One score from several: the sum of z-scores.

Each signal is standardised over the paragraphs under consideration, `(score - mean) / standard deviation`, and the
standardised signals are added. Unlike reciprocal rank fusion this keeps how far apart the scores lie, which measured
better on every set we looked at.
"""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]


def z_scores(scores: Scores) -> Scores:
    """`scores` with mean 0 and standard deviation 1; zeros where they are all the same."""
    finite = scores[np.isfinite(scores)]
    if finite.size == 0:
        return np.zeros_like(scores)
    # A spoiled index can have scores whose squares do not fit in 32 bits.
    spread = float(finite.std(dtype=np.float64))
    if spread < 1e-9:
        return np.zeros_like(scores)
    floored = np.where(np.isfinite(scores), scores, finite.min())
    standardised: Scores = ((floored - finite.mean()) / spread).astype(np.float32)
    return standardised


def fuse(signals: Mapping[str, Scores], weights: Mapping[str, float]) -> Scores:
    """The weighted sum of the standardised signals; a signal without a weight does not count."""
    total = sum(weights[name] * z_scores(scores) for name, scores in signals.items() if weights.get(name))
    if isinstance(total, int):
        raise ValueError("no signal has a weight")
    return total.astype(np.float32)


def reciprocal_rank_fusion(signals: Mapping[str, Scores], k: int = 60) -> Scores:
    """The sum over signals of 1 / (k + rank), ranks from 1 (Cormack, Clarke and Büttcher 2009): the usual baseline."""
    total: Scores | None = None
    for scores in signals.values():
        order = np.argsort(-scores, kind="stable")
        ranks = np.empty(len(scores), dtype=np.float32)
        ranks[order] = np.arange(1, len(scores) + 1)
        share = (1.0 / (k + ranks)).astype(np.float32)
        total = share if total is None else total + share
    if total is None:
        raise ValueError("no signal to fuse")
    return total
