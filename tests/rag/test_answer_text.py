"""An answer to take away: plain text and Markdown."""

from dataclasses import replace

import pytest

from index.document import Document
from index.store import Index
from rag.answer import Answer
from rag.answering.steps import Asked
from rag.states import UNJUDGED
from tests.support.batch_fakes import LACKS, FakeAnswerer, small_index, with_gap
from tests.support.tables import quoting, table_index
from ui.app.markup.answer_text import as_markdown, markdown, plain_text


@pytest.fixture
def index(documents: tuple[Document, ...]) -> Index:
    return small_index(documents)


def answer(index: Index, question: str) -> Answer:
    return next(FakeAnswerer(index).answer_many([Asked(question)]))


def test_a_place_that_could_not_be_followed_is_told_after_the_sources(index: Index) -> None:
    told = replace(answer(index, "One"), remark="There is no paragraph 99 in A/1.")
    assert plain_text(told, index).endswith("Sources: A/1, para. 1\nThere is no paragraph 99 in A/1.\n")


def test_plain_text_has_each_sentence_with_its_citation_and_the_sources(index: Index) -> None:
    assert plain_text(answer(index, "List what *to* do"), index) == (
        "List what *to* do\n\n"
        "States should: (A/1, para. 2)\n"
        "(a) Share information; (para. 2 (a))\n\n"
        "Sources: A/1, paras. 2 and 2 (a)\n"
    )


def test_words_left_out_are_marked_wherever_an_answer_is_taken(index: Index) -> None:
    found = answer(index, "Gap")
    assert "[…] (b) Return assets. (para. 2 (b))" in plain_text(found, index)
    assert "[…] (b) Return assets. (para. 2 (b))" in markdown(found, index).replace("\\", "")
    one, two = answer(index, "Both").statements[:2]
    spliced = replace(found, statements=(one, with_gap(two)))
    assert "Networks exist. […] Banks cooperate. (A/1, para. 1)" in plain_text(spliced, index)


def test_that_nothing_was_found_is_said_and_the_nearest_paragraphs_are_unjudged(index: Index) -> None:
    assert plain_text(answer(index, "None"), index) == (
        "None\n\n"
        "Nothing was found that clearly answers the question.\n\n"
        f"The nearest paragraphs. {UNJUDGED}\n\n"
        "Networks exist. Banks cooperate. (A/1, para. 1)\n\n"
        "States should: (a) Share information; (b) Return assets. (A/1, para. 2)\n"
    )


def test_markdown_keeps_the_marks_of_the_text_from_being_read(index: Index) -> None:
    text = markdown(answer(index, "Both *and* [a](b)"), index)
    assert text.startswith("# Both \\*and\\* \\[a\\](b)\n\nNetworks exist. Banks cooperate. (A/1, para. 1)\n\n")
    assert as_markdown("$x$ <b> `c` 1_2") == "\\$x\\$ \\<b\\> \\`c\\` 1\\_2"


def test_why_nothing_was_found_is_said_first(index: Index) -> None:
    assert plain_text(answer(index, "Nowhere"), index).startswith(
        "Nowhere\n\nThere is no paragraph 9.\nNothing was found that clearly answers the question.\n\n"
    )


def test_each_related_passage_says_that_it_is_one_wherever_it_is_pasted(index: Index) -> None:
    assert plain_text(answer(index, "Related"), index) == (
        "Related\n\n"
        "Related passages: check whether they answer\n"
        "They are the nearest to what was asked. That they answer it is not established.\n\n"
        f"What is missing: {LACKS}\n\n"
        "States should: (A/1, para. 2; related passage, to check)\n"
        "(a) Share information; (para. 2 (a); related passage, to check)\n\n"
        "Sources: A/1, paras. 2 and 2 (a)\n"
    )
    text = markdown(answer(index, "Related"), index)
    assert "\n\nRelated passages: check whether they answer\n\n" in text
    assert "States should: (A/1, para. 2; related passage, to check)\n\n" in text


def test_rows_of_a_table_stand_on_lines_of_their_own() -> None:
    tables = table_index()
    told = quoting(tables, "Africa | 4 | | 1")
    rows = "| Audits | | Cases\n| 2023 | 2024 | 2024\nAfrica | 4 | | 1 (A/1, table 1)\n"
    assert f"Table 1. Audits & cases\n{rows}" in plain_text(told, tables)
    assert "\\| 2023 \\| 2024 \\| 2024  \nAfrica \\| 4 \\| \\| 1 (A/1, table 1)\n" in markdown(told, tables)
