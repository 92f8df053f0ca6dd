"""Figures are equal however a text writes them."""

import pytest

from rag.answering.checks.figures import figures, values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("28 January 2025", {"--01-28", "2025"}),
        ("January 28, 2025", {"--01-28", "2025"}),
        ("28/01/2025", {"--01-28", "2025"}),
        ("28.01.2025", {"--01-28", "2025"}),
        ("2025-01-28", {"--01-28", "2025"}),
        ("the 21st of March", {"--03-21"}),
        ("9 to 13 and 20 May", {"--05-09", "--05-13", "--05-20"}),
        ("May 2025", {"2025"}),
        # Nobody knows which of the two is the month.
        ("03/04/2025", {"--03-04", "--04-03", "2025"}),
        ("five of the 5", {"5"}),
        ("twenty-five and 25", {"25"}),
        ("twelfth and 12th", {"12th"}),
        ("seventy-ninth and 79th", {"79th"}),
        ("twentieth, thirteenth and 113th", {"20th", "13th", "113th"}),
        ("3 per cent", {"3"}),
        ("3%", {"3"}),
        ("12.5 per cent", {"12.5"}),
        ("1,200 and 1200", {"1200"}),
        ("$2.3 million", {"2300000"}),
        ("two million and 2,000,000", {"2000000"}),
        ("resolution 76/999", {"76/999", "76", "999"}),
        ("in 2023/24", {"2023/24", "2023", "24"}),
        ("M23, COP26 and the F-16", set()),
        ("someone often tends to weigh", set()),
    ],
)
def test_a_figure_has_one_value_for_all_ways_to_write_it(text: str, expected: set[str]) -> None:
    assert values(text) == expected


def test_a_figure_tells_where_it_stands_and_whether_it_is_spelled() -> None:
    text = "In 2019, three of 12 met."
    assert [(each.kind, text[each.start : each.end], each.in_words) for each in figures(text)] == [
        ("year", "2019", False),
        ("number", "three", True),
        ("number", "12", False),
    ]
