"""What a State under review accepted or not, where a question asks for just that."""

import pytest

from index.document import Document, Paragraph
from index.locator import Locator
from index.store import Index
from rag.answerer import Answerer
from rag.answering.looked_up.recommended.recommendations import SHOWN
from rag.answering.looked_up.recommended.responses import response_asked
from tests.support.answering import quoted_whole
from tests.support.fakes import FakeEmbedder
from tests.support.papers import index_of, paragraph

ACCEPTED = "The recommendations listed below have been examined by Chile and enjoy its support:"
DONE = "The following recommendations enjoy the support of Chile, which considers that they are already implemented:"
PUT_OFF = "The following recommendations will be examined by Chile, which will provide responses in due time:"
NOTED = "The recommendations below did not enjoy the support of Chile and would thus be noted:"


def listed(lead: str, text: str, *recommended: str) -> tuple[Paragraph, ...]:
    own = (
        Paragraph(Locator(number=f"{lead}.{at}", label="recommendation"), each)
        for at, each in enumerate(recommended, 1)
    )
    return (paragraph(lead, text), *own)


CHILE = Document(
    "chile",
    "Report of the Working Group on the Universal Periodic Review: Chile",
    (
        paragraph("6", "Chile had accepted most recommendations of the first cycle; it rejected ten."),
        *listed("99", ACCEPTED, "Improve prisons (Peru);", "Train judges (Mali)."),
        *listed("100", DONE, "Count votes (Peru)."),
        *listed("101", PUT_OFF, "Ratify the Convention (Mali)."),
        *listed("102", NOTED, "Abolish fees (Peru)."),
        paragraph("103", "All conclusions reflect the position of the submitting States."),
    ),
    symbol="A/HRC/9/4",
)
MANY = Document("togo", "Report: Togo", listed("9", "These enjoy the support of Togo:", *map(str, range(SHOWN + 2))))


@pytest.fixture(scope="module")
def index() -> Index:
    return index_of(CHILE, MANY)


@pytest.mark.parametrize(
    ("question", "quoted"),
    [
        (
            "Which recommendations did Chile accept?",
            [ACCEPTED, "Improve prisons (Peru);", "Train judges (Mali).", DONE, "Count votes (Peru)."],
        ),
        ("recommendations rejected in A/HRC/9/4", [NOTED, "Abolish fees (Peru)."]),
        ("What recommendations did not enjoy the support of Chile?", [NOTED, "Abolish fees (Peru)."]),
        ("which recommendations were noted by Chile", [NOTED, "Abolish fees (Peru)."]),
        ("Which recommendations didn't Chile support?", [NOTED, "Abolish fees (Peru)."]),
        ("Which recommendations will Chile still examine?", [PUT_OFF, "Ratify the Convention (Mali)."]),
        ("Which recommendations on prisons did Chile accept?", [ACCEPTED, "Improve prisons (Peru);"]),
        ("Did Chile accept to abolish fees?", [NOTED, "Abolish fees (Peru)."]),
        ("has Chile agreed to ratify the convention", [PUT_OFF, "Ratify the Convention (Mali)."]),
        ("Did Chile reject the training of judges?", [ACCEPTED, "Train judges (Mali)."]),
        ("Which recommendations on prisons did Chile reject?", []),
        ("Did Chile accept to abolish prisons?", []),
    ],
)
def test_what_a_state_made_of_recommendations_is_quoted_whole(index: Index, question: str, quoted: list[str]) -> None:
    assert quoted_whole(index, question) == quoted


def test_how_many_they_are_is_said_beside_what_they_stand_under(index: Index) -> None:
    found = Answerer(index, FakeEmbedder()).answer("How many recommendations did Chile accept?")
    assert [each.text for each in found.statements] == [ACCEPTED, DONE]
    assert found.remark == "3 recommendations are listed under it."


def test_of_many_the_first_are_quoted_and_that_is_said(index: Index) -> None:
    found = Answerer(index, FakeEmbedder()).answer("Which recommendations did Togo support?")
    assert len(found.statements) == 1 + SHOWN
    assert found.remark == f"The first {SHOWN} of {SHOWN + 2} recommendations are shown."


def test_of_a_state_whose_review_is_not_held_nothing_is_listed(index: Index) -> None:
    assert quoted_whole(index, "Which recommendations did Kenya accept?") == []
    assert quoted_whole(index, "Which recommendations did Togo reject?") == []
    assert quoted_whole(index, "Did Kenya accept to abolish fees?") == []
    assert quoted_whole(index, "Did anybody accept to abolish fees?") == []


@pytest.mark.parametrize(
    "topic",
    [
        "Which recommendations of Peru did Chile accept?",
        "What did Chile recommend?",
        "Did Chile receive a recommendation to abolish fees?",
        "Did the Committee note the fees of Chile?",
        "Did Chile take note of the agreement on fees?",
        "Why did Chile reject recommendations?",
    ],
)
def test_what_asks_for_something_else_is_not_taken_for_it(topic: str) -> None:
    assert response_asked(topic) is None
