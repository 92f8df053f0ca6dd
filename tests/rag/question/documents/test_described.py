"""Which documents a place is of where a question describes one, and what describes none."""

import pytest

from index.document import Document
from rag.question.analyse import analyse
from tests.support.papers import index_of, numbered, paragraph

DRAFT = Document("one", "Guidelines", numbered("Share early."), also_known_as=("first draft",))
OUTCOME = Document("two", "Meeting on corruption", numbered("The meeting was opened."))


def test_what_counts_a_place_describes_no_document() -> None:
    index = index_of(DRAFT, OUTCOME)
    assert [each.row for each in analyse("first paragraph of the outcome on corruption", index).places] == [1]


RECORDS = Document(
    "records", "Records", (paragraph("4.1", "Files are burnt after ten years.", "Destruction of records"),)
)
LEAVE = Document("leave", "Leave", (paragraph("4.1", "Leave is granted by the manager.", "Granting of leave"),))


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("section 4.1 on destruction", [0]),
        ("What does paragraph 4.1 say about managers?", [1]),
        ("section 4.1 on travel", [0, 1]),
        ("section 4.1", [0, 1]),
    ],
)
def test_of_several_documents_the_place_is_meant_that_speaks_of_what_is_asked(question: str, rows: list[int]) -> None:
    assert [each.row for each in analyse(question, index_of(RECORDS, LEAVE)).places] == rows
