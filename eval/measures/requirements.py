"""What an answer has to cite, at the two levels it is measured at: whole paragraphs, and sub-items."""

from collections.abc import Iterable, Sequence

from eval.gold.gold import Place, Requirement


def paragraph_of(place: Place) -> Place:
    """The whole paragraph that `place` is, or is part of."""
    return Place(place.document, place.locator.paragraph)


def paragraph_requirements(gold: Iterable[Requirement]) -> tuple[Requirement, ...]:
    """`gold` with sub-items dropped; requirements that become equal are one.

    The five items 65 (a) … (e) are five requirements at sub-item level and one at paragraph level. The order of
    alternatives makes no difference to whether two are equal.
    """
    collapsed: dict[frozenset[Place], Requirement] = {}
    for requirement in gold:
        places = tuple(dict.fromkeys(paragraph_of(place) for place in requirement.alternatives))
        collapsed.setdefault(frozenset(places), Requirement(places))
    return tuple(collapsed.values())


def is_within(place: Place, other: Place) -> bool:
    """Whether `place` is `other` or a part of it: 65 (c) is within 65, and 65 is not within 65 (c)."""
    depth = len(other.locator.items)
    return paragraph_of(place) == paragraph_of(other) and place.locator.items[:depth] == other.locator.items


def meets(place: Place, requirement: Requirement) -> bool:
    """Whether citing `place` meets `requirement`: it is within one of the alternatives."""
    return any(is_within(place, each) for each in requirement.alternatives)


def is_right(place: Place, requirements: Sequence[Requirement]) -> bool:
    """Whether citing `place` is right: it meets a requirement or is what a required sub-item stands in.

    The second half is for lead-ins: where 65 (a) and (b) are asked for, their lead-in can only be cited as 65.
    """
    return any(
        is_within(place, each) or is_within(each, place) for wanted in requirements for each in wanted.alternatives
    )


def share_met(places: Sequence[Place], requirements: Sequence[Requirement]) -> float:
    """The share of `requirements`, of which there must be one at least, that any of `places` meets."""
    return sum(any(meets(place, each) for place in places) for each in requirements) / len(requirements)
