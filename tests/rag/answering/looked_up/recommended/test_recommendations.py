"""All that was recommended, where a question asks for just that."""

import pytest

from index.document import Document, Paragraph
from index.locator import Locator
from index.store import Index
from rag.answerer import Answerer
from rag.answering.looked_up.recommended.recommendations import SHOWN, recommendations_asked
from tests.support.answering import quoted_whole
from tests.support.fakes import FakeEmbedder
from tests.support.papers import index_of, paragraph


def recommendation(number: str, text: str) -> Paragraph:
    return Paragraph(Locator(number=number, label="recommendation"), text)


def review(country: str, *recommended: str) -> Document:
    listed = (recommendation(f"99.{at}", each) for at, each in enumerate(recommended, 1))
    said = paragraph("37", f"Germany commended {country}. It made recommendations (Germany).")
    return Document(country.lower(), f"Review: {country}", (said, *listed), symbol=f"A/HRC/{len(country)}/4")


@pytest.fixture(scope="module")
def index() -> Index:
    return index_of(
        review(
            "Argentina",
            "Improve prisons (Germany);",
            "Ratify the Convention (Chile; Venezuela (Bolivarian Republic of); Germany) and",
            "Follow what Germany did (Peru).",
        ),
        review(
            "Afghanistan", "Repeal article 398 (Germany).", "End it (Chile).", *(f"Do {at}." for at in range(SHOWN))
        ),
    )


@pytest.mark.parametrize(
    "question",
    [
        "What did Germany recommend to Argentina?",
        "Which recommendations did Germany make to Argentina?",
        "list all recommendations to Argentina made by Germany",
        "Germany's recommendations to Argentina",
        "What recommendations did the German delegation give to the Government of Argentina?",
        "What did Germany recommend in A/HRC/9/4?",
    ],
)
def test_all_that_a_state_recommended_to_another_is_quoted_whole(index: Index, question: str) -> None:
    assert quoted_whole(index, question) == [
        "Improve prisons (Germany);",
        "Ratify the Convention (Chile; Venezuela (Bolivarian Republic of); Germany) and",
    ]


def test_to_whom_need_not_be_said(index: Index) -> None:
    assert quoted_whole(index, "What did Chile recommend?") == [
        "Ratify the Convention (Chile; Venezuela (Bolivarian Republic of); Germany) and",
        "End it (Chile).",
    ]


@pytest.mark.parametrize(
    "question",
    ["What recommendations did Argentina receive?", "List the recommendations in A/HRC/9/4"],
)
def test_nor_who_recommends(index: Index, question: str) -> None:
    assert len(quoted_whole(index, question)) == 3


def test_of_many_the_first_are_quoted_and_that_is_said(index: Index) -> None:
    found = Answerer(index, FakeEmbedder()).answer("What recommendations were made to Afghanistan?")
    assert len(found.statements) == SHOWN
    assert found.remark == f"The first {SHOWN} of {SHOWN + 2} recommendations are shown."


@pytest.mark.parametrize(
    ("question", "shown", "of"),
    [("How many recommendations did Afghanistan receive?", 3, SHOWN + 2),
     ("number of recommendations in A/HRC/9/4", 3, 0),
     ("How many recommendations did Germany make to Argentina?", 2, 0)],
)  # fmt: skip
def test_their_number_is_said_beside_the_first(index: Index, question: str, shown: int, of: int) -> None:
    found = Answerer(index, FakeEmbedder()).answer(question)
    assert (len(found.statements), found.intent) == (shown, "text")
    assert found.remark == (f"The first {shown} of {of} recommendations are shown." if of else None)


@pytest.mark.parametrize(
    "question",
    [
        "What did Germany recommend to Argentina about prisons?",
        "How many recommendations did Germany make to Argentina?",
        "Which recommendations did Argentina accept?",
        "What did Germany and Chile recommend to Argentina?",
        "What did Germany say to Argentina?",
    ],
)
def test_what_asks_for_something_else_is_not_taken_for_it(question: str) -> None:
    assert recommendations_asked(question) is None


def test_who_made_none_is_not_answered_with_others(index: Index) -> None:
    assert quoted_whole(index, "What did Kenya recommend to Argentina?") == []
