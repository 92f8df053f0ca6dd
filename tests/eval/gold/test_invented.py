"""The invented documents and the questions on them, from which readers learn."""

from pathlib import Path

from eval.gold.gold import GOLD_FILE
from eval.locate_gold import NONE, AskedSentences, read_asked
from eval.measures.nuggets import comparable
from index.corpus.read import read_corpus

FOLDER = GOLD_FILE.with_name("invented")


def texts_by_document() -> dict[str, list[str]]:
    """The text of each paragraph as it is compared, by document."""
    parsed = read_corpus([FOLDER / "documents"]).parses
    return {each.document.id: [comparable(one.text) for one in each.document.paragraphs] for each in parsed}


def strays(asked: AskedSentences, texts: list[str]) -> list[str]:
    """What does not stand where it should: sentences in no paragraph, facts in no sentence."""
    sentences = [comparable(each) for each in asked.sentences]
    lost = [each for each in sentences if not any(each in text for text in texts)]
    return lost + [fact[0] for fact in asked.facts if not any(comparable(each) in " ".join(sentences) for each in fact)]


def test_what_answers_stands_in_a_paragraph_and_what_is_asked_in_vain_has_no_answer() -> None:
    texts = texts_by_document()
    asked = list(read_asked(Path(FOLDER / "questions.jsonl")))
    assert {each.document for each in asked} == set(texts)
    assert [each.id for each in asked if strays(each, texts[each.document])] == []
    assert all(bool(each.sentences) != (each.kind == NONE) for each in asked)
    assert {each.split for each in asked} == {"train"}
    assert len({each.id for each in asked}) == len(asked)
