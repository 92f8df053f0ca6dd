"""What stands out in a sentence that answers: the thing that was asked for, and nothing else."""

import pytest

from rag.answering.key_words import key_words

SAID = [
    ("In how many States is there an authority?", "There are authorities in 129 States, since 2018.", ["129"]),
    (
        "how many ISIL fighters are left",
        "It carried out more than 90 attacks where about 400 ISIL (Da’esh) fighters remain.",
        ["400"],
    ),
    ("What is the number of focal points?", "Of 133 States, 234 dedicated focal points met.", ["234"]),
    ("How many members has it?", "It has 12, of 30 States.", ["12", "30"]),
    ("When was it launched?", "It was launched on 3 June 2021, with 12 members.", ["3 June 2021"]),
    (
        "When does the mandate of the Panel end?",
        "Asks it by 15 April 2026 to report, extends the mandate of the Panel until 1 July 2026, as of 1 May 2025.",
        ["1 July 2026"],
    ),
    (
        "Until when are the measures renewed?",
        "It renews until 31 May 2026 the measures of its resolution 2428 (2018), with reports as in S/2025/71.",
        ["31 May 2026"],
    ),
    ("When was the Group established?", "A body of 155 units that was established in 1995.", ["1995"]),
    (
        "How much money was returned?",
        "In 2018, $1.2 million was returned, and 3 million euros followed.",
        ["$1.2 million", "3 million euros"],
    ),
    ("What share of States has one?", "About 45 per cent of 129 States have it.", ["45 per cent"]),
    ("Which resolution set it up?", "It was set up in resolution 1/4, at the first session.", ["resolution 1/4"]),
    (
        "Who chairs the meeting?",
        "It was opened by H.E. Mr. Harib Al Amimi, the President.",
        ["H.E. Mr. Harib Al Amimi"],
    ),
    ("Which country hosts it?", "It sits in South Africa, as States decided.", ["South Africa"]),
    ("Who supports it?", "It is supported by INTERPOL and the World Bank, not by States.", ["INTERPOL", "World Bank"]),
    ("Where was it held?", "It was held in Vienna on 6 June.", ["Vienna"]),
]


@pytest.mark.parametrize(("question", "sentence", "words"), SAID)
def test_the_thing_that_is_asked_for_is_found_whole(question: str, sentence: str, words: list[str]) -> None:
    assert [sentence[start:end] for start, end in key_words(question, sentence)] == words


@pytest.mark.parametrize(
    "question", ["What are the three themes?", "Why was it launched?", "How does it work?", "What does it do?"]
)
def test_nothing_stands_out_where_no_one_thing_is_asked_for(question: str) -> None:
    assert key_words(question, "It has three themes: banks, courts and States, since 2018.") == ()


def test_nothing_stands_out_where_most_of_a_sentence_is_key() -> None:
    assert key_words("When was it?", "On 6 June 2018.") == ()
    assert key_words("When was it?", "") == ()


def test_a_name_that_the_question_gives_is_not_what_it_asks_for() -> None:
    sentence = "The Egmont Group works with INTERPOL on this."
    assert [sentence[slice(*span)] for span in key_words("Who works with the Egmont Group?", sentence)] == ["INTERPOL"]
