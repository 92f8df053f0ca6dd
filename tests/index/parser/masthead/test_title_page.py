"""What the first page of a printed document tells, from how its lines are set."""

from tests.index.parser.setting import document

PAGE = """
{14} United Nations
                                                       {10} A/79/975-E/2025/82
{b20} General Assembly
                                                       Distr.: General
                                                       14 July 2025
{b20} Economic and Social Council
                                                       Original: French


{b} Seventy-ninth session
Agenda item 12
{b} Sport for development and
{b} peace

{b14} Tourism and the development
{b14} of small islands

{b12} Report of the Secretary-General

{b14} I. Introduction

1. Tourism grew.

{b14} II. Conclusions

2. It should be sustainable.
"""


def test_the_particulars_of_a_first_page_are_read_from_its_columns() -> None:
    told = document(PAGE)
    assert (told.symbol, told.date, told.language) == ("A/79/975-E/2025/82", "2025-07-14", "en")
    assert told.body == "General Assembly; Economic and Social Council"
    assert (told.session, told.agenda_item) == ("Seventy-ninth session", "Agenda item 12")


def test_the_title_is_what_is_set_largest_below_the_particulars() -> None:
    assert document(PAGE).title == "Tourism and the development of small islands"


def test_an_author_in_the_type_of_a_title_is_the_title_and_in_smaller_type_is_not() -> None:
    text = PAGE.replace("{b14} Tourism and the development\n{b14} of small islands\n\n{b12} Report", "{b14} Report")
    assert document(text).title == "Report of the Secretary-General"


def test_a_resolutions_number_stands_before_its_title() -> None:
    text = PAGE.replace("{b14} Tourism", "{b12} 79/238. Tourism").replace("{b14} of small", "{b12} of small")
    text = text.replace("{b12} Report of the Secretary-General", "{b14} Resolution adopted by the General Assembly")
    assert document(text).title == "Tourism and the development of small islands"


def test_an_organs_name_may_run_over_lines_beside_another_column() -> None:
    text = """
{14} United Nations
{b16} Executive Board of the
                                                       {10} Distr.: General
{b16} United Nations Development
                                                       {10} 19 May 2025
{b16} Programme

{b14} Report on internal audit

1. The report was prepared.
"""
    told = document(text)
    assert told.body == "Executive Board of the United Nations Development Programme"
    assert (told.date, told.title) == ("2025-05-19", "Report on internal audit")


def test_nothing_is_told_of_a_page_that_tells_nothing() -> None:
    told = document("1. Tourism grew in A/79/975.\n\n2. On 14 July 2025 it should be sustainable.\n")
    assert (told.symbol, told.date, told.body, told.session, told.title) == (None, None, None, None, told.id)


def test_a_language_in_brackets_further_down_does_not_end_the_masthead() -> None:
    below = """
{b14} Letter dated 3 February 2026 from the Permanent Representative of Carrow

I have the honour to transmit a letter (see annex).

{b14} Annex to the letter dated 3 February 2026

                                                       [Original: French]

The Government of Carrow wishes to inform the Council.
"""
    told = document(PAGE[: PAGE.index("{b14} Tourism")] + below)
    assert told.title == "Letter dated 3 February 2026 from the Permanent Representative of Carrow"


TYPED = """
UNITED NATIONS                                          A

        GENERAL
                                                        Distr.
        ASSEMBLY
                                                        GENERAL

                                                        A/39/123
                                                        16 April 1984

Thirty-ninth session
Item 42 of the preliminary list

            QUESTION OF THE LIGHTHOUSES OF THE
                     SOUTHERN SEAS

                  Report of the Secretary-General

1. The Assembly asked for a report.
"""


def test_a_typed_first_page_has_its_title_above_its_author() -> None:
    told = document(TYPED)
    assert told.title == "QUESTION OF THE LIGHTHOUSES OF THE SOUTHERN SEAS"
    assert (told.body, told.symbol, told.date) == ("GENERAL ASSEMBLY", "A/39/123", "1984-04-16")


def test_the_resolution_and_not_who_adopted_it_is_the_title_of_a_typed_page() -> None:
    adopted = "RESOLUTION 697 (1991)\n\n     Adopted by the Security Council at its 2991st meeting"
    text = TYPED.replace("QUESTION OF THE LIGHTHOUSES OF THE\n                     SOUTHERN SEAS", adopted)
    assert document(text.replace("Report of the Secretary-General", "")).title == "RESOLUTION 697 (1991)"


def test_an_agenda_items_title_is_no_part_of_an_organs_name() -> None:
    text = PAGE.replace("{b} Seventy-ninth", "{b} General Assembly\n{b} Seventy-ninth").replace(
        "{b} Sport", "{b} Use of sport"
    )
    assert document(text).body == "General Assembly; Economic and Social Council"
