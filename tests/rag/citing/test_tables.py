"""A table line by line, and the rows of it that are quoted with what they are read by."""

from dataclasses import replace

from hypothesis import assume, given
from hypothesis import strategies as st

from rag.citing.tables import lines_of, quoted_table, table_of
from rag.quotations import GAP, quotations
from tests.support.papers import paragraph
from tests.support.tables import AUDITS, quoting, table, table_index

WORDS = st.text("ab 1|–", max_size=4).map(lambda each: " ".join(each.replace("|", "").split()))


def test_captions_heads_rows_and_what_stands_below_are_told_apart() -> None:
    told = table_of(AUDITS)
    assert told is not None
    assert [each.text for each in told.above] == ["Table 1. Audits & cases"]
    assert [each.text for each in told.heads] == ["| Audits | | Cases", "| 2023 | 2024 | 2024"]
    assert [each.cells[0].text for each in told.rows] == ["Africa", "Regions without an office", "Asia", "Europe"]
    assert [each.text for each in told.below] == ["Source: the Secretariat."]
    assert [told.figures(column) for column in range(told.columns)] == [False, True, True, True]


def test_what_stands_alone_in_its_row_stands_across_all_columns() -> None:
    told = table_of(AUDITS)
    assert told is not None
    assert [each.is_across for each in told.rows] == [False, True, False, False]


def test_rows_are_quoted_with_heads_and_a_mark_for_those_between() -> None:
    index = table_index()
    (quotation,) = quotations(quoting(index, "Africa | 4 | | 1", "Europe | 2 | 2 | 2").statements)
    assert lines_of(quotation, index) == (
        "Table 1. Audits & cases",
        "| Audits | | Cases",
        "| 2023 | 2024 | 2024",
        "Africa | 4 | | 1",
        GAP,
        "Europe | 2 | 2 | 2",
    )


def test_a_row_below_a_name_that_hangs_over_it_is_quoted_with_that_name() -> None:
    rows = (("Region", "Year", "Cases"), ("Africa", "2023", "4"), ("", "2024", "5"), ("Asia", "2023", "8"))
    index = table_index(table(*rows))
    (quotation,) = quotations(quoting(index, "| 2024 | 5").statements)
    assert lines_of(quotation, index) == ("Region | Year | Cases", "Africa | 2024 | 5")
    (quotation,) = quotations(quoting(index, "Africa | 2023 | 4", "| 2024 | 5").statements)
    assert lines_of(quotation, index)[1:] == ("Africa | 2023 | 4", "| 2024 | 5")


def test_what_stands_below_is_shown_where_it_is_quoted() -> None:
    index = table_index()
    (quotation,) = quotations(quoting(index, "Europe | 2 | 2 | 2", "Source: the Secretariat.").statements)
    assert lines_of(quotation, index)[-2:] == ("Europe | 2 | 2 | 2", "Source: the Secretariat.")


def test_lines_that_have_labels_are_read_as_words() -> None:
    index = table_index(table(("Chair:", "Ms. A"), ("Rapporteur:", "Mr. B")))
    (quotation,) = quotations(quoting(index, "Rapporteur: | Mr. B").statements)
    assert lines_of(quotation, index) == ("Rapporteur: Mr. B",)


def test_a_caption_alone_is_no_table() -> None:
    index = table_index()
    (quotation,) = quotations(quoting(index, "Table 1. Audits & cases").statements)
    assert quoted_table(quotation, index) is None
    assert lines_of(quotation, index) == ("Table 1. Audits & cases",)


def test_running_text_is_no_table() -> None:
    assert table_of(paragraph("1", "Networks exist.")) is None
    assert table_of(replace(AUDITS, rows=(("Other", "1"),))) is None


@given(st.lists(st.tuples(WORDS, WORDS, WORDS).filter(any), min_size=2, max_size=5))
def test_each_cell_stands_where_it_says(rows: list[tuple[str, str, str]]) -> None:
    whole = table(*rows)
    told = table_of(whole)
    assume(told is not None)  # heads without rows are words
    assert told is not None
    lines = [*told.above, *told.heads, *told.rows, *told.below]
    assert "\n".join(each.text for each in lines) == whole.text
    cells = [each for line in lines for each in line.cells]
    assert all(each.start is None or whole.text[each.start :].startswith(each.text) for each in cells)
    assert sorted(each.text for each in cells if each.text) == sorted(each for row in rows for each in row if each)


def test_a_column_of_dates_is_none_of_figures() -> None:
    told = table_of(table(("Country", "Dates", "Cost"), ("Kenya", "20–24 March", "0.75a"), ("Nepal", "5 May", "1 km")))
    assert told is not None
    assert [told.figures(column) for column in range(told.columns)] == [False, False, True]
