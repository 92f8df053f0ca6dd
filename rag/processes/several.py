"""An answerer and children that answer beside it, so that Python's lock does not keep processors waiting."""

import json
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, suppress
from dataclasses import asdict
from itertools import chain, islice
from os import cpu_count
from queue import SimpleQueue
from subprocess import DEVNULL, PIPE
from typing import Protocol

from index.errors import MISTAKES, PinciteError
from index.processes.python import python_process
from index.store import Index
from rag.answer import Answer
from rag.answer_json import read_answer
from rag.answerer import BATCH, Answerer
from rag.answering.steps import Asked
from rag.processes.child import Source, asked_line, made_with
from rag.settings import Settings

# A child loads the program, the models and the index in about a second, in which one process answers two groups
# without a reader; with fewer groups than these it would hardly have begun.
WORTH = 4
# Reading lets go of Python's lock and takes three to four times as long as the rest of an answer, so that one process
# keeps about four processors busy.
_PROCESSORS_OF_A_READER = 4


def usual_processes(*, reads: bool) -> int:
    """How many processes answer a batch on this machine: one a processor, or one for four where a reader reads."""
    return max(1, (cpu_count() or 1) // (_PROCESSORS_OF_A_READER if reads else 1))


class SeveralProcesses:
    """Answers batches as `answerer` does, with `processes - 1` children beside it that open `source`.

    The answers are the same: groups of questions are encoded together as they are by one process, and a child that
    would answer otherwise, since the index or the program was exchanged meanwhile, is not asked. Short lists are
    answered without children.
    """

    def __init__(self, answerer: Answerer, source: Source, processes: int) -> None:
        self.index: Index = answerer.index
        self.settings: Settings = answerer.settings
        self._answerer = answerer
        self._source = source
        self._children = processes - 1

    def answer_many(self, questions: Iterable[Asked]) -> Iterator[Answer]:
        """The answer to each of `questions`, in order; QuestionError where one cannot be asked.

        While the first answers of some groups are used the next groups are taken, two for each process.
        """
        waiting = iter(questions)
        groups = iter(lambda: list(islice(waiting, BATCH)), [])
        first = list(islice(groups, WORTH)) if self._children > 0 else []
        if len(first) < WORTH:
            yield from self._answerer.answer_many(chain(*first, waiting))
            return
        yield from self._beside_each_other(chain(first, groups))

    def _beside_each_other(self, groups: Iterator[Sequence[Asked]]) -> Iterator[Answer]:
        most_begun = 2 * (1 + self._children)
        begun: deque[tuple[Sequence[Asked], Future[Sequence[Answer]]]] = deque()
        with closing(_Hands(self._answerer, self._source, self._children)) as hands:
            for group in groups:
                begun.append((group, hands.begin(group)))
                if len(begun) == most_begun:
                    yield from self._in_full(*begun.popleft())
            while begun:
                yield from self._in_full(*begun.popleft())

    def _in_full(self, group: Sequence[Asked], future: "Future[Sequence[Answer]]") -> Iterator[Answer]:
        """The answers to `group`; where it tripped, the rest is tried again here and raises what there is to raise."""
        found = future.result()
        yield from found
        if len(found) < len(group):
            yield from self._answerer.answer_many(group[len(found) :])


class _LostError(Exception):
    """A child has ended, or would answer otherwise."""


class _Hands:
    """The process itself and its children, each of which takes the next group when it is free."""

    def __init__(self, answerer: Answerer, source: Source, children: int) -> None:
        self._own = _Here(answerer)
        self._children = [_Child(source, answerer) for _ in range(children)]
        self._free = SimpleQueue[_Hand]()
        self._free.put(self._own)
        for child in self._children:
            self._free.put(child)
        self._pool = ThreadPoolExecutor(1 + children, thread_name_prefix="group")

    def begin(self, group: Sequence[Asked]) -> "Future[Sequence[Answer]]":
        """The answers to `group`, up to the first question that has none, when they are there."""
        return self._pool.submit(self._answers, group)

    def close(self) -> None:
        """Begin nothing more and end the children; what this process is at is waited for."""
        self._own.stop()
        for child in self._children:
            child.kill()
        self._pool.shutdown(cancel_futures=True)
        for child in self._children:
            child.close()

    def _answers(self, group: Sequence[Asked]) -> Sequence[Answer]:
        hand = self._free.get()
        try:
            return hand.answers(group)
        except _LostError:
            # In its place, so that this thread is not one too many.
            hand = self._own
            return hand.answers(group)
        finally:
            self._free.put(hand)


class _Hand(Protocol):
    def answers(self, group: Sequence[Asked]) -> Sequence[Answer]:
        """The answers to `group`, up to the first question that has none; _LostError where nothing can be had."""


class _Here:
    """Answers in this process, until it is stopped."""

    def __init__(self, answerer: Answerer) -> None:
        self._answerer = answerer
        self._stopped = False

    def answers(self, group: Sequence[Asked]) -> Sequence[Answer]:
        found: list[Answer] = []
        with suppress(PinciteError, *MISTAKES):
            for answer in self._answerer.answer_many(group):
                found.append(answer)
                if self._stopped:
                    break
        return found

    def stop(self) -> None:
        """Begin no further question."""
        self._stopped = True


class _Child:
    """A process that answers from `source`, if it makes answers as `answerer` does."""

    def __init__(self, source: Source, answerer: Answerer) -> None:
        self._process = python_process("rag.processes.child", (PIPE, PIPE, DEVNULL))
        self._answerer = answerer
        self._is_right: bool | None = None
        with suppress(OSError):
            self._ask(json.dumps(asdict(source)) + "\n")

    def answers(self, group: Sequence[Asked]) -> Sequence[Answer]:
        try:
            if self._is_right is None:
                self._is_right = json.loads(self._told()) == made_with(self._answerer)
            if not self._is_right:
                raise _LostError
            self._ask(asked_line(group))
            return [read_answer(each, self._answerer.index) for each in json.loads(self._told())]
        except (OSError, ValueError) as error:
            # What has ended says nothing, which is no JSON; to write to it is refused.
            self._is_right = False
            raise _LostError from error

    def kill(self) -> None:
        """End the process, so that nobody waits for it any longer."""
        self._process.kill()

    def close(self) -> None:
        """Let go of what is left of the process, once nobody waits for it."""
        with suppress(BrokenPipeError), self._process:
            # What it was not told any more is lost with it.
            pass

    def _ask(self, line: str) -> None:
        asked = self._process.stdin
        assert asked is not None
        asked.write(line.encode())
        asked.flush()

    def _told(self) -> bytes:
        told = self._process.stdout
        assert told is not None
        return told.readline()
