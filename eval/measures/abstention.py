"""Abstention measured: risk and coverage when only the surest answers are given."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby, pairwise


@dataclass(frozen=True, slots=True)
class Judgement:
    """How sure an answerer was that it could answer a question, and whether its answer is right, given all the same."""

    confidence: float
    right: bool


@dataclass(frozen=True, slots=True)
class RiskCoverage:
    """The risk (share of wrong answers) among the surest 1, 2, … n of n answers."""

    risks: tuple[float, ...]

    @property
    def area(self) -> float:
        """The area under the curve (AURC): the mean risk over all n coverages; lower is better, 0 is best."""
        return sum(self.risks) / len(self.risks) if self.risks else 0.0


def risk_coverage(judgements: Sequence[Judgement]) -> RiskCoverage:
    """The curve of `judgements` (Geifman and El-Yaniv 2017), every question answered, surest first.

    A question that the documents do not answer is wrong whenever it is answered. Answers that are equally sure come in
    no particular order, so each counts as wrong as that group is on average.
    """
    surest_first = sorted(judgements, key=lambda each: -each.confidence)
    losses: list[float] = []
    for _, group in groupby(surest_first, key=lambda each: each.confidence):
        alike = [not each.right for each in group]
        losses += [sum(alike) / len(alike)] * len(alike)
    return RiskCoverage(tuple(total / count for count, total in enumerate(accumulate(losses), start=1)))


def best_possible(judgements: Sequence[Judgement]) -> RiskCoverage:
    """The curve of somebody who answers as well and knows exactly which answers are right."""
    return risk_coverage([Judgement(1.0 if each.right else 0.0, each.right) for each in judgements])


@dataclass(frozen=True, slots=True)
class Reliability:
    """Some answers that are about as sure: their mean confidence, the share that is right, and how many they are."""

    confidence: float
    right: float
    answers: int


def reliability(judgements: Sequence[Judgement], groups: int = 10) -> tuple[Reliability, ...]:
    """`judgements` in up to `groups` groups of the same size, least sure first (Nguyen and O'Connor 2015).

    Where confidences are chances, the share that is right is the confidence of its group.
    """
    ordered = sorted(judgements, key=lambda each: each.confidence)
    cuts = [round(len(ordered) * each / groups) for each in range(groups + 1)]
    parts = [ordered[start:end] for start, end in pairwise(cuts) if end > start]
    return tuple(
        Reliability(
            sum(each.confidence for each in part) / len(part), sum(each.right for each in part) / len(part), len(part)
        )
        for part in parts
    )
