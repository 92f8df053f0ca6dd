"""Confidence intervals by resampling questions."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# Efron and Tibshirani (1993) ask for a thousand or more where an interval is wanted.
RESAMPLES = 2_000
CONFIDENCE = 0.95  # of an interval, the usual one
# Any number does, as long as it stays: the same questions give the same interval in every report.
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

    The same values give the same interval every time; that of a single value is the value.
    """
    import numpy as np

    array = np.array(values, dtype=np.float64)
    low, high = _interval(array, np.mean, vectorized=True)
    return Estimate(len(array), float(array.mean()), low, high)


def estimate_of(items: Sequence[T], statistic: Callable[[Sequence[T]], float]) -> Estimate:
    """`statistic` of `items`, of which there must be one at least, with its percentile bootstrap interval."""
    import numpy as np

    def of_drawn(rows: "NDArray[np.float64]") -> float:
        return statistic([items[int(row)] for row in rows])

    low, high = _interval(np.arange(len(items), dtype=np.float64), of_drawn, vectorized=False)
    return Estimate(len(items), statistic(items), low, high)


def _interval(
    values: "NDArray[np.float64]", statistic: "Callable[..., np.float64 | float]", *, vectorized: bool
) -> tuple[float, float]:
    """Where 95 % of `statistic` lie over resamples of `values`."""
    import numpy as np
    from scipy.stats import bootstrap

    if not len(values):
        raise ValueError("there is nothing to estimate")
    if len(values) == 1:  # scipy refuses to resample it, and every resample would be itself
        only = float(np.asarray(statistic(values)))
        return only, only
    found = bootstrap(
        (values,),
        statistic,
        n_resamples=RESAMPLES,
        vectorized=vectorized,
        confidence_level=CONFIDENCE,
        method="percentile",
        rng=np.random.default_rng(SEED),
    )
    return float(found.confidence_interval.low), float(found.confidence_interval.high)
