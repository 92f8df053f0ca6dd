"""Words that no paragraph has are corrected to those that are written almost so; others are left alone."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.document import Document
from rag.question.words.spelling import Correction, Spelling, _distance
from tests.support.papers import index_of, numbered

INDEX = index_of(
    Document(
        "report",
        "Report",
        numbered(
            "Assets were returned to Kyrgyzstan by Switzerland.",
            "The anti-corruption bodies of Kyrgyzstan met; the secretariat recommended training.",
            "Cybercrime was discussed by the secretariat and the Secretary.",
            "A therapist and the cooperation of bodies.",
            "INTERPOL and UNODC met.",
        ),
    )
)


@pytest.fixture(scope="module")
def spelling() -> Spelling:
    return Spelling(INDEX)


@pytest.mark.parametrize(
    ("question", "word", "meant"),
    [
        ("What did Kyrgistan say?", "Kyrgistan", "Kyrgyzstan"),  # two letters of a long name
        ("What did Switzerlnad say?", "Switzerlnad", "Switzerland"),  # two letters swapped
        ("What did the secratariat say?", "secratariat", "secretariat"),  # one letter of a long word
        ("the role of UNDOC", "UNDOC", "UNODC"),  # a short form with two letters swapped
        ("who recomended training", "recomended", "recommended"),
        ("what trainng was given", "trainng", "training"),  # a short word that no dictionary has
        ("what did the boddies say", "boddies", "bodies"),
        ("anticorruption bodies", "anticorruption", "anti-corruption"),
        ("Anticorruption bodies", "Anticorruption", "anti-corruption"),
        ("Which bodies fight cyber crime?", "cyber crime", "cybercrime"),
        ("Which bodies fight cyber-crime?", "cyber-crime", "cybercrime"),
    ],
)
def test_a_word_that_no_paragraph_has_is_corrected(spelling: Spelling, question: str, word: str, meant: str) -> None:
    assert Correction(word, meant) in spelling.corrections(question)


@pytest.mark.parametrize(
    "question",
    [
        "What did Kyrgyzstan say about the assets returned?",
        "Which anti corruption bodies met?",
        "What does the secretary recommend?",  # both words are in the texts
        "What did Kazakhstan say?",  # too far
        "the secrateriot",  # two letters of a word in small letters
        "Which assess were met?",  # a word of the language
        "Which assetz of the bodez?",  # two letters away, or none of the texts
        "KYRGISTAN",  # all capitals may be a short form
        "UNODA",  # another short form
        "ODUNC",  # letters too far from where they were
        "Xyrgyzstan",  # the first letter is right
        "met by him",  # two words that make none
        "",
    ],
)
def test_other_words_are_left_alone(spelling: Spelling, question: str) -> None:
    assert spelling.corrections(question) == ()
    assert spelling.completed(question) == question


def test_what_is_searched_for_is_the_question_and_its_corrections(spelling: Spelling) -> None:
    assert spelling.completed("Did Kyrgistan and Kyrgistan meet?") == "Did Kyrgistan and Kyrgistan meet? Kyrgyzstan"


def test_of_words_equally_near_the_most_frequent_is_meant() -> None:
    texts = numbered("Ghalia met.", "Ghania met.", "Ghania met again.")
    assert Spelling(index_of(Document("x", "X", texts))).corrections("Did Ghatia meet?") == (
        Correction("Ghatia", "Ghania"),
    )


def test_a_name_is_corrected_to_a_name() -> None:
    texts = numbered("The paras are short.", "In the guerres.")
    assert Spelling(index_of(Document("x", "X", texts))).corrections("Did Paris and Guterres meet?") == ()


@pytest.mark.parametrize(
    ("one", "other", "steps"),
    [("", "", 0), ("a", "", 1), ("abc", "acb", 1), ("kyrgistan", "kyrgyzstan", 2), ("kitten", "sitting", 3)],
)
def test_the_distance_counts_letters_put_in_left_out_changed_and_swapped(one: str, other: str, steps: int) -> None:
    assert _distance(one, other) == _distance(other, one) == steps


def test_a_question_takes_five_thousandths_of_a_second_at_most() -> None:
    words = " ".join(
        f"{first}{second}ongword{third}" for first in "abcdefg" for second in "aeiou" for third in "abcdefg"
    )
    spelling = Spelling(index_of(Document("x", "X", numbered(words))))
    spelling.corrections("What did Alongwordx say?")
    began = process_time()
    for _ in range(20):
        spelling.corrections("What did Alongwordx say about Blongwordx?")
    assert (process_time() - began) / 20 < 0.02  # four times as much, for a slow machine


@given(st.text(alphabet="Kyrgizstan coupt-’", max_size=40))
def test_any_question_can_be_corrected(question: str) -> None:
    assert Spelling(INDEX).completed(question).startswith(question)
