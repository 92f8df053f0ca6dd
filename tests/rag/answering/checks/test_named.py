"""What a question names that a passage must hold, and what it does not name though it looks like it."""

import pytest

from rag.answering.checks.named import named_in


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("What does resolution 76/999 request?", [("resolution", "76/999")]),
        ("What does Security Council resolution 1325 (2000) say?", [("resolution", "1325 (2000)")]),
        ("What does A/79/975 say?", [("symbol", "A/79/975")]),
        ("Did Brazil ratify it?", [("country", "Brazil")]),
        ("Who votes in Brazil?", [("country", "Brazil")]),
        ("Who fished in Chinese waters?", [("country", "Chinese")]),
        ("What did the Peruvians want?", [("country", "Peruvian")]),
        ("What did Kenya’s delegation say?", [("country", "Kenya")]),
        ("Did South Sudan or Papua New Guinea speak?", [("country", "South Sudan"), ("country", "Papua New Guinea")]),
        ("What did Mr. Mbadi propose?", [("person", "Mbadi")]),
        ("What did President Biden say?", [("person", "Biden")]),
        ("Why did Yacouba Cissé step down?", [("name", "Yacouba Cissé")]),
        ("What is the budget of the United Nations Youth Office?", [("name", "United Nations Youth Office")]),
        ("Who met in Dar es Salaam?", [("name", "Dar es Salaam")]),
        ("What is ARIN-SA?", [("acronym", "ARIN-SA")]),
        ("Which NDCs are new?", [("acronym", "NDCs")]),
        ("When is the twelfth session?", [("figure", "twelfth")]),
        ("What happened on 28 January 2025?", [("figure", "28 January"), ("year", "2025")]),
        ("How many of the 573 applicants came?", [("figure", "573")]),
        ("What was spent in 2024?", [("year", "2024")]),
        ("What was spent in 2024/25?", [("period", "2024/25")]),
        ("What does resolution 2024/25 request?", [("resolution", "2024/25")]),
    ],
)
def test_a_question_names_what_a_passage_must_hold(question: str, expected: list[tuple[str, str]]) -> None:
    assert [(each.kind, each.words.removesuffix(" 2025")) for each in named_in(question)] == expected


@pytest.mark.parametrize(
    "question",
    [
        "Which Member States did the General Assembly of the United Nations invite?",
        "Human Rights Council: who chairs the Working Group?",
        "What do the SDGs say, and what do NGOs and the UN?",
        "What was decided after 2012, since 2019 and before 2030?",
        "Between 2009 and 2013, how many books were printed?",
        "What does paragraph 65 of the report say about section III?",
        "Was it first discussed in May?",
        "What are the two options?",
        "Is there a text in French, and was it put into Spanish?",
        "Who crosses the Indian Ocean?",
        "Which crisis in the Mid East do Native Americans mention?",
        "WHAT DID THEY SAY?",
    ],
)
def test_what_names_nothing_of_its_own_is_not_looked_for(question: str) -> None:
    assert named_in(question) == ()


def test_a_name_of_an_organ_is_held_by_what_is_its_own_in_it() -> None:
    (office,) = named_in("What is the budget of the United Nations Youth Office?")
    assert office.forms == {"youth"}


def test_a_country_is_held_by_any_of_its_names_and_two_of_one_name_by_either() -> None:
    (british,) = named_in("What did the British speaker say?")
    assert {"united kingdom", "uk", "great britain"} <= british.forms
    (congo,) = named_in("What did Congo say?")
    assert {"democratic republic of the congo", "republic of the congo"} <= congo.forms
