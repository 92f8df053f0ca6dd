"""Questions for the meaning of a term are recognised, and the sentences that tell it before those that mention it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.answering.defining import asks_for_long_form, defines, spells_out, term_of

ASKED = [
    ("What is StAR?", "StAR"),
    ("what's the Camden Network", "Camden Network"),
    ("What exactly is asset recovery?", "asset recovery"),
    ("What are focal points?", "focal points"),
    ("What is a joint investigation team?", "joint investigation team"),
    ("What is the StAR Initiative?", "StAR Initiative"),
    ("What is the StAR initiative?", "StAR initiative"),
    ("What was the Arms for Peace programme?", "Arms for Peace programme"),
    ("Tell me what CARIN is.", "CARIN"),
    ("What does CARIN stand for?", "CARIN"),
    ("What does the word EMPRETEC stand for?", "EMPRETEC"),
    ("What does the term “non-conviction-based forfeiture” mean?", "non-conviction-based forfeiture"),
    ("What do the guidelines mean by 'fair treatment'?", "fair treatment"),
    ("What is meant by a ‘with measures’ scenario in emission projections?", "with measures scenario"),
    ("What's the meaning of beneficial ownership?", "beneficial ownership"),
    ("definition of asset recovery", "asset recovery"),
    ("asset recovery: definition", "asset recovery"),
    ("define: focal point", "focal point"),
    ("Please define the term asset recovery", "asset recovery"),
    ("How is SDG localization defined in the report on youth (E/CN.5/2025/4)?", "SDG localization"),
    ("How does the Labour Organization define resilient livelihoods?", "resilient livelihoods"),
    ("What is CARIN and when was it founded?", "CARIN"),
    ("What is GWP in the context of this decision?", "GWP"),
]


@pytest.mark.parametrize(("question", "term"), ASKED)
def test_the_term_is_what_a_question_for_a_definition_is_about(question: str, term: str) -> None:
    assert term_of(question) == term


@pytest.mark.parametrize(
    "question",
    [
        "What is the annual budget of UNODC?",
        "What is the capital of France?",
        "What was the theme of Youth Day 2025?",
        "What is UNODC's budget?",
        "What is the NEET rate in 2023?",
        "What was the turnout?",
        "What is article 56?",
        "What is para. 20 of the 2021 note?",
        "What is UNODC doing?",
        "What is UNODC doing so that units work together?",
        "What is the RJMEC invited to share with the Council?",
        "What are States parties told about barriers?",
        "What are the five key themes of the framework?",
        "What is new?",
        "What is needed?",
        "What is this?",
        "What does this mean?",
        "What does the decision mean for States?",
        "What is the weather like in Vienna in June?",
        "Who is the Secretary-General?",
        "Which networks exist?",
        "What does paragraph 65 say?",
        "",
    ],
)
def test_other_questions_have_no_term(question: str) -> None:
    assert term_of(question) is None


FORMS = ("Camden Asset Recovery Inter-Agency Network",)


@pytest.mark.parametrize(
    "sentence",
    [
        "CARIN is an informal network of practitioners.",
        "The Camden Asset Recovery Inter-Agency Network (CARIN) is an informal network.",
        "CARIN, an informal network, met in The Hague.",
        "CARIN, the oldest of the networks, has contacts in 50 States.",
        "The term “CARIN” means the network founded at Camden.",
        "“CARIN” refers to the network founded at Camden.",
        "CARIN stands for Camden Asset Recovery Inter-Agency Network.",
        "In 2004, the Camden Asset Recovery Inter-Agency Network (CARIN) was established as an informal network.",
        "The Camden asset recovery inter agency network was set up in 2004.",
        "(a) CARIN: a network of practitioners;",
        "“CARIN” (the network) for asset recovery",
        "CARIN, which is a network of practitioners, met.",
        "Practitioners have a network known as CARIN.",
        "The oldest of the networks is the Camden Asset Recovery Inter-Agency Network.",
        "It was recalled that CARIN was an informal network.",
        "Practitioners asked for help from CARIN, which is a network of practitioners.",
    ],
)
def test_a_sentence_that_says_what_its_subject_is_defines_it(sentence: str) -> None:
    assert defines(sentence, "CARIN", FORMS) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "CARIN is an important tool.",
        "CARIN is hosted by Europol.",
        "CARIN aims to deprive criminals of their profits.",
        "CARIN has 50 members.",
        "The contacts are those of CARIN, a network of practitioners, and Europol.",
        "Recovery depends on CARIN: the contacts and the trust needed to act in time.",
    ],
)
def test_a_sentence_that_tells_something_of_the_term_defines_it_partly(sentence: str) -> None:
    assert defines(sentence, "CARIN", FORMS) == 0.5


@pytest.mark.parametrize(
    "sentence",
    [
        "Practitioners met through CARIN.",
        "CARIN attended the meeting.",
        "A representative of the Camden Asset Recovery Inter-Agency Network (CARIN) is a lawyer.",
        "Contacts were made through Europol, CARIN, the World Bank and others.",
        "Contacts were made through CARIN: 50 States took part.",
        "Contacts were made through CARIN, which met in The Hague.",
        "CARINA is an informal network.",
        "Carin is an informal network.",
        "The networks are informal.",
        "",
    ],
)
def test_a_sentence_that_only_mentions_the_term_does_not_define_it(sentence: str) -> None:
    assert defines(sentence, "CARIN", FORMS) == 0


@pytest.mark.parametrize(
    ("term", "sentence"),
    [
        ("focal point", "Focal points are officials that answer requests."),
        ("focal points", "A focal point is an official."),
        ("with measures scenario", "A ‘with measures’ scenario encompasses adopted policies."),
        ("anti corruption body", "An anti-corruption body is a body of officials."),
        ("StAR", "The Stolen Asset Recovery (StAR) Initiative is a partnership."),
        ("StAR", "The StAR Initiative is a partnership."),
    ],
)
def test_numbers_hyphens_quotation_marks_and_kinds_make_no_difference(term: str, sentence: str) -> None:
    assert defines(sentence, term) == 1


@pytest.mark.parametrize(
    ("term", "sentence", "told"),
    [
        ("resilient livelihood", "ILO defines resilient livelihoods as livelihoods that withstand shocks.", 1),
        ("official", "The Convention defines the term “official” as any person holding an office.", 1),
        ("official", "The Convention defines what officials may do.", 0),
        ("EMPRETEC", "Empretec is a Spanish acronym.", 1),
        ("StAR", "Star is a body in the sky.", 0),
    ],
)
def test_a_term_may_be_defined_by_somebody_or_written_as_a_word(term: str, sentence: str, told: float) -> None:
    assert defines(sentence, term) == told


def test_a_term_without_words_is_never_defined() -> None:
    assert defines("CARIN is a network.", " ") == 0


@pytest.mark.parametrize(
    ("sentence", "spelled"),
    [
        ("It met the Camden Asset Recovery Inter-Agency Network (CARIN).", True),
        ("It met the Camden Asset Recovery Inter-Agency Network, or CARIN.", True),
        ("It met CARIN (the Camden Asset Recovery Inter-Agency Network).", True),
        ("CARIN stands for Camden Asset Recovery Inter-Agency Network.", True),
        ("CARIN met, and the Camden Asset Recovery Inter-Agency Network agreed.", False),
        ("CARIN met.", False),
    ],
)
def test_a_sentence_spells_a_term_out_where_both_forms_stand_together(sentence: str, *, spelled: bool) -> None:
    assert spells_out(sentence, "CARIN", FORMS) is spelled


def test_a_term_of_one_form_is_never_spelled_out() -> None:
    assert not spells_out("CARIN (CARIN)", "CARIN", ())


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("What does CARIN stand for?", True),
        ("What is CARIN short for?", True),
        ("What is the full name of CARIN?", True),
        ("What is CARIN?", False),
    ],
)
def test_a_question_for_the_long_form_is_told_from_one_for_the_thing(question: str, *, asks: bool) -> None:
    assert asks_for_long_form(question) is asks


@given(st.text(alphabet="CARIN aist,(“”’'-)?.:", max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    assert defines(text, "CARIN", ("a star",)) in (0, 0.5, 1)
    term = term_of(text)
    assert term is None or term.strip()
