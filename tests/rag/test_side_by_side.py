"""Questions of a batch that are read side by side."""

from collections.abc import Sequence
from threading import Event, current_thread

import pytest

from index.build import build_index
from index.document import Document
from rag.answerer import Answerer
from rag.answering.steps import Asked
from rag.reader.base import TO_THE_END, Reading
from rag.reader.windows import Window
from tests.support.fakes import FakeEmbedder

SLOW, QUICK = "Do banks cooperate?", "Who votes?"


class WaitingReader:
    """Has not read the first question before another one was begun with."""

    name = "waiting"

    def __init__(self) -> None:
        self.threads: set[str] = set()
        self._other = Event()

    def read(self, pairs: Sequence[tuple[str, Window]], least: float = TO_THE_END) -> list[Reading]:
        self.threads.add(current_thread().name)
        if pairs[0][0] == SLOW:
            assert self._other.wait(timeout=20)
        else:
            self._other.set()
        return [Reading(0.0) for _ in pairs]


def test_questions_are_read_side_by_side_and_answered_in_order(
    monkeypatch: pytest.MonkeyPatch, documents: tuple[Document, ...]
) -> None:
    monkeypatch.setattr("rag.answerer.cpu_count", lambda: 2)
    reader, embedder = WaitingReader(), FakeEmbedder()
    answers = Answerer(build_index(documents, embedder), embedder, reader=reader).answer_many(
        [Asked(SLOW), Asked(QUICK)]
    )
    assert [each.question for each in answers] == [SLOW, QUICK]
    assert len(reader.threads) == 2
