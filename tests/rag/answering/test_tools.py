"""Summaries, searches and comparisons: questions that a tool answers."""

import pytest

from index.document import Document
from index.store import Index
from rag.answer import Answer, Statement
from rag.answerer import Answerer
from rag.answering.writer import Draft
from rag.citing.quoted import quoted
from rag.settings import ChoiceSettings, Costs, Settings
from tests.support.fake_writer import FakeWriter
from tests.support.fakes import FakeEmbedder
from tests.support.papers import index_of, numbered, paragraph

HEADED = Document(
    "headed",
    "Headed report",
    (
        paragraph("1", "Networks began. They grew.", "I. Introduction"),
        paragraph("2", "Mines close in Peru.", "I. Introduction"),
        paragraph("3", "Judges decide. Mines open.", "II. Courts", "A. Judges"),
        paragraph("4", "Karate kids kick.", "II. Courts", "B. Kids"),
        paragraph("5", "Women vote.", "III. Votes"),
    ),
    symbol="A/1",
)
SUMMED = Document(
    "summed",
    "Summed report",
    (paragraph("1", "All is well. Trust grows.", "Summary"), paragraph("2", "Data are kept.", "I. Data")),
    symbol="A/2",
)
PLAIN = Document("plain", "Plain paper", numbered(*(f"Goats graze on hill {place}." for place in range(1, 31))), "A/3")


@pytest.fixture(scope="module")
def index() -> Index:
    return index_of(HEADED, SUMMED, PLAIN)


@pytest.fixture(scope="module")
def answerer(index: Index) -> Answerer:
    return Answerer(index, FakeEmbedder(), Settings(choice=ChoiceSettings(costs=Costs(wrong=0.0))))


def told(answer: Answer) -> list[str]:
    return [each.text for each in answer.statements]


def test_a_document_is_summed_up_by_how_each_part_begins(answerer: Answerer) -> None:
    answer = answerer.answer("Summarise A/1")
    assert (answer.intent, answer.state) == ("summary", "answers")
    assert told(answer) == ["Networks began.", "Judges decide.", "Women vote."]
    assert [each.citations[0].text for each in answer.statements] == ["A/1, para. 1", "A/1, para. 3", "A/1, para. 5"]
    assert answer.remark == "These are sentences of the text itself; its outline: pincite show headed"


def test_a_summary_of_its_own_sums_a_document_up(answerer: Answerer) -> None:
    assert told(answerer.answer("What is A/2 about?")) == ["All is well.", "Trust grows."]


def test_a_text_without_headings_is_summed_up_by_paragraphs_spread_over_it(answerer: Answerer) -> None:
    hills = [int(each.split()[-1].rstrip(".")) for each in told(answerer.answer("Summarise A/3"))]
    assert (hills[0], hills[-1], len(hills)) == (1, 30, 8)


def test_every_paragraph_with_the_words_is_found_and_counted(answerer: Answerer) -> None:
    answer = answerer.answer("List all mentions of mines")
    assert (answer.intent, told(answer)) == ("search", ["Mines close in Peru.", "Mines open."])
    assert answer.remark == "2 paragraphs mention “mines”."


def test_of_many_mentions_the_first_are_shown(answerer: Answerer) -> None:
    answer = answerer.answer("Show me every paragraph that mentions goats")
    assert told(answer) == [f"Goats graze on hill {place}." for place in range(1, 11)]
    assert answer.remark == (
        "30 paragraphs mention “goats”; the first 10 are shown. Name a document to see those of that one."
    )


def test_a_search_keeps_to_the_documents_that_are_named(answerer: Answerer) -> None:
    answer = answerer.answer("Find all references to mines in A/2")
    assert (answer.state, answer.reason) == ("nothing", "No paragraph holds all of these words: mines in.")


def test_a_title_is_no_mention(answerer: Answerer) -> None:
    assert answerer.answer("List all mentions of reports").state == "nothing"


def test_a_comparison_names_the_command_that_shows_all(answerer: Answerer) -> None:
    answer = answerer.answer("What is the difference between A/1 and A/2?")
    assert answer.intent == "change"
    assert answer.statements
    assert answer.remark == "To compare them paragraph by paragraph: pincite compare headed summed"


def test_a_comparison_without_sentences_names_it_as_well(index: Index) -> None:
    answer = Answerer(index, FakeEmbedder(), writer=FakeWriter(Draft("nothing"))).answer("Compare A/1 and A/2")
    assert answer.reason == (
        "Nothing was found that clearly answers the question. "
        "To compare them paragraph by paragraph: pincite compare headed summed"
    )


def test_what_names_something_that_no_passage_holds_is_only_related_whoever_writes(index: Index) -> None:
    citation = quoted(index.paragraphs[1], (0, 20))
    writer = FakeWriter(Draft.of((Statement(citation.quote, (citation,)),), 0.9))
    answers = Answerer(index, FakeEmbedder(), writer=writer)
    brazil = answers.answer("Do mines close in Brazil?")
    assert (brazil.state, brazil.checks) == ("related", ("“Brazil” is in none of these passages.",))
    peru = answers.answer("Do mines close in Peru?")
    assert (peru.state, peru.checks) == ("answers", ())
