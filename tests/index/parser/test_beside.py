"""Tables, figures and boxes stand beside the text: each for itself, and the text goes on around them."""

import json

import pytest

from index.storage.document_json import from_record, to_record
from tests.index.parser.setting import document, places, texts

TABLE = """
{b14} V. Staffing

1. The budget is shown in table 1, which was
adopted

{b} Table 1. Staffing and budget
{table} Year | Posts
{table} 2023 | 30
{table} 2024 | 32
=====
by the Board in May.

2. The budget grew.
"""


def test_a_table_with_a_caption_is_cited_by_its_number_and_does_not_part_the_text() -> None:
    assert texts(TABLE) == {
        "1": "The budget is shown in table 1, which was adopted by the Board in May.",
        "table 1": "Table 1. Staffing and budget\nYear | Posts\n2023 | 30\n2024 | 32",
        "2": "The budget grew.",
    }


def test_a_title_that_is_set_as_the_text_is_belongs_to_a_table_below_its_number() -> None:
    text = """
{b14} I. Mandate

{b14} II. Action

{b14} III. Resources

1. Table 1 shows the budget.

Table 1

Budget by programme

(Thousands of dollars)

{table} Programme | 2027
{table} Grants | 5 400

2. The budget grew.
"""
    assert texts(text) == {
        "1": "Table 1 shows the budget.",
        "table 1": "Table 1\nBudget by programme\n(Thousands of dollars)\nProgramme | 2027\nGrants | 5 400",
        "2": "The budget grew.",
    }


def test_rows_of_a_table_keep_their_cells() -> None:
    table = document(TABLE).paragraphs[1]
    assert (table.kind, table.rows) == ("table", (("Year", "Posts"), ("2023", "30"), ("2024", "32")))
    assert table.headings == ("V. Staffing",)


def test_tables_come_back_from_json() -> None:
    parsed = document(TABLE)
    assert from_record(json.loads(json.dumps(to_record(parsed)))) == parsed


def test_a_table_without_a_caption_is_counted_on_its_page() -> None:
    text = TABLE.replace("{b} Table 1. Staffing and budget\n", "")
    assert places(text) == ["1", "p. 1, table 1", "2"]


def test_a_caption_waits_for_what_stands_on_the_next_page() -> None:
    text = """
1. One is shown in figure 2.

{b} Figure 2. Cases by year

2. Two goes on with it.
=====
{figure} 2023 2024
{figure} 10 12

3. Three.
"""
    assert texts(text)["figure 2"] == "Figure 2. Cases by year\n2023 2024\n10 12"
    assert [place for place in places(text) if not place.startswith("figure")] == ["1", "2", "3"]


def test_a_sentence_that_begins_with_a_tables_name_is_no_caption() -> None:
    text = TABLE.replace("2. The budget grew.", "2. The budget grew.\n\nTable 1 shows the budget for both years.")
    assert texts(text)["2"] == "The budget grew. Table 1 shows the budget for both years."


BOX = """
1. The practice of one State is told in box 1. It has
been shared with

{box} Box 1

{box} Good practice

{box} The State trained its officers.

others.

2. It was praised.
"""


def test_a_box_with_a_caption_is_cited_by_its_number() -> None:
    assert texts(BOX) == {
        "1": "The practice of one State is told in box 1. It has been shared with others.",
        "box 1": "Box 1\nGood practice\nThe State trained its officers.",
        "2": "It was praised.",
    }


def test_a_recommendation_apart_from_the_box_above_it_has_a_box_of_its_own() -> None:
    text = """
1. Funds are told of in box 1.

{box} Box 1

{box} The fund has 9,870 members.
{box} Recommendation 1 was met.

{box} Recommendation 3

{box} Organizations should join it.

2. It was praised.
"""
    told = texts(text)
    assert told["recommendation 3"] == "Organizations should join it."
    assert told["box 1"] == "Box 1\nThe fund has 9,870 members. Recommendation 1 was met."


def test_paragraphs_in_a_box_without_a_caption_are_counted_on_their_page() -> None:
    text = """
{box} Summary

{box}      The present report was prepared on request.

{box}      It contains an outline.

1. Conflicts went on.
"""
    parsed = document(text)
    assert [str(each.locator) for each in parsed.paragraphs] == ["p. 1, unnumbered 1", "p. 1, unnumbered 2", "1"]
    assert [each.kind for each in parsed.paragraphs] == ["box", "box", "text"]
    assert [each.headings for each in parsed.paragraphs] == [("Summary",), ("Summary",), ()]


@pytest.mark.parametrize(
    ("caption", "place"),
    [
        ("Table 9.3", "table 9.3"),
        ("Table II.4", "table II.4"),
        ("Table A.1. Staffing and budget", "table A.1"),
        ("Table 31.II: Staffing and budget", "table 31.II"),
        ("Table IV – Staffing and budget", "table IV"),
        ("Table A", "p. 1, table 1"),
    ],
)
def test_the_number_of_a_caption_may_have_letters(caption: str, place: str) -> None:
    assert place in places(TABLE.replace("Table 1. Staffing and budget", caption))


def test_what_is_told_below_a_table_is_not_the_paragraphs_before_it() -> None:
    text = TABLE.replace("{table} 2024 | 32\n", "{table} 2024 | 32\n\nSource: the Secretariat.\n")
    assert texts(text)["1"] == "The budget is shown in table 1, which was adopted by the Board in May."
    assert texts(text)["table 1"].endswith("2024 | 32\nSource: the Secretariat.")
    assert document(text).paragraphs[1].rows[-1] == ("2024", "32")


def test_smaller_type_below_a_table_belongs_to_it() -> None:
    text = TABLE.replace("was\nadopted", "is new.").replace("=====\nby the Board in May.", "{t8} GS, General Service.")
    assert texts(text)["1"] == "The budget is shown in table 1, which is new."
    assert texts(text)["table 1"].endswith("GS, General Service.")


def test_the_units_below_a_caption_are_the_tables() -> None:
    text = TABLE.replace("{table} Year", "\n(Thousands of dollars)\n\n{table} Year")
    assert texts(text)["table 1"].split("\n")[1] == "(Thousands of dollars)"
    assert texts(text)["1"].endswith("which was adopted by the Board in May.")


def test_a_caption_in_a_row_of_its_own_opens_another_table() -> None:
    text = TABLE.replace("{table} 2024 | 32\n", "{table} 2024 | 32\n{table} Table 2. Posts\n{table} P-5 | 4\n")
    assert texts(text)["table 1"] == "Table 1. Staffing and budget\nYear | Posts\n2023 | 30\n2024 | 32"
    assert texts(text)["table 2"] == "Table 2. Posts\nP-5 | 4"


def test_the_title_of_a_table_may_stand_on_a_line_below_its_number() -> None:
    text = TABLE.replace("{b} Table 1. Staffing and budget", "Table 1\n\n{b} Staffing and budget\n\n(Dollars)\n")
    assert texts(text)["table 1"].startswith("Table 1\nStaffing and budget\n(Dollars)\nYear | Posts\n")
    assert document(text).paragraphs[-1].headings == ("V. Staffing",)


def test_a_caption_in_a_row_may_be_parted_after_its_number() -> None:
    rows = "{table} 2024 | 32\n{table} Table 2 | Posts by level\n{table} P-5 | 4\n"
    text = TABLE.replace("{table} 2024 | 32\n", rows)
    assert texts(text)["table 2"] == "Table 2 | Posts by level\nP-5 | 4"
    mentioned = TABLE.replace("{table} 2024 | 32\n", "{table} Table 2 of last year | 32\n")
    assert "table 2" not in texts(mentioned)


STATISTICS = """
{b14} II. Energy

1. Table 1 shows the share of households.

Table 1
{b} Households that were cold, 2023

(Percentage)

{table} Region | Cold
{table} Highlands | 28.7

Source: World Bank.

2. The share grew.
"""


def test_a_unit_below_a_caption_and_a_source_below_a_table_belong_to_it() -> None:
    assert texts(STATISTICS) == {
        "1": "Table 1 shows the share of households.",
        "table 1": (
            "Table 1 Households that were cold, 2023\n(Percentage)\n"
            "Region | Cold\nHighlands | 28.7\nSource: World Bank."
        ),
        "2": "The share grew.",
    }


def test_a_title_apart_from_its_caption_belongs_to_the_table() -> None:
    text = STATISTICS.replace("Table 1\n{b}", "Table 1\n\n{b}")
    assert texts(text)["table 1"].startswith("Table 1\nHouseholds that were cold, 2023\n(Percentage)\nRegion")
    assert document(text).paragraphs[-1].headings == ("II. Energy",)


def test_a_source_that_is_below_no_table_stays_in_its_paragraph() -> None:
    text = STATISTICS.replace("2. The share grew.", "2. The share grew.\n\nSource: A survey of our own.")
    assert texts(text)["2"] == "The share grew. Source: A survey of our own."


ROWS = "{table}Country | 2025\n{table}Albania | 12\n"
MORE = "{table}Country | 2025\n{table}Ghana | 12\n{table}Total | 24\n"


def test_a_table_that_goes_on_on_the_next_page_is_one_table() -> None:
    text = f"1. Prices.\n\nTable 2\nPrices\n{ROWS}=====\nTable 2 (continued)\nPrices\n{MORE}\n2. They rose.\n"
    found = {str(each.locator): each for each in document(text).paragraphs}
    assert list(found) == ["1", "table 2", "2"]
    assert [row[0] for row in found["table 2"].rows] == ["Country", "Albania", "Ghana", "Total"]
    assert found["table 2"].text.split("\n")[:2] == ["Table 2 Prices", "Country | 2025"]
    assert "continued" not in found["table 2"].text


def test_a_table_of_the_same_number_that_does_not_go_on_is_another() -> None:
    text = f"1. Prices.\n\nTable 2\n{ROWS}=====\nTable 2 (revised)\n{MORE}\n2. They rose.\n"
    assert [str(each.locator) for each in document(text).paragraphs].count("table 2") == 2
