"""Paragraphs as other programs get them."""

from dataclasses import replace

import pytest

from index.build import build_index
from index.document import Document, Note, Paragraph
from index.errors import LocatorError, QuestionError
from index.locator import Locator
from index.store import Index
from rag.answerer import Answerer
from rag.passages import Passage, find_passage, passage_at, search_passages
from tests.support.fakes import FakeEmbedder

TWICE = Document(
    "twice", "Printed twice", (Paragraph(Locator(number="7"), "First."), Paragraph(Locator(number="7"), "Second."))
)
BANKS = Passage(
    address="report-2018#1",
    document="report-2018",
    symbol="A/1",
    title="Progress report",
    date="2018-04-04",
    locator=Locator(number="1"),
    citation="A/1, para. 1",
    text="Networks exist. Banks cooperate.",
    headings=("I. Introduction",),
    notes=(Note("1", "See para. 2."),),
    page=1,
    url="https://docs.un.org/en/A/1",
)


@pytest.fixture
def answerer(documents: tuple[Document, ...], embedder: FakeEmbedder) -> Answerer:
    return Answerer(build_index((*documents, TWICE), embedder), embedder)


@pytest.fixture
def index(answerer: Answerer) -> Index:
    return answerer.index


@pytest.mark.parametrize(
    "name", ["A/1, para. 1", "a/1#1", "report-2018#1", " report-2018#1 ", "report-2018, 1", "2018 report, para. 1"]
)
def test_a_passage_is_found_by_citation_or_address(index: Index, name: str) -> None:
    assert find_passage(index, name) == BANKS


def test_of_a_sub_item_it_is_the_paragraph_that_holds_it(index: Index) -> None:
    assert find_passage(index, "A/1, para. 2 (b)").address == "report-2018#2"


def test_every_paragraph_is_found_by_its_address_those_of_one_number_too(index: Index) -> None:
    passages = [passage_at(index, row) for row in range(len(index.paragraphs))]

    assert [each.address for each in passages[2:]] == ["guide#draft guideline 1, 1", "twice#7", "twice#7#2"]
    assert [find_passage(index, each.address) for each in passages] == passages


def test_a_document_without_a_symbol_has_no_official_address(index: Index) -> None:
    passage = find_passage(index, "Guidelines, draft guideline 1, para. 1")

    assert (passage.symbol, passage.url, passage.text) == (None, None, "Freeze assets early.")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("A/1, paras. 1 and 2", "'A/1, paras. 1 and 2' does not name one paragraph of one document"),
        ("A/1", "'A/1' does not name one paragraph of one document"),
        ("para. 1", "'para. 1' does not name one paragraph of one document"),
        ("A/1, para. 3", "report-2018 has no paragraph 'A/1, para. 3'; see what it has: pincite show report-2018"),
        ("report-2018#3", "report-2018 has no paragraph '3'; see what it has: pincite show report-2018"),
        ("twice#7#3", "twice has no paragraph '7#3'"),
        ("report-2018#%", "not a locator: '%'"),
        ("", "not a citation"),
        ("what?", "not a citation"),
    ],
)
def test_what_names_no_paragraph_is_an_error_that_says_so(index: Index, name: str, told: str) -> None:
    with pytest.raises(LocatorError) as caught:
        find_passage(index, name)
    assert str(caught.value).startswith(told)


@pytest.mark.parametrize("name", ["A/2, para. 1", "report#1"])
def test_an_unknown_document_is_an_error_that_names_those_there_are(index: Index, name: str) -> None:
    with pytest.raises(QuestionError, match=r"[Ii]t holds: report-2018, guide, twice"):
        find_passage(index, name)


def test_passages_are_ranked_with_scores_best_first(answerer: Answerer) -> None:
    first, second = search_passages(answerer, "Do banks cooperate?", 2)

    assert replace(first, score=None) == BANKS
    assert first.score is not None
    assert second.score is not None
    assert first.score > second.score


def test_only_the_documents_that_are_named_are_searched(answerer: Answerer) -> None:
    found = search_passages(answerer, "Do banks cooperate?", 9, documents=("guide",))

    assert [each.address for each in found] == ["guide#draft guideline 1, 1"]


def test_a_search_for_nothing_is_an_error_and_a_limit_below_one_a_mistake_of_the_program(answerer: Answerer) -> None:
    with pytest.raises(QuestionError, match="empty"):
        search_passages(answerer, " ", 1)
    with pytest.raises(ValueError, match="limit is 0"):
        search_passages(answerer, "banks", 0)
