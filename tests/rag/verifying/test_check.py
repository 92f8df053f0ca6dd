"""Drafts of a few sentences, and what is found in them."""

import pytest

from index.document import Document, Paragraph
from index.locator import Locator
from rag.verifying.check import DraftChecker
from tests.support.drafts import FIVE, FOUR, LIST, SIX, draft, found, store_of, verdicts

WORDS = FIVE.rstrip(".")


def test_words_at_the_paragraph_cited_are_verbatim() -> None:
    assert verdicts(f"The report says: “{WORDS}” (A/72/10, para. 5).") == ["verbatim"]


@pytest.mark.parametrize(
    "text",
    [
        f"In paragraph 5 of the report (A/72/10), it is said that “{WORDS}”.",
        f"According to A/72/10, para. 5, “{WORDS}”, which is so.",
        f"It is said that “{WORDS}”. (See A/72/10, para. 5.)",
        f"It is said that “{WORDS}” (see A/72/10, paras. 5 and 6).",
        f"The report (A/72/10) says that “{WORDS}” (para. 5).",
        f"It says “{WORDS}” and “The Secretariat reported that” (A/72/10, paras. 5 and 6).",
    ],
)
def test_a_citation_before_or_after_a_quotation_belongs_to_it(text: str) -> None:
    assert {each for each in verdicts(text) if each != "in order"} == {"verbatim"}


def test_of_two_quotations_each_has_the_citation_that_leads_to_it() -> None:
    text = f"In A/72/10, para. 5, it is said that “{WORDS}” and, in para. 6, that “{SIX}”."
    assert verdicts(text) == ["verbatim", "verbatim"]


def test_a_footnote_carries_the_citation_of_the_words_that_it_hangs_on() -> None:
    text = f"It is said that “{WORDS}”,^ and that “{SIX}”.^"
    assert verdicts(text, notes=("A/72/10, para. 5.", "Ibid., para. 6.")) == ["verbatim", "verbatim"]


def test_a_footnote_with_the_wrong_paragraph_is_told_at_its_quotation() -> None:
    (finding,) = found(f"It is said that “{WORDS}”.^", notes=("A/72/10, para. 6.",))
    assert (finding.verdict.value, finding.found_at) == ("stands elsewhere", "A/72/10, para. 5")


def test_altered_words_are_marked() -> None:
    (finding,) = found(f"It says: “{WORDS.replace('should', 'shall')}” (A/72/10, para. 5).")
    assert finding.verdict.value == "altered"
    assert [each for each in finding.changes if each.style != "plain"] == [("removed", "should"), ("added", "shall")]


def test_words_of_another_paragraph_or_document_stand_elsewhere() -> None:
    in_same, in_other = found(
        f"It says: “{WORDS}” (A/72/10, para. 6). It adds: “{FOUR.rstrip(';')}” (A/72/10, para. 6)."
    )
    assert (in_same.verdict.value, in_same.found_at) == ("stands elsewhere", "A/72/10, para. 5")
    assert (in_other.verdict.value, in_other.found_at) == ("stands elsewhere", "A/RES/73/190, para. 4")


@pytest.mark.parametrize(
    "citation",
    ["A/72/10, para. 99", "A/72/10, para. 8 (d)", "A/72/10, annex II, para. 1", "A/72/10, para. 5, footnote 7"],
)
def test_a_place_that_is_not_there_is_told(citation: str) -> None:
    assert verdicts(f"The matter was described (see {citation}).") == ["no such place"]


def test_words_of_another_sub_item_stand_elsewhere() -> None:
    (finding,) = found("It lists “Prevention authorities in 112 States parties” (A/72/10, para. 8 (a)).")
    assert (finding.verdict.value, finding.suggestion) == ("stands elsewhere", "A/72/10, para. 8 (b)")


def test_words_of_the_sub_item_cited_and_of_the_whole_list_are_verbatim() -> None:
    item = "It lists “Prevention authorities in 112 States parties” (A/72/10, para. 8 (b))."
    assert verdicts(item, f"It reads: “{LIST}” (A/72/10, para. 8).") == ["verbatim", "verbatim"]


def test_the_symbol_of_no_document_held_is_wrong_where_a_near_one_has_the_words() -> None:
    (finding,) = found(f"It says: “{WORDS}” (A/72/11, para. 5).")
    assert (finding.verdict.value, finding.suggestion) == ("wrong symbol", "A/72/10")


def test_a_malformed_symbol_is_told_beside_the_verdict_on_the_words() -> None:
    assert verdicts(f"It urges: “{FOUR.rstrip(';')}” (A/RES/ 73/190, para. 4).") == ["verbatim", "wrong symbol"]


def test_a_quotation_without_citation_is_given_one() -> None:
    (finding,) = found(f"As was said, “{WORDS}”.")
    assert (finding.verdict.value, finding.suggestion) == ("quotation without a citation", "(A/72/10, para. 5)")


def test_terms_titles_and_words_of_nobody_held_need_no_citation() -> None:
    title = "States parties should, within their means, share"
    assert verdicts(f"The “zero draft” of the paper entitled “{title}” was “quite a good one”.") == []


def test_a_document_that_is_not_held_is_listed_and_not_wrong() -> None:
    (finding,) = found("See A/80/999, para. 3.")
    assert (finding.verdict.value, finding.is_wrong) == ("document not held", False)
    assert finding.url == "https://docs.un.org/en/A/80/999"


def test_a_revision_supersedes_and_what_changed_is_shown() -> None:
    text = WORDS.replace("one another", "all others")
    first, second = found(f"It says: “{text}” (A/72/20, para. 5).")
    assert (first.verdict.value, second.verdict.value) == ("verbatim", "superseded")
    assert second.found_at == "A/72/20/Rev.1, para. 5"
    assert ("added", "one another at once.") in second.changes


def test_a_citation_in_another_form_is_a_suggestion() -> None:
    first, second = found("See A/72/10, para 5.")
    assert (first.verdict.value, second.verdict.value, second.is_wrong) == ("in order", "citation form", False)
    assert second.suggestion == "A/72/10, para. 5"


def test_a_block_set_apart_has_the_citation_at_its_end_or_before_it() -> None:
    at_end = f"{FIVE} (A/72/10, para. 5)"
    assert verdicts("The report reads:", at_end, kind="quote") == ["verbatim"]
    assert verdicts("Paragraph 5 of the report (A/72/10) reads:", FIVE, kind="quote")[-1] == "verbatim"
    assert verdicts("Paragraph 6 of the report (A/72/10) reads:", FIVE, kind="quote")[-1] == "stands elsewhere"


def test_the_citation_of_the_sentence_before_is_taken_where_it_fits_and_no_ground_to_blame() -> None:
    assert verdicts(f"See A/72/10, para. 5, on this matter. It says that “{WORDS}”.") == ["verbatim"]
    unsure = found(f"See A/72/10, para. 6, on this matter. It says that “{WORDS}”.")
    assert [each.verdict.value for each in unsure] == ["in order", "quotation without a citation"]


def test_quotations_in_notes_cite_for_themselves() -> None:
    (finding,) = found("This is so.^", notes=(f"“{WORDS}” (A/72/10, para. 6).",))
    assert (finding.verdict.value, finding.note, finding.start) == ("stands elsewhere", "1", len("This is so."))


def test_documents_not_held_are_counted_with_their_links() -> None:
    from tests.support.drafts import checker, draft

    checked = checker().check(draft("See A/80/999, para. 3, and A/80/999, para. 7."))
    assert [(each.symbol, each.url, each.times) for each in checked.not_held] == [
        ("A/80/999", "https://docs.un.org/en/A/80/999", 2)
    ]


def test_words_that_a_document_quotes_itself_are_not_to_be_cited_from_it() -> None:
    said = "the funds were to be returned within one year"
    paragraph = Paragraph(Locator(number="1"), f"The envoy said that “{said}”.")
    checker = DraftChecker(store_of((Document("speech", "Speech", (paragraph,), symbol="A/1/1"),)))
    assert checker.check(draft(f"As was said, “{said}”.")).findings == ()


def test_a_term_of_another_paragraph_is_no_quotation_of_it() -> None:
    assert verdicts("The “bribery of officials” is dealt with elsewhere (A/72/10, para. 5).") == ["in order"]


@pytest.mark.parametrize(
    ("sentence", "missing"),
    [
        ("The Secretariat reported that 64 experts from Kenya and Peru had met in Vienna (A/72/10, para. 6).", "64"),
        ("The Secretariat reported that 46 experts had met on 8 December 2017 (A/72/10, para. 6).", "8 December"),
        (
            "The Secretariat reported that 46 experts from Kenya and Chile had met in Vienna (A/72/10, para. 6).",
            "Chile",
        ),
        (
            "In line with resolution 73/191, the Conference urged to collect statistics (A/72/10, para. 7).",
            "resolution 73/191",
        ),
        ("The Secretariat reported that forty-six experts had met in Geneva.^", "Geneva"),
    ],
)
def test_a_figure_date_name_or_symbol_that_the_paragraph_lacks_is_told(sentence: str, missing: str) -> None:
    findings = found(sentence, notes=("A/72/10, para. 6.",))
    told = [each for each in findings if each.verdict.value == "not in the paragraph cited"]
    assert [sentence.replace("^", "")[each.start : each.end] for each in told] == [missing]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Secretariat reported that forty-six experts from Kenya and Peru had met in Vienna (A/72/10, para. 6).",
        "Experts met on 7 December 2017 in the city of Vienna (A/72/10, para. 6).",
        "In line with resolution 73/190, the Secretariat was to collect statistics (A/72/10, para. 7).",
        "The General Assembly heard of 46 experts from Peru (A/72/10, para. 6; A/80/999, para. 3).",
    ],
)
def test_what_the_paragraph_says_in_other_words_is_in_order(sentence: str) -> None:
    assert not any(each.is_wrong for each in found(sentence))


def test_the_symbol_of_no_document_held_is_wrong_where_a_near_one_says_what_is_claimed() -> None:
    text = "The Secretariat reported that 46 experts from Kenya and Peru had met in Vienna (A/27/10, para. 6)."
    (finding,) = found(text)
    assert (finding.verdict.value, finding.suggestion) == ("wrong symbol", "A/72/10")


def test_a_citation_among_words_that_are_quoted_is_not_the_drafts_own() -> None:
    words = "In line with resolution 73/190, the Conference urged the Secretariat"
    assert verdicts(f"It says: “{words}” (A/72/10, para. 7).") == ["verbatim"]


def test_ibid_after_a_quotation_is_not_what_is_cited_in_it() -> None:
    words = "In line with resolution 73/190, the Conference urged the Secretariat"
    first = f"It says that “{WORDS}” (A/72/10, para. 5)."
    assert verdicts(f"{first} It adds: “{words}” (ibid., para. 7).") == ["verbatim", "verbatim"]


def test_a_paragraph_that_is_named_on_the_way_does_not_bear_out_the_sentence() -> None:
    text = "Geneva shall host 99 meetings on the basis of the procedure in paragraph 6 of A/72/10 and inform Chile."
    assert verdicts(text) == ["in order"]
    assert "not in the paragraph cited" in verdicts("In paragraph 6 of A/72/10, 99 experts were said to have met.")


def test_the_path_of_an_address_is_no_symbol_in_small_letters() -> None:
    assert "wrong symbol" not in verdicts("See https://legal.un.org/ilc/documentation/english/statements/2025 there.")


def test_a_document_in_brackets_beside_the_citation_is_its_source_and_not_a_claim() -> None:
    text = "The plan (A/80/999) was heard of by 46 experts from Kenya (A/72/10, para. 6)."
    assert verdicts(text) == ["document not held", "in order"]


def test_a_bracket_that_is_opened_in_a_quotation_only_opens_nothing_in_the_draft() -> None:
    words = "As of 27 March 2018, the directory held data on: (a"
    text = f"According to A/72/10, para. 8, “{words}”. The matter was described (see A/72/10, para. 6)."
    assert verdicts(text) == ["verbatim", "in order"]


def test_one_of_two_symbols_that_is_another_documents_is_wrong() -> None:
    paragraph = Paragraph(Locator(number="1"), "The plan was adopted by consensus in the end.")
    checker = DraftChecker(store_of((Document("plan", "Plan", (paragraph,), symbol="A/80/75-E/2025/55"),)))
    text = "It is said that “the plan was adopted by consensus” (A/80/75-E/2025/45, para. 1)."
    found = checker.check(draft(text)).findings
    assert [(each.verdict.value, each.suggestion) for each in found] == [
        ("verbatim", ""),
        ("wrong symbol", "A/80/75-E/2025/55"),
    ]
    assert checker.check(draft(text.replace("/45", "/55").replace("A/80/75-", ""))).findings[1:] == ()


def test_a_corrigendum_is_told_where_it_names_the_paragraph_that_is_cited_and_no_other() -> None:
    numbered = {str(number): f"Point {number} was noted by the meeting." for number in (1, 2, 12)}
    report = Document(
        "report", "Report", tuple(Paragraph(Locator(number=n), text) for n, text in numbered.items()), symbol="A/75/7"
    )
    corrected = Paragraph(Locator(ordinal=1), "Paragraph 12: for noted read welcomed.")
    corrigendum = Document("corrected", "Corrigendum", (corrected,), symbol="A/75/7/Corr.1")
    checker = DraftChecker(store_of((report, corrigendum)))

    def told(number: int) -> list[str]:
        text = f"It is said that “Point {number} was noted by the meeting” (A/75/7, para. {number})."
        return [each.verdict.value for each in checker.check(draft(text)).findings]

    assert told(12) == ["verbatim", "superseded"]
    assert told(1) == told(2) == ["verbatim"]


def test_a_short_form_that_the_documents_explain_stands_for_its_name() -> None:
    explained = Paragraph(Locator(number="1"), "The Camden Asset Network (CAN) was founded by practitioners in 2004.")
    named = Paragraph(Locator(number="2"), "The Camden Asset Network met twice with practitioners in Vienna.")
    checker = DraftChecker(store_of((Document("report", "Report", (explained, named), symbol="A/75/7"),)))
    found = checker.check(draft("CAN met twice with practitioners in Vienna (A/75/7, para. 2).")).findings
    assert [each.verdict.value for each in found] == ["in order"]
