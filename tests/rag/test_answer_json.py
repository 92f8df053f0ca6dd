"""Answers as JSON: exactly the keys and forms that other programs rely on, and read back from them."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.document import Document
from index.errors import QuestionError
from index.locator import Locator
from index.store import Index
from rag.answer import Answer, Citation, Hit, Statement
from rag.answer_json import answer_line, answer_object, read_answer
from rag.answering.extractive.compose import compose, whole_paragraphs
from rag.answering.extractive.footnotes import quoted_note
from rag.answering.steps import Asked
from tests.rag.answering.extractive.test_compose import candidate
from tests.support.batch_fakes import FakeAnswerer, small_index

WHERE = Locator(number="65", items=("c",))
QUOTE = "Côte d’Ivoire → «points» in 80 States"
ANSWERED = Answer(
    question="Where?",
    answered=True,
    statements=(
        Statement(
            QUOTE,
            (
                Citation(
                    "progress-2018", "A/1 (2018)", WHERE, "A/1 (2018), para. 65 (c)", QUOTE, 7, 44, "Progress report",
                    "2018-04-04", 12, gap=True,
                ),
            ),
            leads=True,
        ),
        Statement(
            "No symbol.",
            (
                Citation(
                    "leaflet", None, Locator(("annex",), "4.1"), "Leaflet, annex, para. 4.1, footnote 2", "No symbol.",
                    0, 10, "A leaflet", note="2", context="para. 4",
                ),
            ),
        ),
    ),
    evidence=(
        Hit(7, "progress-2018", Locator(number="65"), 1.234567, {"dense": 0.5}),
        Hit(9, "leaflet", Locator(("draft guideline 3",)), -0.00004),
    ),
    nearest=(),
    mode="extractive",
    model="fake",
    index="f" * 64,
    confidence=0.912345,
    milliseconds={"retrieve": 8.7, "answer": 41.2},
    id="q-1",
    remark="There is no paragraph 99 in Progress report.",
    checks=("“2027” is in none of these passages.",),
    intent="definition",
    reader="a reader",
)  # fmt: skip


def test_an_answer_has_exactly_the_keys_of_the_contract() -> None:
    assert answer_object(ANSWERED) == {
        "contract": 2,
        "question": "Where?",
        "id": "q-1",
        "answered": True,
        "state": "answers",
        "confidence": 0.9123,
        "reason": None,
        "remark": "There is no paragraph 99 in Progress report.",
        "intent": "definition",
        "checks": ["“2027” is in none of these passages."],
        "statements": [
            {
                "text": QUOTE,
                "quote": QUOTE,
                "proof": {"kind": "verbatim", "support": 1.0, "cited": None, "was": None, "missing": []},
                "leads": True,
                "completes": False,
                "citations": [
                    {
                        "document": "progress-2018",
                        "symbol": "A/1 (2018)",
                        "title": "Progress report",
                        "date": "2018-04-04",
                        "url": "https://docs.un.org/en/A/1(2018)",
                        "locator": "65 (c)",
                        "citation": "A/1 (2018), para. 65 (c)",
                        "page": 12,
                        "note": None,
                        "quote": QUOTE,
                        "start": 7,
                        "end": 44,
                        "gap": True,
                        "context": None,
                    }
                ],
            },
            {
                "text": "No symbol.",
                "quote": "No symbol.",
                "proof": {"kind": "verbatim", "support": 1.0, "cited": None, "was": None, "missing": []},
                "leads": False,
                "completes": False,
                "citations": [
                    {
                        "document": "leaflet",
                        "symbol": None,
                        "title": "A leaflet",
                        "date": None,
                        "url": None,
                        "locator": "annex, 4.1",
                        "citation": "Leaflet, annex, para. 4.1, footnote 2",
                        "page": None,
                        "note": "2",
                        "quote": "No symbol.",
                        "start": 0,
                        "end": 10,
                        "gap": False,
                        "context": "para. 4",
                    }
                ],
            },
        ],
        "evidence": [
            {"document": "progress-2018", "locator": "65", "score": 1.2346},
            {"document": "leaflet", "locator": "draft guideline 3", "score": 0.0},
        ],
        "nearest": [],
        "mode": "extractive",
        "writer": "extractive",
        "language_model": None,
        "model": "fake",
        "reader": "a reader",
        "index": "f" * 64,
        "milliseconds": {"retrieve": 9, "answer": 41},
    }


def test_the_contract_only_grows() -> None:
    first = [
        "question", "id", "answered", "statements", "evidence", "nearest", "mode", "model", "index", "milliseconds",
    ]  # fmt: skip
    told: dict[str, Any] = answer_object(ANSWERED)
    assert [name for name in told if name in first] == first
    assert {"document", "symbol", "locator", "citation", "quote"} <= set(told["statements"][0]["citations"][0])


def test_a_refusal_has_no_statements_and_nearest_entries_like_those_of_the_evidence() -> None:
    hits = ANSWERED.evidence
    refused = replace(ANSWERED, answered=False, statements=(), nearest=hits[:1], id=None, reason="There is no para. 9.")
    told = answer_object(refused)
    assert (told["answered"], told["state"], told["statements"], told["id"]) == (False, "nothing", [], None)
    assert told["reason"] == "There is no para. 9."
    assert told["nearest"] == [{"document": "progress-2018", "locator": "65", "score": 1.2346}]


def test_a_line_is_one_line_of_json_with_letters_as_they_are() -> None:
    line = answer_line(ANSWERED)
    assert "\n" not in line
    assert QUOTE in line
    assert json.loads(line) == answer_object(ANSWERED)


@pytest.fixture
def index(documents: tuple[Document, ...]) -> Index:
    return small_index(documents)


def answer(index: Index, question: str) -> Answer:
    return next(FakeAnswerer(index).answer_many([Asked(question)]))


@pytest.mark.parametrize("kind", ["Who", "List", "Gap", "Both", "Note", "None", "Nowhere", "Partly"])
def test_an_answer_read_back_prints_as_it_was(index: Index, kind: str) -> None:
    told = answer_object(answer(index, kind))
    back = read_answer(json.loads(json.dumps(told)), index)
    assert answer_object(back) == told
    assert back.statements == answer(index, kind).statements


@given(picked=st.lists(st.integers(0, 8), max_size=6))
def test_the_characters_of_a_citation_are_its_words(picked: list[int]) -> None:
    from tests.conftest import LIST
    from tests.support.papers import index_of, paragraph

    items = {"a": "Share information;", "b": "Return assets."}
    papers = Document("d", "D", (paragraph("1", LIST, items=items, notes={"*": "See A/9."}), paragraph("2", "It is.")))
    index = index_of(papers)
    ref = index.paragraphs[0]
    said = [*whole_paragraphs([(0, ()), (1, ())], index), quoted_note(ref, ref.paragraph.notes[0])]
    shown = replace(ANSWERED, statements=tuple(said[at % len(said)] for at in picked))
    told: dict[str, Any] = json.loads(answer_line(shown))
    for statement in told["statements"]:
        (cited,) = statement["citations"]
        held = papers.paragraph(Locator.parse(cited["locator"]))
        assert held is not None
        text = held.text if cited["note"] is None else held.notes[0].text
        assert text[cited["start"] : cited["end"]] == cited["quote"]


def test_what_the_documents_no_longer_say_is_told_and_not_shown_elsewhere(index: Index) -> None:
    record: Any = answer_object(answer(index, "Who"))
    record["statements"][0]["citations"][0]["quote"] = "Networks existed."
    with pytest.raises(QuestionError, match=r"A/1, para\. 1 does not have the words quoted any more"):
        read_answer(record, index)


def first_version(told: dict[str, Any]) -> dict[str, Any]:
    """`told` as the first version of the contract had it."""
    kept = ("document", "symbol", "locator", "citation", "quote")
    new = ("contract", "state", "confidence", "reason", "remark", "intent", "checks", "reader")
    statements = [
        {"text": each["text"], "citations": [{name: cited[name] for name in kept} for cited in each["citations"]]}
        for each in told["statements"]
    ]
    return {name: value for name, value in told.items() if name not in new} | {"statements": statements}


@pytest.mark.parametrize("kind", ["Who", "List", "Gap", "Both", "Note", "None"])
def test_an_answer_of_the_first_version_is_read_with_its_characters_footnotes_and_gaps(index: Index, kind: str) -> None:
    now = answer(index, kind)
    assert read_answer(first_version(answer_object(now)), index).statements == now.statements


def test_gaps_between_sentences_of_the_first_version_are_found(index: Index) -> None:
    from tests.rag.answering.extractive.test_compose import LEAFLET, REPORT
    from tests.support.papers import index_of

    papers = index_of(REPORT, LEAFLET)
    chosen = [candidate(papers, text) for text in ("Women vote.", "(i) Points.", "All agreed.", "Act early.")]
    now = replace(ANSWERED, statements=compose(chosen, papers, dependence=False), evidence=())
    assert [each.citations[0].gap for each in now.statements] == [False, True, True, False]
    told = tuple(replace(each, leads=False) for each in now.statements)
    assert read_answer(first_version(answer_object(now)), papers).statements == told


def test_why_a_row_of_an_earlier_batch_has_no_answer_is_read_too(index: Index) -> None:
    record = first_version(answer_object(answer(index, "None"))) | {"batch": {"remark": "There is no paragraph 9."}}
    assert read_answer(record, index).reason == "There is no paragraph 9."
    record = first_version(answer_object(answer(index, "Who"))) | {"batch": {"remark": "There is no paragraph 9."}}
    assert read_answer(record, index).remark == "There is no paragraph 9."
