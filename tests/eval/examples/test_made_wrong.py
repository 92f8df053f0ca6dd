"""Statements made wrong: a name exchanged, what is said of one thing said of another."""

from random import Random

import pytest

from eval.examples.made_wrong import crossed, exchanged, names

SOURCE = "In Vienna the Group thanked Switzerland, and the Egmont Group of Units met in Geneva."


def test_a_name_is_exchanged_for_another_of_the_text() -> None:
    assert exchanged("They met in Vienna.", "They met in Vienna and in Geneva.", Random(1)) == "They met in Geneva."


@pytest.mark.parametrize(
    ("statement", "source"),
    [
        ("They met in Vienna.", "They met in Vienna."),
        ("nobody was named.", SOURCE),
        ("The Group met, says the Egmont Group.", "It was the Group."),
    ],
)
def test_without_two_names_that_differ_nothing_is_exchanged(statement: str, source: str) -> None:
    assert exchanged(statement, source, Random(1)) is None


def test_what_is_said_of_one_thing_is_said_of_another() -> None:
    first, second = "The fund of banks was closed in 2004.", "The court of appeal has decided eleven cases."
    assert crossed(first, second) == "The fund of banks has decided eleven cases."


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The fund of banks was closed in 2004.", "The board of this fund has met eleven times."),
        ("Nothing here.", "The court of appeal has decided eleven cases."),
        ("It was closed in 2004.", "The court of appeal has decided eleven cases."),
    ],
)
def test_what_is_alike_or_has_no_predicate_is_not_crossed(first: str, second: str) -> None:
    assert crossed(first, second) is None


def test_names_are_countries_short_forms_and_words_with_capitals() -> None:
    assert set(names("Thanked by UNODC, by Peru, by the Egmont Group.")) == {"UNODC", "Peru", "Egmont Group"}
