"""Where a question has all words of a heading, what stands under it is the answer, not only the nearest sentence."""

import pytest

from index.document import Document
from index.store import Index
from rag.answerer import Answerer
from rag.answering.extractive.candidate import Candidate
from rag.answering.extractive.compose import Place, compose
from rag.answering.extractive.sections import rest_of_paragraphs
from rag.question.analyse import QuestionAnalysis
from rag.question.answer_type import AnswerType
from tests.support.answering import ALWAYS
from tests.support.fakes import FakeEmbedder
from tests.support.papers import index_of, numbered, paragraph

DISPUTES = ("The Parties settle a dispute amicably.", "One not settled within 90 days is submitted to arbitrators.")
NETWORKS = tuple(
    f"The {name} network was launched. It has members." for name in ("northern", "southern", "western", "far")
)


@pytest.fixture(scope="module")
def index() -> Index:
    texts = [(text, "Article 10", "Settlement of disputes") for text in DISPUTES]
    texts += [(text, "II. Networks", "A. List of recovery networks") for text in NETWORKS]
    texts += [
        ("Recovery takes years.", "II. Networks", "B. Schedule"),
        ("It ends in 2030.", "II. Networks", "B. Schedule"),
    ]
    return index_of(
        Document("paper", "A paper", tuple(paragraph(str(n), *each) for n, each in enumerate(texts, 1)), "A/1")
    )


def quoted(index: Index, question: str) -> list[str]:
    return [each.text for each in Answerer(index, FakeEmbedder(), ALWAYS).answer(question).statements]


def test_a_short_section_that_is_asked_for_by_its_heading_is_quoted_whole(index: Index) -> None:
    assert set(DISPUTES) <= set(quoted(index, "How are disputes settled?"))


@pytest.mark.parametrize(
    "question", ["List the recovery networks and when each was launched", "Which recovery networks are there?"]
)
def test_of_a_list_in_paragraphs_each_gives_its_first_sentence(index: Index, question: str) -> None:
    assert {each.split(" It")[0] for each in NETWORKS} <= set(quoted(index, question))


def test_a_heading_of_one_word_or_with_others_is_not_asked_for(index: Index) -> None:
    assert len(quoted(index, "Why does recovery take years by that schedule?")) < len(NETWORKS)
    assert not set(DISPUTES) <= set(quoted(index, "How long is settlement?"))


@pytest.fixture(scope="module")
def candidates() -> list[Candidate]:
    """The first sentence of each of three paragraphs, of which the second is long."""
    texts = ("Fees rose. They fell later.", "Fees were told. " + "A word is long. " * 200, "Fees end. All do.")
    index = index_of(Document("fees", "Fees", numbered(*texts)))
    return [Candidate(index.paragraphs[row], row, *index.sentence_spans(row)[0], 0) for row in range(3)]


def rest(candidates: list[Candidate], kind: AnswerType) -> tuple[Place, ...]:
    index = index_of(candidates[0].ref.document)
    return rest_of_paragraphs(QuestionAnalysis("Fees?", "Fees?", kind), candidates, index)


def test_the_paragraphs_that_answer_an_open_question_are_quoted_whole_unless_they_are_long(
    candidates: list[Candidate],
) -> None:
    assert rest(candidates, AnswerType.OTHER) == ((0, 0), (0, 1), (2, 0), (2, 1))


def test_of_what_one_thing_answers_no_more_is_quoted(candidates: list[Candidate]) -> None:
    assert rest(candidates, AnswerType.DATE) == ()


def test_what_only_completes_a_paragraph_is_told_from_what_answers(candidates: list[Candidate]) -> None:
    index = index_of(candidates[0].ref.document)
    stated = compose(candidates[:1], index, rest=((0, 0), (0, 1), (2, 0)))
    assert [(each.text, each.completes) for each in stated] == [("Fees rose.", False), ("They fell later.", True)]
