"""Recipe: a measure. How many paragraphs a sentence of an answer cites, from a definition to a report's figure."""

from types import MappingProxyType

import pytest

from eval.measures.abstention import Judgement
from eval.measures.metrics import METRICS, Metric
from eval.measures.outcomes import OUTCOMES
from eval.measures.score import Scored
from eval.reports import summary
from rag.answer import Answer
from tests.support.gold_fakes import answer, question, said

METRIC = Metric("citations a sentence", "citations", 0, "citations for each sentence of an answer")

TWO_SENTENCES = answer(
    said("The Group met annually in Vienna.", "report 1"),
    said("Seminars are held in Lausanne.", "report 3", "report 1"),
)


def citations_a_sentence(answer: Answer) -> float | None:
    """The mean number of citations of a sentence; None where `answer` has no sentence, so that it does not count."""
    if not answer.statements:
        return None
    return sum(len(each.citations) for each in answer.statements) / len(answer.statements)


def test_the_measure_is_what_its_definition_says() -> None:
    assert citations_a_sentence(TWO_SENTENCES) == 1.5
    assert citations_a_sentence(answer()) is None


def test_a_score_of_that_name_is_summed_up_in_reports(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(summary, "METRICS", MappingProxyType({**METRICS, METRIC.name: METRIC}))
    value = citations_a_sentence(TWO_SENTENCES)
    assert value is not None
    scored = Scored(question("report 1"), TWO_SENTENCES, {METRIC.name: value}, OUTCOMES[0], Judgement(1.0, right=True))

    assert summary.summarise([scored]).mean(METRIC.name) == 1.5
