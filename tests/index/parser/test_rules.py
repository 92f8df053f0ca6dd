"""Regulations and rules: numbered for themselves in a whole text, with articles and chapters above them."""

from tests.index.parser.setting import document, places

RULES = """
{b14} Article I. General provisions

{i} Applicability

{b} Regulation 1.1

These Regulations govern the Fund.

{i} Authority

{b} Rule 101.1

(a) The Rules are established by the Head.

(b) The Head delegates authority for:

(i) Payments;

(ii) Contracts.

{b14} Article II. The budget

{b} Regulation 2.1

The budget covers one year.

{b14} Annex

1. The auditors are independent.
"""


def test_rules_are_cited_by_their_numbers_alone_with_their_sub_items() -> None:
    rules = document(RULES)
    assert places(RULES) == ["regulation 1.1", "rule 101.1", "regulation 2.1", "annex, 1"]
    assert [str(item.locator) for item in rules.paragraphs[1].items] == [
        "rule 101.1 (a)",
        "rule 101.1 (b)",
        "rule 101.1 (b) (i)",
        "rule 101.1 (b) (ii)",
    ]


def test_the_title_of_a_rule_may_stand_above_its_number_or_below() -> None:
    below = RULES.replace("{i} Authority\n\n{b} Rule 101.1", "{b} Rule 101.1\n\n{b} Authority")
    for text in (RULES, below):
        assert [paragraph.headings for paragraph in document(text).paragraphs][1:3] == [
            ("Article I", "General provisions", "Rule 101.1", "Authority"),
            ("Article II", "The budget", "Regulation 2.1"),
        ]


def test_an_article_with_text_of_its_own_before_its_rules_is_a_part() -> None:
    text = RULES.replace("{b} Regulation 2.1\n", "The budget is adopted each year.\n\n{b} Regulation 2.1\n")
    assert places(text) == ["regulation 1.1", "rule 101.1", "article II", "article II, regulation 2.1", "annex, 1"]


def test_lines_that_say_what_sub_items_are_about_do_not_end_the_list() -> None:
    text = """
{b} Rule 1.2

{b} Rights and obligations

(a) Staff shall uphold the Charter.

{i} Gifts

(b) No staff member shall accept a gift.

{b} Rule 1.3

(a) Performance is rated once a year.
"""
    first, second = document(text).paragraphs
    assert [str(item.locator) for item in first.items] == ["rule 1.2 (a)", "rule 1.2 (b)"]
    assert (first.items[0].text, first.items[1].text) == (
        "Staff shall uphold the Charter.",
        "No staff member shall accept a gift.",
    )
    assert str(second.locator) == "rule 1.3"


def test_a_chapter_and_an_annex_stand_outside_the_rules_before_them() -> None:
    text = """
{b14} Article I

{b14} Duties

{b} Regulation 1.1

Staff are international civil servants.

{b14} Chapter I

{b14} Status

{b} Rule 1.1

The declaration is kept.

{b14} Annex I

{b14} Salaries

1. Salaries are paid each month.
"""
    found = document(text).paragraphs
    assert [str(paragraph.locator) for paragraph in found] == ["regulation 1.1", "rule 1.1", "annex I, 1"]
    assert found[1].headings == ("Chapter I", "Status", "Rule 1.1")


def test_notes_to_financial_statements_may_count_their_paragraphs_each() -> None:
    text = """
{b14} Chapter V

{b14} Financial statements

{b} Note 1

{b} Reporting entity

1. The Fund was established in 2009.

2. It has its seat in Vienna.

{b} Note 2

{b} Basis of preparation

1. The statements are prepared on an accrual basis.

2. They were certified in March.
"""
    assert places(text) == ["1", "2", "note 2, 1", "note 2, 2"]
    assert document(text).paragraphs[0].headings[:3] == ("Chapter V", "Financial statements", "Note 1")
    going_on = text.replace("1. The statements", "3. The statements").replace("2. They", "4. They")
    assert places(going_on) == ["1", "2", "3", "4"]


def test_the_title_of_a_rule_may_stand_on_the_line_of_its_number() -> None:
    text = """
{b} Rule 4.1 Letter of appointment

The letter states the conditions.

Rule 4.2 applies to all who hold such a letter.

{b} Rule 4.2 Medical examination

(a) Staff are examined once a year.
"""
    first, second, third = document(text).paragraphs
    assert (str(third.locator), third.headings) == ("rule 4.2", ("Rule 4.2", "Medical examination"))
    assert first.headings == second.headings == ("Rule 4.1", "Letter of appointment")


def test_parts_may_be_counted_in_words_and_end_the_articles_before_them() -> None:
    text = """
{b12} PART ONE. TERMS OF REFERENCE

{b} Article 1

1. The Fund is established.

2. It has a board.

{b12} PART TWO. RULES OF PROCEDURE

{b} Rule 1

1. These rules apply to all meetings.

2. They may be amended.

{b} Rule 2

1. Meetings are public.
"""
    assert places(text) == ["article 1, 1", "article 1, 2", "rule 1, 1", "rule 1, 2", "rule 2, 1"]
    assert document(text).paragraphs[2].headings == ("PART TWO. RULES OF PROCEDURE", "Rule 1")


def test_parts_without_numbers_are_headings() -> None:
    text = "\n{b12} Part A bis. Terms\n\n1. One is so.\n\n{b12} Part B. Rules\n\n2. Two is so.\n"
    assert places(text) == ["1", "2"]
