"""Where a question went that wants a tool: one line that says so and leads there."""

from dataclasses import replace

import pytest

from index.document import Document
from index.store import Index
from rag.answer import Answer, Intent
from rag.answering.steps import Asked
from tests.support.batch_fakes import FakeAnswerer, small_index
from tests.ui.app.markup.test_render import Reader
from ui.app.markup.asking.route import route_html


@pytest.fixture
def index(documents: tuple[Document, ...]) -> Index:
    return small_index(documents)


def routed(index: Index, question: str, intent: Intent) -> tuple[str, list[str | None]]:
    (answer,) = FakeAnswerer(index).answer_many([Asked("Who?")])
    asked: Answer = replace(answer, question=question, intent=intent)
    read = Reader(route_html(asked, index))
    return read.words, [each["data-go"] for each in read.attributes if "data-go" in each]


def test_a_plain_question_went_nowhere_else(index: Index) -> None:
    assert routed(index, "Who cooperates?", "facts") == ("", [])


def test_every_mention_is_searched_for(index: Index) -> None:
    assert routed(index, "List all mentions of assets in the 2018 report", "search") == (
        "You asked for every mention. The first are shown here. All of them, with counts",
        ["search?q=assets&doc=report-2018"],
    )


def test_a_question_typed_in_a_hurry_leads_where_it_was_meant_to(index: Index) -> None:
    words, ways = routed(index, "list all mentions of netwroks in the 2018 report", "search")
    assert ways == ["search?q=Networks&doc=report-2018"], words


def test_a_summary_leads_to_the_document(index: Index) -> None:
    words, ways = routed(index, "Summarize the 2018 report", "summary")
    assert words.endswith("Open A/1 · Gather what it says, as a brief")
    assert ways == ["read?doc=report-2018", "batch?theme=Progress+report&doc=report-2018"]


def test_what_is_asked_of_a_document_itself_leads_to_it(index: Index) -> None:
    words, ways = routed(index, "When was A/1 issued?", "document")
    assert words == "You asked about documents themselves: no paragraph is quoted for that. Open A/1"
    assert ways == ["read?doc=report-2018"]


def test_an_overview_of_a_theme_may_be_a_brief(index: Index) -> None:
    words, ways = routed(index, "Give me an overview of the networks in the 2018 report", "facts")
    assert words == "You asked for an overview. Gather what the documents say on the networks, as a brief"
    assert ways == ["batch?theme=the+networks&doc=report-2018"]


def test_what_the_question_compares_no_two_documents_of_leads_nowhere(index: Index) -> None:
    assert routed(index, "What changed in Peru?", "change") == ("", [])


def test_a_comparison_of_two_documents_leads_to_them_side_by_side(index: Index) -> None:
    words, ways = routed(index, "How do the 2018 report and the guidelines differ?", "change")
    assert words == "You asked what is different. Compare the two, side by side"
    assert ways in (["compare?left=report-2018&right=guide"], ["compare?left=guide&right=report-2018"])
