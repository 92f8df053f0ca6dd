"""Who bears a title, where a text sets a name beside it."""

import pytest

from index.document import Document
from index.store import Index
from rag.answerer import Answerer
from tests.support.answering import ALWAYS
from tests.support.fakes import FakeEmbedder
from tests.support.papers import index_of, numbered

DIAZ = "In May, the President of the Fish Fund, Ana Diaz, met the former President of Peru, Bo Ek."
DO = "Mr. Cy van Do, Director of the Office for Fish Affairs (OFA), spoke."
SHIPS = "The President of the Assembly, the Minister of Ships of Mali and the Vice-President of Mali, Eve Fo, spoke."
MANY = "The Envoy to Togo, Gil Ha, the Envoy to Togo, Ida Jo, and the Envoy to Togo, Kim Li, left."
AGAIN = "The Director of OFA, Cy van Do, left."
PAPER = (DIAZ, "She thanked the President of the Fish Fund, United Nations.", DO, SHIPS, MANY, AGAIN)


@pytest.fixture(scope="module")
def index() -> Index:
    return index_of(Document("paper", "Paper", numbered(*PAPER)))


def quoted(index: Index, question: str) -> list[str]:
    found = Answerer(index, FakeEmbedder(), ALWAYS).answer(question)
    return [each.text for each in found.statements] if found.confidence == 1.0 else []


QUOTED = {
    "Who is the President of the Fish Fund?": [DIAZ],
    "who is president of fish fund": [DIAZ],
    "Who was the former President of Peru?": [DIAZ],
    "who is the director of the OFA": [DO],
    "who is the current vice-president of mali?": [SHIPS],
    "Who is the President of Peru?": [],  # a former one alone is named
    "Who is the President of Mali?": [],
    "Who is the Minister of Ships of Mali?": [],
    "Who is the envoy to Togo?": [],  # three are
    "Who is the President?": [],
    "Who met the President of the Fish Fund?": [],
}


@pytest.mark.parametrize("question", QUOTED)
def test_only_the_sentence_with_the_name_beside_that_title_is_quoted(index: Index, question: str) -> None:
    assert quoted(index, question) == QUOTED[question]
