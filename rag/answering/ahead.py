"""Work done one step ahead of who uses what comes of it."""

from collections.abc import Callable, Generator, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from functools import partial
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


def one_ahead(work: Callable[[Item], Result], items: Iterable[Item]) -> Generator[Result, None, None]:
    """What comes of `work` with each of `items`, in order; with the next it is done while this one's result is used.

    The next is worked on by another thread, but taken by the one that uses the results. An error of `work` is raised
    where its result would have come. Nothing is begun before a first result is wanted, and no thread for a single item;
    closing waits for what was begun.
    """
    waiting = iter(items)
    with ThreadPoolExecutor(1, thread_name_prefix="ahead") as beside:
        upcoming: Callable[[], Result] | None = next((partial(work, item) for item in waiting), None)
        while upcoming is not None:
            result = upcoming()
            # A thread has no context of its own: spans would not be known to belong to what was asked.
            upcoming = next((beside.submit(copy_context().run, work, item).result for item in waiting), None)
            yield result
