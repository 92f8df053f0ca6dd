"""An answer laid out: by paragraph, list items under their lead-in."""

from dataclasses import replace

import pytest

from index.document import Document
from index.store import Index
from rag.answer import Answer
from rag.answerer import Asked
from tests.batch_fakes import FakeAnswerer, small_index
from ui.answer_groups import citation_spans, cited_rows, groups, quoted_notes, quoted_spans


@pytest.fixture
def index(documents: tuple[Document, ...]) -> Index:
    return small_index(documents)


def answer(index: Index, question: str) -> Answer:
    return next(FakeAnswerer(index).answer_many([Asked(question)]))


def test_a_list_is_one_group_with_its_items_under_the_lead_in(index: Index) -> None:
    (group,) = groups(answer(index, "List what States should do"))
    assert (group.document, str(group.paragraph)) == ("report-2018", "2")
    assert [each.text for each in group.sentences] == ["States should:"]
    assert [(line.mark, line.statements[0].text) for line in group.items] == [("(a)", "Share information;")]


def test_each_document_has_a_group_of_its_own(index: Index) -> None:
    found = [(each.document, [one.text for one in each.sentences]) for each in groups(answer(index, "Both"))]
    assert found == [("report-2018", ["Networks exist.", "Banks cooperate."]), ("guide", ["Freeze assets early."])]


def test_a_sentence_after_a_list_begins_a_group_of_its_own(index: Index) -> None:
    listed = answer(index, "List")
    lead, item = listed.statements
    mixed = replace(listed, statements=(lead, item, lead))
    assert [(len(each.sentences), len(each.items)) for each in groups(mixed)] == [(1, 1), (1, 0)]


def test_an_answer_without_statements_has_no_groups(index: Index) -> None:
    assert list(groups(answer(index, "None"))) == []


def test_a_cited_paragraph_is_listed_once_with_all_that_is_quoted_from_it(index: Index) -> None:
    found = answer(index, "Both")
    assert cited_rows(found, index) == (0, 2)
    assert quoted_spans(found, 0, index) == ((0, 15), (16, 32))
    assert quoted_spans(found, 1, index) == ()


def test_a_footnote_has_a_group_of_its_own_and_is_no_part_of_its_paragraphs_text(index: Index) -> None:
    found = answer(index, "Note")
    assert [[each.citations[0].text for each in group.sentences] for group in groups(found)] == [
        ["A/1, para. 1"],
        ["A/1, para. 1, footnote 1"],
    ]
    assert cited_rows(found, index) == (0,)
    assert quoted_spans(found, 0, index) == ((0, 15),)
    assert quoted_notes(found, 0, index) == {"1"}
    assert citation_spans(found.statements[1].citations[0], index) == ()
