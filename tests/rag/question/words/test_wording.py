"""Questions typed in a hurry, read as they were meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.document import Document
from rag.question.words.acronyms import Glossary
from rag.question.words.spelling import Correction, Spelling
from rag.question.words.wording import wording_of
from tests.support.papers import index_of, numbered

INDEX = index_of(
    Document(
        "report",
        "Report",
        numbered(
            "Assets were returned to Kyrgyzstan by the Camden Asset Recovery Inter-Agency Network (CARIN).",
            "Recommendations on women were made to Afghanistan and Mauritania.",
            "The leading seas around the South-East Asia (SEA) and summaries of them.",
            "Ms. Peterson thanked the World Health Organization (WHO).",
            "The anti-corruption bodies described internationally transferred mitigation outcomes (ITMOs).",
            "COVID-19 kept the Network for Southern Africa (N-SA) from its G-20 partners, 20 of them in group G 7.",
        ),
    )
)
SPELLING, GLOSSARY = Spelling(INDEX), Glossary.of(INDEX.store.short_forms)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("who hosts carin", "who hosts CARIN"),
        ("Who hosts carin?", "Who hosts CARIN?"),  # a telephone writes the first letter
        ("what is an itmo", "what is an ITMO"),
        ("what did the security council say on south sudan", "what did the Security Council say on South Sudan"),
        ("did kyrgyz officials meet?", "did Kyrgyz officials meet?"),
        ("which sea borders rise", "which sea borders rise"),  # a word of the texts, whatever it is short for
        ("whats new in mauritania", "what is new in Mauritania"),
        ("Who’s who?", "Who is who?"),
        ("who made it", "who made it"),  # `who` says nothing, whatever it is short for
        ("Who hosts carin in Kyrgyzstan?", "Who hosts carin in Kyrgyzstan?"),  # whoever types capitals means them
        ("Who hosts CARIN in kyrgyzstan?", "Who hosts CARIN in Kyrgyzstan?"),
        ("how did mauritania vote on A/79/L.7/Corr.1 and who", "how did Mauritania vote on A/79/L.7/Corr.1 and who"),
        ("What did Ms. Diaz say on mauritania", "What did Ms. Diaz say on mauritania"),
        ("Is it mandatory for itmos to move to Mauritania?", "must itmos move to Mauritania?"),
        ("is it a requirement of peterson to move", "must peterson move"),
        ("is it mandatory to move", "is it mandatory to move"),
        ("Who hosts NSA?", "Who hosts N-SA?"),
        ("nsa and covid19", "N-SA and COVID-19"),
        ("G20 partners, G7 and Covid", "G-20 partners, G7 and Covid"),
    ],
)
def test_a_question_without_capitals_gets_those_of_what_it_names(typed: str, meant: str) -> None:
    wording = wording_of(typed, SPELLING, GLOSSARY)
    assert (wording.text, wording.remark) == (meant, None)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("what does UNSCR 2773 say", "what does Security Council resolution 2773 say"),
        ("does unscr2773 name mauritania", "does Security Council resolution 2773 name Mauritania"),
        ("GA res. 73/3 targets", "GA resolution 73/3 targets"),
        ("SC resolution no. 2781/2025", "SC resolution 2781 (2025)"),
        ("A/HRC/RES 59/25", "A/HRC/RES/59/25"),
        ("resolutions 2773 (2025), 2781 and 73/3", "resolution 2773 (2025), resolution 2781 and resolution 73/3"),
        ("Which resolutions passed 2 years ago and 3 before?", "Which resolutions passed 2 years ago and 3 before?"),
        ("Resolution 2024/2025 and S/RES/2773", "Resolution 2024/2025 and S/RES/2773"),
        ("scrap 5 of them in res. nullius", "scrap 5 of them in res. nullius"),
    ],
)
def test_resolutions_are_called_so(typed: str, meant: str) -> None:
    wording = wording_of(typed, SPELLING, GLOSSARY)
    assert (wording.text, wording.remark) == (meant, None)


def test_errors_are_corrected_and_that_is_said() -> None:
    wording = wording_of("recomendations on women in afganistan", SPELLING, GLOSSARY)
    assert wording.text == "Recommendations on women in Afghanistan"
    assert wording.errors == (
        Correction("recomendations", "Recommendations"),
        Correction("afganistan", "Afghanistan"),
    )
    assert wording.remark == ("“recomendations” was read as “Recommendations”. “afganistan” was read as “Afghanistan”.")
    assert wording_of("the laeding bodies", SPELLING, GLOSSARY).text == "the leading bodies"
    assert wording_of("Who met in Kyrgistan?", SPELLING, GLOSSARY).text == "Who met in Kyrgyzstan?"


@pytest.mark.parametrize(
    "typed",
    [
        "What did Ms. Petersen say?",  # almost the name of somebody else
        "Which anticorruption bodies met?",  # written otherwise, and no error
        "Which people are Mauritanian?",  # a people, and no error in the name of a country
        "summarise it",  # another form of a word
        "Quelles sont les recommandations sur la femme ?",  # words of another language
        "",
    ],
)
def test_what_may_well_be_meant_is_left_alone(typed: str) -> None:
    assert wording_of(typed, SPELLING, GLOSSARY).text == typed


@given(st.text(max_size=60))
def test_no_words_break_it(typed: str) -> None:
    wording = wording_of(typed, SPELLING, GLOSSARY)
    assert bool(wording.errors) == (wording.remark is not None)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Could you kindly advise which assets were returned? Many thanks!", "which assets were returned?"),
        ("Good morning, can you please tell me when they met?", "when they met?"),
        ("I would like to know who leads the WHO, please", "who leads the WHO"),
        ("For my briefing note: how many were returned?", "how many were returned?"),
        ("I am writing a note and need to know which were returned. Kind regards", "which were returned."),
        ("Do you know why they were returned", "why they were returned"),
        ("returned assets, how many?", "how many returned assets"),
        ("recommendations on women by when", "by when recommendations on women"),
    ],
)
def test_courtesies_are_left_out_and_what_is_asked_stands_first(typed: str, meant: str) -> None:
    assert wording_of(typed, SPELLING, GLOSSARY).text == meant


@pytest.mark.parametrize(
    "typed",
    [
        "Thank you",
        "what can you do?",
        "Can you tell me about women in Mauritania?",
        "Could you summarise the report?",
        "Can you explain what a network is?",  # a definition is asked for, which the words before it tell
        "Can someone who returned assets be thanked?",
        "next meeting when and where",
        "Who made it and when?",
    ],
)
def test_a_request_that_holds_no_question_is_left_as_it_is(typed: str) -> None:
    assert wording_of(typed, SPELLING, GLOSSARY).text == typed
