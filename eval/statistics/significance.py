"""Whether the difference between two systems on the same questions could be chance."""

from collections.abc import Sequence
from dataclasses import dataclass

from eval.statistics.bootstrap import Estimate, estimate

RESAMPLES = 9_999  # scipy's default; the smallest p it can give is 1 / 10,000 a side
SEED = 20_180_606  # any number will do, so long as it stays: the day of a meeting in the corpus


@dataclass(frozen=True, slots=True)
class PairedDifference:
    """The means of `a` and `b` over the same questions, the mean of b - a with its interval, and its p value."""

    a: float
    b: float
    difference: Estimate
    p: float


def paired_difference(a: Sequence[float], b: Sequence[float]) -> PairedDifference:
    """How `b` differs from `a`, question by question; at least one question.

    The interval is a percentile bootstrap of the differences. The p value is two-sided, from a paired randomisation
    test: were there no difference, each question's could as well have the other sign (Smucker, Allan and Carterette
    2007); all signs are tried where there are few questions, 9,999 random ones otherwise.
    """
    import numpy as np
    from scipy.stats import permutation_test

    differences = np.array(b, dtype=np.float64) - np.array(a, dtype=np.float64)
    p = 1.0
    # Of one question both signs are as far from nothing.
    if differences.any() and len(differences) > 1:
        result = permutation_test(
            (differences,),
            np.mean,
            permutation_type="samples",
            vectorized=True,
            n_resamples=RESAMPLES,
            alternative="two-sided",
            rng=np.random.default_rng(SEED),
        )
        p = float(result.pvalue)
    return PairedDifference(float(np.mean(a)), float(np.mean(b)), estimate(differences.tolist()), p)


def holm(ps: Sequence[float]) -> tuple[float, ...]:
    """`ps` adjusted for there being several of them (Holm 1979), in the same order."""
    adjusted = [0.0] * len(ps)
    highest = 0.0
    for step, place in enumerate(sorted(range(len(ps)), key=lambda each: ps[each])):
        highest = max(highest, min(1.0, (len(ps) - step) * ps[place]))
        adjusted[place] = highest
    return tuple(adjusted)
