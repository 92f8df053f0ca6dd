"""Documents on disk, a paragraph read at a time."""

import io
import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.document import Document, Paragraph
from index.errors import IndexFolderError
from index.folder.files import broken
from index.storage.document_json import to_record
from index.storage.document_lines import LineSpans, ParagraphFile, write_documents
from tests.support.papers import numbered

PAPERS = (
    Document("one", 'A title with "paragraphs": [] in it', numbered("Café.", "Two.", "Three."), symbol="A/1"),
    Document("empty", "Nothing", ()),
    Document("two", "Two", numbered("Four.")),
)


def written(documents: tuple[Document, ...]) -> tuple[bytes, LineSpans]:
    file = io.BytesIO()
    spans = write_documents(file, map(to_record, documents))
    return file.getvalue(), spans


def opened(content: bytes, spans: LineSpans) -> ParagraphFile:
    data = np.frombuffer(content, dtype=np.uint8)
    return ParagraphFile(data, spans, lambda what: broken(Path("documents.jsonl"), what))


def test_the_file_is_the_json_of_each_document_a_line_each() -> None:
    content, spans = written(PAPERS)
    assert content.decode() == "".join(json.dumps(to_record(each), ensure_ascii=False) + "\n" for each in PAPERS)
    assert spans.fit(len(content))


@given(st.lists(st.builds(Document, paragraphs=st.lists(st.from_type(Paragraph)).map(tuple)), max_size=3).map(tuple))
def test_documents_come_back_as_they_were(documents: tuple[Document, ...]) -> None:
    assert opened(*written(documents)).documents() == documents


def test_paragraphs_are_a_sequence_equal_to_the_tuple_that_was_written() -> None:
    paragraphs = opened(*written(PAPERS)).documents()[0].paragraphs
    assert len(paragraphs) == 3
    assert paragraphs[-1].text == "Three."
    assert paragraphs[1:] == PAPERS[0].paragraphs[1:]
    assert paragraphs == PAPERS[0].paragraphs
    assert hash(paragraphs) == hash(PAPERS[0].paragraphs)
    assert paragraphs.index(PAPERS[0].paragraphs[1]) == 1
    with pytest.raises(IndexError):
        paragraphs[3]


def test_a_paragraph_that_was_altered_is_refused_when_it_is_read() -> None:
    content, spans = written(PAPERS)
    documents = opened(content.replace(b"Two.", b"Too."), spans).documents()
    assert documents[0].paragraphs[0].text == "Café."
    with pytest.raises(
        IndexFolderError, match=r"documents.jsonl is broken \(paragraph 2 is not the one .*pincite index"
    ):
        documents[0].paragraphs[1]


@pytest.mark.parametrize("change", [[1, 0, 0], [0, 1_000, 0]])
@pytest.mark.parametrize("which", ["documents", "paragraphs"])
def test_spans_that_do_not_fit_the_file_are_told(which: str, change: list[int]) -> None:
    content, spans = written(PAPERS)
    held = {"documents": spans.documents.copy(), "paragraphs": spans.paragraphs.copy()}
    held[which][-1 if change[1] else 0] += change if which == "documents" or change[1] else [-1_000, 0, 0]
    assert not LineSpans(**held).fit(len(content))
