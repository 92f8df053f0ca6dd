"""What whoever greets is shown: the documents that are held, and questions to begin with."""

from dataclasses import replace

import pytest

from index.document import Document
from rag.answer import Answer
from tests.support.batch_fakes import small_index
from tests.ui.app.markup.test_render import Reader
from ui.app.markup.answer import answer_html
from ui.app.markup.asking.about import about_html


def test_the_documents_are_named_and_linked_newest_first(documents: tuple[Document, ...]) -> None:
    report, guide = documents
    html = about_html([report, replace(guide, date="2021-01-01")])
    words = Reader(html).words
    assert words.index("Guidelines") < words.index("A/1 — Progress report")
    assert 'data-go="read?doc=report-2018"' in html
    assert "Questions to begin with" in words
    assert "See all" not in words


def test_of_many_documents_eight_are_named_and_a_link_leads_to_all(documents: tuple[Document, ...]) -> None:
    many = [replace(documents[0], id=str(number)) for number in range(12)]
    html = about_html(many)
    assert html.count('data-go="read?doc=') == 8
    assert '<a href="documents" data-go="documents">See all 12 documents</a>' in html


def test_a_name_takes_two_lines_at_most(documents: tuple[Document, ...]) -> None:
    letter = replace(documents[0], title="Letter from the Chair of the Committee " + "and of another " * 20)
    assert "A/1 — Letter from the Chair of the Committee and of another" in about_html([letter])
    assert max(len(each) for each in Reader(about_html([letter])).words.split("paragraphs")[1].split("Questions")) < 130


@pytest.mark.parametrize("level", [2, 3])
def test_in_a_thread_what_a_greeting_was_told_is_a_line_and_no_heading(
    documents: tuple[Document, ...], level: int
) -> None:
    told = Answer(
        "hi", False, (), (), (), "extractive", "fake", "x", 0.0, {}, intent="about", reason="Ask <b>what</b> they say."
    )
    html = answer_html(told, small_index(documents), level=level)
    assert "<h" not in html
    assert "Nothing was found" not in html
    assert "Ask &lt;b&gt;what&lt;/b&gt; they say." in html
