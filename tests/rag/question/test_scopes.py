"""The documents of years that a question gives are the sides of a comparison only where they tell of its matter."""

import pytest

from index.document import Document
from index.store import Index
from rag.question.analyse import analyse
from tests.support.papers import index_of, paragraph

OLD = Document("old", "Minutes", (paragraph("1", "Networks share registers."),), "A/1", date="2017-01-01")
NEW = Document("new", "Minutes", (paragraph("1", "Networks share more registers."),), "A/2", date="2024-01-01")
REVIEW = Document("review", "Review", (paragraph("1", "Of victims, 26 per cent were children."),), date="2025-01-01")


@pytest.fixture(scope="module")
def index() -> Index:
    return index_of(OLD, NEW, REVIEW)


@pytest.mark.parametrize(
    "question",
    [
        "How many victims were there between 2017 and 2024?",
        "victims 2017 versus 2024",
        "How did the number of victims change from 2017 to 2024?",
    ],
)
def test_years_are_no_sides_where_a_document_of_another_year_tells_of_the_matter(index: Index, question: str) -> None:
    analysis = analyse(question, index)
    assert (analysis.scopes, analysis.compared, analysis.intent) == ((), (), "facts")


def test_years_are_sides_where_one_of_their_documents_tells_of_the_matter(index: Index) -> None:
    assert len(analyse("What was said of registers in 2017 and in 2024?", index).scopes) == 2
    assert analyse("How did sharing of registers change between 2017 and 2024?", index).compared == ("old", "new")


def test_only_documents_that_may_answer_tell_what_years_mean(index: Index) -> None:
    assert len(analyse("Were there victims or registers in 2017 and 2024?", index, ["old", "new"]).scopes) == 2


def test_documents_that_are_named_are_sides_whatever_tells_of_the_matter(index: Index) -> None:
    assert len(analyse("What do A/1 (2017) and A/2 (2024) say of victims?", index).scopes) == 2
