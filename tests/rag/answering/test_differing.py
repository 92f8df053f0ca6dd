"""Documents that count differently: the later first, and that is said."""

from dataclasses import replace

import pytest

from index.locator import Locator
from rag.answer import Citation, Statement
from rag.answering.differing import differing

QUESTION = "How many regional networks are there?"


def said(text: str, date: str | None) -> Statement:
    return Statement(text, (Citation(f"of {date}", None, Locator(), "A/1, para. 1", text, 0, len(text), "A", date),))


SIX = said("At that time there were six regional networks.", "2018-04-04")
SEVEN = said("UNODC supports seven asset recovery networks in 30 States.", "2021-06-28")
ASKED = said("Seven networks help those who are asked.", "2021-06-28")


def test_the_later_document_comes_first_and_both_figures_are_said() -> None:
    statements, remark = differing(QUESTION, (SIX, SEVEN))
    assert statements == (SEVEN, SIX)
    assert remark == "The documents give different figures: seven (2021), six (2018)."


def test_of_documents_of_one_year_the_days_are_said() -> None:
    later = said("Now 7 networks exist.", "2018-11-30")
    assert differing(QUESTION, (SIX, later))[1] == (
        "The documents give different figures: 7 (2018-11-30), six (2018-04-04)."
    )


@pytest.mark.parametrize(
    ("question", "statements"),
    [
        (QUESTION, (SIX, said("There are 6 networks.", "2021-06-28"))),  # the same, otherwise written
        (QUESTION, (SIX, said("It has 30 members.", "2021-06-28"))),  # counts something else
        (QUESTION, (SIX, replace(SEVEN, citations=(replace(SEVEN.citations[0], date=None),)))),
        (QUESTION, (SIX, said("Of 8 networks, 7 networks met.", "2021-06-28"))),  # which of the two is not clear
        ("How many networks has Boko Haram?", (SIX, SEVEN)),  # of others
        (
            "How many networks has WHO?",
            (said("Six networks help those who ask.", "2018-04-04"), ASKED),
        ),  # `who` is none
        (QUESTION, (SIX,)),
        (QUESTION, ()),
        ("Which networks are there?", (SIX, SEVEN)),
    ],
)
def test_nothing_is_said_where_it_is_not_clear_that_they_differ(
    question: str, statements: tuple[Statement, ...]
) -> None:
    assert differing(question, statements) == (statements, None)
