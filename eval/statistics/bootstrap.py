"""Confidence intervals by resampling questions."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

RESAMPLES = 2_000
TAIL = 0.025  # on each side, which leaves 95 %
SEED = 20_180_606

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean over `n` questions and its 95 % confidence interval."""

    n: int
    mean: float
    low: float
    high: float


def estimate(values: Sequence[float]) -> Estimate:
    """The mean of `values`, of which there must be one at least, with its percentile bootstrap interval (Efron 1979).

    The same values give the same interval every time.
    """
    if not values:
        raise ValueError("there is nothing to estimate")
    import numpy as np

    array = np.array(values, dtype=np.float64)
    drawn = np.random.default_rng(SEED).integers(len(array), size=(RESAMPLES, len(array)))
    low, high = np.quantile(array[drawn].mean(axis=1), [TAIL, 1 - TAIL])
    return Estimate(len(array), float(array.mean()), float(low), float(high))


def estimate_of(items: Sequence[T], statistic: Callable[[Sequence[T]], float]) -> Estimate:
    """`statistic` of `items`, of which there must be one at least, with its percentile bootstrap interval."""
    if not items:
        raise ValueError("there is nothing to estimate")
    import numpy as np

    drawn = np.random.default_rng(SEED).integers(len(items), size=(RESAMPLES, len(items)))
    values = [statistic([items[place] for place in row]) for row in drawn.tolist()]
    low, high = np.quantile(values, [TAIL, 1 - TAIL])
    return Estimate(len(items), statistic(items), float(low), float(high))
