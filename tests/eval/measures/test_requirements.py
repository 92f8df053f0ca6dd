from eval.measures.requirements import is_right, is_within, meets, paragraph_requirements, share_met
from tests.support.gold_fakes import place, places, wanted


def test_items_of_one_paragraph_are_one_requirement_at_paragraph_level() -> None:
    assert paragraph_requirements(wanted("report 65 (a)", "report 65 (b)", "report 66")) == wanted(
        "report 65", "report 66"
    )


def test_requirements_with_the_same_alternatives_in_another_order_are_one() -> None:
    gold = wanted("report 65 (a) or guide 4 (a)", "guide 4 (b) or report 65 (b)")

    assert paragraph_requirements(gold) == wanted("report 65 or guide 4")


def test_a_requirement_with_one_alternative_more_is_another() -> None:
    gold = wanted("report 54 (a)", "report 54 (c) or guide 4")

    assert paragraph_requirements(gold) == wanted("report 54", "report 54 or guide 4")


def test_an_item_is_within_its_paragraph_and_not_the_other_way_round() -> None:
    assert is_within(place("report 65 (c)"), place("report 65"))
    assert is_within(place("report 65 (c) (ii)"), place("report 65 (c)"))
    assert not is_within(place("report 65"), place("report 65 (c)"))
    assert not is_within(place("report 65 (d)"), place("report 65 (c)"))


def test_the_same_number_in_another_document_or_container_is_another_place() -> None:
    assert not is_within(place("guide 65"), place("report 65"))
    assert not is_within(place("report annex, 65"), place("report 65"))


def test_any_alternative_meets_a_requirement() -> None:
    (requirement,) = wanted("report 1 or guide 4")

    assert meets(place("guide 4 (a)"), requirement)
    assert not meets(place("guide 5"), requirement)


def test_the_paragraph_of_a_required_item_is_right_but_does_not_meet_the_requirement() -> None:
    gold = wanted("report 65 (c)")

    assert is_right(place("report 65"), gold)
    assert not meets(place("report 65"), gold[0])
    assert not is_right(place("report 65 (d)"), gold)


def test_the_share_met_counts_requirements_and_not_alternatives() -> None:
    gold = wanted("report 1 or guide 1", "report 2", "report 3")

    assert share_met(places("report 1", "guide 1", "report 2"), gold) == 2 / 3
