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
    ],
)
def test_a_question_without_capitals_gets_those_of_what_it_names(typed: str, meant: str) -> None:
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
