"""Which questions ask for a duty or a deed, and which passages only advise or want it."""

import pytest

from index.document import Document
from rag.answerer import Answerer
from rag.answering.checks.force import of_less_force, on_another_deed
from tests.support.answering import ALWAYS
from tests.support.fakes import FakeEmbedder
from tests.support.papers import index_of, numbered

ADVISES = ("These passages advise; none says that it must be done.",)
WANTS = ("These passages say what is to be done, not whether it was done.",)


@pytest.mark.parametrize(
    "question",
    [
        "must States report every year?",
        "Do we have to report every year",
        "is it mandatory to report every year",
        "Does the treaty oblige States to report?",
        "Are States required to report?",
    ],
)
def test_advice_is_not_taken_for_a_duty(question: str) -> None:
    assert of_less_force(question, ["States should report every year."], []) == ADVISES
    assert of_less_force(question, ["The Assembly urges States to report every year."], []) == ADVISES


@pytest.mark.parametrize(
    "sentence",
    [
        "Each State shall report every year, and should do so in time.",
        "States should know that reports are voluntary.",
        "It is not necessary to report, which is recommended all the same.",
    ],
)
def test_what_says_whether_there_is_a_duty_is_left_alone(sentence: str) -> None:
    assert of_less_force("Must States report every year?", [sentence], [sentence]) == ()


def test_who_recommends_against_something_has_not_supported_it() -> None:
    said = "The Advisory Committee is not convinced and recommends against the establishment of the post."
    assert of_less_force("Did the Committee support the post?", [said], [said]) == ()
    assert of_less_force("Was the post established?", [said], [said]) == WANTS


def test_what_something_requires_is_nobodys_duty() -> None:
    told = of_less_force("Is it obligatory to report?", ["Reporting did not generally require a treaty basis."], [])
    assert told == ("None of these passages says that it must be done.",)
    assert of_less_force("Is a treaty required to report?", ["Reporting did not require a treaty basis."], []) == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "The treaty requires each State to report every year.",
        "States are required to report.",
        "The treaty requires that reports be sent.",
        "There is a requirement to report.",
        "States need not report; reports are not required.",
    ],
)
def test_what_is_required_of_somebody_is_a_duty(sentence: str) -> None:
    assert of_less_force("Must States report every year?", [sentence], [sentence]) == ()


def test_what_neither_advises_nor_says_that_there_is_a_duty_tells_none() -> None:
    told = of_less_force("Must States report every year?", ["Eleven States reported last year."], [])
    assert told == ("None of these passages says that it must be done.",)


@pytest.mark.parametrize("question", ["When should States report?", "What must a report contain?", "Should we report?"])
def test_advice_may_answer_a_question_for_more_than_a_duty(question: str) -> None:
    assert of_less_force(question, ["States should report every year."], []) == ()


@pytest.mark.parametrize("question", ["did the group leave the city?", "Has the group left the city"])
@pytest.mark.parametrize(
    "sentence",
    [
        "Decides that the group shall leave the city;",
        "Calls upon the group to leave the city;",
        "The group will leave the city in May.",
        "The Committee may also wish to discuss when the city should be left.",
    ],
)
def test_what_is_demanded_or_planned_is_not_taken_for_done(question: str, sentence: str) -> None:
    assert of_less_force(question, [sentence], [sentence]) == WANTS


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Did the group leave the city?", "The group has left the city, and will return."),
        ("Did the group leave the city?", "The group left the city."),
        ("Did the Council demand that the group leave?", "Demands that the group shall leave the city;"),
        ("Has it left, or is it to leave?", "The group will leave the city in May."),
    ],
)
def test_what_is_told_or_asked_as_wanted_is_left_alone(question: str, sentence: str) -> None:
    assert of_less_force(question, [sentence], [sentence]) == ()


def test_of_a_deed_the_best_paragraph_decides() -> None:
    wanted, told = "Demands that the group leave the city;", "The group was in the city."
    only_the_first = ("The first of these passages says what is to be done, not whether it was done.",)
    assert of_less_force("Did the group leave the city?", [wanted, told], [wanted]) == only_the_first
    assert of_less_force("Did the group leave the city?", [told, wanted], [told]) == ()


@pytest.mark.parametrize("verb", ["recommend", "recommends", "proposes"])
def test_what_is_recommended_has_not_been_done(verb: str) -> None:
    wanted = f"The Special Representative {verb} that the Council extend the mandate."
    assert of_less_force("Has the Council extended the mandate?", [wanted], [wanted]) == WANTS
    assert of_less_force("Did the Special Representative recommend an extension?", [wanted], [wanted]) == ()


def test_what_an_organ_decides_to_do_is_done() -> None:
    done = "Decides to extend the mandate of the Panel, and that it should report in May;"
    assert of_less_force("Has the Council extended the mandate?", [done], [done]) == ()


def test_such_an_answer_is_called_related() -> None:
    index = index_of(Document("paper", "Paper", numbered("Demands that the fish leave the lake;", "Fish was eaten.")))
    answer = Answerer(index, FakeEmbedder(), ALWAYS).answer("Did the fish leave the lake?")
    assert (answer.state, answer.checks) == ("related", WANTS)


@pytest.mark.parametrize(
    ("question", "quote", "expected"),
    [
        ("can a State refuse to share fish?", "States should be able to share fish.", ["refuse"]),
        ("can a State refuse to share fish?", "States may decline to share fish.", []),
        ("Has Peru ratified the treaty?", "Peru praised the treaty.", ["ratified"]),
        ("Has Peru ratified the treaty?", "Peru is a party to the treaty.", []),
        ("Why did Peru refuse?", "Peru has no fish.", []),
        ("Does the Council authorize force?", "The Council shall use all necessary means.", []),
        ("Is a weightlifter paid?", "Sport is for all.", []),
    ],
)
def test_what_is_said_of_another_deed_does_not_say_whether_one_was_done(
    question: str, quote: str, expected: list[str]
) -> None:
    assert on_another_deed(question, [quote]) == tuple(f"“{each}” is in none of these passages." for each in expected)
