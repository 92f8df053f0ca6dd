"""Which documents a place is of where a question describes one, and what describes none."""

from index.document import Document
from rag.question.analyse import analyse
from tests.support.papers import index_of, numbered

DRAFT = Document("one", "Guidelines", numbered("Share early."), also_known_as=("first draft",))
OUTCOME = Document("two", "Meeting on corruption", numbered("The meeting was opened."))


def test_what_counts_a_place_describes_no_document() -> None:
    index = index_of(DRAFT, OUTCOME)
    assert [each.row for each in analyse("first paragraph of the outcome on corruption", index).places] == [1]
