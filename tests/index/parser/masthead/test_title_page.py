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


def test_the_cover_of_an_audit_report_names_a_division_and_a_number_above_the_title() -> None:
    text = """
{b22} INTERNAL AUDIT DIVISION


{b20} REPORT 2025/044

{b20} Audit of the management of spare parts
{b20} at the Depot


23 June 2025
=====
{b} Audit of the management of spare parts at the Depot

{b} EXECUTIVE SUMMARY

The Office conducted an audit of spare parts at the Depot.
=====
{b} I. BACKGROUND

1. The Depot was established in 2011.

{b} II. RESULTS

2. Stocks were not counted.
"""
    told = document(text)
    assert (told.title, told.body) == (
        "Audit of the management of spare parts at the Depot",
        "INTERNAL AUDIT DIVISION",
    )
    assert told.date == "2025-06-23"
    assert told.paragraphs[0].headings == ("EXECUTIVE SUMMARY",)


def test_a_word_of_the_title_that_a_program_broke_is_one_word() -> None:
    text = PAGE.replace(
        "Tourism and the development\n{b14} of small", "Tourism and the develop\u2010\n{b14} ment of small"
    )
    assert document(text).title == "Tourism and the development of small islands"


JUDGMENT = """
{14} UNITED NATIONS DISPUTE TRIBUNAL
{table} Case No.: Judgment No.: | UNDT/GVA/2023/044 UNDT/2024/061
{table} Date: | 12 September 2024

{12} Before: Judge Oyono

{12}                 FERREIRA-LINDT

{12}                 (Applicant)

{12}                 v.

{12}                 SECRETARY-GENERAL

{b16}                JUDGMENT
=====
{header} Judgment No. UNDT/2024/061
{b12} Introduction

{12} 1. The Applicant contests a decision of 3 May 2023.
=====
{header} Judgment No. UNDT/2024/061
{12} 2. The Respondent replied.
"""


def test_a_judgment_is_called_by_its_parties_and_by_the_number_at_the_head_of_its_pages() -> None:
    told = document(JUDGMENT)
    assert (told.title, told.symbol) == ("FERREIRA-LINDT v. SECRETARY-GENERAL", "UNDT/2024/061")
    assert (told.date, told.body) == ("2024-09-12", "UNITED NATIONS DISPUTE TRIBUNAL")


def test_parties_on_one_line_are_a_title_too() -> None:
    text = JUDGMENT.replace("\n\n{12}                 v.\n\n{12}                 SEC", " v. SEC").replace(
        "(Applicant)", ""
    )
    assert document(text.replace("LINDT\n\n{12}                  v.", "LINDT v.")).title.endswith(
        " v. SECRETARY-GENERAL"
    )


def test_a_symbol_at_the_head_of_one_page_and_two_dates_in_a_table_tell_nothing() -> None:
    text = JUDGMENT.replace("Judgment No. UNDT/2024/061", "", 1).replace("2024\n", "2024 (filed: 4 May 2023)\n", 1)
    told = document(text)
    assert (told.symbol, told.date) == (None, None)


def test_a_masthead_that_is_read_as_a_table_tells_what_it_has_one_of() -> None:
    text = """
{table} United Nations | CEDAW/C/VLD/CO/7
{table} Convention on Discrimination | Distr.: General 18 November 2024

1. The Committee considered the report.
"""
    told = document(text)
    assert (told.symbol, told.date) == ("CEDAW/C/VLD/CO/7", "2024-11-18")


def test_a_title_in_the_type_of_the_text_is_told_by_its_capitals() -> None:
    text = """
HUMAN RIGHTS COMMITTEE
Fifty-eighth session

SUMMARY RECORD OF THE 1534th MEETING

Held at the Palais des Nations, Geneva,
on Tuesday, 22 October 1996, at 10 a.m.

1. The CHAIRMAN invited the delegation to reply.
"""
    assert document(text).title == "SUMMARY RECORD OF THE 1534th MEETING"


def test_a_title_that_says_later_who_adopted_what_it_holds_is_the_title() -> None:
    text = PAGE.replace(
        "Tourism and the development\n{b14} of small islands", "Compilation of general comments adopted by"
    )
    assert document(text).title == "Compilation of general comments adopted by"


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
