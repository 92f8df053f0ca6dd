"""Who holds an office of an organ, where a question asks for just that."""

import pytest

from index.document import Document, Paragraph
from index.locator import Locator
from index.store import Index
from rag.answerer import Answerer
from tests.support.answering import ALWAYS
from tests.support.fakes import FakeEmbedder
from tests.support.papers import index_of, numbered, paragraph

ANNOUNCED = "At its first meeting, the Committee elected the following officers:"
LINES = ("Chair: | Ms. Ana Diaz (Chile)", "First Vice-Chair: | Mr. Bo Ek (Sweden)", "Rapporteur: | Ms. Cy Do (Mali)")
TABLE = Paragraph(
    Locator(page="2", ordinal=1, label="table"),
    "\n".join(LINES),
    ("II. Officers",),
    kind="table",
    rows=tuple((line.split(" | ")[0], line.split(" | ")[1]) for line in LINES),
)
ELECTED = "Mr. Dan Eve (Peru) was elected by acclamation as Rapporteur-General of the meeting."


@pytest.fixture(scope="module")
def index() -> Index:
    return index_of(
        Document(
            "fish",
            "Report of the Fisheries Committee",
            (
                paragraph("1", "The Special Rapporteur praised a chair of nets.", "I. Opening"),
                paragraph("2", ANNOUNCED, "II. Officers"),
                TABLE,
                paragraph("3", "The Vice-Chair spoke.", "III. Closing"),
            ),
            session="Seventy-sixth session",
        ),
        Document("lake", "Report of the Lake Conference", numbered("Ms. Eve Fo was elected President.")),
        Document("sea", "Report of the Ocean Conference", numbered(ELECTED, "The President thanked everybody.")),
    )


def looked_up(index: Index, question: str) -> list[str]:
    answer = Answerer(index, FakeEmbedder(), ALWAYS).answer(question)
    return [each.text for each in answer.statements] if answer.confidence == 1.0 else []


@pytest.mark.parametrize(
    ("question", "quoted"),
    [
        ("Who are the officers of the Fisheries Committee?", [ANNOUNCED, *LINES]),
        ("who is the rapporteur of the fisheries committee at its 76th session", [LINES[2]]),
        ("Who chairs the Fisheries Committee?", [LINES[0]]),
        ("who is the Chair of the Fisheries Committee and since when", [LINES[0]]),
        ("Who was rapporteur of the Ocean Conference?", [ELECTED]),
    ],
)
def test_the_lines_of_the_office_are_quoted_or_who_was_elected_to_it(
    index: Index, question: str, quoted: list[str]
) -> None:
    assert looked_up(index, question) == quoted


@pytest.mark.parametrize(
    "question",
    [
        "Who chairs the Forestry Committee?",
        "Who chaired the Fisheries Committee at its 75th session?",
        "What did the chair of the Fisheries Committee say?",
        "Who is the Special Rapporteur of the Fisheries Committee?",
        "Who is the president of the Ocean Conference?",
        "Who chairs?",
    ],
)
def test_who_holds_another_office_or_none_is_not_made_up(index: Index, question: str) -> None:
    assert looked_up(index, question) == []


def test_a_sentence_that_announces_a_short_table_brings_it(index: Index) -> None:
    answer = Answerer(index, FakeEmbedder(), ALWAYS).answer("What did the Committee do at its first meeting?")
    texts = [each.text for each in answer.statements]
    assert texts[texts.index(ANNOUNCED) :][: 1 + len(LINES)] == [ANNOUNCED, *LINES]


def test_whoever_presides_is_found_as_chair_or_president(index: Index) -> None:
    elected = ["Ms. Eve Fo was elected President."]
    assert looked_up(index, "Who chairs the Lake Conference?") == elected
    assert looked_up(index, "Who is the president of the Fisheries Committee?") == [LINES[0]]
    assert looked_up(index, "Who is the rapporteur of the Lake Conference?") == []


def test_passages_on_who_presides_over_another_organ_are_called_related(index: Index) -> None:
    answerer = Answerer(index, FakeEmbedder(), ALWAYS)
    answer = answerer.answer("Who chairs the group of friends?")
    assert answer.state == "related"
    assert answer.checks == ("“group” is in none of these passages.", "“friends” is in none of these passages.")
    assert answerer.answer("Who chairs the Fisheries Committee?").checks == ()
    assert answerer.answer("Who is the president of the COSP?").checks == ("“COSP” is in none of these passages.",)
