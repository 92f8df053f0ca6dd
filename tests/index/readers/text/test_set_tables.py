"""Tables that a text sets with tabs or spaces are rows with cells."""

import pytest

from index.readers.base import Line, Role
from index.readers.text.reader import raw_lines, source_text
from index.readers.text.set_tables import with_set_tables
from tests.support.parsing import document

SPACED = """\
Table 2
Aid by region
(Thousands of dollars)
                                31 December      31 December
Region                                 2025             2024
---------------------------------------------------------------
Africa:
  Grants                              3 905          (2 018)
  Loans to small
  and medium firms                      740                –
Asia and the                             65             1.5%
Pacific
Total                                 4 710            2 018
---------------------------------------------------------------
Source: the Fund.
"""


def rows(text: str) -> list[tuple[str, ...]]:
    return [line.cells for line in with_set_tables(raw_lines(text)) if line.role is Role.TABLE]


def test_a_table_set_with_spaces_is_read_by_its_columns() -> None:
    assert rows(SPACED) == [
        ("Region", "31 December 2025", "31 December 2024"),
        ("Africa:", "", ""),
        ("Grants", "3 905", "(2 018)"),
        ("Loans to small and medium firms", "740", "–"),
        ("Asia and the", "65", "1.5%"),
        ("Pacific", "", ""),
        ("Total", "4 710", "2 018"),
    ]


def test_a_table_set_with_tabs_is_read_by_them() -> None:
    text = "Sector\tIn need\tFunds (million)\nHealth\t2.4M\t78.2\nLogistics\t–\t13.8\nWater\t\t63.9\n"
    assert rows(text) == [
        ("Sector", "In need", "Funds (million)"),
        ("Health", "2.4M", "78.2"),
        ("Logistics", "–", "13.8"),
        ("Water", "", "63.9"),
    ]


def test_a_figure_stands_in_the_column_that_it_is_below() -> None:
    text = lines_of(
        "Asia                4         1         2",
        "Arab States         2                   1",
        "Europe              3         1",
    )
    assert rows(text) == [("Asia", "4", "1", "2"), ("Arab States", "2", "", "1"), ("Europe", "3", "1", "")]


def test_the_first_rows_may_have_a_name_together() -> None:
    text = lines_of(
        "                  2025        2026",
        "-----------------------------------",
        "Section 2, General Assembly",
        "and conference management",
        "  Meetings         268         165",
        "  Documents        144         373",
    )
    assert rows(text) == [
        ("", "2025", "2026"),
        ("Section 2, General Assembly and conference management", "", ""),
        ("Meetings", "268", "165"),
        ("Documents", "144", "373"),
    ]


def test_a_table_right_below_another_has_its_own_heads() -> None:
    text = lines_of(
        "Sector     2024     2025",
        "Asia          4        1",
        "Africa        2        3",
        "",
        "Of these, new ones",
        "Region     Men    Women",
        "Asia          4        1",
        "Europe        2        3",
    )
    read = with_set_tables(raw_lines(text))
    assert [line.cells or line.text for line in read] == [
        ("Sector", "2024", "2025"),
        ("Asia", "4", "1"),
        ("Africa", "2", "3"),
        "Of these, new ones",
        ("Region", "Men", "Women"),
        ("Asia", "4", "1"),
        ("Europe", "2", "3"),
    ]


def test_a_name_may_stand_above_and_below_its_figures() -> None:
    text = lines_of(
        "Asia                4         1",
        "Office for the",
        "                    2         1",
        "the Caribbean",
        "Total               6         2",
    )
    assert rows(text) == [("Asia", "4", "1"), ("Office for the the Caribbean", "2", "1"), ("Total", "6", "2")]


@pytest.mark.parametrize(
    "text",
    [
        "Introduction            2\nFindings               11\nConclusions            30\n",  # a list of contents
        "Contents\nChapter      Paragraphs     Page\nI. Aims           1–3        2\nII. Means         4–9        5\n",
        "I. Aims .........     1      2\nII. Means ........     4      5\n",
        "Asia      4   1\nAfrica      2 and some more   3\n",  # one row
        "Asia      1 234 567    1\nAfrica    12     67    5\nEurope            3    1\n",  # two figures in one column
        "One sentence  with  wide  spaces.\nAnd  12  more  of  them.\n",
        "2/4        25-20946\n3/4        25-20946\n",
        "1.   Two.\n2.   Three.\n",
    ],
)
def test_what_is_no_table_stays_text(text: str) -> None:
    given = raw_lines(text)
    assert with_set_tables(given) == given


def test_a_table_has_its_caption_and_stands_beside_the_text() -> None:
    read = document(f"1. One sentence\nof two lines.\n\n{SPACED}\n2. Another sentence\nof two lines.\n")
    told = {str(each.locator): each for each in read.paragraphs}
    assert told["1"].text == "One sentence of two lines."
    assert told["2"].text == "Another sentence of two lines."
    assert told["table 2"].text.splitlines()[:2] == [
        "Table 2",
        "Aid by region",
    ]
    assert told["table 2"].rows[2] == ("Grants", "3 905", "(2 018)")


@pytest.mark.parametrize(
    "caption", ["Table", "Table\nAid by region\n(Dollars)", "Table. Aid by region", "Aid by region (dollars)"]
)
def test_the_only_table_of_a_text_has_a_caption_without_a_number(caption: str) -> None:
    table = "Asia      4      1\nAfrica    2      3\n"
    read = document(f"I. Aid\n\n1. One sentence of aid.\n\n{caption}\n\n{table}\n2. Another sentence.\n")
    told = {str(each.locator): each for each in read.paragraphs}
    assert " ".join(told["unnumbered 1"].text.split()) == f"{' '.join(caption.split())} Asia | 4 | 1 Africa | 2 | 3"
    assert told["unnumbered 1"].headings == told["2"].headings == ("I. Aid",)


def test_what_explains_the_letter_beside_a_figure_is_told_with_the_table() -> None:
    table = "Asia      4      1a\nAfrica    2      3\n"
    read = document(f"1. One sentence.\n\nTable 1\n\n{table}\na Without Japan.\n\nb Another thing.\n\n2. Two.\n")
    assert [each.text for each in read.paragraphs] == [
        "One sentence. b Another thing.",
        "Table 1\nAsia | 4 | 1a\nAfrica | 2 | 3\na Without Japan.",
        "Two.",
    ]


def test_what_names_a_box_in_a_text_with_tables_is_no_caption() -> None:
    text = "1. One sentence.\n\nBox 1. The region\n\nIt has four million people.\n\n"
    read = document(f"{text}Table 1\nAsia      4      1\nAfrica    2      3\n")
    assert {each.locator.label for each in read.paragraphs} == {"", "table"}


def test_a_row_keeps_the_number_of_its_line() -> None:
    read = source_text(SPACED).lines
    assert [each.number for each in read if each.role is Role.TABLE] == [4, 7, 8, 9, 11, 12, 13]


def test_a_table_ends_with_its_page() -> None:
    text = "Asia      4      1\nAfrica    2      3\n\fEurope    3      1\n"
    assert [line.role for line in with_set_tables(raw_lines(text))] == [Role.TABLE, Role.TABLE, Role.TEXT]


def lines_of(*lines: str) -> str:
    return "".join(f"{line}\n" for line in lines)


def test_lines_of_other_parts_of_a_page_are_left() -> None:
    note = Line("Asia   4   1", 1, role=Role.NOTE)
    assert with_set_tables([note, note]) == [note, note]
