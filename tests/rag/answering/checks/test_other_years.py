"""Figures of another year than the one that is asked for."""

import pytest

from index.document import Document
from rag.answering.checks.other_years import of_another_year
from rag.question.analyse import analyse
from tests.support.papers import index_of, paragraph

SPENT = "Expenditure on fuel was $48 million in 2017/18."
DIESEL = "Diesel accounted for 61 per cent of the volume in 2018/19."
AUDIT = Document("audit", "Audit of fuel", (paragraph("3", f"{SPENT} {DIESEL}", "Use"),), date="2020-12-07")
ROUNDED = "It is one of the largest items."


@pytest.mark.parametrize(
    ("question", "leading", "missing"),
    [
        ("What share of fuel was diesel in 2017/18?", DIESEL, ["2017/18"]),
        ("How much was spent on fuel in 2016?", SPENT, ["2016"]),
        ("fuel, expenditure 2016", SPENT, ["2016"]),
        ("What share of fuel was diesel in 2018/19?", DIESEL, []),
        ("What share of fuel was diesel in 2018?", DIESEL, []),
        ("What share of fuel was diesel in 2020?", DIESEL, []),  # the year of the document
        ("What share of fuel has been diesel since 2017?", DIESEL, []),  # which no text need repeat
        ("What share of fuel was diesel?", DIESEL, []),
        ("Why was so much diesel used in 2017/18?", DIESEL, []),  # a reason
        ("How much was spent on fuel in 2016?", ROUNDED, []),  # of no year
        ("What was spent on fuel, in $ million, S/2016/482?", SPENT, []),  # a document's number
        ("fuel expenditure 2016/482", SPENT, []),
    ],
)
def test_a_figure_of_another_year_is_none_of_the_one_asked_for(question: str, leading: str, missing: list[str]) -> None:
    index = index_of(AUDIT)
    found = of_another_year(analyse(question, index), [leading], [leading], [index.paragraphs[0]])
    assert found == tuple(f"None of these sentences is of {each}." for each in missing)


def test_a_year_quoted_beside_the_sentence_that_leads_is_told() -> None:
    index = index_of(AUDIT)
    asked = analyse("How much was spent on diesel in 2017/18?", index)
    assert of_another_year(asked, [SPENT, DIESEL], [DIESEL], [index.paragraphs[0]]) == ()
