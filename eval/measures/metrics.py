"""The figures of a report: their names, which way is better, and what they say."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

Group = Literal["retrieval", "citations", "answers", "refusing"]
GROUPS: tuple[Group, ...] = ("retrieval", "citations", "answers", "refusing")


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: `better` is 1 where more is better, -1 where less is, 0 where it only describes."""

    name: str
    group: Group
    better: int
    says: str


FIGURES: Mapping[str, Figure] = MappingProxyType(
    {
        each.name: each
        for each in (
            Figure("R@1", "retrieval", 1, "share of the required paragraphs that is met by the first one found"),
            Figure("R@5", "retrieval", 1, "share of the required paragraphs that is met within the first five"),
            Figure("R@10", "retrieval", 1, "share of the required paragraphs that is met within the first ten"),
            Figure("RR", "retrieval", 1, "1 / rank of the first required paragraph"),
            Figure("nDCG@10", "retrieval", 1, "normalised discounted cumulative gain of the first ten"),
            Figure("AP@10", "retrieval", 1, "average precision of the first ten"),
            Figure(
                "citation precision", "citations", 1, "share of the paragraphs cited that are required, 0 if refused"
            ),
            Figure("citation recall", "citations", 1, "share of the required paragraphs that are cited, 0 if refused"),
            Figure("citation F1", "citations", 1, "harmonic mean of citation precision and recall"),
            Figure("precision when answered", "citations", 1, "citation precision of the questions that were answered"),
            Figure("sub-item precision", "citations", 1, "citation precision where 65 (c) and 65 (d) are two places"),
            Figure("sub-item recall", "citations", 1, "citation recall where 65 does not do for 65 (c)"),
            Figure("sub-item F1", "citations", 1, "harmonic mean of sub-item precision and recall"),
            Figure(
                "wrong-number rate", "citations", -1, "share of citations whose number is not where the words stand"
            ),
            Figure("vital facts", "answers", 1, "share of the vital facts that the answer states, 0 if refused"),
            Figure("all facts", "answers", 1, "share of all facts that the answer states, 0 if refused"),
            Figure("quote fidelity", "answers", 1, "share of sentences that are verbatim in the paragraph they cite"),
            Figure("token F1", "answers", 1, "words shared with the reference answer, 0 if refused"),
            Figure("words", "answers", 0, "length of an answer"),
            Figure("sentences", "answers", 0, "sentences of an answer"),
            Figure("coverage", "refusing", 0, "share of all questions that were answered"),
            Figure("right when answered", "refusing", 1, "share of the answered questions whose answer is right"),
            Figure("HasAns", "refusing", 1, "share of the answerable questions that were answered rightly"),
            Figure("NoAns", "refusing", 1, "share of the unanswerable questions that were refused"),
            Figure("accuracy", "refusing", 1, "share of all questions answered rightly or rightly refused"),
            Figure("AURC", "refusing", -1, "area under the risk-coverage curve"),
        )
    }
)

RIGHT_MEANS = "An answer is right when every vital fact is stated in a sentence that cites a required paragraph."
