"""That a body remains seized of a matter answers no question for what is seized."""

from index.document import Document
from rag.answer import Hit
from rag.answering.raised.formulas_last import formulas_last
from rag.question.analyse import QuestionAnalysis
from rag.question.answer_type import AnswerType
from tests.support.papers import index_of, numbered

TEXTS = ("Decides to remain actively seized of the matter.", "Weapons are seized.", "They remain seized of it.")


def order(question: str) -> list[int]:
    index = index_of(Document("resolution", "Weapons", numbered(*TEXTS)))
    hits = [Hit(ref.row, ref.document.id, ref.locator, 3.0 - ref.row) for ref in index.paragraphs]
    return [each.row for each in formulas_last(QuestionAnalysis(question, question, AnswerType.OTHER), hits, index)]


def test_the_formula_stands_last_unless_it_is_asked_for() -> None:
    assert order("What happens to seized weapons?") == [1, 2, 0]
    assert order("Does the Council remain seized of the matter?") == [0, 1, 2]
