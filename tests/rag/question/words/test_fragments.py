"""Questions that say nothing of what they are about."""

import pytest

from rag.question.words.fragments import is_fragment


@pytest.mark.parametrize(
    "question", ["by when?", "And why?", "where is he?", "and the second one?", "how much", "What did they say?"]
)
def test_a_question_that_leaves_out_what_it_is_about_is_a_fragment(question: str) -> None:
    assert is_fragment(question)


@pytest.mark.parametrize(
    "question",
    ["By when must States report?", "Where is the ADF?", "asset recovery", "What is CARIN?", "Why nets?", "WHO"],
)
def test_others_are_not(question: str) -> None:
    assert not is_fragment(question)
