from pathlib import Path

import pytest

from index.readers.base import Role
from tests.index.readers.pdf.sheets import LEFT, PROSE, Sheets, texts


@pytest.fixture
def sheets(tmp_path: Path) -> Sheets:
    return Sheets(tmp_path / "a.pdf")


def _page(sheets: Sheets, number: int, head: str = "A/80/75", foot: str = "25-05279") -> None:
    sheets.write(head, y=815, size=8)
    sheets.rule(LEFT, 520, 808)
    sheets.y = 790
    for paragraph in range(3):
        sheets.paragraph([f"{number * 3 + paragraph}. {PROSE[0]}", *PROSE[1:]])
    sheets.write(f"{number}/19", y=30, size=8)
    sheets.write(foot, x=480, y=30, size=7)
    sheets.turn_page()


def test_running_heads_page_numbers_and_job_numbers_are_headers(sheets: Sheets) -> None:
    for number in range(1, 5):
        _page(sheets, number)
    source = sheets.read()
    headers = texts(source, Role.HEADER)
    assert headers == ["1/19", "25-05279", *[text for n in (2, 3, 4) for text in ("A/80/75", f"{n}/19", "25-05279")]]
    assert len(texts(source, Role.TEXT)) == 1 + 4 * 9


def test_a_typing_pools_number_beside_the_job_number_is_a_header_too(sheets: Sheets) -> None:
    sheets.paragraph(PROSE)
    sheets.write("91-10610 3457Z (E)", y=40, font="Courier")
    assert texts(sheets.read(), Role.HEADER) == ["91-10610 3457Z (E)"]


def test_notes_that_differ_in_their_numbers_alone_run_on_no_page(sheets: Sheets) -> None:
    for number in range(1, 5):
        sheets.paragraph(PROSE)
        sheets.rule(LEFT, LEFT + 400, 75)
        sheets.runs((str(number), "Times-Roman", 5, 3), (f" See resolution 78/{number}.", "Times-Roman", 8, 0), y=60)
        sheets.turn_page()
    source = sheets.read()
    assert texts(source, Role.NOTE) == [f"See resolution 78/{number}." for number in range(1, 5)]


def test_the_number_of_a_decision_at_the_top_of_a_page_is_no_page_number(sheets: Sheets) -> None:
    for number in range(1, 4):
        sheets.write(f"2025/{number}", x=290, y=790, size=12, font="Times-Bold")
        sheets.y = 750
        sheets.paragraph(PROSE)
        sheets.write(f"{number}/3", y=30, size=8)
        sheets.turn_page()
    assert texts(sheets.read(), Role.HEADER) == ["1/3", "2/3", "3/3"]


def test_the_head_of_the_first_page_stays_since_it_holds_the_symbol(sheets: Sheets) -> None:
    for number in range(1, 4):
        _page(sheets, number)
    assert sheets.read().lines[0].role is Role.TEXT


def test_a_head_of_two_lines_that_only_some_pages_have_is_told_by_the_rule_below_it(sheets: Sheets) -> None:
    for number in range(1, 9):
        sheets.write("Chapter on one page" if number == 5 else "A/80/75", y=825, size=8)
        _page(sheets, number)
    assert "Chapter on one page" in texts(sheets.read(), Role.HEADER)


def test_without_a_rule_a_head_is_what_many_pages_begin_with(sheets: Sheets) -> None:
    for number in range(1, 7):
        sheets.write("TD/B/43/6", y=815)
        sheets.write(f"page {number}", y=803)
        sheets.y = 770 - 5 * number
        sheets.paragraph(PROSE)
        sheets.turn_page()
    source = sheets.read()
    assert texts(source, Role.HEADER) == [text for n in range(2, 7) for text in ("TD/B/43/6", f"page {n}")]


def test_a_date_in_figures_beside_a_running_head_is_one(sheets: Sheets) -> None:
    for number in range(1, 5):
        sheets.write("13/03/2025", y=815)
        sheets.write("The situation in the Basin", x=220, y=815)
        sheets.write("S/PV.9876", x=460, y=815)
        sheets.y = 770 - 5 * number
        sheets.paragraph(PROSE)
        sheets.turn_page()
    assert texts(sheets.read(), Role.HEADER) == ["13/03/2025", "The situation in the Basin", "S/PV.9876"] * 3


def test_a_heading_that_begins_a_few_of_many_pages_is_no_header(sheets: Sheets) -> None:
    for number, letter in enumerate("ABCDEFGHIJKLMNOPQRST"):
        sheets.write("Annex" if number % 6 == 0 else f"{letter}. Cooperation goes on in many ways", y=790)
        sheets.y -= 5 * number
        sheets.paragraph(PROSE)
        sheets.turn_page()
    assert texts(sheets.read(), Role.HEADER) == []


def test_the_same_footnote_at_the_foot_of_many_pages_is_no_header(sheets: Sheets) -> None:
    for number in range(1, 11):
        sheets.y -= 5 * number
        sheets.paragraph(PROSE)
        if number % 3 == 0:
            sheets.rule(LEFT, LEFT + 70, 80)
            sheets.runs((str(number), "Times-Roman", 5, 3), (" Ibid., para. 5.", "Times-Roman", 8, 0), y=60)
        sheets.write(f"{number}", y=30, size=8)
        sheets.turn_page()
    source = sheets.read()
    assert texts(source, Role.NOTE) == ["Ibid., para. 5."] * 3
    assert texts(source, Role.HEADER) == [str(number) for number in range(1, 11)]


def test_a_number_inside_the_text_is_no_page_number(sheets: Sheets) -> None:
    sheets.y = 60
    sheets.write("The number of States that are parties to the Convention was at that time")
    sheets.write("186")
    assert texts(sheets.read(), Role.HEADER) == []


def test_bar_codes_and_printers_notices_are_headers(sheets: Sheets) -> None:
    sheets.paragraph(PROSE)
    sheets.write("GE.25-11220 (E)", y=50)
    sheets.write("*2511220*", y=35)
    sheets.write("Please recycle", x=400, y=50)
    assert set(texts(sheets.read(), Role.HEADER)) == {"GE.25-11220 (E)", "*2511220*", "Please recycle"}


def test_the_first_line_that_is_no_header_begins_its_page(sheets: Sheets) -> None:
    for number in range(1, 4):
        _page(sheets, number)
    beginning = [line for line in sheets.read().lines if line.begins_page]
    assert [(line.page, line.text[:7]) for line in beginning] == [(1, "A/80/75"), (2, "6. Stat"), (3, "9. Stat")]


def test_headings_with_numbers_of_their_own_at_the_top_of_pages_are_no_headers(sheets: Sheets) -> None:
    for number, rule in enumerate((1, 4, 5, 9, 11), start=1):
        sheets.write(f"Rule {rule}", y=790)
        sheets.paragraph(PROSE)
        sheets.write(f"page {number}", y=30)
        sheets.turn_page()
    source = sheets.read()
    assert texts(source, Role.HEADER) == [f"page {number}" for number in range(1, 6)]
    assert [text for text in texts(source, Role.TEXT) if text.startswith("Rule")] == [
        f"Rule {rule}" for rule in (1, 4, 5, 9, 11)
    ]
