"""All places that an answer cites, as one line."""

import pytest

from index.document import Document
from rag.answering.steps import Asked
from rag.citing.sources import sources
from tests.support.batch_fakes import FakeAnswerer, small_index


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Both", "A/1, para. 1; Guidelines, draft guideline 1, para. 1"),
        ("List", "A/1, paras. 2 and 2 (a)"),
        ("Note", "A/1, para. 1; A/1, para. 1, footnote 1"),
        ("None", ""),
    ],
)
def test_citations_are_merged_and_footnotes_named_in_full(
    documents: tuple[Document, ...], question: str, line: str
) -> None:
    index = small_index(documents)
    answer = next(FakeAnswerer(index).answer_many([Asked(question)]))
    assert sources(answer, index) == line
