"""Examples for an embedding model: what was found for questions about the documents of an index."""

import json
from pathlib import Path
from typing import Any

import pytest

from eval.encoder_examples import UN, ExampleMaker, main
from eval.locate_gold import AskedSentences, read_asked
from index.document import Document
from index.embedding.base import Embedder
from index.embedding.train.examples import Example, read_examples
from index.folder.save import save_index
from index.store import Index
from rag.reader.base import TO_THE_END
from rag.settings import settings_for
from tests.support.beir_fakes import beir_folder
from tests.support.fake_reader import FakeReader
from tests.support.papers import index_of, numbered

PAPER = Document(
    "a-1-en",
    "A paper",
    numbered("It met in Geneva in 2004. It rose in May.", "Banks met in Geneva.", "Courts decide. Judges sleep."),
    symbol="A/1",
)
# Of which one is asked in another split.
OTHER = Document("a-2-en", "Another", numbered("Others met in Geneva.", "Zones."), symbol="A/2")
LONG = Document("a-3-en", "Long", numbered("One two three. Four five six. Seven eight nine. Ten eleven."))
RECORD: dict[str, Any] = {
    "id": "q-1", "question": "Where did it meet?", "kind": "single", "split": "train", "document": "A_1.en",
    "answer_sentences": ["It met in Geneva in 2004."], "facts": ["Geneva"], "answer": "Geneva.",
}  # fmt: skip
ELSEWHERE = RECORD | {
    "id": "q-2",
    "split": "tune",
    "document": "A_2.en",
    "answer_sentences": ["Others met in Geneva."],
}


def file_of(folder: Path, *records: dict[str, Any]) -> Path:
    path = folder / "asked.jsonl"
    path.write_text("".join(f"{json.dumps(each)}\n" for each in records), encoding="utf-8")
    return path


def asked(folder: Path, *records: dict[str, Any]) -> list[AskedSentences]:
    return list(read_asked(file_of(folder, *records)))


def made(index: Index, embedder: Embedder, reader: FakeReader, questions: list[AskedSentences]) -> list[Example]:
    return list(ExampleMaker(index, embedder, reader, settings_for(None)).examples(questions))


@pytest.fixture
def index() -> Index:
    return index_of(PAPER, OTHER)


def test_an_example_tells_what_answers_by_which_sentence_and_how_likely(
    index: Index, embedder: Embedder, tmp_path: Path
) -> None:
    reader = FakeReader("2004")
    (example,) = made(index, embedder, reader, asked(tmp_path, RECORD))
    assert (example.question, example.source) == ("Where did it meet?", UN)
    (right,) = example.right
    assert right.text == "It met in Geneva in 2004. It rose in May."
    assert (right.sentence, right.odds) == ("It met in Geneva in 2004.", 5.0)
    others = {each.text: each for each in example.passages if not each.answers}
    assert others.keys() == {"Banks met in Geneva.", "Courts decide. Judges sleep.", "Others met in Geneva.", "Zones."}
    assert {each.odds for each in others.values()} == {-5.0}
    assert others["Courts decide. Judges sleep."].sentence in ("Courts decide.", "Judges sleep.")
    # All are read, and to the end.
    assert set(reader.least) == {TO_THE_END}


def test_documents_with_questions_of_other_splits_give_nothing(
    index: Index, embedder: Embedder, tmp_path: Path
) -> None:
    questions = asked(tmp_path, RECORD, ELSEWHERE, ELSEWHERE | {"id": "q-3", "split": "train"})
    (example,) = made(index, embedder, FakeReader("2004"), questions)
    texts = {each.text for each in example.passages}
    assert texts == {each.text for each in PAPER.paragraphs}


def test_questions_without_an_answer_are_no_examples(index: Index, embedder: Embedder, tmp_path: Path) -> None:
    lost = RECORD | {"answer_sentences": ["It sang."]}
    none = RECORD | {"kind": "none", "answer_sentences": [], "facts": []}
    assert made(index, embedder, FakeReader("x"), asked(tmp_path, lost, none)) == []


def test_of_a_long_paragraph_it_is_the_passage_that_has_the_sentence(embedder: Embedder, tmp_path: Path) -> None:
    index = index_of(LONG, PAPER, max_tokens=8)
    assert len(index.dense.passages([0]).spans) > 1
    record = RECORD | {"document": "A_3.en", "answer_sentences": ["Seven eight nine.", "One two three."]}
    (example,) = made(index, embedder, FakeReader("x"), asked(tmp_path, record))
    assert {each.sentence for each in example.right} == {"One two three.", "Seven eight nine."}
    assert all(each.sentence in each.text for each in example.right)
    assert len({each.text for each in example.right}) == 2


def test_the_file_that_is_written_is_a_file_of_examples(
    index: Index, tmp_path: Path, packaged_embedder: Embedder, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr("eval.encoder_examples.load_embedder", lambda _name: packaged_embedder)
    beir = beir_folder(tmp_path)
    out = tmp_path / "examples.jsonl"
    main(["--beir", str(beir), "--split", "dev", "--output", str(out)])
    assert capsys.readouterr().err == "2 examples of 3 questions\n"
    assert {each.question for each in read_examples([out])} == {"Who cooperates with banks?", "Freeze assets?"}


@pytest.mark.parametrize("named", [["x.jsonl"], ["--index", "x"], ["x.jsonl", "--index", "x", "--beir", "x"], []])
def test_questions_with_their_index_or_a_set_have_to_be_named(
    named: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main([*named, "--output", str(tmp_path / "out.jsonl")])
    assert "name either QUESTIONS and their --index, or a set with --beir" in capsys.readouterr().err


def test_a_file_that_is_not_there_is_said_in_one_line(index: Index, tmp_path: Path) -> None:
    save_index(index, tmp_path / "index")
    with pytest.raises(SystemExit, match=r"pincite: .*none\.jsonl: cannot be read"):
        main(
            [str(tmp_path / "none.jsonl"), "--index", str(tmp_path / "index"), "--output", str(tmp_path / "out.jsonl")]
        )
