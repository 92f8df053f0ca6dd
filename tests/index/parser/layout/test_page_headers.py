"""Hard-wrapped lines, pages and what they carry at their heads and feet."""

from index.document import Note
from index.parser.assemble import BlockRole
from index.parser.parse import account_for
from tests.index.parser import setting
from tests.support.parsing import document, lines, messages, texts

WRAPPED = """\
1. In line with the focus on cooperation, speakers stressed that action-
oriented work was a shared responsibility of all co-
operating States, and that cooperating pays; short-
and long-term plans exist. See www.un.org/
documents.
2. The second paragraph is about action-oriented
work.
"""


def test_hyphens_at_line_ends_are_kept_in_compounds_and_go_where_they_only_break_a_line() -> None:
    assert texts(WRAPPED)["1"] == (
        "In line with the focus on cooperation, speakers stressed that action-oriented work was a shared "
        "responsibility of all cooperating States, and that cooperating pays; short- and long-term plans exist. See "
        "www.un.org/documents."
    )


def test_a_text_with_a_blank_line_after_every_line_is_read_by_its_spacing() -> None:
    text = WRAPPED.replace("\n", "\n\n").replace("2. The", "\n\n2. The")
    assert texts(text) == texts(WRAPPED)


def test_page_headers_and_page_numbers_inside_a_sentence_are_dropped() -> None:
    text = lines(
        "1. The halting of transactions prior to",
        "Conference of the States Parties",
        "4",
        "the transfer was named.",
        "2. Two.",
    )
    assert texts(text)["1"] == "The halting of transactions prior to the transfer was named."
    assert [placed.text for placed in account_for(text) if placed.role is BlockRole.DROPPED] == [
        "Conference of the States Parties",
        "4",
    ]


def test_the_symbol_alone_beside_a_page_number_is_dropped_where_pages_are_not_told() -> None:
    masthead = "EXECUTIVE BOARD                  EB158/23\n24 December 2025\n\nNoise and health\n\n"
    page_end = "\n\n3\n\n\nEB158/23\n\n"
    text = f"{masthead}1. Of the sum 4.71 million had been spent by 30 November{page_end}2025.\n\n2. Two.\n"
    assert texts(text) == {"1": "Of the sum 4.71 million had been spent by 30 November 2025.", "2": "Two."}


def test_the_digits_of_a_job_number_beside_it_are_dropped() -> None:
    page_end = "\n\n25-08481 (E)\n\n*2508481*\n\n"
    text = f"1. They were to use their own resources and{page_end}calling for a report.\n\n2. Two.\n"
    assert texts(text) == {"1": "They were to use their own resources and calling for a report.", "2": "Two."}


def test_rules_are_dropped() -> None:
    text = lines("1. One.", "---", "2. Two.", "***", "-")
    assert texts(text) == {"1": "One.", "2": "Two."}
    assert messages(text) == []


def test_a_number_in_a_table_is_not_taken_for_a_page_number() -> None:
    text = lines("1. One.", "2. The table:", "Austria", "12", "Brazil", "7", "3. Three.")
    assert texts(text)["2"] == "The table: Austria 12 Brazil 7"


def test_pages_are_counted_where_the_text_has_form_feeds() -> None:
    parsed = document("1. One.\n\n2. Two.\n\f\n3. Three.\n")
    assert [paragraph.page for paragraph in parsed.paragraphs] == [1, 1, 2]
    assert document("1. One.\n").paragraphs[0].page is None


def test_footnotes_below_a_rule_at_the_foot_of_a_page_are_lifted_out() -> None:
    text = (
        "1. The Convention,1 which is in force, asks every State to\nact on it and to share what it\n"
        "    ________________\n    1\n      Treaty Series, vol. 2349.\n\f\nknows with the others.\n"
    )
    whole = (
        "The Convention, which is in force, asks every State to act on it and to share what it knows with the others."
    )
    assert texts(text) == {"1": whole}
    assert document(text).paragraphs[0].notes == (Note("1", "Treaty Series, vol. 2349."),)


def test_lines_are_counted_from_1_in_the_source() -> None:
    parsed = document("\n\n1. One\ngoes on.\n\n2. Two.\n")
    assert [(paragraph.first_line, paragraph.last_line) for paragraph in parsed.paragraphs] == [(3, 4), (6, 6)]


def test_the_symbol_at_the_top_of_a_typed_page_may_have_a_language_and_a_page_below_it() -> None:
    text = """
S/RES/697 (1991)

1. The Council met on 4 April.
=====
S/RES/697 (1991)
English
Page 2

2. It met again.
"""
    assert setting.texts(text) == {"1": "The Council met on 4 April.", "2": "It met again."}
    assert setting.document(text).paragraphs[1].headings == ()


def test_the_number_of_a_decision_on_a_line_of_its_own_is_no_page_number() -> None:
    told = "{header} 1/3\n{b12} 2025/1\n\n{b12} Audit\n\n1. The Board met.\n\n{b12} 59/101\n\n2. It met again."
    assert [each.headings for each in setting.document(told).paragraphs][-1] == ("59/101",)
