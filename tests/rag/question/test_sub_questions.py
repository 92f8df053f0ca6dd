"""The questions inside a question."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.question.sub_questions import SubQuestion, leans_on_another, sub_questions


def asked(question: str) -> list[str]:
    return [each.asked for each in sub_questions(question)]


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        (
            "When was it launched, who runs it and what does it cost?",
            ["When was it launched", "who runs it", "what does it cost"],
        ),
        ("What is asset recovery, and why does it matter?", ["What is asset recovery", "why does it matter"]),
        (
            "What is the Egmont Group and when was it established?",
            ["What is the Egmont Group", "when was it established"],
        ),
        ("Is CARIN open? Does it meet often?", ["Is CARIN open", "Does it meet often"]),
        (
            "By whom was it hosted; in which city was it held?",
            ["By whom was it hosted", "in which city was it held"],
        ),
        ("Since when does it exist, and on what is it built?", ["Since when does it exist", "on what is it built"]),
        ("By when is it due and under which rule?", ["By when is it due", "under which rule"]),
        ("Why is money left, and can it be kept?", ["Why is money left", "can it be kept"]),
        ("Year of the evaluation and how much it costs", ["Year of the evaluation", "how much it costs"]),
        ("number of homes lost and number of homes rebuilt", ["number of homes lost", "number of homes rebuilt"]),
        (
            "noise: amount spent in 2024 and the amount needed in 2026",
            ["amount spent in 2024", "the amount needed in 2026"],
        ),
    ],
)
def test_questions_joined_by_and_a_comma_or_a_semicolon_are_taken_apart(question: str, parts: list[str]) -> None:
    assert asked(question) == parts


@pytest.mark.parametrize(
    "question",
    [
        "What is the GlobE Network?",
        "What was said by speakers and panellists?",
        "What are the rules, policies or guidelines that States should establish?",
        "List the networks and their secretariats.",
        "date and place of the meeting",
        "cost of travel in 2024 and in 2025",
        "Tell me when it was launched and who runs it.",  # no question to begin with
        "GlobE Network: when?",
        "Which State signed and must pay?",
        "On which island does somebody watch how the targets, one included, are reached?",
        "Under article 56: what must States do?",
        "What is a, what is b, what is c, what is d, what is e?",  # an examination, not a question
        "",
    ],
)
def test_a_single_question_has_no_parts(question: str) -> None:
    assert sub_questions(question) == ()


@pytest.mark.parametrize(
    ("question", "leans"),
    [
        ("who runs their secretariats", True),
        ("is there a definition", True),
        ("what is proposed", True),
        ("how did complaints to the latter develop", True),
        ("who runs the secretariat", False),
        ("do women vote", False),
        ("Why are so few assets returned", False),
    ],
)
def test_a_question_leans_on_another_where_it_does_not_say_what_it_is_about(question: str, leans: bool) -> None:
    assert leans_on_another(question) is leans


def test_a_subject_before_a_colon_belongs_to_each_part() -> None:
    assert sub_questions("The GlobE Network: when was it launched and where?") == (
        SubQuestion("when was it launched", "The GlobE Network: when was it launched"),
        SubQuestion("where", "The GlobE Network: where"),
    )


def test_an_asking_word_alone_takes_the_words_of_the_first_part_that_has_more() -> None:
    assert sub_questions("Where was the meeting held, and when?") == (
        SubQuestion("Where was the meeting held", "Where was the meeting held"),
        SubQuestion("when", "when Where was the meeting held"),
    )
    assert sub_questions("Where and when was the meeting held?") == (
        SubQuestion("Where", "Where when was the meeting held"),
        SubQuestion("when was the meeting held", "when was the meeting held"),
    )


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("What did Nepal and Peru propose?", ("What did Nepal propose", "What did Peru propose")),
        (
            "how did Chile, Kenya and the United States each explain their votes",
            (
                "how did Chile explain their votes",
                "how did Kenya explain their votes",
                "how did United States explain their votes",
            ),
        ),
        (
            "Compare the share of public spending in Chad and the Niger in 2018.",
            (
                "Compare the share of public spending in Chad in 2018",
                "Compare the share of public spending in Niger in 2018",
            ),
        ),
        ("youth unemployment in Nepal, Peru", ()),
        ("youth unemployment in nepal and peru", ("youth unemployment in nepal", "youth unemployment in peru")),
        ("How many were freed in 2020 and 2021?", ()),
        ("what is the rate in Nepal as against Peru", ("what is the rate in Nepal", "what is the rate in Peru")),
        ("How many were freed between 2020 and 2021?", ()),
        ("What was traded by Nepal and Peru jointly?", ()),
        ("Did Nepal and Peru agree on the text?", ()),
        ("How do Nepal and Peru differ?", ()),
        ("Why was the treaty between Nepal and India signed?", ()),
        ("What is Bosnia and Herzegovina doing about mines?", ()),
        ("What did the women and the children of Nepal say?", ()),
    ],
)
def test_what_is_asked_of_several_countries_is_asked_of_each(question: str, parts: tuple[str, ...]) -> None:
    assert tuple(asked(question)) == parts


_SAID = st.lists(
    st.sampled_from("what who when is the network and , ? ; : in which city held launched".split()), max_size=20
)


@given(_SAID)
def test_no_word_is_lost_but_the_joining_ones(said: list[str]) -> None:
    question = " ".join(said)
    parts = sub_questions(question)
    assert len(parts) in (0, 2, 3, 4)
    if parts:
        kept = " ".join(each.topic for each in parts).replace(":", " ").split()
        for word in set(question.replace(":", " ").split()) - set("and , ? ; :".split()):
            assert word in kept


@given(_SAID)
def test_what_a_part_asks_stands_in_the_question_and_in_its_topic(said: list[str]) -> None:
    question = " ".join(said)
    for each in sub_questions(question):
        assert each.asked in question
        assert each.asked in each.topic
