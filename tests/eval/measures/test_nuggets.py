import pytest

from eval.gold.gold import Nugget
from eval.measures.nuggets import is_stated, nugget_recall, rightly_cited_text, states, token_f1, word_count
from tests.support.gold_fakes import answer, said, wanted


@pytest.mark.parametrize(
    ("text", "wording", "stated"),
    [
        ("in 129 States parties", "129", True),
        ("In 2019, 129 did.", "129", True),
        ("there were 129.", "129", True),
        ("129, of which 80", "129", True),
        ("some 1,129 States", "129", False),
        ("some 129.5 million", "129", False),
        ("some 129,000 euros", "129", False),
        ("the 129th State", "129", False),
        ("resolution 71/208", "71/208", True),
        ("The Englishman", "English", False),
        ("in english only", "English", True),
        ("the State’s “central  authority”", 'State\'s "central authority"', True),
        ("on 6–10 September", "6-10 September", True),
        ("a free-of-charge tool", "free-of-charge", True),
        ("annually\nin Vienna", "annually in Vienna", True),
        ("(see annex)", "(see annex)", True),
        ("anything", "", False),
    ],
)
def test_a_wording_is_found_as_a_reader_would_see_it(text: str, wording: str, *, stated: bool) -> None:
    assert states(text, wording) is stated


def test_any_wording_states_a_fact() -> None:
    fact = Nugget(("over 180 jurisdictions", "more than 180 jurisdictions"), vital=True)

    assert is_stated(fact, "laws of more than 180 jurisdictions")
    assert not is_stated(fact, "laws of 180 jurisdictions")


def test_nugget_recall_is_the_share_of_facts_stated() -> None:
    facts = [Nugget((each,), vital=True) for each in ("Vienna", "2007", "annually")]

    assert nugget_recall(facts, "annually in Vienna") == pytest.approx(2 / 3)
    assert nugget_recall(facts, "") == 0.0
    assert nugget_recall([], "annually in Vienna") is None


def test_only_sentences_that_cite_a_required_paragraph_count_as_rightly_cited() -> None:
    given = answer(said("One.", "report 1"), said("Two.", "report 3"), said("Three.", "report 3", "report 2 (a)"))

    assert rightly_cited_text(given, wanted("report 1", "report 2 (b)")) == "One. Three."


def test_token_f1_counts_shared_words_without_articles_and_punctuation() -> None:
    # Said: group met in vienna annually (5); wanted: group met annually (3); shared 3: 3/5 and 3/3.
    assert token_f1("The Group met in Vienna, annually.", "A group met annually") == pytest.approx(0.75)


def test_token_f1_counts_a_repeated_word_as_often_as_both_have_it() -> None:
    # Shared: one `asset`; precision 1/2, recall 1.
    assert token_f1("asset asset", "asset") == pytest.approx(2 / 3)


def test_token_f1_of_texts_without_a_common_word_is_zero() -> None:
    assert token_f1("", "anything") == 0.0
    assert token_f1("something", "anything") == 0.0


def test_words_are_counted_between_white_space() -> None:
    assert word_count("4.6 million US  dollars\n") == 4
