"""Excerpts of printed documents, written down from pictures of their pages."""

from functools import cache
from itertools import pairwise

import pytest

from index.errors import SourceError
from index.readers.base import Line, NoteMark, ReadLimits, Role, SourceText
from index.readers.pdf.reader import PdfReader
from tests.index.readers.un_documents import needs_un_documents, un_document

pytestmark = needs_un_documents


@cache
def _read(name: str) -> SourceText:
    return PdfReader().read(un_document(name), ReadLimits())


def _page(name: str, page: int, role: Role = Role.TEXT) -> list[Line]:
    return [line for line in _read(name).lines if line.page == page and line.role is role]


def _texts(name: str, page: int, role: Role = Role.TEXT) -> list[str]:
    return [line.text for line in _page(name, page, role)]


def test_a_resolution_of_the_security_council() -> None:
    lines = _page("S_RES_2773", 1)
    assert [line.text for line in lines[:9]] == [
        "United Nations",
        "S/RES/2773 (2025)",
        "Security Council",
        "Distr.: General",
        "21 February 2025",
        "Resolution 2773 (2025)",
        "Adopted by the Security Council at its 9865th meeting, on",
        "21 February 2025",
        "The Security Council,",
    ]
    assert (lines[5].bold, lines[5].size, lines[8].italic, lines[8].indent) == (True, 14.0, True, 5)
    assert lines[-1].text == "advances of the M23,"
    third = next(line for line in _page("S_RES_2773", 2) if line.text.startswith("3."))
    assert third.text == "3.\tReiterates its urgent call for all parties to conclude an immediate and"
    assert [third.text[first:last] for first, last in third.italic_spans] == ["Reiterates its urgent call"]
    assert _texts("S_RES_2773", 2, Role.HEADER) == ["S/RES/2773 (2025)", "2/4", "25-03000"]


def test_a_masthead_in_two_columns_with_two_symbols() -> None:
    assert _texts("A_80_75", 1)[:20] == [
        "United Nations",
        "A/80/75-E/2025/55",
        "General Assembly",
        "Distr.: General",
        "10 April 2025",
        "Economic and Social Council",
        "Original: English",
        "General Assembly",
        "Eightieth session",
        "Item 74 (a) of the preliminary list",
        "Strengthening of the coordination of humanitarian and",
        "disaster relief assistance of the United Nations, including",
        "special economic assistance",
        "Economic and Social Council",
        "2025 session",
        "25 July 2024–30 July 2025",
        "Agenda item 9",
        "Special economic, humanitarian and",
        "disaster relief assistance",
        "Strengthening of the coordination of emergency",
    ]
    assert _texts("A_80_75", 1, Role.BOX)[0] == "Summary"
    assert [(line.opens_note, line.text) for line in _page("A_80_75", 1, Role.NOTE)] == [
        ("*", "A/80/50."),
        ("**", "The present report was submitted to the conference services for processing after the deadline"),
        (None, "for technical reasons beyond the control of the submitting office."),
    ]


@pytest.mark.slow
def test_a_note_that_goes_on_from_the_page_before_and_marks_in_the_text() -> None:
    notes = _page("A_80_10", 60, Role.NOTE)
    assert [line.opens_note for line in notes if line.opens_note is not None] == ["123", "124", "125"]
    assert notes[0].text.startswith("S.A., et al. (indictment of Ariel Sharon")
    marked = [
        (line.text[mark.at - 8 : mark.at], mark.mark) for line in _page("A_80_10", 60) for mark in line.note_marks
    ]
    assert marked == [("pacity”.", "123"), ("acity’”.", "124"), ("egories.", "125")]


@pytest.mark.parametrize(
    "name", ["A_80_75", "A_HRC_RES_59_25", "A_AC.109", "E_CN.5", "S_2025_482", "TD_B_43_6", "unfccc__1_4"]
)
def test_every_note_has_its_mark_in_the_text_and_every_mark_its_note(name: str) -> None:
    lines = _read(name).lines
    notes = [line.opens_note for line in lines if line.opens_note]
    marks = [mark.mark for line in lines if line.role is not Role.NOTE for mark in line.note_marks]
    assert sorted(set(notes)) == sorted(set(marks))
    numbers = [int(note) for note in notes if note.isdigit()]
    assert all(number in (before + 1, 1) for before, number in pairwise([0, *numbers]))


def test_the_mark_of_a_note_that_begins_a_line_stands_before_its_words() -> None:
    line = next(line for line in _page("DP_FPA", 7) if line.text.startswith("The four vacancies"))
    assert line.note_marks == (NoteMark(0, "5"),)


def test_a_table_with_borders() -> None:
    rows = [line.cells for line in _page("DP_FPA", 7, Role.TABLE)]
    assert [cell for cell in rows[0] if cell] == ["Internal audit", "Investigation", "Directorate", "Total"]
    assert rows[2] == ("D2 and professional posts – approved", "12", "12", "12", "12", "3", "3", "27", "27")
    assert rows[-1] == (
        "Budget remaining (thousands of $)", "836", "562", "1 084", "578", "753", "444", "2 673", "1 584",
    )  # fmt: skip


def test_a_table_without_borders() -> None:
    rows = [line.cells for line in _page("JIU_REP", 11, Role.TABLE)]
    assert rows[0] == (
        "Outcome of investigation",
        "United Nations system staff and affiliate personnel",
        "Personnel of implementing partners",
        "Personnel of peace operations",
        "Total",
        "Percentage of total",
    )
    assert rows[3] == (
        "Insufficient information, no participation from victims or no jurisdiction",
        "375",
        "579",
        "234",
        "1 188",
        "38",
    )


def test_the_words_of_a_chart_and_of_a_box() -> None:
    figure = _texts("JIU_REP", 10, Role.FIGURE)
    assert "United Nations system staff and affiliate personnel" in figure
    assert {"2017", "2024", "385"} <= set(figure)
    assert _texts("JIU_REP", 20, Role.BOX) == [
        "Recommendation 7",
        "By the end of 2026, the Secretary-General should commission a report",
        "with regard to the feasibility of establishing shared and/or common",
        "services to support sustained and regular funding for inter-agency",
        "PSEA coordinators in high-risk and priority countries.",
    ]


def test_recommendations_whose_numbers_are_set_off() -> None:
    assert _texts("uprs__afghanistan", 15)[:3] == [
        "136.31\tGuarantee that repatriated Afghan refugees, particularly women and",
        "girls, have adequate access to sanitation services, education, food, housing,",
        "freedom of movement and opportunities (Uruguay);",
    ]


def test_a_document_of_1996_with_underlined_headings() -> None:
    lines = _page("TD_B_43_6", 6)
    heading = next(line for line in lines if "Official debt" in line.text)
    assert (heading.text, heading.italic) == ("1. Official debt", True)
    notes = _page("TD_B_43_6", 6, Role.NOTE)
    assert [(line.opens_note, line.text) for line in notes] == [
        ("2", "See UNCTAD, Trade and Development Report 1995 and 1996."),
        ("3", "The 12 African countries are: Burkina Faso, Cameroon, Chad, Guinea, Guinea-"),
        (None, "Bissau, Mali, Mauritania, Senegal, Sierra Leone, Togo, Uganda and Zambia."),
    ]
    assert _texts("TD_B_43_6", 6, Role.HEADER) == ["TD/B/43/6", "page 6"]


def test_a_verbatim_record() -> None:
    speech = next(line for line in _page("A_79_PV.64", 1) if "Makayat" in line.text)
    assert speech.text == "Mr. Makayat-Safouesse (Congo) (spoke in French): On behalf of the Republic"
    assert [speech.text[first:last] for first, last in speech.bold_spans] == ["Mr. Makayat-Safouesse"]
    assert _page("A_79_PV.64", 1, Role.NOTE)[0].opens_note == ""


def test_a_landscape_page_whose_running_head_is_turned() -> None:
    rows = [line.cells for line in _page("JIU_REP", 34, Role.TABLE)]
    assert [rows[3][0], rows[-1][0]] == ["Recommendation 6", "Recommendation 15"]
    assert "JIU/REP/2025/2" in _texts("JIU_REP", 34, Role.HEADER)


def test_words_that_were_set_in_two_parts_are_whole() -> None:
    text = " ".join(line.text for line in _read("gate_unga__A_RES_73_3").lines)
    for word in ("framework,", "tuberculosis", "including the Delhi", "public health and", "Assembly resolution"):
        assert word in text
    for part in ("framew ork", "tubercu losis", "includi ng", "hea lth"):
        assert part not in text


def test_a_scan_and_a_page_of_the_documents_system_are_refused() -> None:
    with pytest.raises(SourceError, match="a scan: its 22 pages are pictures without text"):
        _read("A_45_696")
    with pytest.raises(SourceError, match="not a document but a page that says"):
        _read("A_78_1")
