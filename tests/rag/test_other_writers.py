"""Another writer of answers: what it is given, and that it cannot misquote."""

from dataclasses import replace

import pytest

from index.errors import FidelityError
from index.store import Index
from rag.answer import Statement
from rag.answer_json import answer_object
from rag.answerer import Answerer
from rag.answering.steps import Asked
from rag.answering.writer import Draft
from rag.citing.quoted import quoted
from tests.support.answering import ALWAYS, LEAFLET, REPORT, VOID
from tests.support.fake_writer import FakeWriter
from tests.support.fakes import FakeEmbedder
from tests.support.papers import index_of


@pytest.fixture(scope="module")
def index() -> Index:
    return index_of(REPORT, LEAFLET, VOID)


@pytest.mark.parametrize("altered", ["Women often vote.", "Women voted.", ""])
@pytest.mark.parametrize("mode", ["extractive", "fake"])
def test_a_quotation_that_is_not_in_its_paragraph_stops_the_answer_whoever_wrote_it(
    index: Index, altered: str, mode: str
) -> None:
    invented = Statement(altered, (replace(quoted(index.paragraphs[2], (0, 12)), quote=altered),))
    writer = FakeWriter(Draft.of((invented,), 1.0), mode)
    with pytest.raises(FidelityError, match="report-2018, 3"):
        Answerer(index, FakeEmbedder(), ALWAYS, writer=writer).answer("Do women vote?")


def test_another_writer_is_given_the_analysis_the_evidence_and_the_index_and_its_draft_becomes_the_answer(
    index: Index,
) -> None:
    statement = Statement("Women may vote.", (quoted(index.paragraphs[2], (0, 11)),))
    writer = FakeWriter(Draft("related", (statement,), 0.25))
    answer = Answerer(index, FakeEmbedder(), writer=writer).answer("Do women vote?", documents=["report-2018"])
    ((question, evidence),) = writer.given
    assert question.text == "Do women vote?"
    assert evidence.index is index
    assert evidence.hits == answer.evidence
    assert evidence.paragraph(evidence.hits[0]).text == "Women vote."
    assert evidence.documents == ("report-2018",)
    assert (answer.mode, answer.state, answer.confidence) == ("fake", "related", 0.25)
    assert answer.statements == (statement,)
    assert answer.nearest == ()
    assert answer_object(answer)["state"] == "related"


def test_a_writer_that_finds_nothing_says_why_and_the_nearest_paragraphs_are_told(index: Index) -> None:
    writer = FakeWriter(Draft("nothing", confidence=0.5, reason="It is not told."))
    answer = Answerer(index, FakeEmbedder(), writer=writer).answer("Do women vote?")
    assert (answer.state, answer.reason, answer.confidence) == ("nothing", "It is not told.", 0.5)
    assert answer.nearest == answer.evidence[:3]


@pytest.mark.parametrize(
    "text", ["What does paragraph 2 of the progress report say?", "Paragraph 77 of the leaflet", "What is footnote 1?"]
)
def test_what_is_only_looked_up_is_no_matter_of_the_writer(index: Index, text: str) -> None:
    writer = FakeWriter(Draft("nothing"))
    answer = Answerer(index, FakeEmbedder(), ALWAYS, writer=writer).answer(text)
    assert writer.given == []
    assert answer == replace(Answerer(index, FakeEmbedder(), ALWAYS).answer(text), milliseconds=answer.milliseconds)


def test_the_questions_joined_in_one_are_understood_and_encoded_with_it(index: Index) -> None:
    writer, embedder = FakeWriter(Draft("nothing")), FakeEmbedder()
    list(
        Answerer(index, embedder, writer=writer).answer_many(
            [Asked("Where were networks launched and who decides quickly?"), Asked("Do women vote?")]
        )
    )
    joined, single = (evidence.sub_questions for _, evidence in writer.given)
    assert [each.question.topic for each in joined] == ["Where were networks launched", "who decides quickly"]
    assert [each.encoded.words for each in joined] == ["Where were networks launched", "who decides quickly"]
    assert single == ()


def test_a_draft_without_statements_has_found_nothing_and_one_with_some_has_not(index: Index) -> None:
    statement = Statement("Women vote.", (quoted(index.paragraphs[2], (0, 11)),))
    with pytest.raises(ValueError, match="0 statements do not go with the state 'related'"):
        Draft("related")
    with pytest.raises(ValueError, match="1 statements do not go with the state 'nothing'"):
        Draft("nothing", (statement,))
