"""Lists with dots that lead from a name to what belongs to it."""

from index.parser.layout.leaders import with_led_rows
from index.readers.base import Line
from tests.index.parser.setting import document

DOTS = " . . . . . . . . . . . . . . . ."
TITLE_PAGE = f"""
{{b17}} Security Council
9876th meeting
Thursday, 13 March 2025, 10 a.m.

{{i}} President:
          Ms. Halvorsen{DOTS} (Denmark)

{{i}} Members:
          Algeria{DOTS.strip()} Mr. Bouzid

          Republic of Korea{DOTS} Mr. Seo
=====
{{i}} The meeting was called to order at 10.05 a.m.

The President: I invite the representative of Karu.
"""


def test_who_presides_and_who_represents_members_are_rows_of_a_table() -> None:
    table = document(TITLE_PAGE).paragraphs[0]
    assert (str(table.locator), table.kind) == ("p. 1, table 1", "table")
    assert table.rows == (
        ("President:", "Ms. Halvorsen", "(Denmark)"),
        ("Members:", "Algeria", "Mr. Bouzid"),
        ("Republic of Korea", "Mr. Seo"),
    )


def test_a_table_of_contents_has_pages_after_its_dots_and_is_no_list_of_names() -> None:
    text = f"{{b14}} Contents\n\nI. Energy{DOTS} 3\n\nII. Prices{DOTS} 12–14\n=====\n{{b14}} I. Energy\n\n1. It grew.\n"
    assert [paragraph.text for paragraph in document(text).paragraphs] == ["It grew."]


def test_a_sentence_with_an_ellipsis_is_none() -> None:
    text = "1. He said: “We … regret … that.” It was noted.\n"
    assert document(text).paragraphs[0].text == "He said: “We … regret … that.” It was noted."


def test_dots_that_word_draws_are_tabs() -> None:
    text = TITLE_PAGE.replace(
        f"{{i}} President:\n          Ms. Halvorsen{DOTS} (Denmark)", "President:\tMs. Halvorsen\t(Denmark)"
    )
    assert document(text).paragraphs[0].rows[0] == ("President:", "Ms. Halvorsen", "(Denmark)")


def test_contents_whose_lines_run_on_are_no_list_of_names() -> None:
    lines = [Line(f"Paragraphs Page I. Energy{DOTS} 1 - 3 2 II. Prices{DOTS} 4 - 14 5", 1)]
    assert with_led_rows(lines) == lines
