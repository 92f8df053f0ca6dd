"""Sessions that come and go at a running app: each is answered, and one that fails is named."""

import asyncio
from pathlib import Path

from index.folder.save import save_index
from index.store import Index
from tests.support.serving import running_app, unused_port
from ui.bench.sessions import visited

QUESTIONS = ["What is asset recovery?", "What is article 56?", "Who hosts CARIN?"]


def test_each_session_is_answered_and_memory_is_told_as_they_go(corpus_index: Index, tmp_path: Path) -> None:
    save_index(corpus_index, tmp_path / "index")
    memory = iter((300.0, 310.0, 320.0))
    with running_app(tmp_path) as address:
        visits = asyncio.run(visited(address, QUESTIONS, 2, 60, lambda: next(memory)))

    assert (len(visits.seconds), visits.failures) == (3, [])
    assert visits.memory == [(1, 300.0), (2, 310.0), (3, 320.0)]


def test_where_nobody_answers_each_question_is_named() -> None:
    address = f"http://localhost:{unused_port()}"
    visits = asyncio.run(visited(address, QUESTIONS[:2], 2, 60, lambda: 0.0))

    assert [failure.partition(":")[0] for failure in visits.failures] == [f"'{each}'" for each in QUESTIONS[:2]]


def test_after_so_many_seconds_no_further_session_begins() -> None:
    visits = asyncio.run(visited("http://localhost:1", QUESTIONS, 2, 0, lambda: 0.0))

    assert (visits.seconds, visits.failures) == ([], [])
