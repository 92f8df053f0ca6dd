"""Tables of words that a text sets with spaces are rows with cells, where they are announced."""

import pytest

from index.readers.base import Role
from index.readers.text.reader import raw_lines
from index.readers.text.worded_tables import with_worded_tables
from tests.support.parsing import document

MISSIONS = """\
Table 4
Missions of the Board and what came of them

Country            Dates of mission       Main recommendation        Action reported

Bolivia            8–11 May               Review the area in which   None
(Plurinational                            the bush may be grown
State of)

Kenya              20–24 March            Establish a registry of    Registry in operation
                                          operators                  since October

Nepal              5–7 September          Appoint a focal point      Not reported

Source: Secretariat of the Board, and the reports of the Governments concerned.

5.   The Board thanks the Governments that received it and answered its letters.
"""
PLEDGES = """\
Table 5
Pledges outstanding
(United States dollars)

                                       Amount
Donor         Date of pledge          pledged  Payment due by

Belgium       18 November 2024      1 080 000  30 June 2026
France        9 December 2025         600 000  31 March 2027
Kuwait        14 October 2024         500 000  Not specified
              (second pledge)
"""


def rows(text: str) -> list[tuple[str, ...]]:
    return [line.cells for line in with_worded_tables(raw_lines(text)) if line.role is Role.TABLE]


def test_a_row_between_blank_lines_has_all_lines_of_its_cells() -> None:
    assert rows(MISSIONS) == [
        ("Country", "Dates of mission", "Main recommendation", "Action reported"),
        ("Bolivia (Plurinational State of)", "8–11 May", "Review the area in which the bush may be grown", "None"),
        ("Kenya", "20–24 March", "Establish a registry of operators", "Registry in operation since October"),
        ("Nepal", "5–7 September", "Appoint a focal point", "Not reported"),
    ]


def test_a_row_is_a_line_where_no_blank_ones_part_them_with_what_goes_on_below_it() -> None:
    assert rows(PLEDGES) == [
        ("Donor", "Date of pledge", "Amount pledged", "Payment due by"),
        ("Belgium", "18 November 2024", "1 080 000", "30 June 2026"),
        ("France", "9 December 2025", "600 000", "31 March 2027"),
        ("Kuwait", "14 October 2024 (second pledge)", "500 000", "Not specified"),
    ]


def test_a_table_ends_with_its_page() -> None:
    assert [each[0] for each in rows(PLEDGES.replace("Kuwait ", "\fKuwait "))] == ["Donor", "Belgium", "France"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(MISSIONS.replace("Table 4", "Annex 4"), id="it is not announced"),
        pytest.param(MISSIONS.replace("Table 4", "Table 4 shows the missions."), id="a sentence names it"),
        pytest.param(MISSIONS.replace("Main recommendation        Action reported", ""), id="columns have no heads"),
        pytest.param(PLEDGES.split("France")[0], id="one row"),
    ],
)
def test_what_may_be_something_else_is_left_as_it_is(text: str) -> None:
    lines = raw_lines(text)
    assert with_worded_tables(lines) == lines


def test_a_table_of_figures_is_left_to_those_who_read_these() -> None:
    lines = raw_lines(
        "Table 1\nTitle\n\nCountry    2024     2025\n\nBelgium     12       14\nFrance      13       17\n"
    )
    assert with_worded_tables(lines) == lines


def test_the_table_of_a_document_has_its_number_and_its_rows() -> None:
    text = "1.   The missions are shown in table 4.\n\n" + MISSIONS.replace("5.   The", "2.   The")
    found = {str(each.locator): each.text for each in document(text).paragraphs}
    assert "Kenya | 20–24 March | Establish a registry of operators | Registry in operation" in found["table 4"]
    assert found["2"].startswith("The Board thanks")
