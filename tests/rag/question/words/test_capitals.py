"""Capitals that stand for a Government."""

from index.language.english.capitals import CAPITALS
from index.language.english.countries import COUNTRIES
from rag.question.words.capitals import states_as_in, with_states


def test_the_state_of_a_capital_is_searched_for_too() -> None:
    assert with_states("has juba held elections?") == "has juba held elections? South Sudan"
    assert with_states("Did Kinshasa and Kigali sign?").endswith("sign? Democratic Republic of the Congo Rwanda")
    assert with_states("What did South Sudan say in Juba?") == "What did South Sudan say in Juba?"
    assert with_states("What does the Paris Agreement say?") == "What does the Paris Agreement say?"
    assert with_states("Who met in Harare on the Kigali Amendment?") == "Who met in Harare on the Kigali Amendment?"


def test_a_reader_is_asked_of_the_state_where_a_text_names_that_alone() -> None:
    assert states_as_in("has juba held elections?", "South Sudan votes.") == "has South Sudan held elections?"
    assert states_as_in("Did Juba vote?", "South Sudan met in Juba.") == "Did Juba vote?"
    assert states_as_in("Did Juba vote?", "The vote was held.") == "Did Juba vote?"


def test_each_capital_is_of_a_state_that_is_known() -> None:
    known = {name for names in COUNTRIES for name in names}
    assert set(CAPITALS.values()) <= known
