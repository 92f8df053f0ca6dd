"""Pages that a program made a plain text of, with the page's margin and without bold, italics and raised figures."""

from index.document import Document
from index.parser.parse import parse_text

MARGIN = " " * 15
SET_IN = " " * 21
# As a program breaks them.
LINES = " and what is said of it\ngoes on below" * 10

RESOLUTION = f"""\
{MARGIN}United Nations                                                   A/RES/73/7
{MARGIN}General Assembly                                  Distr.: General
                                                                 31 October 2018


Seventy-third session
Agenda item 77

{MARGIN}Resolution adopted by the General Assembly on 29 October 2018

     73/7.     Report of the International Criminal Court

{SET_IN}The General Assembly,
{SET_IN}Recalling its resolution 72/3 of 30 October 2017 and all its previous relevant
{MARGIN}resolutions,
{SET_IN}Reiterating the historic significance of the adoption of the Rome Statute,
{SET_IN}Convinced that ending impunity is essential for coming to terms with any past
{MARGIN}crimes committed and preventing such crimes in the future, as the Court and
{MARGIN}other institutions have shown in several cases,



18-18142 (E)      021118
*1818142*
\f{MARGIN}                                                       A/RES/73/7

{SET_IN}Welcoming the continuous support given by civil society to the International
{MARGIN}Criminal Court,
{SET_IN}1.    Welcomes the report of the International Criminal Court for 2017/18;
{SET_IN}2.    Invites all States that are not yet parties to the Rome Statute to consider
{MARGIN}acceding to it without delay.
"""


def document(text: str) -> Document:
    return parse_text(text, id="d", source="d.txt").document


def masthead(*title: str) -> str:
    lines = "\n".join(f"{MARGIN}{line}" for line in title)
    return f"""\
{MARGIN}United Nations                                                   A/80/1
{MARGIN}General Assembly                                  Distr.: General

Eightieth session
Item 5 of the provisional agenda
Advancing the welfare of the people of the coasts

{lines}

{SET_IN}The Secretariat hereby transmits what was asked for in the last resolution.

{MARGIN}1.    The first paragraph has more than one line, which are broken where the line ends
{MARGIN}and go on below without a space between them, as they do in converted pages.
"""


def test_paragraphs_of_a_preamble_are_told_by_their_indent() -> None:
    read = document(RESOLUTION)
    assert [str(each.locator) for each in read.paragraphs] == [
        "preambular para. 1", "preambular para. 2", "preambular para. 3", "preambular para. 4", "1", "2",
    ]  # fmt: skip
    assert read.paragraphs[1].text == "Reiterating the historic significance of the adoption of the Rome Statute,"
    assert read.paragraphs[2].text.endswith("have shown in several cases,")


def test_the_title_of_a_resolution_stands_after_its_number() -> None:
    assert document(RESOLUTION).title == "Report of the International Criminal Court"


def test_the_title_begins_where_the_text_does_not_at_the_edge() -> None:
    assert document(masthead("Ports and their people")).title == "Ports and their people"
    two_lines = ("Report of the African Forum on the Coasts", "on its eleventh session", "Note by the Secretariat")
    assert document(masthead(*two_lines)).title == "Report of the African Forum on the Coasts on its eleventh session"
    adopted = (
        "Resolution 2773 (2025)",
        "Adopted by the Security Council at its 9865th meeting, on",
        "21 February 2025",
    )
    assert document(masthead(*adopted)).title == "Resolution 2773 (2025)"


def test_the_title_of_a_book_stands_above_its_author_and_not_among_names_and_abbreviations() -> None:
    names = "\n".join(f"Member {letter} of the project team" for letter in "ABCDEFGHIJKLM")
    text = (
        "JIU/REP/2025/2\n\nReview of policies and practices\nin the ports of the United Nations\n"
        "Report of the Joint Inspection Unit\n\n"
        f"United Nations • New York, 2025\n\n{names}\n\nWMO\nWorld Meteorological Organization\n\n"
        f"1. The review began in 2024{LINES}.\n\n2. It was long{LINES}.\n"
    )
    assert document(text).title == "Review of policies and practices in the ports of the United Nations"


def test_the_head_of_a_recommendation_may_be_the_first_line_of_its_block() -> None:
    text = (
        f"{MARGIN}20.   The following recommendation is intended to help.\n\n\n{MARGIN}     Recommendation 1\n"
        f"{MARGIN}     Executive heads should review their rules by the end of\n{MARGIN}     2027.\n\n\n"
        f"{MARGIN}21.   Victims face risks, which are described in the chapter below and in the annex.\n"
    )
    assert {str(each.locator): each.text for each in document(text).paragraphs} == {
        "20": "The following recommendation is intended to help.",
        "recommendation 1": "Executive heads should review their rules by the end of 2027.",
        "21": "Victims face risks, which are described in the chapter below and in the annex.",
    }
