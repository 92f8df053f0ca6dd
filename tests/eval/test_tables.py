from eval.statistics.bootstrap import Estimate
from eval.tables import shown, shown_with_interval, table


def test_columns_line_up_and_numbers_stand_to_the_right() -> None:
    assert table(["kind", "R@5"], [["fact", "0.5"], ["several", "0.25"]]) == (
        "| kind    |  R@5 |\n| ------- | ---: |\n| fact    |  0.5 |\n| several | 0.25 |"
    )


def test_a_bar_or_a_line_end_in_a_cell_does_not_break_the_table() -> None:
    assert table(["a", "b"], [["x|y", "1\n2"]]).splitlines()[-1] == "| x\\|y | 1 2 |"


def test_a_share_has_three_places_and_a_length_one() -> None:
    assert shown("R@5", 0.84049) == "0.840"
    assert shown("words", 97.36) == "97.4"
    assert shown("R@5", None) == "–"


def test_an_interval_stands_in_brackets() -> None:
    assert shown_with_interval("R@5", Estimate(9, 0.84, 0.792, 0.876)) == "0.840 [0.79, 0.88]"
    assert shown_with_interval("words", Estimate(9, 97.36, 90.0, 101.26)) == "97.4 [90.0, 101.3]"
    assert shown_with_interval("R@5", None) == "–"


def test_an_empty_column_still_has_a_rule() -> None:
    assert table(["a", ""], [["x", ""]]).splitlines()[1] == "| -- | -: |"
