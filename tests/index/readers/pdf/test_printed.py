from pathlib import Path

import pytest

from index.readers.base import NoteMark
from tests.index.readers.pdf.sheets import LEFT, Sheets, line_with, texts

ROMAN, BOLD, ITALIC = "Times-Roman", "Times-Bold", "Times-Italic"


@pytest.fixture
def sheets(tmp_path: Path) -> Sheets:
    return Sheets(tmp_path / "a.pdf")


def test_a_raised_mark_stands_beside_the_text_with_its_place(sheets: Sheets) -> None:
    sheets.runs(("Networks exist.", ROMAN, 10, 0), ("12", ROMAN, 6, 4), (" Banks cooperate.", ROMAN, 10, 0))
    line = sheets.read().lines[0]
    assert line.text == "Networks exist. Banks cooperate."
    assert line.note_marks == (NoteMark(15, "12"),)


def test_two_raised_marks_with_a_comma_are_two(sheets: Sheets) -> None:
    sheets.runs(("Networks exist", ROMAN, 10, 0), ("3, 4", ROMAN, 6, 4), (".", ROMAN, 10, 0))
    line = sheets.read().lines[0]
    assert line.text == "Networks exist."
    assert line.note_marks == (NoteMark(14, "3"), NoteMark(14, "4"))


@pytest.mark.parametrize(
    ("word", "raised", "whole"),
    [("the 26", "th", "the 26th"), ("8,959 km", "2", "8,959 km²"), ("some 40 m", "3", "some 40 m³")],
)
def test_what_is_raised_and_part_of_the_words_stays_in_the_text(
    sheets: Sheets, word: str, raised: str, whole: str
) -> None:
    sheets.runs((word, ROMAN, 10, 0), (raised, ROMAN, 6, 4), (" meeting of all", ROMAN, 10, 0))
    line = sheets.read().lines[0]
    assert line.text == f"{whole} meeting of all"
    assert line.note_marks == ()


def test_what_is_lowered_stays_in_the_text(sheets: Sheets) -> None:
    sheets.runs(("Emissions of CO", ROMAN, 10, 0), ("2", ROMAN, 6, -2), (" rose.", ROMAN, 10, 0))
    assert texts(sheets.read()) == ["Emissions of CO2 rose."]


def test_a_raised_mark_that_begins_a_line_of_text_stands_at_its_beginning(sheets: Sheets) -> None:
    sheets.write("Of the 30 posts, four were vacant at the end of the year 2024 and no more.")
    sheets.runs(("5", ROMAN, 6, 4), (" The vacancies were in two branches.", ROMAN, 10, 0))
    line = sheets.read().lines[1]
    assert line.text == "The vacancies were in two branches."
    assert line.note_marks == (NoteMark(0, "5"),)


def test_bold_and_italic_are_told_of_whole_lines_and_of_parts(sheets: Sheets) -> None:
    sheets.write("A bold heading", font=BOLD)
    sheets.write("An italic one", font=ITALIC)
    sheets.runs(
        ("The President", BOLD, 10, 0), (": I ", ROMAN, 10, 0), ("thank", ITALIC, 10, 0), (" him.", ROMAN, 10, 0)
    )
    heading, italic, speech = sheets.read().lines
    assert (heading.bold, heading.italic, heading.bold_spans) == (True, False, ())
    assert (italic.bold, italic.italic) == (False, True)
    assert (speech.bold, speech.italic) == (False, False)
    assert [speech.text[first:last] for first, last in speech.bold_spans] == ["The President"]
    assert [speech.text[first:last] for first, last in speech.italic_spans] == ["thank"]


def test_underlined_words_are_as_good_as_italic_ones(sheets: Sheets) -> None:
    sheets.write("2.", y=700)
    sheets.write("Foreign investment", x=LEFT + 20, y=700)
    sheets.rule(LEFT + 20, LEFT + 95, 698.5)
    sheets.write("Investment rose and then it fell and then it rose once more that year.", y=680)
    heading, text = sheets.read().lines
    assert (heading.text, heading.italic) == ("2.\tForeign investment", True)
    assert not text.italic


def test_a_hyphen_at_the_end_of_a_line_is_kept_as_printed(sheets: Sheets) -> None:
    sheets.write("Measures against the proceeds of anti-")
    sheets.write("corruption offences.")
    assert texts(sheets.read()) == ["Measures against the proceeds of anti-", "corruption offences."]


def test_letters_set_apart_are_one_word(sheets: Sheets) -> None:
    sheets.write("D E C I S I O N S")
    assert texts(sheets.read()) == ["DECISIONS"]


def _set_apart(sheets: Sheets, first: str, second: str) -> None:
    """Writes two stretches with an eighth of the letters' height between them, as Word does inside words at times."""
    sheets.write(first)
    sheets.write(second, x=LEFT + sheets.canvas.stringWidth(first, ROMAN, 10) + 1.2, y=sheets.y)


def test_a_narrow_gap_does_not_part_a_word_of_the_document(sheets: Sheets) -> None:
    sheets.write("Each State has one vote, and e is a letter, e.g. here.")
    _set_apart(sheets, "States shall vot", "e early and often.")
    assert texts(sheets.read())[1] == "States shall vote early and often."


def test_a_narrow_gap_parts_two_words_of_the_document(sheets: Sheets) -> None:
    sheets.write("The weight in all teachings and in States, and the teachings of others.")
    _set_apart(sheets, "The weight in", "teachings was discussed.")
    assert texts(sheets.read())[1] == "The weight in teachings was discussed."


def test_a_narrow_gap_does_not_part_what_are_no_words(sheets: Sheets) -> None:
    _set_apart(sheets, "Mr. Musay", "ev")
    assert texts(sheets.read()) == ["Mr. Musayev"]


def test_gaps_are_spaces_in_a_file_that_sets_each_word_for_itself(sheets: Sheets) -> None:
    words = "The Permanent Representative of Carrow addressed the Security Council on matters of peace".split()
    place = LEFT
    for word in words:
        sheets.write(word, x=place, y=700)
        place += sheets.canvas.stringWidth(word, ROMAN, 10) + 2.5
    assert texts(sheets.read()) == [" ".join(words)]


def test_gaps_that_are_narrower_than_a_space_are_none_in_such_a_file(sheets: Sheets) -> None:
    place = LEFT
    for word in "The Perman ent Representative of Carrow addressed the Security Council on matters of peace".split():
        sheets.write(word, x=place, y=700)
        place += sheets.canvas.stringWidth(word, ROMAN, 10) + (1.0 if word == "Perman" else 2.5)
    assert texts(sheets.read())[0].startswith("The Permanent Representative of Carrow")


def test_a_tab_stands_between_a_number_and_the_words_it_is_set_off_from(sheets: Sheets) -> None:
    sheets.write("12.", y=700)
    sheets.write("Cooperation is needed.", x=LEFT + 30, y=700)
    assert texts(sheets.read()) == ["12.\tCooperation is needed."]


def test_a_bullet_is_no_part_of_the_text(sheets: Sheets) -> None:
    sheets.write("• Deputy Minister for Women Affairs")
    line = sheets.read().lines[0]
    assert (line.text, line.bullet) == ("Deputy Minister for Women Affairs", True)


def test_size_indent_and_gap_are_measured_in_letters_and_lines(sheets: Sheets) -> None:
    for _ in range(4):
        sheets.write("Plain text that begins at the left edge of all lines of the page, as most does.")
    sheets.write("Set in by ten points, which are two letters.", x=LEFT + 10)
    sheets.write("Half a line below.", y=sheets.y - 18)
    sheets.write("Three lines below.", y=sheets.y - 36)
    *_, above, indented, half, three = sheets.read().lines
    assert (above.indent, above.gap, above.size) == (0, 0, 10.0)
    assert (indented.indent, indented.gap) == (2, 0)
    assert half.gap == 1
    assert three.gap == 2


def test_one_word_of_another_size_does_not_change_the_size_of_its_line(sheets: Sheets) -> None:
    sheets.runs(("S", ROMAN, 20, 0), ("/RES/2773 (2025)", ROMAN, 10, 0))
    line = line_with(sheets.read(), "RES")
    assert (line.text, line.size) == ("S/RES/2773 (2025)", 10.0)
