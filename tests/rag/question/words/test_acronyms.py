"""Short forms are read where a text explains them, and spelled out for the word search."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.document import Document
from index.search.short_forms import short_forms
from rag.question.words.acronyms import Glossary

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


OTHERWISE = [
    ("the Bank for Honest Trade (“BHT”) met", "BHT", "Bank for Honest Trade"),
    ("the Bank for Honest Trade (hereinafter referred to as the “BHT”) met", "BHT", "Bank for Honest Trade"),
    ("the Bank for Honest Trade (BHT; see para. 3) met", "BHT", "Bank for Honest Trade"),
    ("“Bank for Honest Trade” (BHT)", "BHT", "Bank for Honest Trade"),
    ("the Bank for Honest Trade, or BHT, met", "BHT", "Bank for Honest Trade"),
    ("the Bank for Honest Trade, also known as the BHT, met", "BHT", "Bank for Honest Trade"),
    ("the BHT (Bank for Honest Trade) met", "BHT", "Bank for Honest Trade"),
    ("the BHT (the Bank for Honest Trade) met", "BHT", "Bank for Honest Trade"),
    ("BHT, the Bank for Honest Trade, met", "BHT", "Bank for Honest Trade"),
    ("the Honest Trade Goals (HTGs) of", "HTGs", "Honest Trade Goals"),
    ("their nationally determined contributions (NDCs) to", "NDCs", "nationally determined contributions"),
    ("on land use, land-use change and forestry (LULUCF)", "LULUCF", "land use, land-use change and forestry"),
    ("for monitoring and evaluation (M&E) of", "M&E", "monitoring and evaluation"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "short", "long"), OTHERWISE)
def test_short_forms_are_given_in_other_ways_as_well(text: str, short: str, long: str) -> None:
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
        "It met in Africa. Harakat al-Shabaab al-Mujaahidin (Al-Shabaab)",  # a word with capitals
        "The Bank met. Honest Trade (BHT)",  # two sentences
        "the BHT (of the Bank for Honest Trade) met",  # more than the name
        "before the BHT, Bonn and Athens met,",
        "trade in honey, or BHT, is",
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
    assert Glossary.of(FORMS).spell_out(question) == question + added


SEVERAL = {"SDGs": "Sustainable Development Goals", "IACA": "International Anti-Corruption Academy"}


@pytest.mark.parametrize(
    ("question", "added"),
    [
        ("Which SDG is meant?", " Sustainable Development Goals"),
        ("Which sustainable development goal is meant?", " SDGs"),
        ("the international anti corruption academy’s courses", " IACA"),
        ("IACA courses on the Sustainable Development Goals", " International Anti-Corruption Academy SDGs"),
        ("a development goal that is sustainable", ""),
    ],
)
def test_numbers_and_hyphens_of_a_name_make_no_difference(question: str, added: str) -> None:
    assert Glossary.of(SEVERAL).spell_out(question) == question + added


@pytest.mark.parametrize(
    ("term", "others"),
    [
        ("IACA", ("International Anti-Corruption Academy",)),
        ("international anti-corruption academy", ("IACA",)),
        ("SDG", ("SDGs", "Sustainable Development Goals")),
        ("Academy", ()),
        ("", ()),
    ],
)
def test_a_term_is_told_what_else_it_is_called(term: str, others: tuple[str, ...]) -> None:
    assert Glossary.of(SEVERAL).other_forms(term) == others


def test_reading_a_paragraph_takes_time_in_proportion_to_its_length() -> None:
    def seconds(times: int) -> float:
        text = "words of the Bank for Honest Trade (BHT) and " * times
        began = process_time()
        short_forms([text])
        return process_time() - began

    # In a paragraph ten times as long, everything before each parenthesis would take a hundred times as long.
    assert min(seconds(5_000) for _ in range(3)) < 40 * min(seconds(500) for _ in range(3))


def test_looking_up_a_question_takes_no_longer_with_many_short_forms() -> None:
    def seconds(count: int) -> float:
        glossary = Glossary.of({f"X{number}": f"Name{number} of Things" for number in range(count)})
        began = process_time()
        for _ in range(200):
            glossary.spell_out("What does X1 say about the things that Name2 of Things does?")
        return process_time() - began

    # A regular expression for each short form took a thousand times as long.
    assert min(seconds(10_000) for _ in range(3)) < 20 * min(seconds(10) for _ in range(3))


@given(st.text(max_size=60), st.dictionaries(st.sampled_from(list(FORMS)), st.sampled_from(list(FORMS.values()))))
def test_spelling_out_keeps_the_question_and_adds_behind_it(question: str, forms: dict[str, str]) -> None:
    assert Glossary.of(forms).spell_out(question).startswith(question)


@given(st.lists(st.text(alphabet="AaBbCc (-)", max_size=40), max_size=4))
def test_any_text_can_be_read_and_long_forms_stand_in_it(texts: list[str]) -> None:
    for short, long in short_forms(texts).items():
        assert any(long in text and f"({short})" in text for text in texts)


def test_the_corpus_explains_these(corpus: tuple[Document, ...]) -> None:
    forms = short_forms(paragraph.text for document in corpus for paragraph in document.paragraphs)
    assert {"APEC", "ARIN-EA", "ARIN-SA", "CARIN", "FATF", "IACCC", "OAS", "StAR", "TRACK", "UNODC"} <= set(forms)
    assert forms["UNODC"] == "United Nations Office on Drugs and Crime"
