"""Citations measured against the gold places: precision, recall and F1 of paragraphs and of sub-items."""

from collections.abc import Sequence
from dataclasses import dataclass

from eval.gold.gold import Place, Requirement
from eval.measures.requirements import is_right, paragraph_of, paragraph_requirements, share_met
from rag.answer import Answer


@dataclass(frozen=True, slots=True)
class CitationScores:
    """Precision, recall and their harmonic mean."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """2PR / (P + R), the balanced F measure (van Rijsbergen 1979); 0 where both are 0."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def cited_places(answer: Answer) -> tuple[Place, ...]:
    """The places that `answer` cites, each once, in order."""
    citations = (citation for statement in answer.statements for citation in statement.citations)
    return tuple(dict.fromkeys(Place(each.document, each.locator) for each in citations))


def paragraph_citations(gold: Sequence[Requirement], cited: Sequence[Place]) -> CitationScores:
    """How well `cited` fits `gold` when only paragraph numbers count.

    Precision is the share of the different paragraphs cited that are right, recall the share of requirements that are
    met: the citation precision and recall of ALCE (Gao et al. 2023) with gold places instead of a model's judgement.
    Where nothing is cited both are 0, so that no average rises by refusing.
    """
    return _scores(paragraph_requirements(gold), tuple(dict.fromkeys(map(paragraph_of, cited))))


def item_citations(gold: Sequence[Requirement], cited: Sequence[Place]) -> CitationScores:
    """How well `cited` fits `gold` when sub-items count too.

    65 does not meet 65 (c), because a reader would still have to look for it; 65 (c) meets 65. A whole paragraph whose
    items are asked for costs no precision, because its lead-in has no finer number.
    """
    return _scores(gold, tuple(dict.fromkeys(cited)))


def _scores(wanted: Sequence[Requirement], cited: Sequence[Place]) -> CitationScores:
    if not wanted:
        raise ValueError("a question without gold has no citation scores")
    if not cited:
        return CitationScores(0.0, 0.0)
    right = sum(is_right(each, wanted) for each in cited)
    return CitationScores(right / len(cited), share_met(cited, wanted))
