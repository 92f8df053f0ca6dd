"""Filters: which documents an answer may come from."""

import pytest

from index.document import Document
from ui.app.addresses import Filters
from ui.app.filtering import allowed, choices, known_filters, summary

BODY, GROUP = "Conference", "Working Group"
DOCUMENTS = (
    Document(id="a", title="A", paragraphs=(), date="2018-04-04", body=GROUP),
    Document(id="b", title="B", paragraphs=(), date="2020", body=BODY),
    Document(id="c", title="C", paragraphs=()),
)


def test_what_there_is_to_choose_is_taken_from_the_documents() -> None:
    found = choices(DOCUMENTS)
    assert (found.documents, found.bodies, found.years) == (("a", "b", "c"), (BODY, GROUP), (2018, 2020))
    assert choices(DOCUMENTS[2:]).years is None


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(), ("a", "b", "c")),
        (Filters(documents=("c", "a")), ("a", "c")),
        (Filters(bodies=(BODY,)), ("b",)),
        (Filters(first_year=2019), ("b",)),
        (Filters(last_year=2019), ("a",)),
        (Filters(first_year=2018, last_year=2020), ("a", "b")),
        (Filters(documents=("a",), bodies=(BODY,)), ()),
    ],
)
def test_a_document_has_to_pass_every_filter(filters: Filters, expected: tuple[str, ...]) -> None:
    assert allowed(DOCUMENTS, filters) == expected


def test_what_is_no_longer_in_the_index_is_left_out_of_an_old_address() -> None:
    assert known_filters(Filters(("a", "gone"), ("Nobody",), 2018), DOCUMENTS) == Filters(("a",), (), 2018)


@pytest.mark.parametrize(
    ("filters", "words"),
    [
        (Filters(), "All documents"),
        (Filters(first_year=2018), "2 documents"),
        (Filters(documents=("a",)), "1 document"),
        (Filters(first_year=2030), "No document"),
    ],
)
def test_a_button_says_what_the_filters_let_through(filters: Filters, words: str) -> None:
    assert summary(filters, DOCUMENTS) == words
