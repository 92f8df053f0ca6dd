from collections.abc import Sequence
from pathlib import Path

import pytest

from eval.beir.beir_index import BeirIndex, beir_index
from eval.beir.beir_set import BeirSet, load_beir
from eval.beir.run import MEASURES, BeirResult, measured, run_beir, trec_lines
from index.embedding.base import Encoding
from tests.support.beir_fakes import QUESTIONS, beir_folder
from tests.support.fakes import FakeEmbedder


def quiet(_stage: str, _done: int, _total: int) -> None:
    """Report nothing."""


@pytest.fixture
def beir(tmp_path: Path) -> BeirSet:
    return load_beir(beir_folder(tmp_path), "dev")


@pytest.fixture
def held(beir: BeirSet, embedder: FakeEmbedder, tmp_path: Path) -> BeirIndex:
    return beir_index(beir, embedder, tmp_path / "cache", quiet)


@pytest.fixture
def result(beir: BeirSet, held: BeirIndex, embedder: FakeEmbedder) -> BeirResult:
    return run_beir(beir, held, embedder, quiet)


def test_each_system_ranks_every_passage_for_every_question(result: BeirResult) -> None:
    assert list(result.runs) == ["pincite", "BM25", "dense, paragraphs", "reciprocal rank fusion"]
    for run in result.runs.values():
        assert list(run) == ["q1", "q2", "q3"]
        assert {passage for passage, _ in run["q1"]} == {"p1", "p2", "p4"}
    assert result.runs["pincite"]["q1"][0][0] == "p1"
    assert result.runs["BM25"]["q2"][0][0] == "p2"


def test_a_relevant_passage_without_text_counts_against_every_system(result: BeirResult) -> None:
    # p3 has no text: q3 is lost; the other two are found first.
    assert result.systems["pincite"].measures["R@10"].mean == pytest.approx(2 / 3)
    assert result.systems["pincite"].measures["RR"].mean == pytest.approx(2 / 3)
    assert (result.questions, result.passages, result.empty, result.partial) == (3, 4, 1, None)
    assert result.systems["pincite"].p == {}
    assert set(result.systems["BM25"].p) == set(MEASURES)


def test_a_question_that_names_a_paragraph_is_still_searched(
    tmp_path: Path, embedder: FakeEmbedder, held: BeirIndex
) -> None:
    asked = [{"_id": "q1", "text": "What does paragraph 2 of small say on banks?"}, *QUESTIONS[1:]]
    beir = load_beir(beir_folder(tmp_path / "named", questions=asked), "dev", limit=1)

    assert run_beir(beir, held, embedder, quiet).runs["pincite"]["q1"][0][0] == "p1"


def test_ctrl_c_keeps_the_questions_ranked_by_then_for_every_system(
    beir: BeirSet, held: BeirIndex, embedder: FakeEmbedder
) -> None:
    def stop(stage: str, done: int, _total: int) -> None:
        if stage == "ranking: pincite" and done == 2:
            raise KeyboardInterrupt

    result = run_beir(beir, held, embedder, stop)

    assert result.partial == "stopped after 2 of 3 questions"
    assert result.questions == 2
    assert [list(run) for run in result.runs.values()] == [["q1", "q2"]] * 4


def test_ctrl_c_before_ours_has_ranked_anything_is_an_interruption(
    beir: BeirSet, held: BeirIndex, embedder: FakeEmbedder
) -> None:
    def stop(stage: str, _done: int, _total: int) -> None:
        if stage == "ranking: pincite":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run_beir(beir, held, embedder, stop)


def test_questions_go_through_the_model_once(beir: BeirSet, held: BeirIndex) -> None:
    class Counting(FakeEmbedder):
        def encode(self, texts: Sequence[str]) -> Encoding:
            return super().encode(texts)

    counting = Counting()
    run_beir(beir, held, counting, quiet)

    assert counting.encoded.count("Freeze assets?") == 1


def test_measures_are_those_of_the_ranks_given() -> None:
    qrels = {"q1": {"a": 1, "b": 1}, "q2": {"c": 1}, "q3": {"d": 1}}
    run = {"q1": [("a", 0.5), ("x", 0.5), ("b", 0.5)], "q2": [("x", 2.0), ("c", 1.0)], "q3": []}

    found = measured(qrels, run)

    assert found["R@10"] == [1.0, 1.0, 0.0]
    assert found["AP@10"] == pytest.approx([(1 + 2 / 3) / 2, 1 / 2, 0.0])
    assert found["RR"] == [1.0, 0.5, 0.0]


def test_a_trec_run_has_six_columns_and_scores_that_fall() -> None:
    lines = list(trec_lines({"q1": [("a", 0.5), ("b", 0.5), ("c", -1.25)]}, "BM25"))

    assert lines == ["q1 Q0 a 1 0.500000 BM25\n", "q1 Q0 b 2 0.499999 BM25\n", "q1 Q0 c 3 -1.250000 BM25\n"]
