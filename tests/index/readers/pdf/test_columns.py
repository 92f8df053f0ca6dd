from pathlib import Path

import pytest

from index.readers.base import Role
from tests.index.readers.pdf.sheets import LEFT, PITCH, Sheets, texts

RIGHT = 310.0
LEFT_COLUMN = (
    "The President: I now give the floor to the",
    "representative of the Congo, who will introduce",
    "the draft resolution that is before the Assembly.",
    "Mr. Makayat (Congo): I have the honour to do so",
    "on behalf of the Republic of Uzbekistan as well.",
)
RIGHT_COLUMN = (
    "At the outset, I would like to thank delegations",
    "for their constructive engagement in all informal",
    "consultations that we carried out this spring.",
    "Initiated by the President of my country, it is",
    "aimed at promoting the planting of trees.",
)


@pytest.fixture
def sheets(tmp_path: Path) -> Sheets:
    return Sheets(tmp_path / "a.pdf")


def test_two_columns_are_read_one_after_the_other(sheets: Sheets) -> None:
    for place, (left, right) in enumerate(zip(LEFT_COLUMN, RIGHT_COLUMN, strict=True)):
        sheets.write(left, y=700 - PITCH * place)
        sheets.write(right, x=RIGHT, y=700 - PITCH * place)
    assert texts(sheets.read()) == [*LEFT_COLUMN, *RIGHT_COLUMN]


def test_two_columns_whose_lines_stand_at_different_heights_are_too(sheets: Sheets) -> None:
    for place, (left, right) in enumerate(zip(LEFT_COLUMN, RIGHT_COLUMN, strict=True)):
        sheets.write(left, y=700 - PITCH * place)
        sheets.write(right, x=RIGHT, y=695 - PITCH * place)
    assert texts(sheets.read()) == [*LEFT_COLUMN, *RIGHT_COLUMN]


def test_a_small_running_head_near_to_two_columns_makes_no_table_of_them(sheets: Sheets) -> None:
    sheets.write("A/78/PV.101", y=724, size=8)
    sheets.write("06/09/2024", x=480, y=724, size=8)
    for place, (left, right) in enumerate(zip(LEFT_COLUMN, RIGHT_COLUMN, strict=True)):
        sheets.write(left, y=700 - PITCH * place)
        sheets.write(right, x=RIGHT, y=700 - PITCH * place)
    source = sheets.read()
    assert texts(source, Role.TABLE) == []
    read = texts(source)
    assert read.index(LEFT_COLUMN[-1]) < read.index(RIGHT_COLUMN[0])


def test_a_title_above_columns_and_a_line_below_them_stay_in_their_places(sheets: Sheets) -> None:
    sheets.write("United Nations Decade for Afforestation and Reforestation: introduction of the draft", y=720)
    for place, (left, right) in enumerate(zip(LEFT_COLUMN, RIGHT_COLUMN, strict=True)):
        sheets.write(left, y=700 - PITCH * place)
        sheets.write(right, x=RIGHT, y=700 - PITCH * place)
    sheets.write("The meeting rose at 1 p.m. and will be resumed at 3 p.m. in the afternoon of that day.", y=620)
    read = texts(sheets.read())
    assert read[0].startswith("United Nations Decade")
    assert read[1:-1] == [*LEFT_COLUMN, *RIGHT_COLUMN]
    assert read[-1].startswith("The meeting rose")


def test_a_right_column_that_ends_sooner_is_read_after_all_of_the_left_one(sheets: Sheets) -> None:
    rest = ("Mr. Adjei (Ghana): My delegation has the floor.", "It thanks all those who have spoken before it.")
    for place, (left, right) in enumerate(zip(LEFT_COLUMN, RIGHT_COLUMN, strict=True)):
        sheets.write(left, y=700 - PITCH * place)
        sheets.write(right, x=RIGHT, y=700 - PITCH * place)
    for place, left in enumerate(rest):
        sheets.write(left, y=700 - PITCH * (len(LEFT_COLUMN) + 1 + place))
    assert texts(sheets.read()) == [*LEFT_COLUMN, *rest, *RIGHT_COLUMN]


def test_a_paragraph_of_a_right_column_is_not_indented(sheets: Sheets) -> None:
    for place, (left, right) in enumerate(zip(LEFT_COLUMN, RIGHT_COLUMN, strict=True)):
        sheets.write(left, y=700 - PITCH * place)
        sheets.write(right, x=RIGHT, y=700 - PITCH * place)
    assert {line.indent for line in sheets.read().lines} == {0}


def test_a_masthead_in_two_columns_is_read_column_by_column(sheets: Sheets) -> None:
    sheets.write("General Assembly", y=700, font="Times-Bold")
    sheets.write("Security Council", x=RIGHT, y=700, font="Times-Bold")
    sheets.write("Seventy-ninth session", y=688)
    sheets.write("Eightieth year", x=RIGHT, y=688)
    sheets.write("Agenda items 32 and 60", y=676)
    assert texts(sheets.read()) == [
        "General Assembly",
        "Seventy-ninth session",
        "Agenda items 32 and 60",
        "Security Council",
        "Eightieth year",
    ]


def test_numbers_set_off_by_a_tab_make_no_column(sheets: Sheets) -> None:
    numbers = ("136.31", "136.32", "136.33", "136.34")
    for place, number in enumerate(numbers):
        sheets.write(number, y=700 - 18 * place)
        sheets.write("Guarantee that refugees have access to services (Uruguay);", x=LEFT + 48, y=700 - 18 * place)
    read = texts(sheets.read())
    assert read == [f"{number}\tGuarantee that refugees have access to services (Uruguay);" for number in numbers]


def test_a_paragraphs_number_and_its_first_sub_items_mark_make_no_columns(sheets: Sheets) -> None:
    for place in (0, 1):
        sheets.write(f"{place + 7}.", y=700 - 40 * place)
        sheets.write("(a)", x=LEFT + 28, y=700 - 40 * place)
        sheets.write("Advances may be made only to officials who were designated by", x=LEFT + 56, y=700 - 40 * place)
        sheets.write("them.", y=700 - 40 * place - PITCH)
    assert [line.expandtabs(1) for line in texts(sheets.read())] == [
        "7. (a) Advances may be made only to officials who were designated by",
        "them.",
        "8. (a) Advances may be made only to officials who were designated by",
        "them.",
    ]


def test_lines_of_a_list_of_contents_keep_their_page_numbers(sheets: Sheets) -> None:
    for place, title in enumerate(("Introduction", "Background", "Recent developments")):
        sheets.write(f"{'I' * (place + 1)}.", y=700 - 18 * place)
        sheets.write(f"{title} ...................................", x=LEFT + 30, y=700 - 18 * place)
        sheets.write(str(place + 2), x=480, y=700 - 18 * place)
    source = sheets.read()
    assert {line.role for line in source.lines} == {Role.TEXT}
    assert [text.split("\t")[0] + text.split("\t")[-1] for text in texts(source)] == ["I.2", "II.3", "III.4"]


def test_words_far_apart_on_one_line_are_lines_of_their_own(sheets: Sheets) -> None:
    sheets.write("United Nations", y=700)
    sheets.write("A/80/75", x=450, y=700)
    sheets.write("The report is issued in all six languages of the Organization, as is usual for such ones.", y=640)
    assert texts(sheets.read())[:2] == ["United Nations", "A/80/75"]


def test_a_line_that_was_drawn_out_to_the_margin_is_one_line(sheets: Sheets) -> None:
    words = ["delegation", "and", "the", "further", "clarifications", "provided", "in"]
    sheets.write("the pre-sessional working group, the oral presentation by the", y=700)
    x = LEFT
    for word in words:
        sheets.write(word, x=x, y=688)
        x += sheets.canvas.stringWidth(word, "Times-Roman", 10) + 20
    sheets.write("response to the questions posed orally by the Committee", y=676)
    assert texts(sheets.read())[1].split() == words
