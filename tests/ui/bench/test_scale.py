"""What the measurements at size are made with."""

import json
from pathlib import Path

import numpy as np
import pytest

from tests.support.fakes import FakeEmbedder
from ui.bench.scale import Answering, Row, table
from ui.bench.scale_corpus import documents_of
from ui.bench.stand_in import StandInEmbedder


@pytest.fixture
def own(tmp_path: Path) -> list[Path]:
    path = tmp_path / "own.txt"
    path.write_text("1. Assets were returned.\n\n2. The Group met in Vienna. It met twice.\n", encoding="utf-8")
    return [path]


def test_a_corpus_has_the_paragraphs_that_were_asked_for_its_own_first(own: list[Path]) -> None:
    documents = documents_of(250, own, None)
    assert sum(len(each.paragraphs) for each in documents) == 250
    assert [each.id for each in documents] == ["own", "foreign-1", "foreign-2", "foreign-3"]
    assert documents == documents_of(250, own, None)


def test_no_two_paragraphs_made_of_the_same_sentences_are_alike(own: list[Path]) -> None:
    texts = [part.text for each in documents_of(400, own, None) for part in each.paragraphs]
    assert len(set(texts)) == 400


def test_foreign_passages_come_first_as_they_are(own: list[Path], tmp_path: Path) -> None:
    lines = [{"_id": "1", "title": "", "text": "Rule one."}, {"_id": "2", "title": "", "text": ""}]
    (tmp_path / "corpus.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    foreign = documents_of(4, own, tmp_path)[1].paragraphs
    assert foreign[0].text == "Rule one."
    assert foreign[1].text.startswith("Rule one. Rule one. (")


def test_stand_in_vectors_are_of_unit_length_and_nearer_with_a_word_in_common() -> None:
    embedder = StandInEmbedder(FakeEmbedder())
    encoding = embedder.encode_passages(["assets returned", "assets recovered", "other words", ""])
    assert np.allclose(np.linalg.norm(encoding.vectors, axis=1), 1)
    assert encoding.vectors[0] @ encoding.vectors[1] > encoding.vectors[0] @ encoding.vectors[2]
    assert encoding.offsets.tolist() == [0, 2, 4, 6, 6]
    assert encoding.spans[:2].tolist() == [[0, 6], [7, 15]]


def test_a_question_costs_what_the_model_takes() -> None:
    model = FakeEmbedder()
    StandInEmbedder(model).encode_questions(["who met?"])
    assert model.encoded == ["who met?"]


def test_the_table_has_a_line_a_size() -> None:
    row = Row(1_000, "model", None, 0.5, Answering(1.25, 20.0, 41.5, 15.5, 60.0, 300.0, 200.0))
    assert table([row, row]).splitlines()[1].split() == "1,000 model 1.25 20.0 41.5 15.5 60.0 300 200 0.50".split()
    assert len(table([row, row]).splitlines()) == 3
