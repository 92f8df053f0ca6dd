"""Paragraphs that go on, paragraphs without numbers, and words that belong to none."""

from tests.support.parsing import headings, lines, messages, parse, texts


def test_a_document_without_numbers_is_counted_and_said_so_once() -> None:
    text = lines("Letter of 1 May", "Excellency,", "I write to you about the report.", "Please accept my thanks.")
    assert texts(text) == {
        "unnumbered 1": "Excellency,",
        "unnumbered 2": "I write to you about the report.",
        "unnumbered 3": "Please accept my thanks.",
    }
    assert [finding.kind for finding in parse(text).findings] == ["unnumbered"]


def test_a_resolutions_preamble_has_no_numbers_and_its_decisions_have() -> None:
    text = lines(
        "The General Assembly,",
        "Recalling its resolution 71/208 of 19 December 2016,",
        "Noting with appreciation the report,",
        "1. Decides to continue;",
        "2. Requests the Secretary-General to report.",
    )
    assert texts(text) == {
        "preambular para. 1": "Recalling its resolution 71/208 of 19 December 2016,",
        "preambular para. 2": "Noting with appreciation the report,",
        "1": "Decides to continue;",
        "2": "Requests the Secretary-General to report.",
    }
    assert set(headings(text).values()) == {("The General Assembly",)}
    assert messages(text) == []


def test_text_without_a_number_under_a_heading_between_numbered_paragraphs_is_told() -> None:
    text = lines("1. One.", "# Interlude", "Nobody numbered this.", "2. Two.")
    assert texts(text)["unnumbered 1"] == "Nobody numbered this."
    assert messages(text) == ["5 unnumbered: a paragraph without a number stands between numbered ones"]


def test_a_paragraph_cut_by_a_page_is_one_again() -> None:
    text = lines("1. The Group has asked, and has", "requested a list of products.", "2. Two.")
    assert texts(text)["1"] == "The Group has asked, and has requested a list of products."


def test_a_quotation_without_a_number_stays_with_its_paragraph() -> None:
    text = lines("7. Article 56 reads as follows:", "Article 56", "Each State party shall share.", "8. It is in force.")
    assert texts(text)["7"] == "Article 56 reads as follows: Article 56 Each State party shall share."


def test_a_block_after_a_complete_sentence_goes_on_with_the_paragraph() -> None:
    text = lines("1. The panel spoke.", "The Group concluded that more was needed.", "2. Two.")
    assert texts(text)["1"] == "The panel spoke. The Group concluded that more was needed."


def test_unpunctuated_words_that_stand_above_nothing_are_reported_not_swallowed() -> None:
    text = lines("1. One.", "2. Two.", "Signed in Vienna")
    assert texts(text) == {"1": "One.", "2": "Two."}
    assert messages(text) == ["5 unplaced: belongs to no paragraph: Signed in Vienna"]


def test_a_text_of_titles_alone_is_its_paragraphs() -> None:
    text = lines("Networks", "Central authorities", "Focal points")
    assert texts(text) == {
        "unnumbered 1": "Networks",
        "unnumbered 2": "Central authorities",
        "unnumbered 3": "Focal points",
    }
    assert [finding.kind for finding in parse(text).findings] == ["unnumbered"]


def test_a_sign_for_words_left_out_of_a_quotation_stays_in_it() -> None:
    text = lines("1. The Tribunal found:", "The Applicant did not know.", "[…]", "The application succeeds.", "2. End.")
    assert texts(text)["1"] == "The Tribunal found: The Applicant did not know. […] The application succeeds."
