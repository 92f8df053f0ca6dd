"""Answers as JSON: exactly the keys and forms that other programs rely on."""

import json

from index.locator import Locator
from rag.answer import Answer, Citation, Hit, Statement
from rag.contract import answer_line, answer_object

WHERE = Locator(number="65", items=("c",))
QUOTE = "Côte d’Ivoire → «points» in 80 States"
ANSWERED = Answer(
    question="Where?",
    answered=True,
    statements=(
        Statement(QUOTE, (Citation("progress-2018", "A/1", WHERE, "A/1, para. 65 (c)", QUOTE),)),
        Statement(
            "No symbol.", (Citation("leaflet", None, Locator(("annex",), "4.1"), "Leaflet, annex, para. 4.1", ""),)
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
    confidence=0.9,
    milliseconds={"retrieve": 8.7, "answer": 41.2},
    id="q-1",
)


def test_an_answer_has_exactly_the_keys_of_the_contract() -> None:
    assert answer_object(ANSWERED) == {
        "question": "Where?",
        "id": "q-1",
        "answered": True,
        "statements": [
            {
                "text": QUOTE,
                "citations": [
                    {
                        "document": "progress-2018",
                        "symbol": "A/1",
                        "locator": "65 (c)",
                        "citation": "A/1, para. 65 (c)",
                        "quote": QUOTE,
                    }
                ],
            },
            {
                "text": "No symbol.",
                "citations": [
                    {
                        "document": "leaflet",
                        "symbol": None,
                        "locator": "annex, 4.1",
                        "citation": "Leaflet, annex, para. 4.1",
                        "quote": "",
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
        "model": "fake",
        "index": "f" * 64,
        "milliseconds": {"retrieve": 9, "answer": 41},
    }


def test_the_keys_stand_in_the_order_of_the_contract() -> None:
    assert list(answer_object(ANSWERED)) == [
        "question", "id", "answered", "statements", "evidence", "nearest", "mode", "model", "index", "milliseconds",
    ]  # fmt: skip


def test_a_refusal_has_no_statements_and_nearest_entries_like_those_of_the_evidence() -> None:
    hits = ANSWERED.evidence
    refused = Answer("Who?", False, (), hits, hits[:1], "extractive", "fake", "f", 0.1, {"retrieve": 1, "answer": 1})
    told = answer_object(refused)
    assert (told["answered"], told["statements"], told["id"]) == (False, [], None)
    assert told["nearest"] == [{"document": "progress-2018", "locator": "65", "score": 1.2346}]


def test_a_line_is_one_line_of_json_with_letters_as_they_are() -> None:
    line = answer_line(ANSWERED)
    assert "\n" not in line
    assert QUOTE in line
    assert json.loads(line) == answer_object(ANSWERED)
