"""A question for what a preamble says is answered from the preamble, one for what is decided from the rest."""

import pytest

from index.document import Document
from index.store import Index
from rag.question.analyse import analyse
from tests.support.papers import index_of, paragraph

RESOLUTION = Document(
    "a-res-73-7",
    "Report of the Court",
    (
        paragraph("preambular para. 1", "Recalling its resolution 72/3,"),
        paragraph("preambular para. 2", "Mindful of the victims,"),
        paragraph("1", "Welcomes the report of the Court;"),
        paragraph("2", "Calls upon States to protect victims."),
    ),
    "A/RES/73/7",
)
PRINTING = Document(
    "decisions",
    "Decisions adopted",
    (
        paragraph("resolution 68/6, preambular para. 1", "Recalling the Plan,"),
        paragraph("resolution 68/6, 1", "Endorses the Plan;"),
        paragraph("resolution 68/7, preambular para. 1", "Recalling the Strategy,"),
    ),
)
REPORT = Document("report", "Report on victims", (paragraph("1", "The preamble was discussed."),))


@pytest.fixture(scope="module")
def index() -> Index:
    return index_of(RESOLUTION, PRINTING, REPORT)


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("What does the preamble of A/RES/73/7 say about victims?", {0, 1}),
        ("What is said about victims in the preambular paragraphs of A/RES/73/7?", {0, 1}),
        ("What do the operative paragraphs of A/RES/73/7 say about victims?", {2, 3}),
        ("What does the preamble of resolution 68/6 recall?", {4}),
        ("What does the operative part of resolution 68/6 endorse?", {5}),
        ("Which resolutions recall a plan in their preambles?", {0, 1, 4, 6}),
    ],
)
def test_a_half_is_what_is_answered_from(index: Index, question: str, rows: set[int]) -> None:
    assert analyse(question, index).scopes == (frozenset(rows),)


def test_the_word_for_the_half_is_not_searched_for(index: Index) -> None:
    assert "preamble" not in analyse("What does the preamble of A/RES/73/7 say about victims?", index).topic


@pytest.mark.parametrize(
    ("question", "rows"), [("the preamble of A/RES/73/7", [0, 1]), ("Show the operative part of A/RES/73/7.", [2, 3])]
)
def test_a_half_alone_is_wanted_as_it_stands(index: Index, question: str, rows: list[int]) -> None:
    found = analyse(question, index)
    assert (found.intent, [each.row for each in found.places]) == ("text", rows)


@pytest.mark.parametrize(
    ("question", "scopes"),
    [
        ("What do the preamble and the operative paragraphs of A/RES/73/7 say about victims?", [{0, 1, 2, 3}]),
        ("What was said about the preamble in the report on victims?", [{7}]),
        ("What was said about the preamble of the treaty?", []),
    ],
)
def test_both_halves_or_a_text_without_any_are_read_whole(index: Index, question: str, scopes: list[set[int]]) -> None:
    assert [set(rows) for rows in analyse(question, index).scopes] == scopes


def test_what_is_compared_is_compared_whole(index: Index) -> None:
    found = analyse("How do the preambles of A/RES/73/7 and the report on victims differ?", index)
    assert [len(rows) for rows in found.scopes] == [4, 1]


def test_a_paragraph_of_a_half_is_that_paragraph(index: Index) -> None:
    assert [each.row for each in analyse("Preambular paragraph 2 of A/RES/73/7", index).places] == [1]
