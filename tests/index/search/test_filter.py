"""What a filter lets through: everything it is not asked to keep out."""

import pytest

from index.document import Document
from index.search.filter import EVERYTHING, Filter

PAPER = Document("paper", "Paper", (), date="2019-06-30", body="Working Group", language="en")
UNDATED = Document("undated", "Undated", ())


@pytest.mark.parametrize(
    ("where", "paper", "undated"),
    [
        (EVERYTHING, True, True),
        (Filter(documents=frozenset({"paper"})), True, False),
        (Filter(documents=frozenset()), False, False),
        (Filter(since="2019"), True, False),
        (Filter(since="2019-06-30"), True, False),
        (Filter(since="2019-07"), False, False),
        (Filter(until="2019"), True, False),
        (Filter(until="2019-06"), True, False),
        (Filter(until="2019-06-29"), False, False),
        (Filter(until="2018"), False, False),
        (Filter(since="2018", until="2020"), True, False),
        (Filter(bodies=frozenset({"Working Group", "Other"})), True, False),
        (Filter(bodies=frozenset({"Other"})), False, False),
        (Filter(languages=frozenset({"en"})), True, True),
        (Filter(languages=frozenset({"fr"})), False, False),
        (Filter(documents=frozenset({"paper"}), until="2018"), False, False),
        (Filter(rows=frozenset({3})), True, True),
    ],
)
def test_a_document_passes_where_it_has_all_that_is_asked_for(where: Filter, paper: bool, undated: bool) -> None:
    assert (where.admits(PAPER), where.admits(UNDATED)) == (paper, undated)


def test_filters_that_ask_for_the_same_are_one() -> None:
    assert Filter() == EVERYTHING
    assert len({Filter(rows=frozenset({1, 2})), Filter(rows=frozenset({2, 1})), Filter(rows=frozenset({2}))}) == 2
    assert not Filter(rows=frozenset({1})).asks_for_documents
    assert Filter(until="2018").asks_for_documents
