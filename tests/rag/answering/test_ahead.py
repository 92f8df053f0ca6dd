"""Work done one step ahead of who uses what comes of it."""

from collections.abc import Iterator
from contextvars import ContextVar
from threading import Event, current_thread

import pytest

from rag.answering.ahead import one_ahead


def test_results_come_in_order() -> None:
    assert list(one_ahead(lambda number: number**2, range(5))) == [0, 1, 4, 9, 16]
    assert list(one_ahead(str, [])) == []


def test_the_next_is_worked_on_while_a_result_is_used() -> None:
    begun = {name: Event() for name in "abc"}

    def work(name: str) -> str:
        begun[name].set()
        return name

    results = one_ahead(work, "abc")
    assert not begun["a"].is_set()
    assert next(results) == "a"
    assert begun["b"].wait(timeout=20)
    assert not begun["c"].is_set()
    assert list(results) == ["b", "c"]


def test_a_single_item_is_worked_on_without_a_thread() -> None:
    assert list(one_ahead(lambda _: current_thread(), [1])) == [current_thread()]


def test_items_are_taken_by_the_thread_that_uses_the_results() -> None:
    takers = set()

    def items() -> Iterator[int]:
        for number in range(3):
            takers.add(current_thread())
            yield number

    workers = set(one_ahead(lambda _: current_thread(), items()))
    assert takers == {current_thread()}
    assert len(workers) == 2


def test_an_error_is_raised_after_the_results_before_it() -> None:
    results = one_ahead(lambda number: 1 / number, [1, 2, 0, 4])
    assert [next(results), next(results)] == [1, 0.5]
    with pytest.raises(ZeroDivisionError):
        next(results)


def test_work_is_done_in_the_context_of_who_uses_the_results() -> None:
    asked = ContextVar("asked", default="nothing")
    asked.set("a question")
    assert list(one_ahead(lambda _: asked.get(), [1, 2])) == ["a question"] * 2


def test_who_stops_early_waits_for_what_was_begun_and_begins_nothing_more() -> None:
    done: list[int] = []
    results = one_ahead(done.append, range(9))
    next(results)
    results.close()
    assert done == [0, 1]
