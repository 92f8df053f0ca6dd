"""Statements that were written on paragraphs, made examples of what proves what."""

import json
from pathlib import Path

import pytest

from eval.examples.statements import FAITHFUL, StatementMaker, read_stated
from index.document import Document
from index.errors import GoldError
from rag.reader.train.examples import Statement
from tests.support.fakes import FakeEmbedder
from tests.support.papers import index_of, numbered

FIRST, SECOND = (
    "The Network met in Geneva in May 2004 and elected a chair.",
    "The Group of banks met in Vienna in June 2006.",
)
PAPER = Document("a-1-en", "A paper", numbered(FIRST, SECOND, "Courts decide."), symbol="A/1")


def stated(number: int, yes: str, *no: tuple[str, str]) -> str:
    record = {"document": "a-1-en", "locator": str(number), "split": "train", "yes": [yes], "no": no}
    return json.dumps(record) + "\n"


def statements(folder: Path, *lines: str) -> list[Statement]:
    path = folder / "stated.jsonl"
    path.write_text("".join(lines), encoding="utf-8")
    return list(StatementMaker(index_of(PAPER), FakeEmbedder()).statements(list(read_stated(path))))


def test_each_statement_stands_beside_its_paragraph_with_what_is_wrong(tmp_path: Path) -> None:
    made = statements(tmp_path, stated(1, "It met in 2004.", ("number", "It met in 2005.")))
    assert Statement("It met in 2004.", FIRST, True, FAITHFUL, "train") in made
    assert Statement("It met in 2005.", FIRST, False, "number", "train") in made


def test_a_sentence_of_the_paragraph_proves_itself(tmp_path: Path) -> None:
    assert Statement(FIRST, FIRST, True, FAITHFUL, "train") in statements(tmp_path, stated(1, "It met in 2004."))


def test_what_one_paragraph_proves_another_does_not(tmp_path: Path) -> None:
    made = statements(tmp_path, stated(1, "The Network chose a chair in May 2004 when it met."))
    (other,) = [each for each in made if each.kind == "other paragraph"]
    assert (other.source, other.proved) == (SECOND, False)


def test_what_two_paragraphs_say_together_neither_proves(tmp_path: Path) -> None:
    made = statements(tmp_path, stated(1, "The Network met."), stated(2, "Banks met in Vienna."))
    (both,) = [each for each in made if each.kind == "two paragraphs"]
    assert both == Statement("The Network met, and banks met in Vienna.", SECOND, False, "two paragraphs", "train")


def test_a_paragraph_that_the_index_does_not_hold_is_left_out(tmp_path: Path) -> None:
    assert statements(tmp_path, stated(7, "It met.")) == []


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"stated\.jsonl:2: no statements"):
        statements(tmp_path, stated(1, "It met."), '{"document": "a"}\n')


def test_a_paragraph_without_a_sentence_that_it_proves_is_named(tmp_path: Path) -> None:
    line = stated(1, "It met.").replace('["It met."]', "[]")
    with pytest.raises(GoldError, match=r"stated\.jsonl:1: no statements \(it lacks a sentence that is proved\)"):
        statements(tmp_path, line)
