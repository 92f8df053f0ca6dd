"""Who holds or held a post to which a report says that several were appointed."""

import pytest

from index.document import Document
from index.store import Index
from rag.answerer import Answerer
from tests.support.answering import ALWAYS
from tests.support.fakes import FakeEmbedder
from tests.support.papers import index_of, paragraph

FIRST = "The Board decided to include the topic and appointed Ms. Ana Diaz as Special Rapporteur."
SECOND = "In 2024, the Board appointed Mr. Bo Ek as its new Special Rapporteur for the topic."
NETS = "The Board decided to appoint Ms. Cy Do as Special Rapporteur."
LATER = "The Board appointed Mr. Dan Eve as special rapporteur."


TOPIC = "I. Piracy at sea"
OLD = (
    paragraph("1", FIRST, TOPIC),
    paragraph("2", "Ms. Diaz resigned as Special Rapporteur. She had been elected.", TOPIC),
    paragraph("3", SECOND, TOPIC),
    paragraph("4", NETS, "II. Nets at sea"),
    paragraph("5", "The Union-designated Mediator met Mr. Gil Ha, named in his capacity as Facilitator.", "III. Talks"),
)
NEW = (paragraph("1", LATER, "V. Nets"),)


@pytest.fixture(scope="module")
def index() -> Index:
    return index_of(Document("o", "Report", OLD, date="2024-01-01"), Document("n", "Report", NEW, date="2025-01-01"))


def quoted(index: Index, question: str) -> list[str]:
    found = Answerer(index, FakeEmbedder(), ALWAYS).answer(question)
    return [each.text for each in found.statements] if found.confidence == 1.0 else []


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Who is the Special Rapporteur on piracy?", [SECOND]),
        ("who is the latest special rapporteur on piracy at sea", [SECOND]),
        ("Who was Special Rapporteur on piracy?", [FIRST, SECOND]),
        ("who have been special rapporteurs for piracy", [FIRST, SECOND]),
        ("Who is the special rapporteur on nets?", [LATER]),
    ],
)
def test_of_several_the_last_holds_a_post_and_all_held_it(index: Index, question: str, expected: list[str]) -> None:
    assert quoted(index, question) == expected


@pytest.mark.parametrize(
    "question",
    [
        "Who is the Special Rapporteur?",
        "Who is the Special Rapporteur on whales?",
        "Who is the special rapporteur on the sea?",  # two topics have one
        "Who is the special envoy for the sea?",
        "Who is the facilitator of the talks?",
        "What did the Special Rapporteur on piracy say?",
    ],
)
def test_what_no_such_sentence_tells_is_answered_otherwise(index: Index, question: str) -> None:
    assert quoted(index, question) == []
