"""Rows of tables in words: what each is called, and each cell after the head of its column."""

from rag.answering.tables.in_words import rows_in_words
from tests.support.tables import AUDITS, table, table_index


def texts(*rows: tuple[str, ...], caption: str = "") -> list[str]:
    return [each.text for each in rows_in_words(0, table_index(table(*rows, caption=caption)))]


def test_a_row_says_its_name_and_each_figure_after_the_head_of_its_column() -> None:
    africa, asia, europe = rows_in_words(0, table_index(AUDITS))
    assert africa.text == "Table 1. Audits & cases. Africa: Audits 2023 4; Cases 2024 1."
    assert africa.columns == ("Audits 2023", "Cases 2024")
    assert europe.text.endswith("Europe: Audits 2023 2; Audits 2024 2; Cases 2024 2.")
    assert (asia.name, asia.section) == ("Regions without an office, Asia", "Regions without an office")


def test_its_place_is_that_of_the_sentence_it_is() -> None:
    index = table_index(AUDITS)
    for each in rows_in_words(0, index):
        row, at = each.place
        assert index.sentence_texts(row)[at].startswith(each.label)


def test_heads_over_the_middle_of_their_columns_have_as_many_as_the_heads_below_repeat() -> None:
    rows = (("Region", "", "2021", "2022", ""), ("", "Cases", "Share", "Cases", "Share"), ("Asia", "4", "3", "6", "5"))
    assert texts(*rows) == ["Asia: 2021 Cases 4; 2021 Share 3; 2022 Cases 6; 2022 Share 5."]


def test_a_name_that_hangs_over_rows_is_that_of_each() -> None:
    rows = (("Region", "Year", "Cases"), ("Africa", "2023", "4"), ("", "2024", "5"))
    assert texts(*rows) == ["Africa: Year 2023; Cases 4.", "Africa: Year 2024; Cases 5."]


def test_a_head_that_is_a_year_is_of_what_the_one_before_it_is_of() -> None:
    rows = (("Country", "Spent 2023", "2024", "Pledged", "2025"), ("Chad", "4", "5", "6", "7"))
    assert texts(*rows) == ["Chad: Spent 2023 4; Spent 2024 5; Pledged 6; 2025 7."]


def test_heads_that_are_printed_again_are_no_row() -> None:
    rows = (("Region", "Cases"), ("Asia", "4"), ("Region", "Cases"), ("Europe", "5"))
    assert texts(*rows) == ["Asia: Cases 4.", "Europe: Cases 5."]


def test_what_is_no_table_or_has_labels_has_no_rows_in_words() -> None:
    assert texts(("Chair:", "Ms. A"), ("Rapporteur:", "Mr. B")) == []
    assert texts(("Region", "Cases")) == []
