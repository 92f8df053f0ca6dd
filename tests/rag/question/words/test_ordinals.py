"""Sessions and the like are found by their number, whichever way it is written."""

import pytest

from rag.question.words.ordinals import in_both_forms, with_ordinals_as_in


@pytest.mark.parametrize(
    ("question", "added"),
    [
        ("When is the 25th session of the Forum?", "twenty-fifth"),
        ("what did the 63rd annual session decide", "sixty-third"),
        ("Who chaired the twelfth meeting?", "12th"),
        ("Twentieth anniversary of the Fund", "20th"),
        ("the 6th assessment report", "sixth"),
        ("Compare the 3rd and the fourth session.", "third 4th"),
        ("Did the 11th, 12th or 13th session meet, or the 11th session alone?", "eleventh twelfth thirteenth"),
    ],
)
def test_the_other_form_is_searched_for_too(question: str, added: str) -> None:
    assert in_both_forms(question) == f"{question} {added}"


@pytest.mark.parametrize(
    "question",
    [
        "When does the session begin?",
        "What happened on the 25th of May?",
        "Which States spoke first and second?",
        "What does A/79/25th-session say?",
        "Is the 21st century mentioned?",
        "What did the 100th session decide?",
    ],
)
def test_a_question_that_numbers_nothing_so_stays_as_it_is(question: str) -> None:
    assert in_both_forms(question) == question


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("The Forum held its twenty-fifth session.", "When was the twenty-fifth session?"),
        ("Its Twenty-fifth session was in May.", "When was the twenty-fifth session?"),
        ("The 25th session, the twenty-fifth since 1999.", "When was the 25th session?"),
        ("The fifth session met, the twenty-fourth ended.", "When was the 25th session?"),
    ],
)
def test_a_question_is_read_as_the_text_writes_it(text: str, read: str) -> None:
    assert with_ordinals_as_in("When was the 25th session?", text) == read


def test_words_are_read_as_figures_and_several_each_for_itself() -> None:
    question = "Did the tenth meeting or the 3rd session adopt it?"
    text = "At its 10th meeting it was adopted, in the third session."
    assert with_ordinals_as_in(question, text) == "Did the 10th meeting or the third session adopt it?"
