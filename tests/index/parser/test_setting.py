"""How a text is set tells headings, paragraphs and their numbers apart."""

from index.parser.blocks import Block
from index.parser.layout.heading_type import with_heading_type
from tests.index.parser.setting import document, laid_out, places, texts

SET_APART = """
{b14} I. Background

{b12} A. Context

{b} A subtitle

1. One is a paragraph.

Afghanistan, Albania and Algeria

2. Two is a paragraph.
"""


def block(text: str) -> Block:
    lines = laid_out(text).lines
    return Block(" ".join(line.text for line in lines), lines, bold=all(line.bold for line in lines))


def test_words_set_like_running_text_are_no_heading_where_headings_are_set_apart() -> None:
    assert texts(SET_APART)["1"] == "One is a paragraph. Afghanistan, Albania and Algeria"
    assert document(SET_APART).paragraphs[1].headings == ("I. Background", "A. Context", "A subtitle")


def test_in_a_text_without_larger_or_bold_lines_words_alone_may_be_headings() -> None:
    text = "1. One is a paragraph.\n\nOther matters\n\n2. Two is a paragraph.\n"
    assert document(text).paragraphs[1].headings == ("Other matters",)


def test_blocks_know_whether_they_are_set_apart() -> None:
    headings = [block("{b14} Background"), block("{b} Context"), block("{i} A subtitle")]
    running = block("Many words are set in the running type of the text, more than in any other.")
    mostly_bold = block("{b} Resolution 2347 (2017) on heritage\n{b} and trafficking")
    told = with_heading_type([*headings, running, mostly_bold])
    assert [each.set_apart for each in told] == [True, True, True, False, True]
    assert [each.set_apart for each in headings] == [None, None, None]


def test_blocks_without_headings_among_them_know_nothing() -> None:
    told = with_heading_type([block("One is running."), block("{b} Bold")])
    assert [each.set_apart for each in told] == [None, None]


def test_a_first_line_set_in_begins_a_paragraph_without_a_gap() -> None:
    text = """
     The group met in May and
adopted its report.
     It closed its session on
time.
"""
    assert texts(text) == {
        "p. 1, para. 1": "The group met in May and adopted its report.",
        "p. 1, para. 2": "It closed its session on time.",
    }
    assert places(text.replace("report.", "report of")) == ["p. 1, para. 1"]


def test_a_signature_on_the_right_is_one_paragraph_however_its_lines_are_set_in() -> None:
    text = """
     I have the honour to transmit the report of the group.

                                   (*Signed*) Fu Cong
             President of the Committee concerning the Levant,
                 Al-Qaida and associated individuals
"""
    assert texts(text)["p. 1, para. 2"].endswith("concerning the Levant, Al-Qaida and associated individuals")


def test_numbers_set_in_farther_than_the_paragraphs_are_a_lists() -> None:
    text = """
1. The Committee adopted its agenda.

2. It considered these matters.

     1. The budget of the fund.

     2. The work of the group.

     3. The report of the Chair.

3. It closed its session.
"""
    assert places(text) == ["1", "2", "3"]
    assert texts(text)["3"] == "It closed its session."


def test_who_signed_a_text_belongs_to_no_paragraph_of_it() -> None:
    text = """
7.1 The bulletin enters into force on 1 May.

7.2 Bulletin 9 is abolished.

                      *(Signed)* Ann Lee
                      Secretary-General
=====
{b14} Annex

1. Records are kept.
"""
    assert texts(text) == {
        "7.1": "The bulletin enters into force on 1 May.",
        "7.2": "Bulletin 9 is abolished.",
        "p. 1, unnumbered 1": "(Signed) Ann Lee Secretary-General",
        "annex, 1": "Records are kept.",
    }


def test_the_title_of_a_chapter_stands_above_all_its_sections() -> None:
    text = """
{b14} Chapter II

{b14} Report of the Board

{b} Scope

1. The Board audits.

{b} Findings

2. The Board found.
"""
    assert [paragraph.headings for paragraph in document(text).paragraphs] == [
        ("Chapter II", "Report of the Board", "Scope"),
        ("Chapter II", "Report of the Board", "Findings"),
    ]


def test_entries_of_a_list_in_bold_are_no_headings() -> None:
    text = """
{b14} III. Actions to be taken

{b} 19. The Committee recommends that the Assembly:

{b} (a) Take note of the report;

{b} (b) Appropriate an amount of 3 million dollars.

20. The Committee trusts that it will be informed.
"""
    found = document(text).paragraphs
    assert [str(paragraph.locator) for paragraph in found] == ["19", "20"]
    assert [str(item.locator) for item in found[0].items] == ["19 (a)", "19 (b)"]
