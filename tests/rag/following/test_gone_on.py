"""Questions that are read with the one before, whole or in the documents that its answer is from."""

from dataclasses import replace

import pytest

from index.document import Document
from rag.answer import Answer
from rag.answerer import Answerer
from rag.answering.steps import Before
from rag.following.gone_on import GoneOn, gone_on, leans
from tests.support.fakes import FakeEmbedder
from tests.support.papers import index_of, numbered

BEFORE = Before("How much danger pay do the federations want?", (("pay", "4"), ("other", "1")), ("pay",))
GRANTED = (
    "The federations want $600 of danger pay.", "The Commission granted neither.", "Boats rest at night.",
)  # fmt: skip


@pytest.mark.parametrize("question", ["and was that granted?", "will it be kept up?", "so what came of it"])
def test_what_says_too_little_alone_is_asked_of_the_documents_before(question: str) -> None:
    assert leans(question)
    assert gone_on(question, BEFORE) == GoneOn(question, ("pay",))


def test_what_can_be_completed_is_read_whole_and_of_all_documents() -> None:
    asked = Before("When was CARIN founded?", (("networks", "26"),))
    assert gone_on("what about ARIN-SA?", asked) == GoneOn("When was ARIN-SA founded?", whole=True)


def test_what_stands_alone_does_not_go_on() -> None:
    assert gone_on("Which networks of judges meet in Chile?", BEFORE) is None
    assert gone_on("RailTracker: railways where it was installed in 1995", BEFORE) is None
    assert gone_on("Why did UNCTAD stop its port work in Mogadishu and Kismayu?", BEFORE) is None
    assert gone_on("Under which decision are Parties that have not done so asked to report?", BEFORE) is None


def test_where_no_answer_was_sure_no_document_is_asked_alone() -> None:
    assert gone_on("and was that granted?", replace(BEFORE, documents=())) == GoneOn("and was that granted?")


@pytest.fixture(scope="module")
def answerer() -> Answerer:
    pay = Document("pay", "Report on pay", numbered(*GRANTED), symbol="A/1")
    visas = Document("visas", "Report on visas", numbered("Visas were granted by all.", "That was granted too."))
    return Answerer(index_of(pay, visas), FakeEmbedder())


def asked(answerer: Answerer, question: str, before: Before | None) -> Answer:
    return answerer.answer(question, before=before)


def test_it_is_answered_beside_what_answered_before_and_that_is_said(answerer: Answerer) -> None:
    before = Before("How much danger pay do the federations want?", (("pay", "1"),), ("pay",))
    alone, together = (asked(answerer, "and was that granted?", each) for each in (None, before))
    assert {hit.document for hit in alone.evidence} == {"pay", "visas"}
    assert {hit.document for hit in together.evidence} == {"pay"}
    assert together.question == "and was that granted?"
    assert "Asked of A/1, where the answer before is from." in (together.remark or "")


@pytest.mark.parametrize(("documents", "before"), [(("visas",), "pay"), ((), "gone")])
def test_documents_that_are_named_or_gone_are_not_asked_instead(
    answerer: Answerer, documents: tuple[str, ...], before: str
) -> None:
    asked_before = Before("What do the federations want?", ((before, "1"),), (before,))
    answer = answerer.answer("and was that granted?", documents=documents, before=asked_before)
    assert "visas" in {hit.document for hit in answer.evidence}
    assert "Asked of" not in (answer.remark or "")


def test_what_stands_alone_is_answered_as_without_a_thread(answerer: Answerer) -> None:
    question = "Which visas were granted in Chile?"
    before = Before("What do boats do?", (("pay", "3"),), ("pay",))
    alone, after = (asked(answerer, question, each) for each in (None, before))
    assert [(hit.row, hit.score) for hit in alone.evidence] == [(hit.row, hit.score) for hit in after.evidence]


def test_paragraphs_beside_those_before_come_first_where_no_document_is_sure(answerer: Answerer) -> None:
    before = Before("What do boats do?", (("pay", "3"),))
    assert asked(answerer, "and was that granted?", before).evidence[0].document == "pay"


def test_what_there_is_of_an_answer_are_its_question_and_the_places_it_cites(answerer: Answerer) -> None:
    answer = asked(answerer, "What did the Commission grant?", None)
    places = {(each.document, str(each.locator)) for statement in answer.statements for each in statement.citations}
    assert Before.of(answer).question == "What did the Commission grant?"
    assert set(Before.of(answer).places) == places
