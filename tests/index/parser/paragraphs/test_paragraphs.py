"""Sub-items of paragraphs."""

from tests.support.parsing import document, items, lines, messages, texts


def test_items_are_the_entries_of_a_displayed_list() -> None:
    text = lines(
        "1. States should:",
        "(a) Share information;",
        "(b) Return assets:",
        "(i) In full;",
        "(ii) In time;",
        "(c) Report.",
    )
    assert items(text) == {
        "1 (a)": "Share information;",
        "1 (b)": "Return assets: (i) In full; (ii) In time;",
        "1 (b) (i)": "In full;",
        "1 (b) (ii)": "In time;",
        "1 (c)": "Report.",
    }
    whole = document(text).paragraphs[0]
    assert (
        whole.text == "States should: (a) Share information; (b) Return assets: (i) In full; (ii) In time; (c) Report."
    )
    assert all(whole.text[item.start : item.end] == item.text for item in whole.items)


def test_letters_and_roman_numbers_with_a_full_stop_mark_entries() -> None:
    text = lines(
        "8. The Applicant contends:",
        "a. The reason is wrong, for:",
        "i. It came late;",
        "ii. It was untrue;",
        "b. The notice was short.",
    )
    assert items(text) == {
        "8 (a)": "The reason is wrong, for: i. It came late; ii. It was untrue;",
        "8 (a) (i)": "It came late;",
        "8 (a) (ii)": "It was untrue;",
        "8 (b)": "The notice was short.",
    }


def test_a_name_cut_after_a_letter_with_a_full_stop_has_no_entries() -> None:
    text = lines("8. The author relies on the case of Koreshkov", "v. Belarus and on that of Ivanov", "a. Smith.")
    assert items(text) == {}


def test_the_ninth_entry_is_a_letter_and_not_a_nested_list() -> None:
    text = lines("1. These:", *(f"({mark}) Entry {mark};" for mark in "abcdefghij"))
    assert list(items(text)) == [f"1 ({mark})" for mark in "abcdefghij"]


def test_entries_after_z_are_double_letters() -> None:
    marks = [*"abcdefghijklmnopqrstuvwxyz", "aa", "bb"]
    text = lines("1. These:", *(f"({mark}) Entry {mark};" for mark in marks))
    assert list(items(text)) == [f"1 ({mark})" for mark in marks]


def test_text_after_a_list_belongs_to_the_paragraph_and_to_no_item() -> None:
    text = lines("1. These:", "(a) One;", "(b) Two.", "All of them matter.", "2. Next.")
    assert texts(text)["1"] == "These: (a) One; (b) Two. All of them matter."
    assert items(text) == {"1 (a)": "One;", "1 (b)": "Two."}


def test_an_entry_cut_by_a_page_is_one_again() -> None:
    text = lines("1. These:", "(a) One that is cut by the", "page here;", "(b) Two.")
    assert items(text) == {"1 (a)": "One that is cut by the page here;", "1 (b)": "Two."}


def test_a_second_paragraph_of_an_entry_does_not_end_its_list() -> None:
    text = lines("1. These:", "(a) One.", "It has a second paragraph.", "(b) Two.")
    assert items(text) == {"1 (a)": "One.", "1 (b)": "Two."}


def test_entries_without_punctuation_are_entries() -> None:
    text = lines("1. These:", "(a) Central authorities", "(b) Prevention authorities", "2. Next.")
    assert items(text) == {"1 (a)": "Central authorities", "1 (b)": "Prevention authorities"}


def test_a_mark_inside_a_sentence_is_no_item_even_at_the_beginning_of_a_line() -> None:
    text = (
        "1. The reasons for the refusal of these requests were (a) the use of broad\nrequests; and\n"
        "(b) the fact that laws\ndiffer.\n2. Next.\n"
    )
    assert texts(text)["1"].endswith("requests; and (b) the fact that laws differ.")
    assert items(text) == {}


def test_a_list_that_goes_on_inside_the_sentence_is_not_displayed() -> None:
    text = (
        "1. The concerns of the panel were these:\n(a) the amount; (b) the difference\nbetween the two; and\n"
        "(c) the time.\n2. Next.\n"
    )
    assert items(text) == {}


def test_a_missing_entry_is_reported() -> None:
    text = lines("1. These:", "(a) One;", "(c) Three.")
    assert items(text) == {"1 (a)": "One;", "1 (c)": "Three."}
    assert messages(text) == ["5 missing: sub-items are missing before (c) in paragraph 1"]


def test_a_second_list_with_the_same_marks_is_not_cited_by_them() -> None:
    text = lines("1. These:", "(a) One;", "(b) Two.", "And those:", "(a) Three;", "(b) Four.")
    assert items(text) == {"1 (a)": "One;", "1 (b)": "Two."}
    assert texts(text)["1"].endswith("And those: (a) Three; (b) Four.")


def test_bullets_go_and_printed_signs_stay() -> None:
    text = lines("1. These:", "- One", "* Two", "+ Three", "• Four", "2. Next.")
    assert texts(text)["1"] == "These: One Two Three • Four"


def test_recommendations_in_bold_are_sub_items_and_no_headings() -> None:
    text = lines(
        "12. **Recalling its general recommendation, the Committee recommends that the State party:**",
        "**(a) Train judges;**",
        "**(b) Publish the following data:**",
        "**(i) On complaints;**",
        "**(ii) On convictions;**",
        "**(c) Report on the results.**",
        "**Access to justice**",
        "13. The Committee notes the reform.",
    )
    assert list(items(text)) == ["12 (a)", "12 (b)", "12 (b) (i)", "12 (b) (ii)", "12 (c)"]
    assert document(text).paragraphs[1].headings == ("Access to justice",)


def test_recommendations_in_bold_that_each_are_a_sentence_are_too() -> None:
    text = lines(
        "12. **The Committee recommends the following:**", "**(a) Train judges.**", "**(b) Publish data.**", "13. End."
    )
    assert items(text) == {"12 (a)": "Train judges.", "12 (b)": "Publish data."}
