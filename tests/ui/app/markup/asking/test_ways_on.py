"""What a reader can do next where there is no answer: each way on does what it says."""

from dataclasses import replace

import pytest

from index.document import Document
from index.store import Index
from tests.rag.test_render_answer import answer, links
from tests.support.batch_fakes import small_index
from tests.ui.app.markup.test_render import Reader
from ui.app.addresses import AskAddress, Filters, Turn
from ui.app.markup.asking.ways_on import OnPage, ways_on_html

RELATED = AskAddress("Related banks?")


@pytest.fixture
def index(documents: tuple[Document, ...]) -> Index:
    return small_index(documents)


def test_an_answer_needs_no_way_on(index: Index) -> None:
    assert ways_on_html(answer(index, "Who"), AskAddress("Who"), index) == ""


def test_the_ways_on_are_told_in_order_and_each_can_be_clicked(index: Index) -> None:
    html = ways_on_html(answer(index, "Related?"), RELATED, index)
    assert Reader(html).words == (
        "What you can do"
        "Ask in other words, as the documents would put it"
        "Look through the other paragraphs that were found"
        "Search the passages for its words: banks"
    )
    assert 'data-reword="Related?"' in html
    assert 'data-unfold="further"' in html
    assert links(html) == ["search?q=banks"]


def test_a_thread_goes_on_and_a_search_looks_where_was_asked(index: Index) -> None:
    thread = AskAddress("Related banks?", Filters(("a",)), (Turn("Who?", Filters(("a",))), Turn("Where?")))
    assert links(ways_on_html(answer(index, "Related?"), thread, index)) == [
        "./?q=Who%3F&amp;q=Where%3F&amp;q=Related+banks%3F&amp;was=0%3Fdoc%3Da",
        "search?q=banks&amp;doc=a",
    ]


def test_a_way_leads_to_the_page_that_does_it(index: Index) -> None:
    found = answer(index, "Related?")
    compare, show = (ways_on_html(replace(found, intent=each), RELATED, index) for each in ("change", "summary"))
    assert links(compare)[0] == "compare?left=report-2018&amp;right=guide"
    assert links(show)[0] == "read?doc=report-2018"


def test_what_the_page_offers_elsewhere_or_does_not_have_is_no_way_on(index: Index) -> None:
    found = replace(answer(index, "Related?"), intent="change")
    html = ways_on_html(found, RELATED, index, has=OnPage(is_compared=True, has_further=False))
    assert "compare?" not in html
    assert "data-unfold" not in html


def test_a_word_that_no_paragraph_has_is_searched_as_it_was_read(index: Index) -> None:
    html = ways_on_html(answer(index, "Related netwroks?"), AskAddress("Related netwroks?"), index)
    assert links(html) == ["search?q=Networks"]


def test_words_that_only_ask_or_stand_in_no_passage_are_not_searched(index: Index) -> None:
    found = answer(index, "Related?")
    assert links(ways_on_html(found, AskAddress("How many networks exist?"), index)) == ["search?q=networks+exist"]
    assert links(ways_on_html(found, AskAddress("what is it?"), index)) == []
    assert links(ways_on_html(found, AskAddress("Quels réseaux de banks ?"), index)) == ["search?q=banks"]


def test_what_was_typed_stands_as_text(index: Index) -> None:
    asked = replace(answer(index, "None"), question='<b onclick="x">')
    assert "<b onclick" not in ways_on_html(asked, AskAddress(asked.question), index)
