from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from eval.systems import run as run_module
from eval.systems.ask import Answered, Answering
from eval.systems.baselines import QuotesTheBest
from eval.systems.run import OURS, Bench, insist, never_refusing, of_split, run
from index.build import build_index
from index.document import Document
from index.folder.save import save_index
from rag.answer import Answer
from rag.answerer import Answerer
from rag.answering.steps import Asked
from rag.settings import Settings
from tests.support.fakes import FakeEmbedder
from tests.support.gold_fakes import answer, question, said


@pytest.fixture
def bench(documents: tuple[Document, ...], embedder: FakeEmbedder, folder: Path) -> Bench:
    """Two questions that the documents answer and one that they do not."""
    index = save_index(build_index(documents, embedder), folder)
    questions = (
        replace(question("report-2018 1", vital=["Banks cooperate"], id="a"), question="Do banks cooperate?"),
        replace(question("guide draft guideline 1, 1", vital=["early"], id="b"), question="Freeze assets early?"),
        replace(question(id="n"), question="Zebra xylophone?", split="test"),
    )
    return Bench(folder, index, embedder, questions, Settings())


class StopsAt:
    """Answers as `answering` does, until Ctrl-C is pressed at a question."""

    def __init__(self, answering: Answering, id: str) -> None:
        self._answering, self._id = answering, id

    def answer_many(self, questions: Iterable[Asked]) -> Iterator[Answer]:
        for each in questions:
            if each.id == self._id:
                raise KeyboardInterrupt
            yield from self._answering.answer_many([each])


def test_a_run_scores_every_question_for_every_system(bench: Bench) -> None:
    found = run(bench)

    assert list(found.systems) == [OURS, "BM25", "dense, 1,000-character chunks", "reciprocal rank fusion"]
    for scored in found.systems.values():
        assert [each.question.id for each in scored] == ["a", "b", "n"]
    assert found.systems[OURS][1].scores["RR"] == 1.0
    assert found.systems["BM25"][1].scores["citation F1"] == 1.0
    assert found.interrupted is None
    assert found.cost.build_seconds is not None
    assert (found.cost.index_bytes or 0) > 0


def test_without_baselines_only_ours_is_asked(bench: Bench) -> None:
    found = run(bench, with_baselines=False)

    assert list(found.systems) == [OURS]
    assert found.cost.build_seconds is None


def test_ctrl_c_keeps_the_questions_answered(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run_module, "Answerer", lambda *given, **named: StopsAt(Answerer(*given, **named), "b"))

    found = run(bench)

    assert found.interrupted == "stopped after 1 of 3 questions"
    assert [each.question.id for each in found.systems[OURS]] == ["a"]


def test_ctrl_c_before_the_first_answer_leaves_nothing_to_report(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run_module, "Answerer", lambda *given, **named: StopsAt(Answerer(*given, **named), "a"))

    with pytest.raises(KeyboardInterrupt):
        run(bench)


def test_ctrl_c_during_a_baseline_keeps_those_that_are_done(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run_module, "QuotesTheBest", lambda *given: _stops_after_bm25(QuotesTheBest(*given), given[0]))

    found = run(bench)

    assert list(found.systems) == [OURS, "BM25"]
    assert found.interrupted == "stopped during the baselines; the questions are complete"


def _stops_after_bm25(answering: Answering, ranker: object) -> Answering:
    return answering if getattr(ranker, "name", "") == "BM25" else StopsAt(answering, "b")


def test_only_refused_questions_are_asked_again() -> None:
    first, second = question("report 1", id="a"), question("report 1", id="b")
    met = answer(said("The Group met annually in Vienna.", "report 1"))

    class Eager:
        def answer_many(self, questions: Iterable[Asked]) -> Iterator[Answer]:
            for each in questions:
                assert each.id == "b"
                yield met

    insisted = insist(Answered(((first, met), (second, answer())), interrupted=False), Eager(), lambda *_: None)

    assert insisted.by_id == {"b": met}
    assert not insisted.interrupted


def test_what_never_refuses_has_the_same_settings_but_one(bench: Bench) -> None:
    settings = never_refusing(bench).settings

    assert settings.choice.costs.wrong == 0.0
    assert replace(settings.choice, costs=Settings().choice.costs) == Settings().choice
    assert settings.retrieval == Settings().retrieval


def test_questions_of_a_split_are_told_apart(bench: Bench) -> None:
    scored = run(bench, with_baselines=False).systems[OURS]

    assert [each.question.id for each in of_split(scored, "test")] == ["n"]
