"""Sentences about another country than the one that is asked about."""

import pytest

from rag.answering.checks import elsewhere as checks
from rag.answering.checks.elsewhere import elsewhere
from rag.question.analyse import NamedPlace, QuestionAnalysis
from rag.question.answer_type import AnswerType

SUDAN = "How many people need assistance in the Sudan?"


def countries_asked_about(question: str, *places: NamedPlace) -> frozenset[str]:
    return checks.countries_asked_about(QuestionAnalysis(question, question, AnswerType.OTHER, places=places))


@pytest.mark.parametrize(
    ("question", "sentence", "expected"),
    [
        (SUDAN, "In South Sudan, 9 million people needed assistance, fuelled by the conflict in the Sudan.", True),
        (SUDAN, "(c) In Uganda and Kenya, 2 million people needed assistance.", True),
        (SUDAN, "In the Sudan, 30 million people needed assistance.", False),
        (SUDAN, "In Chad and the Sudan, 40 million people needed assistance.", False),
        (SUDAN, "In South Sudan 9 million people needed assistance.", False),
        (SUDAN, "In 2024, Chad and Uganda took in refugees.", False),
        (SUDAN, "In Khartoum, 3 million people needed assistance.", False),
        (SUDAN, "Nine million people needed assistance in South Sudan.", False),
        ("Is it worse in the Sudan than in South Sudan?", "In South Sudan, 9 million needed assistance.", False),
    ],
)
def test_a_sentence_is_elsewhere_where_it_begins_with_other_countries(
    question: str, sentence: str, expected: bool
) -> None:
    assert list(elsewhere([sentence], countries_asked_about(question))) == [expected]


def test_what_follows_is_about_the_same_country_until_another_is_named() -> None:
    said = ["Needs grew.", "In South Sudan, they doubled.", "Many fled.", "The Sudan asked for help.", "It came late."]
    assert list(elsewhere(said, countries_asked_about(SUDAN))) == [False, True, True, False, False]


def test_a_country_is_known_by_either_apostrophe() -> None:
    said = ["In Ghana, many work.", "A group in Côte d’Ivoire employs 15,000."]
    assert list(elsewhere(said, countries_asked_about("How many work in Côte d'Ivoire?"))) == [True, False]


@pytest.mark.parametrize("question", ["Who needs assistance?", "Which other countries are like the Sudan?"])
def test_a_question_about_no_country_or_about_others_too_is_about_any(question: str) -> None:
    assert not countries_asked_about(question)


def test_the_united_states_are_no_other_states() -> None:
    assert "united states" in countries_asked_about("How many work in the United States?")


def test_what_a_place_that_is_named_says_is_told_of_whatever_it_is_about() -> None:
    assert not countries_asked_about(SUDAN, NamedPlace(0))
