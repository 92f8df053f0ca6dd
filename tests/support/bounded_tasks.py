"""What the tests of bounded processes have a child do."""

import os
import signal
import sys
from collections.abc import Iterator
from time import sleep

from index.errors import QuestionError


def echo(*arguments: str) -> Iterator[object]:
    yield from arguments
    yield {"half": "\ud800", "number": 1.5, "none": None}


def refuses(_name: str) -> Iterator[object]:
    yield "first"
    raise QuestionError("the question is empty; ask something")


def never_ends() -> Iterator[object]:
    while True:
        pass
    yield None


def waits() -> Iterator[object]:
    sleep(60)
    yield None


def takes_memory() -> Iterator[object]:
    kept = [bytearray(50_000_000) for _ in range(100)]
    yield len(kept)


def talks() -> Iterator[object]:
    while True:
        yield "x" * 1_000


def breaks() -> Iterator[object]:
    yield dict[str, str]()["nothing"]


def is_killed() -> Iterator[object]:
    yield "first"
    os.kill(os.getpid(), signal.SIGSEGV)


def modules_of_a_reader(path: str) -> Iterator[object]:
    """What is imported when a list of questions was read."""
    from rag.batches.questions.formats.office import records

    assert list(records(path, "Desk"))
    yield from sorted({name.partition(".")[0] for name in sys.modules})
