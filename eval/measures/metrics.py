"""The metrics of a report: their names, which way is better, and what they say."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

MetricGroup = Literal["retrieval", "citations", "answers", "refusing"]
GROUPS: tuple[MetricGroup, ...] = ("retrieval", "citations", "answers", "refusing")


@dataclass(frozen=True, slots=True)
class Metric:
    """One metric: `better` is 1 where more is better, -1 where less is, 0 where it only describes."""

    name: str
    group: MetricGroup
    better: int
    says: str


METRICS: Mapping[str, Metric] = MappingProxyType(
    {
        each.name: each
        for each in (
            Metric("R@1", "retrieval", 1, "share of the required paragraphs that is met by the first one found"),
            Metric("R@5", "retrieval", 1, "share of the required paragraphs that is met within the first five"),
            Metric("R@10", "retrieval", 1, "share of the required paragraphs that is met within the first ten"),
            Metric("RR", "retrieval", 1, "1 / rank of the first required paragraph"),
            Metric("nDCG@10", "retrieval", 1, "normalised discounted cumulative gain of the first ten"),
            Metric("AP@10", "retrieval", 1, "average precision of the first ten"),
            Metric(
                "citation precision", "citations", 1, "share of the paragraphs cited that are required, 0 if refused"
            ),
            Metric("citation recall", "citations", 1, "share of the required paragraphs that are cited, 0 if refused"),
            Metric("citation F1", "citations", 1, "harmonic mean of citation precision and recall"),
            Metric("precision when answered", "citations", 1, "citation precision of the questions that were answered"),
            Metric("sub-item precision", "citations", 1, "citation precision where 65 (c) and 65 (d) are two places"),
            Metric("sub-item recall", "citations", 1, "citation recall where 65 does not do for 65 (c)"),
            Metric("sub-item F1", "citations", 1, "harmonic mean of sub-item precision and recall"),
            Metric(
                "wrong-number rate", "citations", -1, "share of citations whose number is not where the words stand"
            ),
            Metric("vital facts", "answers", 1, "share of the vital facts that the answer states, 0 if refused"),
            Metric("all facts", "answers", 1, "share of all facts that the answer states, 0 if refused"),
            Metric("quote fidelity", "answers", 1, "share of sentences that are verbatim in the paragraph they cite"),
            Metric("token F1", "answers", 1, "words shared with the reference answer, 0 if refused"),
            Metric(
                "re-cited", "answers", 0, "share of a language model's sentences that stand elsewhere than it cites"
            ),
            Metric("replaced", "answers", -1, "share of a language model's sentences that a document's words replace"),
            Metric("left out", "answers", -1, "share of a language model's sentences that are left out"),
            Metric("words", "answers", 0, "length of an answer"),
            Metric("sentences", "answers", 0, "sentences of an answer"),
            Metric("coverage", "refusing", 0, "share of all questions whose sentences are shown as answers"),
            Metric("fact when answered", "refusing", 1, "share of what is shown as answers that states a vital fact"),
            Metric("right when answered", "refusing", 1, "share of what is shown as answers that is right"),
            Metric("shown as answers", "refusing", 1, "share of the answerable questions that are shown answers"),
            Metric("nothing found", "refusing", -1, "share of the answerable questions for which nothing is shown"),
            Metric("HasAns", "refusing", 1, "share of the answerable questions that are shown a right answer"),
            Metric("NoAns", "refusing", 1, "share of the unanswerable questions that are shown no answer as one"),
            Metric("accuracy", "refusing", 1, "share of all questions shown a right answer, or rightly none as one"),
            Metric("AURC", "refusing", -1, "area under the risk-coverage curve"),
        )
    }
)

RIGHT_MEANS = "An answer is right when every vital fact is stated in a sentence that cites a required paragraph."
