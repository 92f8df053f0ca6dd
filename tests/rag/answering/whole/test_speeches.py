"""All that a speaker said at a meeting, and who spoke, where a question asks for just that."""

import pytest

from index.document import Document, Paragraph
from index.locator import Locator
from index.store import Index
from rag.answering.whole.speeches import asks_for_speakers, speaker_of_a_speech
from tests.support.answering import quoted_whole
from tests.support.papers import index_of


def spoken(speaker: str, ordinal: int, text: str) -> Paragraph:
    return Paragraph(Locator(page="1", speaker=speaker, ordinal=ordinal), text)


RECORD = Document(
    "record",
    "64th plenary meeting",
    (
        spoken("The President", 1, "The President: I call on Peru."),
        spoken("Ms. Paz", 1, "Ms. Paz (Peru) (spoke in Spanish): Peru votes in favour."),
        spoken("Ms. Paz", 2, "We thank all delegations."),
        spoken("Mr. Gaal", 1, "Mr. Gaal (Hungary): Hungary abstains, as Peru said it would."),
    ),
    symbol="A/79/PV.64",
)


@pytest.fixture(scope="module")
def index() -> Index:
    return index_of(RECORD)


@pytest.mark.parametrize(
    "question",
    [
        "What did Peru say in A/79/PV.64?",
        "What did the representative of Peru say at the 64th plenary meeting?",
        "What did Ms. Paz say in A/79/PV.64?",
    ],
)
def test_all_that_a_speaker_said_is_quoted_whole(index: Index, question: str) -> None:
    assert quoted_whole(index, question) == [
        "Ms. Paz (Peru) (spoke in Spanish): Peru votes in favour.",
        "We thank all delegations.",
    ]


def test_who_did_not_speak_is_not_answered_with_others(index: Index) -> None:
    assert quoted_whole(index, "What did Chile say in A/79/PV.64?") == []


@pytest.mark.parametrize(
    "topic", ["What did Peru say about forests in", "What did Peru propose in", "Who said that in"]
)
def test_what_asks_for_some_of_it_is_not_taken_for_all(topic: str) -> None:
    assert speaker_of_a_speech(topic) is None


SPOKE = ["Ms. Paz (Peru) (spoke in Spanish): Peru votes in favour.", RECORD.paragraphs[-1].text]


@pytest.mark.parametrize(
    "question",
    ["Who spoke at the 64th plenary meeting?", "list of speakers A/79/PV.64", "who took the floor in A/79/PV.64"],
)
def test_who_spoke_is_told_by_how_their_words_begin(index: Index, question: str) -> None:
    assert quoted_whole(index, question) == ["The President: I call on Peru.", *SPOKE]


def test_of_countries_those_who_spoke_for_one(index: Index) -> None:
    assert quoted_whole(index, "Which delegations made statements in A/79/PV.64?") == SPOKE


@pytest.mark.parametrize(
    "topic",
    ["Who spoke about forests in", "Which countries spoke against the draft in", "What did the speakers say in",
     "Who spoke first in", "Who chaired"],
)  # fmt: skip
def test_who_said_something_is_another_question(topic: str) -> None:
    assert not asks_for_speakers(topic)


def test_without_a_record_nobody_is_told(index: Index) -> None:
    assert quoted_whole(index, "Who spoke?") == []
