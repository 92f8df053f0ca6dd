"""The invented documents and the questions on them: to learn from, held out, and with tables."""

from collections import defaultdict

import pytest

from eval.gold.gold import GOLD_FILE, DocumentLookup, load_gold
from eval.locate_gold import NONE, AskedSentences, read_asked
from eval.measures.nuggets import comparable
from index.corpus.read import read_corpus


def texts_by_document(folder: str) -> dict[str, list[str]]:
    """The text of each paragraph as it is compared, by document."""
    parsed = read_corpus([GOLD_FILE.with_name(folder) / "documents"]).parses
    return {each.document.id: [comparable(one.text) for one in each.document.paragraphs] for each in parsed}


def strays(asked: AskedSentences, texts: list[str]) -> list[str]:
    """What does not stand where it should: sentences in no paragraph, facts in no sentence."""
    sentences = [comparable(each) for each in asked.sentences]
    lost = [each for each in sentences if not any(each in text for text in texts)]
    return lost + [fact[0] for fact in asked.facts if not any(comparable(each) in " ".join(sentences) for each in fact)]


@pytest.mark.parametrize(
    ("folder", "splits"), [("invented", {"train"}), ("held_out", {"tune", "test"}), ("tables", {"tune", "test"})]
)
def test_what_answers_stands_in_a_paragraph_and_what_is_asked_in_vain_has_no_answer(
    folder: str, splits: set[str]
) -> None:
    texts = texts_by_document(folder)
    asked = list(read_asked(GOLD_FILE.with_name(folder) / "questions.jsonl"))
    assert {each.document for each in asked} == set(texts)
    assert [each.id for each in asked if strays(each, texts[each.document])] == []
    assert all(bool(each.sentences) != (each.kind == NONE) for each in asked)
    assert {each.split for each in asked} == splits
    assert len({each.id for each in asked}) == len(asked)


def test_a_document_is_of_one_split() -> None:
    splits = defaultdict[str, set[str]](set)
    for folder in ("invented", "held_out", "tables"):
        for each in read_asked(GOLD_FILE.with_name(folder) / "questions.jsonl"):
            splits[each.document].add(each.split)
    assert [document for document, found in splits.items() if len(found) > 1] == []


@pytest.mark.parametrize("name", ["held_out", "tables"])
def test_the_gold_questions_are_those_of_the_documents(name: str) -> None:
    folder = GOLD_FILE.with_name(name)
    asked = {(each.id, each.question, each.split) for each in read_asked(folder / "questions.jsonl")}
    documents = [each.document for each in read_corpus([folder / "documents"]).parses]
    gold = load_gold(GOLD_FILE.with_name(f"gold_{name}.jsonl"), DocumentLookup(documents))
    assert {(each.id, each.question, each.split) for each in gold} == asked
