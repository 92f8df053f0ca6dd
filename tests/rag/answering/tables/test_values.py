"""What cells of figures come to, however they are printed."""

from decimal import Decimal

import pytest

from rag.answering.tables.values import value_of


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("606", "606"),
        ("1 146.7", "1146.7"),
        ("1,927,550", "1927550"),
        ("489\u00a0315", "489315"),
        ("(141.7)", "-141.7"),
        ("-31", "-31"),
        ("−3.1", "-3.1"),
        ("12.5%", "12.5"),
        ("0.8M", "800000"),
        ("144a", "144"),
        ("17*", "17"),
        ("–", "0"),
    ],
)
def test_figures(cell: str, value: str) -> None:
    assert value_of(cell) == Decimal(value)


@pytest.mark.parametrize("cell", ["", "..", "Yes", "3 June", "2 of 7", "12–14", "L.4", "1 14", "5 (12)"])
def test_what_is_no_one_figure(cell: str) -> None:
    assert value_of(cell) is None
