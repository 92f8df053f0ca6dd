"""What pages carry: printed numbers, contents, footnotes, and words that have no number but a page."""

from tests.index.parser.setting import document, parse, places, texts

PAGES = """
{header} ii
Note by the Secretariat on symbols of documents.
=====
{header} iii
It is issued without formal editing.
=====
{header} 1

1. One is a paragraph.
=====
{header} 2

2. Two is a paragraph.

{b} Afterword

The names of places do not imply an opinion.
"""


def test_pages_are_called_by_their_printed_numbers() -> None:
    assert places(PAGES) == ["p. ii, unnumbered 1", "p. iii, unnumbered 1", "1", "2", "p. 2, unnumbered 1"]


def test_numbers_at_the_head_of_pages_that_do_not_count_them_are_not_theirs() -> None:
    text = PAGES.replace("{header} 2\n", "{header} 59\n").replace("{header} ii\n", "").replace("{header} iii\n", "")
    assert places(text) == ["p. 1, unnumbered 1", "p. 2, unnumbered 1", "1", "2", "p. 4, unnumbered 1"]


def test_a_table_of_contents_is_no_text() -> None:
    text = """
{b} Contents

Chapter Page

I. Introduction ............................ 2

II. Conclusions ............................ 3

Annex ...................................... 4
=====
{b14} I. Introduction

1. One is a paragraph.

{b14} II. Conclusions

2. Two is a paragraph.
"""
    assert places(text) == ["1", "2"]
    assert document(text).paragraphs[1].headings == ("II. Conclusions",)


def test_several_paragraphs_without_a_number_between_numbered_ones_are_told_once() -> None:
    text = "1. One.\n\n{b} Views\n\nThe first has none.\n\nThe second has none.\n\n2. Two.\n"
    assert [each.message for each in parse(text).findings] == [
        "2 paragraphs without a number stand between numbered ones"
    ]


def test_a_note_at_the_foot_of_a_page_without_a_rule_is_told_by_its_mark() -> None:
    text = """
1. The Convention{1} is in force
and applied.

1   Treaty Series, vol. 2349.
=====
2. It has many parties.
"""
    paragraphs = document(text).paragraphs
    assert texts(text) == {"1": "The Convention is in force and applied.", "2": "It has many parties."}
    assert [note.text for note in paragraphs[0].notes] == ["Treaty Series, vol. 2349."]


def test_a_number_at_the_foot_of_a_page_that_no_mark_names_is_the_texts() -> None:
    text = (
        "1. The Convention is in force and applied by\n2 States of the region\n=====\nin full.\n\n2. It has parties.\n"
    )
    assert texts(text)["1"] == "The Convention is in force and applied by 2 States of the region in full."


def test_a_day_at_the_beginning_of_a_line_opens_no_note() -> None:
    text = """
1. The Convention{1} is in force.

{note 1} Resolution adopted on
{note 24} December 2024.
"""
    assert [(note.mark, note.text) for note in document(text).paragraphs[0].notes] == [
        ("1", "Resolution adopted on 24 December 2024.")
    ]


def test_a_space_between_a_mark_and_the_full_stop_after_it_goes_with_the_mark() -> None:
    text = "1. It was the work of the Team{1} . It went on{2} well.\n\n{note 1} See para. 5.\n{note 2} See para. 6.\n"
    assert texts(text) == {"1": "It was the work of the Team. It went on well."}
