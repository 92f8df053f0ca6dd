"""What a table says beside a label that a question names."""

import pytest

from index.document import Document, Paragraph
from index.locator import Locator
from index.store import Index
from rag.answerer import Answerer
from tests.support.answering import ALWAYS
from tests.support.fakes import FakeEmbedder
from tests.support.papers import index_of, numbered

LINES = ("Submitted by: | A.B.", "State party: | Chile", "Substantive issue: | Fair trial")
CHAIR = "Chair of the Drafting Committee: | Ms. Diaz"
TABLE = Paragraph(
    Locator(page="1", ordinal=1, label="table"),
    "\n".join(LINES),
    kind="table",
    rows=tuple((line.split(" | ")[0], line.split(" | ")[1]) for line in LINES),
)
OTHER = Paragraph(
    Locator(page="1", ordinal=1, label="table"),
    "Substantive issue | Fair trial\nState party | Peru",
    kind="table",
    rows=(("Substantive issue", "Fair trial"), ("State party", "Peru")),
)

OFFICERS = Paragraph(
    Locator(page="1", ordinal=1, label="table"),
    f"Secretary: | Mr. Ek\n{CHAIR}",
    kind="table",
    rows=(("Secretary:", "Mr. Ek"), ("Chair of the Drafting Committee:", "Ms. Diaz")),
)


@pytest.fixture(scope="module")
def index() -> Index:
    return index_of(
        Document(
            "views", "Decision concerning communication No. 2025/2011", (TABLE, *numbered("The State is silent."))
        ),
        Document("study", "Study of trials", (OTHER,)),
        Document("fish", "Report of the World Fish Commission", (OFFICERS,)),
    )


def looked_up(index: Index, question: str) -> list[str]:
    answer = Answerer(index, FakeEmbedder(), ALWAYS).answer(question)
    return [each.text for each in answer.statements] if answer.confidence == 1.0 else []


@pytest.mark.parametrize(
    ("question", "quoted"),
    [
        ("Who is the State party in communication No. 2025/2011?", LINES[1]),
        ("What is the substantive issue in communication 2025/2011?", LINES[2]),
        ("who is the current chair of the WFC drafting committee", CHAIR),
    ],
)
def test_the_line_with_the_label_is_quoted_without_the_first_of_the_table(
    index: Index, question: str, quoted: str
) -> None:
    assert looked_up(index, question) == [quoted]


@pytest.mark.parametrize(
    "question",
    [
        "Who is the State party in communication No. 2026/2012?",
        "What does the State party say of torture?",
        "Which State ratified the Convention?",
        "State party?",
        "What issue does the study raise?",
    ],
)
def test_a_question_for_more_or_of_another_document_is_left_alone(index: Index, question: str) -> None:
    assert looked_up(index, question) == []
