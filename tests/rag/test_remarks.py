"""What is said beside an answer."""

from dataclasses import replace

import pytest

from index.document import Document
from index.store import Index
from rag.answerer import Answerer
from rag.remarks import remarks
from tests.support.fakes import FakeEmbedder
from tests.support.papers import index_of, numbered


def document(id: str, symbol: str, *texts: str) -> Document:
    return Document(id=id, title=id, paragraphs=numbered(*texts), symbol=symbol)


@pytest.fixture
def index() -> Index:
    first = document("first", "S/2025/71", "Women vote.")
    second = document("second", "S/2025/71/Rev.1", "Women vote again.")
    scan = replace(document("scan", "A/45/696/Add.1", "Judges decide."), recognised=True)
    mended = document("mended", "A/80/10", "Kids kick.")
    corrected = document("corrected", "A/80/10/Corr.1", "For kick read skip.")
    return index_of(first, second, scan, mended, corrected)


def beside(index: Index, question: str, document: str) -> str | None:
    return Answerer(index, FakeEmbedder()).answer(question, documents=[document]).remark


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ("first", "S/2025/71 is superseded by S/2025/71/Rev.1."),
        ("second", None),
        (
            "scan",
            "A/45/696/Add.1 was read by a machine from a scan; compare the wording with the original.",
        ),
        ("mended", "A/80/10 is corrected by A/80/10/Corr.1."),
        ("corrected", None),
    ],
)
def test_an_answer_says_what_its_documents_are(index: Index, document: str, expected: str | None) -> None:
    assert beside(index, "What does paragraph 1 say?", document) == expected


def test_places_that_do_not_exist_come_first_and_nothing_is_said_beside_a_refusal(index: Index) -> None:
    (statement,) = Answerer(index, FakeEmbedder()).answer("What does paragraph 1 say?", documents=["first"]).statements
    assert remarks([statement], "paragraph 9", index) == (
        "There is no paragraph 9. S/2025/71 is superseded by S/2025/71/Rev.1."
    )
    assert remarks([], "paragraph 9", index) is None
