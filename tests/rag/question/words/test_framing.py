"""Questions are read without the talk around them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.question.words.framing import without_frame

ASKED = "how many mines were closed in 2019"


@pytest.mark.parametrize(
    "typed",
    [
        "Could you please tell me {}?",
        "can someone check {}?",
        "Do you happen to know {}?",
        "Does anybody know {}?",
        "I would be most grateful if you could kindly let me know {}.",
        "We’d appreciate it if you would clarify {}.",
        "I need to find out {}",
        "we are trying to establish {}",
        "I was just wondering {}",
        "My minister is asking {}.",
        "our head of mission needs to know {}, please",
        "Please remind me: {}?",
        "any idea {}? thx",
        "According to the documents, {}?",
        "Good morning. We are drafting a non-paper. {}? Thank you.",
        "Dear colleagues, could you explain {}? Many thanks in advance!",
        "hi, quick question - {} pls",
        "I have a meeting with the ambassador in ten minutes: {}?",
        "For the minister’s speech tomorrow, {}?",
        "I'm preparing talking points. I'd like to know {}. Best regards",
    ],
)
def test_what_stands_around_a_question_is_left_out(typed: str) -> None:
    assert without_frame(typed.format(ASKED)).rstrip("?.") == ASKED


@pytest.mark.parametrize(
    "typed",
    [
        "How many mines were closed?",
        "Could you please summarise the report?",
        "Can you list the recommendations?",
        "We are drafting a note on mining. What is new?",
        "I am from the Chilean delegation. What did we say?",
        "UNFPA investigations: how many new cases?",
        "Working Group I: what were its findings?",
        "Group I report: what was found?",
        "For the committee, what is the deadline?",
        "In 2018, which countries reported?",
        "Do States have to inform others when assets are frozen?",
        "Could States tell others when assets are frozen?",
        "Did the panel ask who pays?",
        "Which questions does the report ask the Group to check?",
        "What did the speaker say in his thanks",
        "Who did the Group thank?",
        "Who spoke of an urgent need, and why?",
        "Good morning",
        "Thank you very much!",
        "do you know why",
    ],
)
def test_what_a_question_is_about_stays(typed: str) -> None:
    assert without_frame(typed) == typed


def test_a_question_mark_after_please_belongs_to_the_question() -> None:
    assert without_frame("What does the board say, please?") == "What does the board say?"


@given(st.text(max_size=80))
def test_there_is_always_something_left(typed: str) -> None:
    assert without_frame(typed).strip() or not typed.strip()
