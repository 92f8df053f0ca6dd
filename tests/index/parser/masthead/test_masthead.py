"""What mastheads tell."""

from pathlib import Path

import pytest

from index.parser.masthead.elsewhere import completed
from index.parser.masthead.masthead import Masthead, printed_symbol, read_masthead
from index.parser.masthead.particulars import without_author
from index.parser.parse import parse_text
from index.readers.base import Line, Role
from index.readers.text.reader import source_text

CORPUS = Path(__file__).parents[4] / "corpus"
GROUP = "Open-ended Intergovernmental Working Group on Asset Recovery"

TOLD = {
    "progress-2018": Masthead(
        date="2018-04-04",
        body=GROUP,
        title="Progress report on the implementation of the mandates of the " + GROUP,
    ),
    "info-sharing-2018": Masthead(
        date="2018-04-05",
        body=GROUP,
        title="Timely sharing of information in accordance with article 56 of the United Nations Convention against "
        "Corruption and improving communication and coordination between various asset recovery practitioner networks",
    ),
    "guidelines-2021": Masthead(
        date="2021-06-28",
        body=GROUP,
        title="Revised draft non-binding guidelines on the timely sharing of information in accordance with article 56 "
        "of the Convention and improving communication and coordination between various asset recovery practitioner "
        "networks",
    ),
    "irg-2019": Masthead(
        date="2019-05-29", body="Implementation Review Group", session="Tenth session", title="Draft report"
    ),
    "intersessional-2020": Masthead(
        title="Outcome of the second intersessional meeting on preparations for the special session of the General "
        "Assembly against corruption"
    ),
}


@pytest.mark.parametrize("id", TOLD)
def test_the_mastheads_of_the_corpus_tell_what_they_print_without_a_catalogue(id: str) -> None:
    text = (CORPUS / f"{id}.txt").read_text(encoding="utf-8")
    document = parse_text(text, id=id, source=id).document
    told = TOLD[id]
    assert (document.symbol, document.date, document.body) == (None, told.date, told.body)
    assert (document.session, document.title) == (told.session, told.title)
    assert document.language == "en"


def masthead(*blocks: str) -> Masthead:
    return read_masthead([source_text(block).lines for block in blocks])


def test_the_columns_of_a_printed_masthead_are_read_apart() -> None:
    told = masthead(
        "   United Nations                            A/HRC/RES/59/25\n"
        "   General Assembly                          Distr.: General\n"
        "                                             16 July 2025",
        "                                             Original: English",
        "Human Rights Council\nFifty-ninth session\n16 June–8 July 2025\nAgenda item 3",
        "   Human rights and\n   climate change\n   Note by the Secretariat",
    )
    assert told == Masthead(
        "A/HRC/RES/59/25",
        "2025-07-16",
        "Human Rights Council",
        "Fifty-ninth session",
        "Human rights and climate change",
        "en",
        "Agenda item 3",
        author="Note by the Secretariat",
    )


def test_a_document_of_two_organs_names_both() -> None:
    told = masthead(
        "United Nations                    A/79/975-E/2025/82\n"
        "General Assembly                  Distr.: General\n"
        "Economic and Social Council       14 July 2025",
        "General Assembly\nSeventy-ninth session\nAgenda item 12",
        "Economic and Social Council\n2025 session",
        "Tourism for sustainable development",
    )
    assert told.symbol == "A/79/975-E/2025/82"
    assert told.body == "General Assembly; Economic and Social Council"


@pytest.mark.parametrize(
    "symbol",
    [
        "A/RES/71/208",
        "S/RES/2773 (2025)",
        "CAC/COSP/WG.2/2018/2",
        "E/AC.51/2025/L.4/Add.10",
        "A/79/729-S/2025/40",
        "FCCC/PA/CMA/2021/10/Add.1",
        "TD/B/43/6",
        "A/80/6 (Sect. 9)",
        "A/80/6 (Sect. 9)/Corr.1",
        "A/80/6 (Income sect. 1)",
        "A/80/6 (Introduction)",
        "A/80/5 (Vol. I)",
        "EB158/14",
        "CL 180/9",
        "WHA78.5",
        "EB156.R7",
        "WHA78(12)",
    ],
)
def test_symbols_are_read_from_a_line_of_their_own(symbol: str) -> None:
    assert printed_symbol(source_text(f"United Nations\n{symbol}\n").lines) == symbol


@pytest.mark.parametrize("line", ["See A/RES/71/208", "* A/71/208.", "20/2018", "AND/OR more", "A", "a/71/208"])
def test_a_symbol_is_not_guessed_from_a_sentence(line: str) -> None:
    assert printed_symbol(source_text(line).lines) is None


def test_a_symbol_in_a_footnote_is_not_the_documents() -> None:
    text = "Note by the Secretariat*\n\n* A/71/1\n\n1. The Group met.\n\n¹ A/71/2\n"
    assert parse_text(text, id="note", source="note.txt").document.symbol is None


def test_the_date_is_the_one_of_issue_not_of_the_meeting() -> None:
    assert masthead("Vienna, 6 and 7 June 2018", "Date: 4 April 2018").date == "2018-04-04"
    assert masthead("Vienna, 6 June 2018").date is None


def test_letters_to_an_organs_president_are_a_title_and_no_organ() -> None:
    title = "Identical letters dated 9 February 2026 from Belmar to the President of the Security Council"
    assert masthead("General Assembly\nDistr.: General", title).title == title


def test_a_statement_by_an_organs_president_is_a_title_and_no_organ() -> None:
    title = "Statement by the President of the Security Council"
    told = masthead("S/PRST/2026/4\nSecurity Council\nDistr.: General\n18 March 2026", title)
    assert (told.title, told.body) == (title, "Security Council")


def test_what_is_in_bold_is_the_title_and_no_line_below_it() -> None:
    told = parse_text(
        "# General Assembly\n\nDistr.: General\n3 April 2023\n\n**Information security in field missions**\n\n"
        "Fifth progress report of the Secretary-General\n\nAdopted on 2 April\n\n1. The network was renewed.\n",
        id="a",
        source="a.md",
    ).document
    assert told.title == "Information security in field missions"
    assert told.body == "General Assembly"


def test_what_is_in_bold_below_an_agenda_item_is_the_items_title() -> None:
    above = "Distr.: General\n4 April 2018\n\nItem 2 of the provisional agenda\n\n**Asset recovery**\n\n"
    told = parse_text(f"{above}Progress made in 2017\n\n1. Much was made.\n", id="a", source="a.md").document
    assert told.title == "Progress made in 2017"
    told = parse_text(
        f"{above}**Progress made in 2017**\n\nA note\n\n1. Much was made.\n", id="a", source="a.md"
    ).document
    assert told.title == "Progress made in 2017"


def test_the_language_is_that_in_which_languages_are_named() -> None:
    assert masthead("Original: French").language == "en"
    assert masthead("Original: français").language == "fr"
    assert masthead("English only").language == "en"
    assert masthead("Report").language is None


def test_a_text_without_a_masthead_is_called_by_its_id() -> None:
    assert parse_text("1. The Group met.\n", id="note", source="note.txt").document.title == "note"


def test_a_judgment_is_called_by_its_number_where_that_stands_above_its_text() -> None:
    text = "UNITED NATIONS DISPUTE TRIBUNAL\nCase No.: UNDT/GVA/2023/044\nJudgment No.: UNDT/2024/061\n\n1. One.\n"
    assert parse_text(text, id="a", source="a.txt").document.symbol == "UNDT/2024/061"


HEAD = "United Nations\n\nGeneral Assembly\nDistr.: General\n12 January 2026\n\n"
REPORT_HEAD = (
    f"{HEAD}Human Rights Council\nSixty-first session\nAgenda item 3\n"
    "Promotion and protection of all human rights, civil,\npolitical, economic, social and cultural rights,\n"
    "including the right to development\n\n"
    "Visit to Honduras\n\nI. Introduction\n\n1. She visited the capital.\n"
)
RESOLUTION_HEAD = (
    f"{HEAD}Eightieth session\nAgenda item 19 (k)\nSustainable development\n\n"
    "Resolution adopted by the General Assembly on 19 December 2025\n\nProtection of aquifers\n\n"
    "The General Assembly,\n\nRecalling its resolution 78/155,\n\n1. Takes note of the report.\n"
)


@pytest.mark.parametrize(
    ("text", "title", "item", "headings"),
    [
        (REPORT_HEAD, "Visit to Honduras", "Agenda item 3", ("I. Introduction",)),
        (RESOLUTION_HEAD, "Protection of aquifers", "Agenda item 19 (k)", ("The General Assembly",)),
    ],
)
def test_an_agenda_item_above_a_text_belongs_to_the_masthead(
    text: str, title: str, item: str, headings: tuple[str, ...]
) -> None:
    document = parse_text(text, id="head", source="head").document
    assert (document.title, document.agenda_item) == (title, item)
    assert {each.headings for each in document.paragraphs} == {headings}


def test_who_presides_and_where_a_meeting_was_held_is_not_the_title_of_its_record() -> None:
    held = "Held at Headquarters, New York, on Thursday, 13 November 2025, at 10 a.m."
    told = masthead("Third Committee", "Summary record of the 47th meeting", held, "Chair: Ms. Bell (Malta)")
    assert told.title == "Summary record of the 47th meeting"


def test_a_symbol_behind_a_tab_is_read_in_a_text_that_is_laid_out() -> None:
    texts = ("United Nations\tUNEP/CAVF/EC.3/5", "Distr.: General", "Budget of the Fund")
    lines = [Line(text, number, size=11.0) for number, text in enumerate(texts, 1)]
    assert read_masthead([lines]).symbol == "UNEP/CAVF/EC.3/5"


@pytest.mark.parametrize(
    ("blocks", "title"),
    [
        (("Subject:  Education grant: revised scale\nand claims",), "Education grant: revised scale and claims"),
        (
            ("Preparedness for floods", "Note by the Secretary-General submitted in accordance\nwith rule 153"),
            "Preparedness for floods",
        ),
        (
            ("Item 5 of the agenda", "Election of five members of the Committee on Enforced\nDisappearances"),
            "Election of five members of the Committee on Enforced Disappearances",
        ),
        (
            (
                "A/81/5/Add.17",
                "Official Records\nEighty-first Session\nSupplement No. 5Q",
                "Fund for Coastal Livelihoods",
                "Audited financial\nstatements",
                "for the year ended 31 December 2025",
                "and",
                "Report of the Board of Auditors",
                "United Nations • New York, 2026",
                "Letters of transmittal",
                "Letter dated 31 March 2026 from the Executive Director",
            ),
            "Fund for Coastal Livelihoods: Audited financial statements for the year ended 31 December 2025 "
            "and Report of the Board of Auditors",
        ),
        (
            (
                "General Assembly\nOfficial Records\nSupplement No. 10",
                "Report of the International Law\nCommission",
                "Seventy-sixth session\n(28 April–30 May 2025)",
                "United Nations • New York, 2025",
                "Note",
            ),
            "Report of the International Law Commission",
        ),
        (
            ("MEMORANDUM", "BETWEEN", "THE FUND", "AND", "THE GOVERNMENT OF CHAD", "ON A CENTRE"),
            "MEMORANDUM BETWEEN THE FUND AND THE GOVERNMENT OF CHAD ON A CENTRE",
        ),
        (("Response plan", "At a glance", "People in need"), "Response plan"),
    ],
)
def test_what_stands_around_a_title_is_no_part_of_it_and_what_it_begins_with_is(
    blocks: tuple[str, ...], title: str
) -> None:
    assert masthead(*blocks).title == title


@pytest.mark.parametrize(
    ("printed", "adopted"),
    [
        ("Resolution adopted by the Human Rights Council\non 8 July 2025", "2025-07-08"),
        (
            "Resolution 2781 (2025)\nAdopted by the Security Council at its 9928th meeting, on\n30 May 2025",
            "2025-05-30",
        ),
        ("Resolution adopted by the General Assembly on 10 October 2018\n[without a vote]", "2018-10-10"),
        ("Resolution A.1207(34)\n(Adopted on 4 December 2025)", "2025-12-04"),
        ("Date of adoption of Views: 26 July 2025", "2025-07-26"),
        ("Resolution adopted by the General Assembly\n10 October 2018", None),
        ("Implementation of the plan of action that was adopted by the Assembly on 5 May 2001", None),
    ],
)
def test_a_resolution_says_when_it_was_adopted(printed: str, adopted: str | None) -> None:
    assert masthead("Human Rights Council\n16 July 2025", printed).adopted == adopted


@pytest.mark.parametrize(
    ("set_as_one", "title", "author"),
    [
        (
            "Representation of women Report of the Secretary-General",
            "Representation of women",
            "Report of the Secretary-General",
        ),
        ("External debt Report by the UNCTAD secretariat", "External debt", "Report by the UNCTAD secretariat"),
        ("Report of the Secretary-General", "Report of the Secretary-General", None),
        (
            "Consideration of the Report of the Secretary-General",
            "Consideration of the Report of the Secretary-General",
            None,
        ),
        ("Implementation of the plan: report of the Secretary-General", None, None),
        (None, None, None),
    ],
)
def test_an_author_set_like_the_title_is_told_from_it(
    set_as_one: str | None, title: str | None, author: str | None
) -> None:
    assert without_author(set_as_one) == (title or set_as_one, author)


def test_a_title_goes_on_where_its_line_ends_within_a_date() -> None:
    printed = ("Report of the Fund for the year ended 31", "December 2025", "The accounts of the Fund")
    blocks = [[Line(text, 1)] for text in ("Eighty-first session", "Sustainable development", *printed[:2])]
    assert read_masthead(blocks).title == " ".join(printed[:2])
    assert read_masthead([*blocks[:-1], [Line(printed[2], 1)]]).title == printed[2]
    apart = [*blocks[:-1], [Line(printed[1], 1, gap=1)]]
    assert read_masthead(apart).title == printed[1]


def headed(*cells: str) -> Masthead:
    """The masthead of a Word file whose pages have these lines at their heads."""
    heads = [Line(cell, 1, role=Role.HEADER) for cell in cells]
    return completed(Masthead(symbol="A/80/1"), [], heads, [])


def test_a_masthead_may_stand_at_the_head_of_the_first_page_of_a_word_file() -> None:
    head = ("United Nations", "A/80/1", "General Assembly", "Distr.: General", "24 June 2025", "Original: English")
    told = headed(*head)
    assert (told.date, told.body, told.language) == ("2025-06-24", "General Assembly", "en")


def test_a_date_at_the_head_of_pages_is_no_masthead_s() -> None:
    assert headed("A/80/1", "24 June 2025", "General Assembly") == Masthead(symbol="A/80/1")
