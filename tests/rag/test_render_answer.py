"""An answer and its evidence as HTML."""

import re
from dataclasses import replace

import pytest

from index.document import Document
from index.store import Index
from rag.answer import Answer
from rag.answering.steps import Asked
from rag.states import UNJUDGED
from tests.support.batch_fakes import LACKS, FakeAnswerer, small_index, with_gap
from tests.ui.app.markup.test_render import Reader
from ui.app.markup.answer import (
    answer_html,
    evidence_card,
    evidence_html,
    further_html,
    introduction_html,
    question_html,
)

REPORT = "Progress report (4 April 2018)"


@pytest.fixture
def index(documents: tuple[Document, ...]) -> Index:
    return small_index(documents)


def answer(index: Index, question: str) -> Answer:
    return next(FakeAnswerer(index).answer_many([Asked(question)]))


def links(html: str) -> list[str]:
    return re.findall(r'data-go="([^"]*)"', html)


def test_each_sentence_is_followed_by_a_link_that_marks_what_was_quoted(index: Index) -> None:
    html = answer_html(answer(index, "List"), index)
    assert Reader(html).words == f"{REPORT}States should: A/1, para.\u00a02(a) Share information; para.\u00a02 (a)"
    assert links(html) == [
        "read?doc=report-2018&amp;para=2&amp;mark=0-14",
        "read?doc=report-2018&amp;para=2+%28a%29&amp;mark=19-37",
    ]


def test_words_left_out_are_marked(index: Index) -> None:
    assert "[…] (b) Return assets. para.\u00a02 (b)" in Reader(answer_html(answer(index, "Gap"), index)).words
    one, two = answer(index, "Both").statements[:2]
    spliced = replace(answer(index, "Both"), statements=(one, with_gap(two)))
    assert (
        "Networks exist. A/1, para.\u00a01[…] Banks cooperate. para.\u00a01"
        in Reader(answer_html(spliced, index)).words
    )


def test_the_sentences_of_one_paragraph_share_one_link_where_none_answers_before_the_other(index: Index) -> None:
    html = answer_html(replace(answer(index, "Both"), intent="text"), index)
    assert links(html)[0] == "read?doc=report-2018&amp;para=1&amp;mark=0-15%2C16-32"
    assert len(links(html)) == 2


def test_a_footnote_is_cited_as_one_and_opens_with_it_marked(index: Index) -> None:
    noted = answer(index, "Note")
    html = answer_html(noted, index)
    assert Reader(html).words.endswith("See para. 2. para.\u00a01, footnote 1")
    assert links(html)[1] == "read?doc=report-2018&amp;para=1&amp;note=1"
    assert "<mark>See para. 2.</mark>" in evidence_html(noted, index)


def test_where_nothing_is_found_it_looks_different_and_cites_nothing(index: Index) -> None:
    html = answer_html(answer(index, "None"), index)
    assert Reader(html).words == "–Nothing was found that clearly answers the question."
    assert '<section class="pc-state pc-nothing" aria-label="Nothing found"><h2 ' in html
    assert "pc-answer" not in html
    assert links(html) == []


def test_related_passages_never_look_like_an_answer(index: Index) -> None:
    html = answer_html(answer(index, "Related"), index)
    assert '<section class="pc-state pc-related" aria-label="Related passages to check"><h2 ' in html
    assert "pc-answer" not in html
    assert Reader(html).words == (
        "?Related passages: check whether they answer"
        "They are the nearest to what was asked. That they answer it is not established."
        f"What is missing{LACKS}"
        f"{REPORT}States should: A/1, para.\u00a02(a) Share information; para.\u00a02 (a)"
    )
    assert links(html) == links(answer_html(answer(index, "List"), index))
    passages = '<div class="pc-passages" data-state="Related passages: check whether they answer">'
    source = f'<p class="pc-source">{REPORT}</p>'
    assert f'{passages}{source}<p data-quote="card-1"><span class="pc-words">States should:</span> ' in html


def test_what_is_missing_may_be_the_only_thing_that_is_said(index: Index) -> None:
    lacking = replace(answer(index, "None"), checks=("<b>2031</b> is in none of these passages.",))
    assert Reader(answer_html(lacking, index)).words.endswith(
        "What is missing<b>2031</b> is in none of these passages."
    )
    assert "What is missing" not in answer_html(replace(answer(index, "Related"), checks=()), index)


def test_the_heading_of_what_is_no_answer_fits_the_page_it_stands_on(index: Index) -> None:
    assert '<h5 class="pc-state-title">' in answer_html(answer(index, "Related"), index, level=5)


def test_a_place_that_could_not_be_followed_is_told_under_the_answer(index: Index) -> None:
    told = replace(answer(index, "One"), remark="There is no <b>paragraph 99</b>.")
    assert Reader(answer_html(told, index)).words.endswith("There is no <b>paragraph 99</b>.")


def test_a_command_that_a_link_of_the_page_stands_for_is_not_told(index: Index) -> None:
    told = replace(
        answer(index, "One"), remark="There is no para. 9. To compare them paragraph by paragraph: pincite x"
    )
    assert Reader(answer_html(told, index)).words.endswith("There is no para. 9.")


def test_why_nothing_is_found_is_named_where_the_answer_would_stand(index: Index) -> None:
    refused = replace(answer(index, "None"), reason="There is no para. 99.")
    words = Reader(answer_html(refused, index)).words
    assert words == "–There is no para. 99.Nothing was found that clearly answers the question."


def test_evidence_is_the_cited_paragraph_whole_with_the_quoted_words_marked(index: Index) -> None:
    html = evidence_html(answer(index, "List"), index)
    assert "<mark>States should:</mark>" in html
    assert "(a) <mark>Share information;</mark>" in html
    assert "(b) Return assets." in html
    words = Reader(html).words
    assert words.startswith("The paragraphs citedA/1, para.\u00a02Copy quotation Copy citationProgress report (4 April")
    assert "“States should: […] Share information;” (A/1, para. 2)" in html


def test_the_paragraph_before_is_offered_and_none_after_the_last_of_a_document(index: Index) -> None:
    card = evidence_card(index, 1, ())
    assert "The paragraph before: para. 1" in card
    assert "Networks exist." in card
    assert "The paragraph after" not in card


def test_a_title_that_the_citation_says_already_is_not_repeated(index: Index) -> None:
    assert '<p class="pc-crumbs"><span>Draft guideline 1</span></p>' in evidence_card(index, 2, ())


def test_the_title_stands_over_the_first_of_the_paragraphs_of_a_document(index: Index) -> None:
    cited = evidence_html(replace(answer(index, "Who"), statements=answer(index, "Both").statements), index)
    both = evidence_html(
        replace(answer(index, "Who"), statements=(*answer(index, "Who").statements, *answer(index, "List").statements)),
        index,
    )
    assert cited.count(f"<span>{REPORT}</span>") == 1
    assert both.count('<article class="pc-card"') == 2
    assert both.count(f"<span>{REPORT}</span>") == 1


def test_without_an_answer_the_nearest_paragraphs_are_shown_unjudged(index: Index) -> None:
    html = evidence_html(answer(index, "None"), index)
    assert Reader(html).words.startswith(f"The nearest paragraphs{UNJUDGED}A/1, para.\u00a01")
    assert "<mark>" not in html


def test_what_was_found_and_is_not_cited_is_shown_apart(index: Index) -> None:
    html = further_html(answer(index, "List"), index)
    cards = re.findall(r'<article class="pc-card" id="card-\d+" aria-label="([^"]*)"', html)
    assert cards == ["A/1, para. 1", "Guidelines, draft guideline 1, para. 1"]


def test_where_there_is_no_answer_all_that_was_found_can_be_looked_through(index: Index) -> None:
    many = tuple(replace(hit, row=0) for hit in answer(index, "Related").evidence[:1] * 9)
    for kind, count in (("List", 5), ("Related", 9)):
        assert further_html(replace(answer(index, kind), evidence=many), index).count("<article") == count


def test_a_question_is_shown_as_it_was_typed(index: Index) -> None:
    assert Reader(question_html(answer(index, "Who <script>?"))).words == "Who <script>?"
    assert Reader(question_html(answer(index, "Who <script>?"))).names == ["div", "h1"]
    assert Reader(introduction_html()).words.startswith("What do the documents say?")
