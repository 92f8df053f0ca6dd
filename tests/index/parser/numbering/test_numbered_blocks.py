"""Which numbers are paragraphs' and which headings open a numbering of their own."""

import pytest

from tests.index.parser import setting
from tests.support.parsing import document, headings, lines, messages, texts


def test_a_number_that_does_not_run_on_is_a_headings() -> None:
    text = lines(
        "1. First.", "2. Second.", "1. Tools for recovery", "3. Third.", "2. Cooperation with banks", "4. Fourth."
    )
    assert texts(text) == {"1": "First.", "2": "Second.", "3": "Third.", "4": "Fourth."}
    assert headings(text)["3"] == ("1. Tools for recovery",)
    assert headings(text)["4"] == ("2. Cooperation with banks",)


def test_a_heading_with_the_expected_number_is_told_from_the_paragraph_after_it() -> None:
    text = lines("1. Tools", "1. The first paragraph.", "2. Networks", "2. The second paragraph.", "3. The third.")
    assert texts(text) == {"1": "The first paragraph.", "2": "The second paragraph.", "3": "The third."}
    assert headings(text)["1"] == ("1. Tools",)
    assert headings(text)["2"] == ("2. Networks",)
    assert messages(text) == []


def test_numbered_headings_over_text_without_numbers_are_headings() -> None:
    text = lines("1. Introduction", "The Group met in Vienna.", "2. Findings", "It found little.")
    assert texts(text) == {"unnumbered 1": "The Group met in Vienna.", "unnumbered 2": "It found little."}
    assert headings(text)["unnumbered 2"] == ("2. Findings",)


def test_paragraphs_that_read_like_headings_are_paragraphs_where_their_numbers_run_on() -> None:
    text = lines("1. The Group met.", "2. (Deleted)", "3. It closed.")
    assert texts(text) == {"1": "The Group met.", "2": "(Deleted)", "3": "It closed."}


def test_a_missing_number_is_reported_and_the_rest_goes_on() -> None:
    text = lines(*(f"{number}. Sentence {number}." for number in (1, 2, 3, 5, 6, 9)))
    assert list(texts(text)) == ["1", "2", "3", "5", "6", "9"]
    assert messages(text) == ["7 missing: paragraph 4 is missing", "11 missing: paragraphs 7 and 8 are missing"]


def test_a_repeated_number_is_reported_and_both_paragraphs_stay() -> None:
    text = lines("1. One.", "2. Two.", "2. Two again.", "3. Three.")
    assert [(str(each.locator), each.text) for each in document(text).paragraphs] == [
        ("1", "One."),
        ("2", "Two."),
        ("2", "Two again."),
        ("3", "Three."),
    ]
    assert messages(text) == ["5 repeated: paragraph 2 is repeated"]


def test_a_number_out_of_order_is_reported_and_its_paragraph_keeps_it() -> None:
    text = lines("1. One.", "2. Two.", "4. Four.", "3. Three.", "5. Five.", "6. Six.")
    assert texts(text)["3"] == "Three."
    assert messages(text) == ["5 out of order: paragraph 4 comes after paragraph 2"]


def test_a_year_at_the_beginning_of_a_line_is_no_paragraph_number() -> None:
    text = "1. The meeting was held in\n2018. The report came later.\n2. It closed\nafter two days.\n"
    assert texts(text) == {
        "1": "The meeting was held in 2018. The report came later.",
        "2": "It closed after two days.",
    }


def test_an_extract_that_begins_in_the_middle_keeps_its_numbers() -> None:
    text = lines("65. The secretariat reports.", "66. The Initiative was launched.")
    assert list(texts(text)) == ["65", "66"]
    assert messages(text) == ["1 missing: paragraphs 1 to 64 are missing"]


def test_numbers_of_a_list_inside_a_paragraph_stay_in_its_text() -> None:
    text = lines("1. One.", "2. The steps are:", "1. Ask;", "2. Answer;", "3. Close.", "3. Three.")
    assert texts(text) == {"1": "One.", "2": "The steps are: 1. Ask; 2. Answer; 3. Close.", "3": "Three."}
    assert messages(text) == []


def test_a_list_numbered_like_the_next_paragraph_stays_in_its_paragraph() -> None:
    text = lines("1. The agenda was as follows:", "1. Opening.", "2. Closing.", "2. The meeting was opened.", "3. End.")
    assert texts(text) == {
        "1": "The agenda was as follows: 1. Opening. 2. Closing.",
        "2": "The meeting was opened.",
        "3": "End.",
    }


def test_a_list_without_a_lead_in_stays_in_its_paragraph_and_is_reported() -> None:
    text = lines("1. One.", "2. Two.", "1. A step.", "2. A further step.", "3. Three.", "4. Four.")
    assert texts(text)["2"] == "Two. 1. A step. 2. A further step."
    assert messages(text) == ["5 out of order: a list numbered from 1 inside 2 is kept as its text"]


def test_a_number_alone_on_its_line_belongs_to_the_text_below() -> None:
    assert texts(lines("1.", "The Group met", "2.", "It closed.")) == {"1": "The Group met", "2": "It closed."}


@pytest.mark.parametrize(
    "first, second",
    [
        ("1. A is so.", "2. B is so."),
        ("1) A is so.", "2) B is so."),
        ("**1.** A is so.", "**2.** B is so."),
        ("**1**. A is so.", "**2**. B is so."),
        ("1\\. A is so.", "2\\. B is so."),
        ("1\tA is so.", "2\tB is so."),
        ("1.A is so.", "2.B is so."),
        ("- 1. A is so.", "- 2. B is so."),
        ("> 1. A is so.", "> 2. B is so."),
        ("   1.   A is so.", "   2.   B is so."),
    ],
)
def test_every_usual_way_of_numbering_is_read(first: str, second: str) -> None:
    assert texts(lines(first, second)) == {"1": "A is so.", "2": "B is so."}
    assert texts(f"{first}\n{second}\n") == {"1": "A is so.", "2": "B is so."}


def test_decimal_numbers_run_on_within_and_across_their_sections() -> None:
    text = lines("1.1 One.", "1.2 Two.", "2.1 Three.", "2.2. Four.", "2.2.1 Five.", "3.1 Six.")
    assert list(texts(text)) == ["1.1", "1.2", "2.1", "2.2", "2.2.1", "3.1"]
    assert messages(text) == []


def test_inserted_paragraphs_keep_their_latin_ordinal() -> None:
    text = lines("1. One.", "2. Two.", "2 bis. Two and a half.", "3. Three.")
    assert texts(text)["2 bis"] == "Two and a half."
    assert messages(text) == []


def test_a_table_of_contents_does_not_begin_the_numbering() -> None:
    text = lines(
        "Report of the Board",
        "I. Debt",
        "1. Official debt",
        "2. Private debt",
        "I. Debt",
        "1. Debt grew.",
        "2. It fell.",
    )
    assert texts(text) == {"1": "Debt grew.", "2": "It fell."}


def test_numbering_starts_again_in_an_annex() -> None:
    text = lines("1. One.", "2. Two.", "Annex II", "Terms of reference", "1. A.", "2. B.")
    assert list(texts(text)) == ["1", "2", "annex II, 1", "annex II, 2"]
    assert headings(text)["annex II, 1"] == ("Annex II", "Terms of reference")
    assert messages(text) == []


def test_a_containers_title_may_stand_on_its_line() -> None:
    text = lines("1. One.", "Annex. Terms of reference", "1. A.")
    assert headings(text)["annex, 1"] == ("Annex", "Terms of reference")


def test_a_container_and_its_title_run_together_are_told_apart() -> None:
    text = lines(
        "1. One.", "**Draft guideline 7****To the extent possible**", "7.1. A.", "Draft guideline 8**Other**", "8.1. B."
    )
    assert headings(text)["draft guideline 7, 7.1"] == ("Draft guideline 7", "To the extent possible")
    assert headings(text)["draft guideline 8, 8.1"] == ("Draft guideline 8", "Other")


def test_a_container_with_one_unnumbered_paragraph_is_its_locator() -> None:
    text = lines(
        "47. Use these.",
        "48. Also.",
        "Draft guideline 1",
        "Title one",
        "1. A.",
        "Draft guideline 2",
        "Title two",
        "Only this.",
    )
    assert texts(text)["draft guideline 2"] == "Only this."
    assert messages(text) == ["1 missing: paragraphs 1 to 46 are missing"]


def test_several_unnumbered_paragraphs_of_a_container_are_counted() -> None:
    text = lines("1. One.", "Annex", "Terms", "First.", "Second.")
    assert list(texts(text)) == ["1", "annex, unnumbered 1", "annex, unnumbered 2"]


def test_numbering_that_goes_on_through_an_annex_needs_no_container() -> None:
    text = lines("1. One.", "2. Two.", "Annex", "Terms", "3. Three.", "4. Four.")
    assert list(texts(text)) == ["1", "2", "3", "4"]
    assert headings(text)["3"] == ("Annex", "Terms")


def test_numbering_goes_on_after_containers_in_the_middle() -> None:
    text = lines(
        "1. One.", "Draft guideline 1", "On sharing", "1. A.", "2. B.", "2. The Group may wish to act.", "3. Three."
    )
    assert "draft guideline 1, 2" in texts(text)
    assert texts(text)["3"] == "Three."


def test_a_numbering_that_runs_through_sibling_containers_is_not_missing_anything() -> None:
    text = lines("1. One.", "2. Two.", "Article 1", "Scope", "1. A.", "2. B.", "Article 2", "Use", "3. C.", "4. D.")
    assert list(texts(text)) == ["1", "2", "article 1, 1", "article 1, 2", "article 2, 3", "article 2, 4"]
    assert messages(text) == []


def test_decisions_hold_annexes_with_chapters_of_their_own() -> None:
    text = lines(
        "Decision 1/CMA.3", "The Conference,", "1. Decides.", "Annex", "Guidance", "I. Scope", "1. A.", "II. Use",
        "2. B.", "Decision 2/CMA.3", "The Conference,", "1. Adopts.", "Annex", "Rules", "I. Scope", "1. C.",
    )  # fmt: skip
    numbered = [name for name in texts(text) if "unnumbered" not in name and name[-1].isdigit()]
    assert [name for name in numbered if not name.endswith("CMA.3")] == [
        "decision 1/CMA.3, 1",
        "decision 1/CMA.3, annex, 1",
        "decision 1/CMA.3, annex, 2",
        "decision 2/CMA.3, 1",
        "decision 2/CMA.3, annex, 1",
    ]
    assert headings(text)["decision 1/CMA.3, annex, 2"] == ("Decision 1/CMA.3", "Annex", "Guidance", "II. Use")
    assert messages(text) == []


def test_chapters_that_number_their_paragraphs_from_1_are_sections() -> None:
    text = lines(
        "I. First",
        "1. One.",
        "2. Two.",
        "II. Second",
        "1. Three.",
        "2. Four.",
        "3. Five.",
        "III. Third",
        "1. Six.",
        "2. End.",
    )
    assert list(texts(text)) == ["1", "2", *(f"section II, {n}" for n in (1, 2, 3)), "section III, 1", "section III, 2"]
    assert messages(text) == []


def test_the_title_of_an_article_in_a_quotation_opens_no_container() -> None:
    text = lines("1. One.", "2. It says:", "Article 5", "States shall act.", "3. Three.")
    assert list(texts(text)) == ["1", "2", "3"]


def test_the_next_number_at_the_beginning_of_a_line_inside_a_sentence_is_not_the_paragraph() -> None:
    text = (
        "1. The Group met and recalled its decision in paragraph\n2. The report was long.\n2. It closed\nits meeting.\n"
    )
    assert texts(text) == {
        "1": "The Group met and recalled its decision in paragraph 2. The report was long.",
        "2": "It closed its meeting.",
    }
    assert messages(text) == []


def test_questions_can_be_headings() -> None:
    text = lines("1. What is a network?", "1. It is a group of people.", "2. Who is in it?", "2. Everybody is.")
    assert texts(text) == {"1": "It is a group of people.", "2": "Everybody is."}
    assert headings(text)["2"] == ("2. Who is in it?",)


def test_wrapped_paragraphs_with_indented_lists_are_read() -> None:
    text = (
        "54. In its resolution 7/1, the Conference invited the Working Group to\n"
        "propose agenda items, and decided that it should continue by:\n\n"
        "    (a) Continuing its efforts to gather information on, and to\n    analyse, best practices;\n\n"
        "    (b) Conducting analysis.\n\n"
        "55. In carrying out this mandate, the secretariat has prepared a\nnote.\n"
    )
    first = document(text).paragraphs[0]
    assert first.text.startswith(
        "In its resolution 7/1, the Conference invited the Working Group to propose agenda items"
    )
    assert [item.text for item in first.items] == [
        "Continuing its efforts to gather information on, and to analyse, best practices;",
        "Conducting analysis.",
    ]


def test_annexes_are_known_by_their_french_and_spanish_names() -> None:
    text = lines("1. Le Groupe s’est réuni.", "Annexe II", "Mandat", "1. Le mandat est le suivant.")
    assert list(texts(text)) == ["1", "annexe II, 1"]


def test_numbers_of_a_quotation_in_smaller_type_are_in_its_paragraph() -> None:
    text = """
{t11} 1. The request is set forth in a resolution, which reads as follows:

{t9} “The General Assembly,

{t9} 1. Expresses its concern about barriers that were built;

{t9} 2. Decides to request an opinion on them.”

{t11} 2. By a letter of 17 January the resolution was communicated.

{t11} 3. Hearings were held.
"""
    assert list(setting.texts(text)) == ["1", "2", "3"]
    assert setting.texts(text)["1"].endswith("2. Decides to request an opinion on them.”")


CONCERNS = [
    "(1) The Committee considered the report.",
    "(2) The Committee welcomes it.",
    "A. Concerns",
    "(3) The Committee regrets the delay.",
    "**The State party should report in time and in full.**",
    "(4) The Committee notes these steps:",
    "(a) A law;",
    "(b) A plan.",
    "(5) The Committee thanks the delegation.",
    "(6) The report is public.",
]


def test_numbers_in_parentheses_are_paragraphs_where_there_are_no_others() -> None:
    text = lines(*CONCERNS)
    assert list(texts(text)) == ["1", "2", "3", "4", "5", "6"]
    assert texts(text)["3"].endswith("The State party should report in time and in full.")
    assert headings(text)["3"] == ("A. Concerns",)


def test_a_list_in_parentheses_makes_no_paragraphs_of_a_text_with_others_or_with_more_text() -> None:
    entries = [f"({number}) It asks for step {number};" for number in range(1, 7)]
    assert list(texts(lines("1. The Assembly asks:", *entries, "2. It thanks all."))) == ["1", "2"]
    letter = [f"This is what the delegation of Chad wrote on day {day}." for day in range(1, 16)]
    assert "1" not in texts(lines(*letter, "It asks for the following:", *entries))


def test_general_comments_of_a_compilation_have_numberings_of_their_own() -> None:
    text = lines(
        "General comment No. 1 (1981): Reporting",
        *(f"{number}. States shall report on matter {number}." for number in range(1, 4)),
        "General comment No. 2 (1982): Derogations",
        *(f"{number}. States shall notify derogation {number}." for number in range(1, 4)),
        "General recommendation No. 3: Schools",
        *(f"{number}. States shall open school {number}." for number in range(1, 4)),
    )
    assert list(texts(text)) == [
        *("1", "2", "3"),
        *(f"general comment No. 2, {number}" for number in range(1, 4)),
        *(f"general recommendation No. 3, {number}" for number in range(1, 4)),
    ]
    assert headings(text)["general comment No. 2, 1"] == ("General comment No. 2 (1982): Derogations",)


def test_a_general_comment_that_is_a_document_is_no_part_of_one() -> None:
    text = lines("General comment No. 28 (2025) on sport", "I. Introduction", "1. One.", "II. Rights", "2. Two.")
    assert headings(text) == {"1": ("I. Introduction",), "2": ("II. Rights",)}
    assert document(text).title == "General comment No. 28 (2025) on sport"
