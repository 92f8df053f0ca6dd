"""Which row of a table has most or least: compared where the question names one column, left alone where it may not."""

import pytest

from index.store import Index
from rag.answering.tables.asked import AskedOfTable
from rag.answering.tables.in_words import rows_in_words
from rag.answering.tables.most import RowsWithMost, asks_for_most, rows_with_most
from rag.question.words.acronyms import Glossary
from tests.support.tables import table, table_index

WELLS = table(
    ("Country", "New wells", "", "Persons served", "Share of cost (percentage)", "Total"),
    ("", "2023", "2024", "", "", ""),
    ("Chad", "72", "1 025", "51,300", "12", "97"),
    ("Mali", "54", "90", "63,850", "40.5", "144a"),
    ("Niger", "–", "38", "..", "8", "38"),
    ("Togo", "9", "90", "4,100", "39.5", "99"),
    ("Country", "New wells", "", "Persons served", "Share of cost (percentage)", "Total"),
    ("Other countries", "400", "400", "9,000", "0", "800"),
    ("Total", "535", "1 643", "128,250", "100", "1 178"),
    caption="Table 1. Wells by country",
)


@pytest.fixture(scope="module")
def index() -> Index:
    return table_index(WELLS)


def found(index: Index, asked: str) -> RowsWithMost | None:
    return rows_with_most(AskedOfTable(asked, index, Glossary.of({})), [rows_in_words(0, index)])


@pytest.mark.parametrize(
    ("asked", "rows"),
    [
        ("Which country had the most new wells in 2024?", ["Chad"]),
        ("country with the fewest new wells in 2023", ["Niger"]),
        ("Which country has the largest number of persons served by wells?", ["Mali"]),
        ("Which country has the lowest share of the cost of wells?", ["Niger"]),
        ("country with most wells altogether", ["Mali"]),
        ("top two countries, persons served by wells", ["Mali", "Chad"]),
        ("the 2 highest numbers of persons served by wells", ["Mali", "Chad"]),
        ("Which countries have the largest share of the cost of wells?", ["Mali", "Togo", "Chad"]),
        ("Which two countries had the most new wells in 2024?", ["Chad", "Mali", "Togo"]),  # two have as many
    ],
)
def test_the_rows_with_most_or_least_in_the_column_that_is_named(index: Index, asked: str, rows: list[str]) -> None:
    most = found(index, asked)
    assert most is not None
    assert [each.label for each in most.rows] == rows


@pytest.mark.parametrize(
    "asked",
    [
        "Which country has the most wells with persons served in 2024?",  # two columns
        "Which country had the most new wells in 2025?",  # no such year
        "Which region has the largest number of persons served by wells?",  # not what the rows are
        "Has Chad the largest number of persons served by wells?",  # a row that is named
        "Which country has the greatest decrease in persons served by wells?",  # most of that may be least
        "Which country has the largest number of persons in prison awaiting trial?",  # not what the table is about
        "Which country has at most 10 persons served by wells?",
        "Where were the most and the fewest persons served by wells?",
        "How many persons in each country are served by wells?",
    ],
)
def test_nothing_is_compared_where_the_table_may_not_be_meant(index: Index, asked: str) -> None:
    assert found(index, asked) is None


@pytest.mark.parametrize(
    "rows",
    [
        (("Chad", "72"), ("Mali", "(54)"), ("Niger", "3")),  # below nought
        (("Chad", "72"), ("Mali", "54")),  # two only
        (("Chad", "72"), ("Mali", "in part"), ("Niger", "yes"), ("Togo", "9")),  # words
        (("2023", "72"), ("Chad", "54"), ("Mali", "3"), ("Chad", "4")),  # the same name twice
    ],
)
def test_columns_that_cannot_be_compared_are_not(rows: tuple[tuple[str, str], ...]) -> None:
    index = table_index(table(("Country", "Persons served"), *rows, caption="Wells by country"))
    assert found(index, "Which country has the largest number of persons served by wells?") is None


def test_what_was_compared_is_said(index: Index) -> None:
    one, several = found(index, "country with the most persons served by wells"), found(index, "top 2 persons served")
    assert one is not None and several is not None
    assert one.remark == (
        "Compared by pincite: of 3 rows with a figure under “Persons served”, this one has the highest."
    )
    assert several.remark.endswith("these have the highest: Mali (63,850) and Chad (51,300).")
    assert found(index, "country with the least persons served by wells").remark.endswith("has the lowest.")  # type: ignore[union-attr]


def test_which_questions_ask_for_most() -> None:
    assert asks_for_most("Which donor gave the most?")
    assert not any(
        map(asks_for_most, ("the most recent report", "at least two", "most of the States", "top-level talks"))
    )
