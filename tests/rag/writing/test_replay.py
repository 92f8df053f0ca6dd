"""Recorded replies replayed over HTTP, their marks renumbered to the paragraphs of each prompt."""

import json
from pathlib import Path

import pytest

from index.document import Document
from rag.answerer import Answerer
from rag.writing.client import EndpointModel
from rag.writing.language_model import Endpoint
from tests.support.fakes import FakeEmbedder
from tests.support.papers import index_of, numbered
from tests.support.replies.server import Recorded, serving

pytest.importorskip("openai")

QUESTION = "Where did the Egmont Group meet?"


@pytest.fixture
def replies(tmp_path: Path) -> Path:
    evidence = [{"mark": mark, "document": "report", "locator": place} for mark, place in enumerate("321", 1)]
    reply = "The Egmont Group met in Vienna [3]. The Camden Network has 46 members [2]."
    path = tmp_path / "replies.jsonl"
    path.write_text(json.dumps({"id": "q-1", "question": QUESTION, "evidence": evidence, "reply": reply}) + "\n")
    return path


def test_marks_are_renumbered_to_the_prompts_own_order_and_what_it_lacks_is_counted(replies: Path) -> None:
    texts = ("The Egmont Group met in Vienna.", "The Camden Network has 46 members.", "Judges decide.")
    index = index_of(Document("report", "Report", numbered(*texts), symbol="A/1"))
    recorded = Recorded(replies, index)
    extractive = Answerer(index, FakeEmbedder())
    with serving(recorded) as url:
        answerer = extractive.written_by(EndpointModel(Endpoint(url, "recorded")))
        answer = answerer.answer(QUESTION)
        refused = answerer.answer("Do judges decide?")
    assert [(each.text, each.citations[0].text) for each in answer.statements] == [
        ("The Egmont Group met in Vienna.", "A/1, para. 1"),
        ("The Camden Network has 46 members.", "A/1, para. 2"),
    ]
    assert refused.state == "nothing"
    assert recorded.unknown == 0
    record = json.loads(replies.read_text())
    assert recorded.renumbered(record, "[1] Report\n<text-1>\nThe Egmont Group met in Vienna.\n</text-1>") == (
        "The Egmont Group met in Vienna [1]. The Camden Network has 46 members [92]."
    )
    assert recorded.unknown == 1
