"""The places of all paragraphs, each different one once."""

from index.locator import Locator
from index.search.place_table import PlaceTable
from tests.support.papers import paragraph

TABLE = PlaceTable.of(
    [
        paragraph("1", "A.", "I. One"),
        paragraph("2", "B.", "I. One"),
        paragraph("1", "C.", "II. Two"),
        paragraph("4.1", "D."),
    ]
)


def test_each_different_place_stands_once() -> None:
    assert [str(each) for each in TABLE.locators] == ["1", "2", "4.1"]
    assert TABLE.headings == (("I. One",), ("II. Two",), ())
    assert [str(TABLE.locator(row)) for row in range(4)] == ["1", "2", "1", "4.1"]
    assert TABLE.headings_above(2) == ("II. Two",)


def test_rows_are_found_within_a_document_and_everywhere() -> None:
    assert TABLE.rows_at(Locator(number="1"), range(1, 4)) == (2,)
    assert TABLE.rows_at(Locator(number="7"), range(4)) == ()
    assert TABLE.rows_where(lambda each: each.number != "2").tolist() == [0, 2, 3]
    assert TABLE.rows_under(lambda each: each == ("I. One",)).tolist() == [0, 1]
    assert TABLE.locators_within(range(2, 4)) == [Locator(number="1"), Locator(number="4.1")]


def test_with_a_number_only_locators_that_can_have_it_are_looked_at() -> None:
    looked_at: list[str | None] = []

    def fits(locator: Locator) -> bool:
        looked_at.append(locator.number)
        return False

    assert TABLE.rows_where(fits, "2").tolist() == []
    assert looked_at == ["2", "4.1"]


def test_a_table_of_fewer_paragraphs_or_other_places_does_not_fit() -> None:
    assert TABLE.fits(4)
    assert not TABLE.fits(5)
    assert not PlaceTable(TABLE.locators[:2], TABLE.locator_of, TABLE.headings, TABLE.heading_of).fits(4)
