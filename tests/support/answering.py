"""Two small documents and what to ask of them, for the tests of answers."""

from dataclasses import replace

from index.document import Document
from index.store import Index
from rag.answer import Answer
from rag.answerer import Answerer
from rag.settings import ChoiceSettings, Costs, Settings
from tests.support.fakes import FakeEmbedder
from tests.support.papers import paragraph

REPORT = Document(
    "report-2018",
    "Progress report",
    (
        paragraph("1", "Networks exist. They were launched in 2009 in Lausanne.", "I. Introduction"),
        paragraph(
            "2",
            "The directory has: (a) Authorities in 129 States; (b) Focal points in 80 States. It is online.",
            "II. Action",
            items={"a": "Authorities in 129 States;", "b": "Focal points in 80 States."},
            notes={"1": "Available at www.example.org.", "2": "A/9, para. 3."},
        ),
        paragraph("3", "Women vote.", "II. Action"),
    ),
    symbol="A/1",
    date="2018-04-04",
    also_known_as=("progress report",),
)
LEAFLET = Document(
    "leaflet",
    "Leaflet",
    (
        paragraph("1", "Judges decide quickly."),
        paragraph("2", "Karate kids kick.", notes={"1": "Kites."}),
        paragraph("draft guideline 3", "Xylophones yodel zestfully."),
    ),
)
VOID = Document("void", "Void", ())

# Whether the fitted weights would refuse is not what is tested here.
ALWAYS = Settings(choice=ChoiceSettings(costs=Costs(wrong=0.0)))
NEVER = Settings(choice=ChoiceSettings(costs=Costs(missed=0.0)))


def told(answer: Answer) -> list[tuple[str, str]]:
    """The citation and the text of each statement."""
    return [(each.citations[0].text, each.text) for each in answer.statements]


def untimed(answer: Answer) -> Answer:
    """`answer` without the time it took."""
    return replace(answer, milliseconds={})


def quoted_whole(index: Index, question: str) -> list[str]:
    """What is quoted for `question` as it stands; nothing where it is answered otherwise."""
    found = Answerer(index, FakeEmbedder()).answer(question)
    return [each.text for each in found.statements] if (found.state, found.intent) == ("answers", "text") else []
