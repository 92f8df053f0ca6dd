"""Examples for an embedding model, made of a BEIR set."""

from pathlib import Path

from eval.beir.beir_examples import NEAREST, beir_examples, stretches_of
from eval.beir.beir_set import load_beir
from index.embedding.base import Embedder
from rag.reader.windows import LONGEST
from tests.support.beir_fakes import beir_folder
from tests.support.fake_reader import FakeReader


def test_an_example_has_the_passages_of_the_qrels_and_the_nearest_others(embedder: Embedder, tmp_path: Path) -> None:
    passages = [{"_id": f"p{at}", "text": "x" * at} for at in range(1, 41)]
    folder = beir_folder(
        tmp_path,
        passages=passages,
        questions=[{"_id": "q1", "text": "xxx"}],
        qrels=["query-id\tcorpus-id\tscore", "q1\tp3\t1", "q1\tp40\t1"],
    )
    (example,) = beir_examples(load_beir(folder, "dev"), embedder, FakeReader("xxxxx"), 6000, 1)
    assert (example.question, example.source) == ("xxx", "small")
    assert {len(each.text) for each in example.right} == {3, 40}
    assert len(example.passages) == NEAREST + 2
    assert {each.sentence for each in example.passages} == {""}
    assert all(each.odds == (5.0 if len(each.text) >= 5 else -5.0) for each in example.passages)


def test_only_as_many_questions_are_taken_and_the_same_by_the_same_seed(embedder: Embedder, tmp_path: Path) -> None:
    beir = load_beir(beir_folder(tmp_path), "dev")
    # The passage of the third question has no text.
    every = list(beir_examples(beir, embedder, FakeReader("Banks"), 3, 1))
    assert {each.question for each in every} == {"Who cooperates with banks?", "Freeze assets?"}
    assert all(each.teaches for each in every)
    one = [list(beir_examples(beir, embedder, FakeReader("Banks"), 2, 1)) for _ in range(2)]
    assert one[0] == one[1]
    assert len(one[0]) < 3


def test_stretches_are_cut_between_sentences_and_lose_nothing() -> None:
    text = " ".join(f"Sentence {at} is of some length." for at in range(60)) + " " + "y" * 1000
    stretches = stretches_of(text)
    assert max(map(len, stretches)) <= LONGEST
    assert "".join(stretches).replace(" ", "") == text.replace(" ", "")
    assert stretches[0].startswith("Sentence 0 ")
    assert stretches[1].startswith("Sentence ")


def test_the_odds_of_a_passage_are_the_best_of_its_stretches(embedder: Embedder, tmp_path: Path) -> None:
    long = f"{'Nothing is here. ' * 40}Banks cooperate. {'Nothing is here. ' * 40}"
    folder = beir_folder(
        tmp_path,
        passages=[{"_id": "p1", "text": long}, {"_id": "p2", "text": "Zones."}],
        questions=[{"_id": "q1", "text": "banks?"}],
        qrels=["q1\tp1\t1"],
    )
    reader = FakeReader("Banks")
    (example,) = beir_examples(load_beir(folder, "dev"), embedder, reader, 1, 1)
    assert {each.answers: each.odds for each in example.passages} == {True: 5.0, False: -5.0}
    assert max(map(len, reader.given)) <= LONGEST
