"""The paragraphs around one, within its document."""

import pytest

from index.document import Document
from tests.support.papers import index_of, numbered


@pytest.mark.parametrize(
    ("row", "most", "rows"), [(0, 2, [0, 1, 2]), (3, 1, [2, 3]), (4, 2, [4, 5]), (1, 0, [1]), (5, 9, [4, 5])]
)
def test_they_end_where_their_document_does(row: int, most: int, rows: list[int]) -> None:
    index = index_of(
        Document("a", "A", numbered("One.", "Two.", "Three.", "Four.")), Document("b", "B", numbered("Five.", "Six."))
    )
    assert list(index.rows_beside(row, most)) == rows
