"""Questions that go on from the one before."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.following.completed import completed
from rag.question.words.main_name import main_name

MEMBERS = "How many members did the Global Focal Point Network have in 2018?"


@pytest.mark.parametrize(
    ("question", "before", "whole"),
    [
        ("and in 2021?", MEMBERS, "How many members did the Global Focal Point Network have in 2021?"),
        ("And who hosts it?", MEMBERS, "Who hosts the Global Focal Point Network?"),
        ("who hosts that network", MEMBERS, "Who hosts the Global Focal Point Network?"),
        ("What is its mandate?", MEMBERS, "What is the Global Focal Point Network’s mandate?"),
        ("What about the Egmont Group?", MEMBERS, "How many members did the Egmont Group have in 2018?"),
        ("what about CARIN", "When was the Egmont Group founded?", "When was CARIN founded?"),
        ("and in Africa?", "How many women serve as judges?", "How many women serve as judges in Africa?"),
        ("and in 2020", "How many women serve as judges?", "How many women serve as judges in 2020?"),
        ("and rwanda?", "what did the Council say about m23?", "What did the Council say about rwanda?"),
        ("and about mines", "What did Chile say on networks?", "What did Chile say on mines?"),
        ("and Peru?", "What did Chile say on networks?", "What did Peru say on networks?"),
        ("when was it founded", "What is CARIN?", "When was CARIN founded?"),
        ("and Peru?", "What does the Forum say about Ecuador?", "What does the Forum say about Peru?"),
        ("and to Peru?", "What was recommended to Ecuador?", "What was recommended to Peru?"),
        ("and of Rwanda?", "What does the Council demand of M23?", "What does the Council demand of Rwanda?"),
        ("and in 1993?", "What came of the vote of 1998?", "What came of the vote of 1993?"),
        ("and in 2024?", "What was the turnout of the 2020 vote?", "What was the turnout of the 2024 vote?"),
        ("and paragraph 23?", "What does paragraph 22 of A/1 say?", "What does paragraph 23 of A/1 say?"),
        ("and A/2?", "What does paragraph 22 of A/1 say?", "What does paragraph 22 of A/2 say?"),
        ("and in favour?", "Who voted against A/79/L.77?", "Who voted in favour of A/79/L.77?"),
        ("who abstained?", "Who voted against A/79/L.77?", "Who abstained on A/79/L.77?"),
        ("and 79/284?", "Who sponsored resolution 79/283?", "Who sponsored resolution 79/284?"),
        ("and Rapporteur?", "Who was elected Chair of the ILC?", "Who was elected Rapporteur of the ILC?"),
        ("and rapporteur?", "Who chairs the ILC?", "Who is rapporteur of the ILC?"),
        ("does it mention mines?", "What does A/HRC/RES/59/25 say?", "Does A/HRC/RES/59/25 mention mines?"),
        ("by when?", "Who must report to the Council?", "Who must report to the Council, and by when?"),
        ("Why?", "Who left?", "Who left, and why?"),
        ("where is he?", "Who leads the ADF?", "Who leads the ADF, and where is he?"),
    ],
)
def test_a_question_takes_what_it_lacks_from_the_one_before(question: str, before: str, whole: str) -> None:
    assert completed(question, before) == whole


@pytest.mark.parametrize(
    ("question", "before"),
    [
        ("Who hosts the Egmont Group?", MEMBERS),  # has a name of its own
        ("How many States replied?", MEMBERS),  # points at nothing
        ("Is it possible to share information early?", MEMBERS),  # stands for nothing
        ("Who hosts it?", "How many women serve as judges?"),  # nothing that it could stand for is named
        ("and on mines?", "Who hosts the Egmont Group?"),
        ("and the second one?", "How many women serve as judges?"),
        ("and the next one?", MEMBERS),
        ("by when?", "and in 2021?"),
        ("what about its budget?", MEMBERS),
        ("and if a case ends in a settlement?", "What should be done under the guidelines on assets?"),
        ("and for extradition?", "How many States are in the UNODC directory?"),
        ("and the year after?", "How many delegates took part in the General Assembly?"),
        ("it", ""),
        ("and", MEMBERS),
        ("", MEMBERS),
    ],
)
def test_what_stands_alone_or_is_not_clear_stays_as_it_is(question: str, before: str) -> None:
    assert completed(question, before) is None


def test_the_main_name_is_the_longest_and_never_the_first_word() -> None:
    assert main_name("Which resolution set up the Working Group on Asset Recovery of UNODC?") == (
        "the Working Group on Asset Recovery of UNODC"
    )
    assert main_name("Which States replied?") == "States"
    assert main_name("Why?") is None


@given(st.text(max_size=60), st.text(max_size=60))
def test_no_words_break_it(question: str, before: str) -> None:
    whole = completed(question, before)
    assert whole is None or whole.endswith("?")
