"""Answers by several processes are those of one, whatever becomes of a child."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from subprocess import Popen
from typing import Any

import pytest

from index.embedding.base import Embedder
from index.errors import QuestionError
from index.folder.load import load_index
from index.folder.save import save_index
from index.processes.python import python_process
from index.store import Index
from rag import answerer as one_process
from rag.answer_json import answer_object
from rag.answerer import Answerer
from rag.answering.steps import Asked
from rag.processes import several
from rag.processes.child import Source
from rag.processes.several import SeveralProcesses, usual_processes
from rag.settings import NO_READER

QUESTIONS = (
    "What is spontaneous sharing of information?",
    "Which networks were established?",
    "How many States parties have central authorities?",
    "Who opened the meeting?",
    "What does paragraph 5 of the 2021 guidelines say?",
    "What is the weather in Vienna?",
    "Which States should designate contact points?",
    "When did the meeting take place?",
)

Started = list[Popen[bytes]]


@pytest.fixture(scope="module")
def source(corpus_index: Index, tmp_path_factory: pytest.TempPathFactory) -> Source:
    folder = tmp_path_factory.mktemp("several") / "index"
    save_index(corpus_index, folder)
    return Source(str(folder), None, NO_READER)


@pytest.fixture
def answerer(source: Source, packaged_embedder: Embedder) -> Answerer:
    return Answerer(load_index(Path(source.folder)), packaged_embedder)


@pytest.fixture(autouse=True)
def groups_of_two(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few questions are many."""
    monkeypatch.setattr(several, "BATCH", 2)
    monkeypatch.setattr(one_process, "BATCH", 2)


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> Started:
    """The children that were started, as they are."""
    children: Started = []

    def start(module: str, streams: Sequence[int]) -> Popen[bytes]:
        children.append(python_process(module, streams))
        return children[-1]

    monkeypatch.setattr("rag.processes.several.python_process", start)
    return children


@pytest.fixture
def own(monkeypatch: pytest.MonkeyPatch, answerer: Answerer) -> list[str]:
    """The questions that this process answered."""
    asked: list[str] = []
    many = answerer.answer_many

    def answers(questions: Sequence[Asked]) -> Iterator[Any]:
        questions = list(questions)
        asked.extend(each.text for each in questions)
        return many(questions)

    monkeypatch.setattr(answerer, "answer_many", answers)
    return asked


def objects(answers: Iterator[Any]) -> list[dict[str, object]]:
    """`answers` without the time they took."""
    return [{**answer_object(each), "milliseconds": None} for each in answers]


def asked(*texts: str) -> list[Asked]:
    return [Asked(each, (), f"q{n}") for n, each in enumerate(texts)]


def test_a_child_answers_as_one_process_does(
    answerer: Answerer, source: Source, own: list[str], started: Started
) -> None:
    expected = objects(answerer.answer_many(asked(*QUESTIONS * 3)))
    own.clear()
    assert objects(SeveralProcesses(answerer, source, 2).answer_many(asked(*QUESTIONS * 3))) == expected
    assert 0 < len(own) < len(QUESTIONS) * 3
    assert [each.returncode is not None for each in started] == [True]


def test_a_short_list_starts_no_child(answerer: Answerer, source: Source, started: Started) -> None:
    found = objects(SeveralProcesses(answerer, source, 2).answer_many(asked(*QUESTIONS[:5])))
    assert [each["question"] for each in found] == list(QUESTIONS[:5])
    assert not started


def test_what_cannot_be_asked_is_raised_where_it_stands(answerer: Answerer, source: Source) -> None:
    answers = SeveralProcesses(answerer, source, 2).answer_many(asked(*QUESTIONS, " ", *QUESTIONS))
    assert [next(answers).question for _ in QUESTIONS] == list(QUESTIONS)
    with pytest.raises(QuestionError):
        next(answers)


def test_a_child_that_ends_at_once_is_done_without(
    answerer: Answerer, source: Source, own: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = objects(answerer.answer_many(asked(*QUESTIONS)))
    own.clear()
    monkeypatch.setattr(
        "rag.processes.several.python_process", lambda _module, streams: python_process("rag.processes.none", streams)
    )
    assert objects(SeveralProcesses(answerer, source, 3).answer_many(asked(*QUESTIONS))) == expected
    assert sorted(own) == sorted(QUESTIONS)


def test_a_child_that_is_killed_is_done_without(answerer: Answerer, source: Source, started: Started) -> None:
    questions = asked(*QUESTIONS * 3)
    expected = objects(answerer.answer_many(questions))
    answers = SeveralProcesses(answerer, source, 2).answer_many(questions)
    first = objects(iter([next(answers)]))
    started[0].kill()
    assert first + objects(answers) == expected


@pytest.mark.parametrize("other", [Source("", None, None), Source("nowhere", None, NO_READER)])
def test_a_child_that_would_answer_otherwise_is_not_asked(
    answerer: Answerer, source: Source, own: list[str], other: Source
) -> None:
    other = replace(other, folder=other.folder or source.folder)
    found = objects(SeveralProcesses(answerer, other, 2).answer_many(asked(*QUESTIONS)))
    assert {each["reader"] for each in found} == {None}
    assert sorted(own) == sorted(QUESTIONS)


def test_children_end_with_who_wants_no_more(answerer: Answerer, source: Source, started: Started) -> None:
    answers = SeveralProcesses(answerer, source, 3).answer_many(asked(*QUESTIONS * 3))
    next(answers)
    del answers
    assert [each.returncode is not None for each in started] == [True, True]


def test_a_reader_keeps_several_processors_busy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(several, "cpu_count", lambda: 16)
    assert (usual_processes(reads=False), usual_processes(reads=True)) == (16, 4)
    monkeypatch.setattr(several, "cpu_count", lambda: 2)
    assert (usual_processes(reads=False), usual_processes(reads=True)) == (2, 1)
