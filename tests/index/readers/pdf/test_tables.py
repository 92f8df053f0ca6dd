from collections.abc import Sequence
from pathlib import Path

import pytest

from index.readers.base import Role, SourceText
from tests.index.readers.pdf.sheets import LEFT, PROSE, Sheets, line_with, texts


@pytest.fixture
def sheets(tmp_path: Path) -> Sheets:
    return Sheets(tmp_path / "a.pdf")


def _rows(source: SourceText) -> list[tuple[str, ...]]:
    return [line.cells for line in source.lines if line.role is Role.TABLE]


def _write_row(sheets: Sheets, cells: Sequence[str], columns: Sequence[float], y: float) -> None:
    for cell, x in zip(cells, columns, strict=True):
        if cell:
            sheets.write(cell, x=x, y=y, size=8.5)


def test_rows_whose_words_stand_in_columns_are_a_table(sheets: Sheets) -> None:
    sheets.paragraph(PROSE)
    rows = [("Outcome", "Staff", "Total"), ("Substantiated", "107", "1 079"), ("Dismissed", "31", "112")]
    for place, row in enumerate(rows):
        _write_row(sheets, row, (LEFT, 300, 400), 640 - 15 * place)
    sheets.y = 590
    sheets.paragraph(PROSE)
    source = sheets.read()
    assert _rows(source) == rows
    assert texts(source, Role.TABLE)[1] == "Substantiated | 107 | 1 079"
    assert len(texts(source, Role.TEXT)) == 6


def test_the_lines_of_a_cell_are_put_together(sheets: Sheets) -> None:
    columns = (LEFT, 300, 400)
    _write_row(sheets, ("Outcome of investigation", "Staff", "Total"), columns, 700)
    _write_row(sheets, ("Allegation substantiated", "107", "1 079"), columns, 680)
    _write_row(sheets, ("Insufficient information, no", "", ""), columns, 660)
    _write_row(sheets, ("participation from victims", "375", "1 188"), columns, 650)
    assert _rows(sheets.read()) == [
        ("Outcome of investigation", "Staff", "Total"),
        ("Allegation substantiated", "107", "1 079"),
        ("Insufficient information, no participation from victims", "375", "1 188"),
    ]


def test_rows_that_count_are_not_put_together_however_near_they_are(sheets: Sheets) -> None:
    rows = [("Official debt", "7 - 9", "4"), ("Investment", "10 - 12", "5"), ("Commodities", "13 - 17", "6")]
    for place, row in enumerate(rows):
        _write_row(sheets, row, (LEFT, 300, 400), 700 - 10 * place)
    assert _rows(sheets.read()) == rows


def test_names_and_what_they_stand_for_are_a_table_of_two_columns(sheets: Sheets) -> None:
    rows = [("FAO", "Food and Agriculture Organization"), ("IMO", "International Maritime Organization")]
    rows += [("JIU", "Joint Inspection Unit")]
    for place, row in enumerate(rows):
        _write_row(sheets, row, (LEFT, 150), 700 - 18 * place)
    assert _rows(sheets.read()) == rows


def test_a_grid_of_rules_gives_its_cells_though_words_are_near(sheets: Sheets) -> None:
    sheets.grid((72, 150, 200, 250), (700, 680, 660))
    _write_row(sheets, ("Headquarters in New York", "4", "15"), (74, 196, 246), 686)
    _write_row(sheets, ("Arab States", "31", "20"), (74, 191, 241), 666)
    assert _rows(sheets.read()) == [("Headquarters in New York", "4", "15"), ("Arab States", "31", "20")]


def test_a_cell_over_several_columns_is_the_first_of_them(sheets: Sheets) -> None:
    sheets.canvas.setLineWidth(0.5)
    for y in (700, 660, 640):
        sheets.rule(72, 372, y)
    sheets.rule(172, 372, 680)
    for x in (72, 172, 372):
        sheets.canvas.line(x, 640, x, 700)
    sheets.canvas.line(272, 640, 272, 680)
    sheets.write("Internal audit and advice", x=222, y=686, size=8)
    _write_row(sheets, ("", "2023", "2024"), (74, 200, 300), 666)
    _write_row(sheets, ("Vacant posts", "4", "0"), (74, 200, 300), 646)
    assert _rows(sheets.read()) == [
        ("", "Internal audit and advice", ""),
        ("", "2023", "2024"),
        ("Vacant posts", "4", "0"),
    ]


def test_rows_of_a_grid_without_level_rules_are_told_by_their_lines(sheets: Sheets) -> None:
    sheets.grid((72, 200, 300), (700, 640))
    for place, row in enumerate([("2021", "118"), ("2022", "166"), ("2023", "167")]):
        _write_row(sheets, row, (74, 260), 688 - 15 * place)
    assert _rows(sheets.read()) == [("2021", "118"), ("2022", "166"), ("2023", "167")]


def test_a_table_stands_where_it_is_printed(sheets: Sheets) -> None:
    sheets.write("Table 1. Posts", y=720)
    sheets.grid((72, 150, 200), (700, 680, 660))
    _write_row(sheets, ("Filled", "4"), (74, 160), 686)
    _write_row(sheets, ("Vacant", "31"), (74, 160), 666)
    sheets.write("Source: a survey.", y=640)
    assert texts(sheets.read()) == ["Table 1. Posts", "Filled | 4", "Vacant | 31", "Source: a survey."]


def test_small_lines_with_marks_below_a_table_are_its_notes(sheets: Sheets) -> None:
    sheets.paragraph(PROSE)
    sheets.grid((72, 150, 200), (700, 680, 660))
    _write_row(sheets, ("Filled", "4"), (74, 160), 686)
    _write_row(sheets, ("Vacant", "31*"), (74, 160), 666)
    sheets.write("* As at the end of the year.", y=648, size=8)
    sheets.y = 620
    sheets.paragraph(PROSE)
    source = sheets.read()
    assert line_with(source, "end of the year").opens_note == "*"
    assert _rows(source)[1] == ("Vacant", "31")


def test_text_in_a_frame_is_a_box(sheets: Sheets) -> None:
    sheets.paragraph(PROSE)
    sheets.canvas.setLineWidth(0.5)
    sheets.canvas.rect(LEFT, 600, 400, 60)
    sheets.write("Recommendation 7", x=90, y=640, font="Times-Bold")
    sheets.write("By the end of 2026, the Secretary-General should", x=90, y=622)
    sheets.write("commission a report on shared services.", x=90, y=610)
    source = sheets.read()
    assert texts(source, Role.BOX)[0] == "Recommendation 7"
    assert len(texts(source, Role.BOX)) == 3
    assert len(texts(source, Role.TEXT)) == 3


def test_a_border_painted_between_two_rectangles_is_a_frame(sheets: Sheets) -> None:
    sheets.paragraph(PROSE)
    border = sheets.canvas.beginPath()
    border.rect(LEFT, 600, 400, 60)
    border.rect(LEFT + 1, 601, 398, 58)
    sheets.canvas.drawPath(border, stroke=0, fill=1, fillMode=0)
    sheets.write("By the end of 2026, the Secretary-General should", x=90, y=632)
    sheets.write("commission a report on shared services.", x=90, y=620)
    source = sheets.read()
    assert len(texts(source, Role.BOX)) == 2
    assert texts(source, Role.FIGURE) == []


def test_one_side_of_such_a_border_is_a_rule(sheets: Sheets) -> None:
    sheets.paragraph(PROSE)
    border = sheets.canvas.beginPath()
    border.rect(LEFT, 90, 400, 40)
    border.rect(LEFT, 90, 400, 39)
    sheets.canvas.drawPath(border, stroke=0, fill=1, fillMode=0)
    sheets.runs(("1", "Times-Roman", 5, 3), (" See the report of the Secretary-General,", "Times-Roman", 8, 0), y=115)
    sheets.write("which says so.", y=105, size=8)
    source = sheets.read()
    assert texts(source, Role.NOTE) == ["See the report of the Secretary-General,", "which says so."]


def test_a_typed_masthead_is_no_table(sheets: Sheets) -> None:
    rows = (
        ("UNITED NATIONS", "A"),
        ("GENERAL", "Distr."),
        ("ASSEMBLY", "GENERAL"),
        ("", "A/39/123"),
        ("", "16 April 1984"),
    )
    for place, (left, right) in enumerate(rows):
        sheets.write(left, y=750 - 12 * place, font="Courier")
        sheets.write(right, x=350, y=750 - 12 * place, font="Courier")
    sheets.y = 690
    sheets.paragraph(PROSE, font="Courier")
    source = sheets.read()
    assert texts(source, Role.TABLE) == []
    assert {"A/39/123", "16 April 1984"} <= set(texts(source))


def test_words_of_a_chart_are_a_figure(sheets: Sheets) -> None:
    sheets.paragraph(PROSE)
    chart = sheets.canvas.beginPath()
    for place, height in enumerate((40, 80, 60)):
        chart.rect(150 + 60 * place, 500, 30, height)
    sheets.canvas.rect(LEFT, 480, 400, 180)
    sheets.canvas.drawPath(chart, fill=1)
    sheets.write("Staff", x=155, y=490, size=8)
    sheets.write("36%", x=155, y=545, size=8)
    sheets.y = 460
    sheets.paragraph(PROSE)
    source = sheets.read()
    assert texts(source, Role.FIGURE) == ["36%", "Staff"]
    assert len(texts(source, Role.TEXT)) == 6
