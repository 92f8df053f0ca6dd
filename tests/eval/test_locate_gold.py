"""Questions whose answering sentences are noted, made gold by looking these up in paragraphs."""

import json
from pathlib import Path
from typing import Any

import pytest

from eval.examples import examples
from eval.gold.gold import DocumentLookup, load_gold
from eval.locate_gold import AskedSentences, SentenceLocator, main, read_asked
from index.document import Document
from index.embedding.base import Embedder
from index.errors import GoldError
from index.folder.save import save_index
from index.store import Index
from rag.answerer import Answerer
from tests.support.fakes import FakeEmbedder
from tests.support.papers import index_of, numbered

PAPER = Document(
    "a-1-en",
    "A paper",
    numbered("It met in Ge-\nneva in 2004. It rose.", "Banks cooperate.", "Courts decide."),
    symbol="A/1",
)
RECORD: dict[str, Any] = {
    "id": "q-1", "question": "Where did it meet?", "kind": "paraphrased", "split": "tune", "document": "A_1.en",
    "answer_sentences": ["It met in Geneva in 2004."], "facts": ["2004 || two thousand and four"], "answer": "Geneva.",
}  # fmt: skip


def file_of(folder: Path, *records: dict[str, Any]) -> Path:
    path = folder / "asked.jsonl"
    path.write_text("".join(f"{json.dumps(each)}\n" for each in records), encoding="utf-8")
    return path


def asked(folder: Path, **changed: object) -> AskedSentences:
    (found,) = read_asked(file_of(folder, RECORD | changed))
    return found


@pytest.fixture
def index() -> Index:
    return index_of(PAPER)


@pytest.fixture
def embedder() -> Embedder:
    return FakeEmbedder()


def test_a_question_becomes_gold_of_the_paragraph_that_has_its_sentence(index: Index, tmp_path: Path) -> None:
    assert SentenceLocator(index).gold(asked(tmp_path)) == {
        "id": "q-1",
        "question": "Where did it meet?",
        "kind": "fact",
        "paraphrased": True,
        "split": "tune",
        "gold": [[{"document": "a-1-en", "locator": "1"}]],
        "nuggets": [{"wordings": ["2004"], "vital": True}],
        "reference": "Geneva.",
    }


def test_the_questions_before_it_in_a_thread_are_kept(index: Index, tmp_path: Path) -> None:
    record = SentenceLocator(index).gold(asked(tmp_path, after=["Who met?"]))
    assert record is not None
    assert record["after"] == ["Who met?"]


def test_an_unanswerable_question_has_neither_places_nor_facts(index: Index, tmp_path: Path) -> None:
    record = SentenceLocator(index).gold(asked(tmp_path, kind="none", answer_sentences=[], facts=[]))
    assert record is not None
    assert (record["gold"], record["nuggets"]) == ([], [])


@pytest.mark.parametrize("changed", [{"answer_sentences": ["It sang."]}, {"facts": ["20"]}])
def test_a_question_whose_sentence_or_fact_is_not_there_is_no_gold(
    index: Index, tmp_path: Path, changed: dict[str, object]
) -> None:
    assert SentenceLocator(index).gold(asked(tmp_path, **changed)) is None


def test_a_file_that_is_not_there_is_said_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"pincite: .*none\.jsonl: cannot be read"):
        save_index(index_of(PAPER), tmp_path / "index")
        main(
            [str(tmp_path / "none.jsonl"), "--index", str(tmp_path / "index"), "--output", str(tmp_path / "gold.jsonl")]
        )


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"asked\.jsonl:1: no question"):
        list(read_asked(file_of(tmp_path, {"id": "q-1"})))


def test_the_file_that_is_written_is_a_file_of_gold_questions(
    index: Index, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    save_index(index, tmp_path / "index")
    lost = RECORD | {"id": "q-2", "question": "Who sang?", "answer_sentences": ["It sang."]}
    train = RECORD | {"id": "q-3", "question": "When did it meet?", "split": "train"}
    out = tmp_path / "gold.jsonl"
    main([str(file_of(tmp_path, RECORD, lost, train)), "--index", str(tmp_path / "index"), "--output", str(out)])
    assert [each.id for each in load_gold(out, DocumentLookup(index.documents))] == ["q-1"]
    assert capsys.readouterr().err == "1 questions; left out: q-2\n"


def test_an_example_has_the_windows_found_and_tells_which_sentence_answers(
    index: Index, embedder: Embedder, tmp_path: Path
) -> None:
    (example,) = examples([asked(tmp_path)], SentenceLocator(index), Answerer(index, embedder))
    assert example.question == "Where did it meet?"
    assert len(example.passages) == 3
    (right,) = [each for each in example.passages if each.answers]
    assert right.sentences == (1, 0)


def test_what_is_on_the_matter_too_is_neither_right_nor_wrong(index: Index, embedder: Embedder, tmp_path: Path) -> None:
    unsure = asked(tmp_path, also=["Banks cooperate.", "It met in Geneva in 2004."])
    (example,) = examples([unsure], SentenceLocator(index), Answerer(index, embedder))
    assert [(each.text, each.answers) for each in example.passages if "Banks" in each.text] == []
    assert [each.answers for each in example.passages] == [True, False]


def test_a_question_whose_sentence_is_not_found_is_no_example(index: Index, embedder: Embedder, tmp_path: Path) -> None:
    lost = asked(tmp_path, answer_sentences=["It sang."])
    assert list(examples([lost], SentenceLocator(index), Answerer(index, embedder))) == []


def test_a_question_on_a_document_that_the_index_lacks_is_left_out(index: Index, tmp_path: Path) -> None:
    elsewhere = asked(tmp_path, document="A_9.en")
    assert SentenceLocator(index).rows(elsewhere) == [[]]
    assert SentenceLocator(index).gold(elsewhere) is None


def test_a_place_that_cannot_be_written_is_told_in_a_line(index: Index, tmp_path: Path) -> None:
    save_index(index, tmp_path / "index")
    taken = tmp_path / "taken"
    taken.write_text("", encoding="utf-8")
    command = [str(file_of(tmp_path, RECORD)), "--index", str(tmp_path / "index"), "--output", str(taken / "x.jsonl")]
    with pytest.raises(SystemExit, match=r"pincite: cannot write .*x\.jsonl"):
        main(command)
