"""Short forms are read where a text explains them, and spelled out for the word search."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.document import Document
from rag.question.acronyms import short_forms, spell_out

EXPLAINED = [
    ("recommendations of the Financial Action Task Force (FATF) were noted", "FATF", "Financial Action Task Force"),
    (
        "the United Nations Office on Drugs and Crime (UNODC) and others",
        "UNODC",
        "United Nations Office on Drugs and Crime",
    ),
    ("of the Stolen Asset Recovery (StAR) Initiative of", "StAR", "Stolen Asset Recovery"),
    ("the International Criminal Police Organization (INTERPOL), which", "INTERPOL",
     "International Criminal Police Organization"),
    ("The Organization of American States (OAS) was", "OAS", "Organization of American States"),
    ("of Asia-Pacific Economic Cooperation (APEC), INTERPOL", "APEC", "Asia-Pacific Economic Cooperation"),
    ("Tools and Resources for Anti-Corruption Knowledge (TRACK) portal", "TRACK",
     "Tools and Resources for Anti-Corruption Knowledge"),
    ("The Asset Recovery Inter-Agency Network for Eastern Africa (ARIN-EA) and", "ARIN-EA",
     "Asset Recovery Inter-Agency Network for Eastern Africa"),
    ("The International Anti-Corruption Coordination Centre (IACCC), whose", "IACCC",
     "International Anti-Corruption Coordination Centre"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "short", "long"), EXPLAINED)
def test_a_short_form_in_parentheses_stands_for_the_words_before_it(text: str, short: str, long: str) -> None:
    assert short_forms([text]) == {short: long}


@pytest.mark.parametrize(
    "text",
    [
        "A representative of the secretariat (F), in presenting the Note",  # one letter
        "countries of the Group of Seven (G-7) met",  # one capital
        "the Conference of States Parties (Cosp) met",  # a word with a capital
        "chapter two of the Convention (II) applies",  # letters that are not in the words
        "requests for assistance (MLA) were sent",
        "(FATF) recommended",  # nothing before it
        "the standards of FATF (FATF) apply",  # the short form itself is no long form
        "Europol (ARIN) is in the Hague",
        "with the Egmont Group (see CAC/COSP/WG.2/2017/4, para. 69)",
    ],
)
def test_other_parentheses_explain_nothing(text: str) -> None:
    assert short_forms([text]) == {}


def test_the_long_form_given_most_often_is_kept_and_forms_stand_in_alphabetical_order() -> None:
    texts = [
        "the Zonal Asset Register (ZAR)",
        "the Camden Network (CN) and the Camden Network (CN)",
        "the Central Notary (CN)",
    ]
    assert short_forms(texts) == {"CN": "Camden Network", "ZAR": "Zonal Asset Register"}
    assert list(short_forms(texts)) == ["CN", "ZAR"]


FORMS = {"FATF": "Financial Action Task Force", "StAR": "Stolen Asset Recovery"}


@pytest.mark.parametrize(
    ("question", "added"),
    [
        ("What does FATF recommend?", " Financial Action Task Force"),
        ("What does the Financial Action Task Force recommend?", " FATF"),
        ("what does the financial action task force recommend?", " FATF"),
        ("FATF, the Financial Action Task Force", ""),
        ("FATFs and StAR", " Financial Action Task Force Stolen Asset Recovery"),
        ("What is a star?", ""),  # a word of its own, not the short form
        ("FATFX", ""),
        ("", ""),
    ],
)
def test_what_a_question_abbreviates_is_spelled_out_and_the_other_way_round(question: str, added: str) -> None:
    assert spell_out(question, FORMS) == question + added


@given(st.text(max_size=60), st.dictionaries(st.sampled_from(list(FORMS)), st.sampled_from(list(FORMS.values()))))
def test_spelling_out_keeps_the_question_and_adds_behind_it(question: str, forms: dict[str, str]) -> None:
    assert spell_out(question, forms).startswith(question)


@given(st.lists(st.text(alphabet="AaBbCc (-)", max_size=40), max_size=4))
def test_any_text_can_be_read_and_long_forms_stand_in_it(texts: list[str]) -> None:
    for short, long in short_forms(texts).items():
        assert any(long in text and f"({short})" in text for text in texts)


def test_the_corpus_explains_these(corpus: tuple[Document, ...]) -> None:
    forms = short_forms(paragraph.text for document in corpus for paragraph in document.paragraphs)
    assert {"APEC", "ARIN-EA", "ARIN-SA", "CARIN", "FATF", "IACCC", "OAS", "StAR", "TRACK", "UNODC"} <= set(forms)
    assert forms["UNODC"] == "United Nations Office on Drugs and Crime"
