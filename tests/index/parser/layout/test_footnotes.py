"""Footnotes lifted out of the text and attached to the paragraphs that carry their marks."""

from index.document import Note
from index.parser.parse import parse_source
from index.readers.base import Line, NoteMark, Role, SourceText, Wrapping
from tests.support.parsing import document, headings, lines, messages, texts


def test_footnotes_are_lifted_out_and_attached_to_the_paragraph_with_the_mark() -> None:
    text = lines(
        "1. One.¹", "2. Two goes on after the", "¹ See para. 5.", "page.<sup>2</sup>", "<sup>2</sup> See [A/1](#)."
    )
    parsed = document(text)
    assert texts(text) == {"1": "One.", "2": "Two goes on after the page."}
    assert [paragraph.notes for paragraph in parsed.paragraphs] == [
        (Note("1", "See para. 5."),),
        (Note("2", "See A/1."),),
    ]
    assert messages(text) == []


def test_markdown_footnotes_are_footnotes() -> None:
    text = lines("1. One[^1] goes on.", "[^1]: See para. 5.")
    assert texts(text) == {"1": "One goes on."}
    assert document(text).paragraphs[0].notes == (Note("1", "See para. 5."),)


def test_several_marks_in_one_place_are_all_read() -> None:
    text = lines("1. One.<sup>1, 2</sup>", "2. Two.³", "¹ A.", "² B.", "³ C.")
    assert [paragraph.notes for paragraph in document(text).paragraphs] == [
        (Note("1", "A."), Note("2", "B.")),
        (Note("3", "C."),),
    ]
    assert texts(text)["1"] == "One."


def test_an_exponent_is_no_footnote_mark() -> None:
    text = lines("1. It holds 5 m³ and x² more.", "2. See.²", "² A note.")
    assert texts(text) == {"1": "It holds 5 m³ and x² more.", "2": "See."}
    assert document(text).paragraphs[1].notes == (Note("2", "A note."),)


def test_a_note_whose_mark_is_nowhere_is_reported_and_kept() -> None:
    text = lines("1. One.", "⁷ Lost.", "2. Two.")
    assert document(text).paragraphs[0].notes == (Note("7", "Lost."),)
    assert messages(text) == ["3 unplaced: footnote 7 has no mark in the text; it is kept with the paragraph before it"]


def test_marks_that_begin_again_on_each_page_take_the_note_of_their_page() -> None:
    text = lines("1. One.¹", "¹ First.", "2. Two.¹", "¹ Second.")
    assert [paragraph.notes for paragraph in document(text).paragraphs] == [
        (Note("1", "First."),),
        (Note("1", "Second."),),
    ]


def test_notes_of_the_masthead_are_the_documents() -> None:
    text = lines("Report", "Item 2 of the provisional agenda*", "1. One.", "* [A/1](#).", "2. Two.")
    parsed = document(text)
    assert parsed.notes == (Note("*", "A/1."),)
    assert texts(text) == {"1": "One.", "2": "Two."}


def test_a_footnote_of_a_heading_goes_with_the_paragraph_below() -> None:
    text = lines("I. Overview¹", "1. One.", "¹ As revised.")
    assert document(text).paragraphs[0].notes == (Note("1", "As revised."),)
    assert headings(text)["1"] == ("I. Overview",)


def test_a_private_character_of_the_text_is_no_mark() -> None:
    text = lines("1. One\U0010f031 of two.", "1 First.", "2. \U0010f01c")
    assert texts(text) == {"1": "One\ufffd of two. 1 First.", "2": "\ufffd"}
    assert document(text).paragraphs[0].notes == ()


def test_letters_that_mark_cells_are_not_in_the_rows_and_stand_before_their_notes() -> None:
    lines = (
        Line("Region | People", 2, role=Role.TABLE, cells=("Region", "People"), note_marks=(NoteMark(15, "a"),)),
        Line("Asia | 4", 3, role=Role.TABLE, cells=("Asia", "4"), note_marks=(NoteMark(4, "b"),)),
        Line("Persons downstream.", 4, note_marks=(NoteMark(0, "a"),)),
    )
    parsed = parse_source(SourceText(lines, wrapping=Wrapping.FLOWING), id="t", source="t.docx")
    assert [each.text for each in parsed.document.paragraphs] == [
        "Region | People\nAsia | 4",
        "a Persons downstream.",
    ]
