"""The rules that put wanted paragraphs first apply in turn, where a question does not say itself which it wants."""

import pytest

from index.document import Document
from index.store import Index
from rag.answer import Hit
from rag.answering.raised.in_order import raised
from rag.answering.steps import Asked
from rag.question.analyse import NamedPlace, QuestionAnalysis
from rag.question.answer_type import AnswerType
from rag.question.words.acronyms import Glossary
from tests.support.papers import index_of, paragraph

NETWORK = "Camden Asset Recovery Inter-Agency Network"
PAPER = Document(
    "paper",
    "A paper",
    (
        paragraph("1", "CARIN was thanked.", "I. Opening"),
        paragraph("2", "Boats should rest.", "II. Decent work"),
        paragraph("3", f"The oldest network is the {NETWORK} (CARIN).", "III. Networks"),
        paragraph("4", "In Chile, judges decide.", "IV. Courts"),
        # Or it would be on each country that it names.
        *(paragraph(str(number), "Others were heard.") for number in range(5, 35)),
    ),
)


@pytest.fixture(scope="module")
def index() -> Index:
    return index_of(PAPER)


def order(index: Index, question: str, **named: object) -> list[int]:
    asked = QuestionAnalysis(question, question, AnswerType.OTHER, **named)  # type: ignore[arg-type]
    hits = [Hit(row, "paper", index.paragraphs[row].locator, 4.0 - row) for row in range(4)]
    return [hit.row for hit in raised(asked, hits, index, Glossary.of({"CARIN": NETWORK}), Asked(question))]


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Who decides in Chile?", 3),
        ("What was agreed on decent work?", 1),
        ("What is CARIN?", 2),
    ],
)
def test_each_rule_puts_first_what_it_wants(index: Index, question: str, first: int) -> None:
    assert order(index, question)[0] == first
    assert sorted(order(index, question)) == [0, 1, 2, 3]


@pytest.mark.parametrize("question", ["Who decides in Chile?", "What was agreed on decent work?", "What is CARIN?"])
@pytest.mark.parametrize("named", [{"scopes": (frozenset({0}), frozenset({2}))}, {"places": (NamedPlace(0),)}])
def test_the_order_stays_where_places_or_the_sides_of_a_comparison_are_named(
    index: Index, question: str, named: dict[str, object]
) -> None:
    assert order(index, question, **named) == [0, 1, 2, 3]
