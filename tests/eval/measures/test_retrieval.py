from math import log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.gold.gold import Place, Requirement
from eval.measures.requirements import share_met
from eval.measures.retrieval import RETRIEVAL, Ranking, retrieval_scores
from index.locator import Locator
from tests.support.gold_fakes import place, places, question


def scores(requirements: list[str], found: list[str]) -> dict[str, float]:
    (result,) = retrieval_scores([Ranking(question(*requirements), places(*found))])
    return result


def test_two_required_paragraphs_at_ranks_one_and_four() -> None:
    result = scores(["report 1", "report 2"], ["report 1", "report 8", "report 9", "report 2"])

    ideal = 1 + 1 / log2(3)
    assert result == pytest.approx(
        {
            "R@1": 0.5,
            "R@5": 1.0,
            "R@10": 1.0,
            "RR": 1.0,
            "nDCG@10": (1 + 1 / log2(5)) / ideal,
            "AP@10": (1 / 1 + 2 / 4) / 2,
        }
    )


def test_a_required_paragraph_that_is_not_found_counts_against_every_measure_but_rr() -> None:
    result = scores(["report 1", "report 2"], ["report 8", "report 1"])

    assert result == pytest.approx(
        {
            "R@1": 0.0,
            "R@5": 0.5,
            "R@10": 0.5,
            "RR": 0.5,
            "nDCG@10": (1 / log2(3)) / (1 + 1 / log2(3)),
            "AP@10": (1 / 2) / 2,
        }
    )


def test_a_question_for_which_nothing_was_found_counts_as_zero() -> None:
    assert scores(["report 1"], []) == dict.fromkeys(RETRIEVAL, 0.0)


def test_a_question_without_gold_has_no_retrieval_scores_and_does_not_shift_the_others() -> None:
    rankings = [
        Ranking(question(), places("report 1")),
        Ranking(question("report 1"), places("report 1")),
        Ranking(question("report 1"), places("report 2")),
    ]

    first, second, third = retrieval_scores(rankings)

    assert first == {}
    assert second == dict.fromkeys(RETRIEVAL, 1.0)
    assert third == dict.fromkeys(RETRIEVAL, 0.0)


def test_either_alternative_meets_a_requirement_and_the_second_adds_nothing() -> None:
    result = scores(["report 1 or guide 1", "report 2"], ["guide 1", "report 1", "report 2"])

    assert result["R@1"] == 0.5
    assert result["R@5"] == 1.0
    assert result["RR"] == 1.0
    # Relevant are ranks 1 and 3; the other alternative takes rank 2 all the same.
    assert result["AP@10"] == pytest.approx((1 / 1 + 2 / 3) / 2)
    assert result["nDCG@10"] == pytest.approx((1 + 1 / log2(4)) / (1 + 1 / log2(3)))


def test_one_paragraph_may_meet_two_requirements_at_once() -> None:
    result = scores(["report 54", "report 54 or guide 4", "report 9"], ["report 54"])

    assert result["R@1"] == pytest.approx(2 / 3)
    assert result["AP@10"] == pytest.approx(1 / 2)


def test_five_items_of_one_paragraph_are_one_paragraph_to_find() -> None:
    result = scores([f"report 65 ({letter})" for letter in "abcde"], ["report 7", "report 65"])

    assert (result["R@1"], result["R@5"], result["RR"]) == (0.0, 1.0, 0.5)


def test_a_paragraph_beyond_the_cut_is_not_found_but_still_has_its_reciprocal_rank() -> None:
    result = scores(["report 1"], [f"report {number}" for number in range(2, 13)] + ["report 1"])

    assert (result["R@10"], result["nDCG@10"], result["AP@10"]) == (0.0, 0.0, 0.0)
    assert result["RR"] == pytest.approx(1 / 12)


PLACES = st.integers(1, 14).map(lambda number: Place("report", Locator(number=str(number))))


@given(
    gold=st.lists(st.lists(PLACES, min_size=1, max_size=3, unique=True), min_size=1, max_size=4),
    found=st.lists(PLACES, max_size=14, unique=True),
)
def test_recall_is_the_share_of_requirements_that_the_first_paragraphs_meet(
    gold: list[list[Place]], found: list[Place]
) -> None:
    requirements = tuple({frozenset(each): Requirement(tuple(each)) for each in gold}.values())
    asked = question(*(" or ".join(map(str, each.alternatives)) for each in requirements))

    (result,) = retrieval_scores([Ranking(asked, found)])

    for k in (1, 5, 10):
        assert result[f"R@{k}"] == pytest.approx(share_met(found[:k], requirements))
    assert all(0 <= value <= 1 for value in result.values())


@given(
    relevant=st.sets(st.integers(1, 20), min_size=1, max_size=5),
    found=st.lists(st.integers(1, 20), max_size=20, unique=True),
)
def test_without_alternatives_the_values_are_those_of_ir_measures(relevant: set[int], found: list[int]) -> None:
    import ir_measures

    asked = question(*(f"report {number}" for number in sorted(relevant)))
    (result,) = retrieval_scores([Ranking(asked, [place(f"report {number}") for number in found])])

    qrels = {"q": {str(number): 1 for number in relevant}}
    run = {"q": {str(number): float(-rank) for rank, number in enumerate(found)}}
    wanted = [ir_measures.parse_measure(name) for name in RETRIEVAL]
    expected = {str(each.measure): each.value for each in ir_measures.iter_calc(wanted, qrels, run)}
    assert result == pytest.approx(expected)
