"""Scored questions in total: every figure's mean with its interval, and what became of the questions."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from eval.gold.gold import SPLITS
from eval.measures.abstention import risk_coverage
from eval.measures.metrics import METRICS
from eval.measures.outcomes import OUTCOMES
from eval.measures.score import Scored
from eval.statistics.bootstrap import Estimate, estimate, estimate_of

AREA = "AURC"
_PLACES = 6  # of a figure in a report


@dataclass(frozen=True, slots=True)
class Summary:
    """Some questions in total: how many, the figures that apply to any of them, and how many had which outcome."""

    questions: int
    figures: Mapping[str, Estimate]
    outcomes: Mapping[str, int]

    def mean(self, figure: str) -> float | None:
        """The mean of `figure`, None where it applies to none of the questions."""
        found = self.figures.get(figure)
        return found.mean if found else None

    def to_record(self) -> dict[str, Any]:
        """The summary as JSON has it."""
        figures = {
            name: {part: round(value, _PLACES) for part, value in asdict(each).items()}
            for name, each in self.figures.items()
        }
        return {"questions": self.questions, "figures": figures, "outcomes": dict(self.outcomes)}

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> "Summary":
        """The summary that `to_record` made `record` of; KeyError or TypeError where it is another thing."""
        figures = {name: Estimate(**each) for name, each in record["figures"].items()}
        return cls(int(record["questions"]), figures, dict(record["outcomes"]))


def summarise(scored: Sequence[Scored], *, with_area: bool = True) -> Summary:
    """The summary of `scored`; a figure's mean is over the questions it applies to. `with_area`: the AURC as well."""
    figures = {}
    for name in METRICS:
        values = [each.scores[name] for each in scored if name in each.scores]
        if values:
            figures[name] = estimate(values)
    if with_area and scored:
        figures[AREA] = estimate_of([each.judgement for each in scored], lambda drawn: risk_coverage(drawn).area)
    counts = Counter(each.outcome for each in scored)
    return Summary(len(scored), figures, {name: counts[name] for name in OUTCOMES if counts[name]})


def by_split(scored: Sequence[Scored]) -> dict[str, Summary]:
    """The summary of each split that any of `scored` belongs to."""
    parts = {split: [each for each in scored if each.question.split == split] for split in SPLITS}
    return {split: summarise(part) for split, part in parts.items() if part}


def by_kind(scored: Sequence[Scored]) -> dict[str, tuple[Scored, ...]]:
    """The questions of each kind, kinds in the order they come."""
    kinds = dict.fromkeys(each.question.kind for each in scored)
    return {kind: tuple(each for each in scored if each.question.kind == kind) for kind in kinds}


def by_document(scored: Sequence[Scored]) -> dict[str, tuple[Scored, ...]]:
    """The questions of each document, documents in alphabetical order.

    A question counts for every document that one of its gold places is in, alternatives included.
    """
    own = [{place.document for wanted in each.question.gold for place in wanted.alternatives} for each in scored]
    names = sorted({name for names in own for name in names})
    return {name: tuple(each for each, held in zip(scored, own, strict=True) if name in held) for name in names}


def by_wording(scored: Sequence[Scored]) -> dict[str, tuple[Scored, ...]]:
    """The answerable questions that share almost no content word with their paragraph, and the others."""
    answerable = [each for each in scored if each.question.gold]
    parts = {
        "paraphrased": tuple(each for each in answerable if each.question.paraphrased),
        "in the document's words": tuple(each for each in answerable if not each.question.paraphrased),
    }
    return {name: part for name, part in parts.items() if part}
