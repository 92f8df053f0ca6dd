from pathlib import Path

import pytest

from index.readers.base import NoteMark, Role
from tests.index.readers.pdf.sheets import LEFT, PROSE, Sheets, line_with, texts

ROMAN = "Times-Roman"


@pytest.fixture
def sheets(tmp_path: Path) -> Sheets:
    return Sheets(tmp_path / "a.pdf")


def _note(sheets: Sheets, mark: str, text: str, y: float, size: float = 8) -> None:
    sheets.runs((mark, ROMAN, size * 0.6, 3), (f" {text}", ROMAN, size, 0), y=y)


def test_small_lines_below_a_short_rule_are_notes_with_their_marks(sheets: Sheets) -> None:
    sheets.paragraph(PROSE)
    sheets.rule(LEFT, LEFT + 70, 120)
    _note(sheets, "1", "Resolution 70/1, and", 105)
    sheets.write("what follows it there.", y=95, size=8)
    _note(sheets, "2", "Resolution 69/313, annex.", 85)
    notes = [(line.opens_note, line.text) for line in sheets.read().lines if line.role is Role.NOTE]
    assert notes == [
        ("1", "Resolution 70/1, and"),
        (None, "what follows it there."),
        ("2", "Resolution 69/313, annex."),
    ]


def test_a_note_goes_on_at_the_foot_of_the_next_page(sheets: Sheets) -> None:
    for text in ("1 See the report,", "which says so."):
        sheets.paragraph(PROSE)
        sheets.rule(LEFT, LEFT + 70, 120)
        mark, _, words = text.partition(" ")
        if mark == "1":
            _note(sheets, mark, words, 105)
        else:
            sheets.write(text, y=105, size=8)
        sheets.turn_page()
    notes = [(line.opens_note, line.text) for line in sheets.read().lines if line.role is Role.NOTE]
    assert notes == [("1", "See the report,"), (None, "which says so.")]


def test_small_print_without_a_mark_is_a_note_of_its_own(sheets: Sheets) -> None:
    sheets.paragraph(PROSE)
    sheets.rule(LEFT, LEFT + 70, 120)
    sheets.write("Note: The present document was processed by UNFPA.", y=105, size=8)
    assert line_with(sheets.read(), "processed").opens_note == ""


def test_notes_without_a_rule_are_told_by_size_and_raised_mark(sheets: Sheets) -> None:
    sheets.paragraph(PROSE)
    _note(sheets, "1", "Resolution 70/1.", 105)
    assert line_with(sheets.read(), "70/1").opens_note == "1"


def test_small_lines_without_rule_or_mark_stay_text(sheets: Sheets) -> None:
    sheets.paragraph(PROSE)
    sheets.paragraph(["Source: a survey of all."], size=8)
    assert line_with(sheets.read(), "Source").role is Role.TEXT


def test_a_rule_of_underscores_is_a_rule(sheets: Sheets) -> None:
    sheets.paragraph(PROSE)
    sheets.write("__________________", y=120, size=8)
    sheets.write("* A/80/50.", y=105, size=8)
    source = sheets.read()
    assert line_with(source, "A/80/50").opens_note == "*"
    assert "__________________" not in texts(source, Role.TEXT)


def test_stars_after_words_are_marks_where_a_note_begins_with_them(sheets: Sheets) -> None:
    sheets.write("Item 74 (a) of the preliminary list*")
    sheets.write("Report of the Secretary-General**, which was late")
    sheets.write("An asterisk*** of which no note tells stays")
    sheets.paragraph(PROSE)
    sheets.rule(LEFT, LEFT + 70, 120)
    sheets.write("* A/80/50.", y=105, size=8)
    sheets.write("** Submitted after the deadline.", y=95, size=8)
    first, second, third, *_ = sheets.read().lines
    assert (first.text, first.note_marks) == ("Item 74 (a) of the preliminary list", (NoteMark(35, "*"),))
    assert second.text == "Report of the Secretary-General, which was late"
    assert second.note_marks == (NoteMark(31, "**"),)
    assert third.text == "An asterisk*** of which no note tells stays"


def test_a_note_may_begin_with_a_number_that_is_not_raised(sheets: Sheets) -> None:
    sheets.runs(("It was reviewed.", ROMAN, 10, 0), ("18", ROMAN, 6, 4))
    sheets.paragraph(PROSE)
    sheets.rule(LEFT, LEFT + 70, 120)
    sheets.write("18. In 2024, it sent nine.", y=105, size=8)
    assert line_with(sheets.read(), "nine").opens_note == "18"


def test_a_note_line_that_begins_with_a_number_of_its_sentence_goes_on(sheets: Sheets) -> None:
    sheets.runs(("It was reviewed.", ROMAN, 10, 0), ("1", ROMAN, 6, 4))
    sheets.paragraph(PROSE)
    sheets.rule(LEFT, LEFT + 70, 120)
    _note(sheets, "1", "It was reviewed by", 105)
    sheets.write("12 African countries.", y=95, size=8)
    line = line_with(sheets.read(), "African")
    assert (line.text, line.opens_note) == ("12 African countries.", None)


def test_notes_as_large_as_the_text_are_told_by_the_mark_that_waits_for_them(sheets: Sheets) -> None:
    sheets.runs(("Growth was strong.", ROMAN, 10, 0), ("1", ROMAN, 6, 4))
    sheets.paragraph(PROSE)
    sheets.rule(LEFT, LEFT + 140, 120)
    sheets.write("1", y=100)
    sheets.write("See for example the report.", x=LEFT + 30, y=100)
    line = line_with(sheets.read(), "example")
    assert (line.text, line.opens_note) == ("See for example the report.", "1")


def test_typed_marks_with_a_stroke_are_taken_out_of_the_text(sheets: Sheets) -> None:
    sheets.write("Of these, 29 replied. 1/ One half (1/2) did so late. 2/", font="Courier")
    sheets.paragraph(PROSE, font="Courier")
    sheets.write("________", y=130, font="Courier")
    sheets.write("1/  The replies are available in the files.", y=110, font="Courier")
    sheets.write("2/", y=90, font="Courier")
    sheets.write("A/38/999, para. 12.", x=LEFT + 40, y=90, font="Courier")
    source = sheets.read()
    first = source.lines[0]
    assert first.text == "Of these, 29 replied. One half (1/2) did so late."
    assert first.note_marks == (NoteMark(21, "1"), NoteMark(49, "2"))
    notes = [(line.opens_note, line.text) for line in source.lines if line.role is Role.NOTE]
    assert notes == [("1", "The replies are available in the files."), ("2", "A/38/999, para. 12.")]


def test_a_stroke_after_a_number_is_no_mark_where_no_note_has_it(sheets: Sheets) -> None:
    sheets.write("The file is called 3/ and lies there.", font="Courier")
    sheets.paragraph(PROSE, font="Courier")
    assert sheets.read().lines[0].text == "The file is called 3/ and lies there."


def test_text_below_an_underlined_heading_is_no_note(sheets: Sheets) -> None:
    sheets.write("2. Foreign investment", y=700)
    sheets.rule(LEFT + 10, LEFT + 88, 698.5)
    sheets.y = 690
    sheets.paragraph(PROSE)
    assert texts(sheets.read(), Role.NOTE) == []


def test_text_below_a_masthead_in_large_letters_is_no_note(sheets: Sheets) -> None:
    for line in ("Conference of the States Parties", "to the Convention against the", "Trade in Undeclared Amber"):
        sheets.write(line, size=17)
    sheets.rule(LEFT, LEFT + 450, sheets.y - 10)
    sheets.y -= 20
    sheets.paragraph(PROSE)
    sheets.paragraph(PROSE)
    assert texts(sheets.read(), Role.NOTE) == []


def test_what_follows_a_rule_that_ends_a_document_is_no_note(sheets: Sheets) -> None:
    sheets.paragraph(PROSE)
    sheets.rule(260, 330, sheets.y - 30)
    sheets.y -= 40
    sheets.paragraph(PROSE)
    assert texts(sheets.read(), Role.NOTE) == []
