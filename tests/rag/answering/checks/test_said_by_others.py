"""What other countries say is no answer to what one of them said."""

import pytest

from rag.answering.checks.said_by_others import names_of_country, said_by_others

PERU = names_of_country("Peru")


def test_a_country_has_all_its_names_and_others_have_none() -> None:
    assert {"peru", "peruvian"} <= PERU
    assert names_of_country("UNCTAD") == names_of_country("the Chair") == frozenset()
    assert names_of_country("Peru and Chile") == frozenset()


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Chile welcomed the reform of prisons in Peru.", True),
        ("The United States (on behalf of five States) appreciated Peru’s reform.", True),
        ("A panellist from Kenya described how Peru returned the funds.", True),
        ("Build more prisons (Kenya);", True),
        ("According to Chile, prisons were full.", True),
        ("Peru thanked Chile for its questions.", False),
        ("On prisons, the representative of Peru said that Chile had built more.", False),
        ("Prisons were full in Peru and in Chile.", False),
        ("The delegation explained that prisons were full, as in Chile.", False),
        ("Chilean prisons were full.", False),
        ("The prisons were inspected.", False),
    ],
)
def test_a_sentence_is_another_countrys_where_that_has_the_floor(sentence: str, expected: bool) -> None:
    assert list(said_by_others([sentence], PERU)) == [expected]


def test_what_follows_is_the_same_countrys_until_another_has_the_floor() -> None:
    said = [
        "Prisons were full.",
        "Chile regretted that.",
        "It made proposals.",
        "Peru replied.",
        "New ones were built.",
    ]
    assert list(said_by_others(said, PERU)) == [False, True, True, False, False]


def test_the_delegation_without_more_is_the_one_that_is_asked_about() -> None:
    asked = "Chile asked for figures."
    assert list(said_by_others([asked, "In reply, the delegation gave them."], PERU)) == [True, False]
    assert list(said_by_others([asked, "In reply, the delegation of Kenya gave them."], PERU)) == [True, True]
