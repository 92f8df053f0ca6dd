"""What the tests of bounded processes have a child do."""

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
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


def process_numbers() -> Iterator[object]:
    yield {"self": os.getpid(), "parent": os.getppid()}


def threads_of_its_parent() -> Iterator[object]:
    yield len(os.listdir(f"/proc/{os.getppid()}/task"))  # noqa: PTH208 - only how many there are


def writes_its_number_and_waits(path: str) -> Iterator[object]:
    Path(path).write_text(str(os.getpid()), encoding="utf-8")
    yield from waits()


def meets(own: str, other: str) -> Iterator[object]:
    Path(own).touch()
    while not Path(other).exists():
        sleep(0.01)
    yield "met"


def open_files() -> Iterator[object]:
    listing = os.listdir("/proc/self/fd")  # noqa: PTH208 - it opens a file of its own, which is gone then
    yield sorted(int(each) for each in listing if Path(f"/proc/self/fd/{each}").exists())


def modules_of_a_reader(path: str) -> Iterator[object]:
    """What is imported when a list of questions was read."""
    from rag.batches.questions.formats.office import records

    assert list(records(path, "Desk"))
    yield from sorted({name.partition(".")[0] for name in sys.modules})
