"""What a search found, as HTML."""

import pytest

from index.document import Document
from index.store import Index
from rag.searching.passages import SearchedWords, mentioning
from tests.support.batch_fakes import small_index
from tests.ui.app.markup.test_render import Reader
from ui.app.addresses import AskAddress
from ui.app.markup.search import counts_html, nothing_html, passages_html


@pytest.fixture
def index(documents: tuple[Document, ...]) -> Index:
    return small_index(documents)


def test_passages_are_counted_by_document_and_each_count_leads_to_those_alone(index: Index) -> None:
    words = SearchedWords.of("assets", index)
    rows = mentioning(words, range(3), index)
    html = counts_html(rows, AskAddress("assets"), index)
    assert Reader(html).words == "2 passages in 2 documentsBy documentProgress report (4 April 2018) 1Guidelines 1"
    assert 'data-go="search?q=assets&amp;doc=report-2018"' in html


def test_a_passage_has_its_citation_its_quotation_and_the_words_marked(index: Index) -> None:
    words = SearchedWords.of("bank", index)
    read = Reader(passages_html(mentioning(words, range(3), index), words, index))
    assert read.words.startswith("A/1, para.\u00a01Copy quotation Copy citationProgress report (4 April 2018) › I. ")
    assert read.words.endswith("… Banks cooperate.")
    assert [each["data-copy"] for each in read.attributes if "data-copy" in each] == [
        "“Banks cooperate.” (A/1, para. 1)",
        "A/1, para. 1",
    ]


def test_where_no_passage_holds_all_words_it_says_how_many_hold_each(index: Index) -> None:
    html = nothing_html(SearchedWords.of("banks zebra", index), range(3), AskAddress("banks zebra"), index)
    assert Reader(html).words == (
        "No passage holds all of these wordsbanks: 1 passagezebra: 0 passagesAsk it as a question"
    )
