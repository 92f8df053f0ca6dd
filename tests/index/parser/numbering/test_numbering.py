"""The best reading of numbered lines."""

from hypothesis import given
from hypothesis import strategies as st

from index.parser.blocks import Block
from index.parser.numbering.numbering import HEADING_LIKE, HEADING_WITH_TEXT, POSSIBLE, SURE, Candidate, choose
from index.parser.orders import Order, follows


def candidates(*orders: int | tuple[Order, float]) -> list[Candidate]:
    return [
        Candidate(Block(str(place)), (order,), SURE) if isinstance(order, int) else Candidate(Block(str(place)), *order)
        for place, order in enumerate(orders)
    ]


def own(*orders: int | tuple[Order, float], last: Order = ()) -> list[int]:
    return [int(candidate.block.text) for candidate in choose(candidates(*orders), last).own]


def outer(*orders: int | tuple[Order, float], last: Order) -> list[int]:
    return [int(candidate.block.text) for candidate in choose(candidates(*orders), last).outer]


def test_what_follows_what() -> None:
    following: list[tuple[Order, Order]] = [
        ((), (1,)),
        ((4,), (5,)),
        ((4, 3), (5,)),
        ((4, 1), (4, 2)),
        ((4,), (4, 1)),
        ((4, 3), (5, 1)),
        ((4, 3, 2), (4, 4)),
        ((12,), (12, 0, 1)),
        ((12, 0, 1), (12, 0, 2)),
        ((12, 0, 1), (13,)),
        ((), (1, 1)),
    ]
    assert all(follows(before, order) for before, order in following)
    apart: list[tuple[Order, Order]] = [
        ((), (2,)),
        ((4,), (6,)),
        ((4,), (4,)),
        ((4,), (3,)),
        ((4, 1), (4, 3)),
        ((4,), (1,)),
    ]
    assert not any(follows(before, order) for before, order in apart)


def test_numbers_that_run_on_are_chosen_and_others_left() -> None:
    assert own(1, 2, ((1,), HEADING_LIKE), 3, ((2,), HEADING_LIKE), 4) == [0, 1, 3, 5]


def test_of_two_with_the_expected_number_the_one_that_reads_like_a_paragraph_is_chosen() -> None:
    assert own(((1,), HEADING_LIKE), 1, 2) == [1, 2]
    assert own(1, 2, ((3,), HEADING_LIKE), 3) == [0, 1, 3]


def test_gaps_are_bridged_where_the_numbering_goes_on_beyond_them() -> None:
    assert own(1, 2, 3, 5, 6, 7) == [0, 1, 2, 3, 4, 5]
    assert own(1, 2, ((2018,), POSSIBLE), 3) == [0, 1, 3]
    assert own(1, 2, 3, 900, 4, 5) == [0, 1, 2, 4, 5]


def test_a_number_of_five_digits_is_chosen_where_a_numbering_carries_it() -> None:
    assert own(9_998, 9_999, 10_000, 10_001) == [0, 1, 2, 3]
    assert own(10_000, 10_001, 10_002, 10_003) == [0, 1, 2, 3]
    assert own(1, 2, 10_017, 3) == [0, 1, 3]
    assert own(10_017) == []


def test_a_number_printed_twice_is_chosen_twice() -> None:
    assert own(1, 2, 2, 3) == [0, 1, 2, 3]


def test_headings_with_text_below_are_no_numbering() -> None:
    assert own(((1,), HEADING_WITH_TEXT), ((2,), HEADING_WITH_TEXT)) == []


def test_a_numbering_of_its_own_may_give_way_to_the_one_around() -> None:
    chosen = choose(candidates(1, 2, 49, 50), last=(48,))
    assert [candidate.order for candidate in chosen.own] == [(1,), (2,)]
    assert [candidate.order for candidate in chosen.outer] == [(49,), (50,)]


def test_the_numbering_around_goes_on_and_is_not_left_for_a_worse_one() -> None:
    assert outer(5, 6, ((1,), HEADING_LIKE), 7, last=(4,)) == [0, 1, 3]
    assert own(5, 6, 7, last=(4,)) == []


def test_a_sibling_numbering_can_be_gone_on_with() -> None:
    assert [each.order for each in choose(candidates(4, 5), (48,), sibling=(3,)).own] == [(4,), (5,)]


def test_a_restart_has_to_be_worth_its_cost() -> None:
    assert choose(candidates(1), (48,), restart_cost=12).own == ()
    assert len(choose(candidates(1, 2, 3), (48,), restart_cost=12).own) == 3


@given(st.integers(1, 300), st.lists(st.tuples(st.integers(1, 40), st.integers(0, 300)), max_size=40))
def test_a_whole_numbering_is_found_among_headings(length: int, headings: list[tuple[int, int]]) -> None:
    mixed: list[tuple[Order, float]] = [((number,), SURE) for number in range(1, length + 1)]
    for number, place in headings:
        mixed.insert(min(place, len(mixed)), ((min(number, length),), HEADING_LIKE))
    chosen = choose(candidates(*mixed)).own
    assert [candidate.order[0] for candidate in chosen if candidate.weight == SURE] == list(range(1, length + 1))
    assert len(chosen) == length
