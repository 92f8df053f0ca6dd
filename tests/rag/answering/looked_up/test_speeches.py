"""All that a speaker said at a meeting, and who spoke, where a question asks for just that."""

import pytest

from index.document import Document, Paragraph
from index.locator import Locator
from index.store import Index
from rag.answering.looked_up.speeches import asks_for_speakers, speaker_of_a_speech
from tests.support.answering import quoted_whole
from tests.support.papers import index_of, numbered


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


REPORT = Document(
    "report",
    "Outcome of the meeting",
    numbered(
        "A panellist from Italy focused on tracing. He asked for data.",
        "A panellist from Peru thanked Italy for data.",
        "Speakers asked for help. Italy noted that it gives some.",
        "Italy welcomed the draft.",
        *(f"The Board noted matter {number}." for number in range(11)),
    ),
    symbol="A/9",
)


BOARD = Document(
    "board", "Second meeting of the Board", numbered("The Board noted the delay.", "Members agreed."), symbol="B/2"
)


@pytest.fixture(scope="module")
def index() -> Index:
    return index_of(RECORD, REPORT, BOARD)


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


def test_of_a_report_the_paragraphs_are_quoted_that_begin_with_what_the_speaker_said(index: Index) -> None:
    assert quoted_whole(index, "What did Italy say in A/9?") == [
        "A panellist from Italy focused on tracing.",
        "He asked for data.",
        "Italy welcomed the draft.",
    ]


def test_a_speaker_who_is_called_as_the_document_is_asked_for_too(index: Index) -> None:
    said = "What did the Board say at the second meeting of the Board"
    assert quoted_whole(index, f"{said}?") == ["The Board noted the delay."]
    assert quoted_whole(index, "What did the Board say about the delay at the second meeting of the Board?") == []


def test_what_fills_a_report_is_not_quoted_whole(index: Index) -> None:
    assert quoted_whole(index, "What did the Board say in A/9?") == []


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


RAISED = "Mr. Haddad (Lebanon) said that his delegation supported the draft. He had proposed an amendment."
SUMMARY = Document("summary", "47th meeting", numbered("Lebanon was thanked.", RAISED), symbol="A/C.3/80/SR.47")


@pytest.mark.parametrize(
    ("documents", "quoted"),
    [
        ((SUMMARY, REPORT), RAISED),
        ((SUMMARY, Document("other", "Other", numbered("Lebanon said that it agreed."), symbol="A/C.3/80/SR.9")), ""),
    ],
)
def test_a_speaker_of_one_document_alone_is_quoted_whole_where_none_is_named(
    documents: tuple[Document, ...], quoted: str
) -> None:
    said = quoted_whole(index_of(*documents), "What did the representative of Lebanon say?")
    assert " ".join(said) == quoted
