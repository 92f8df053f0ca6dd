"""A document as it reads, as HTML."""

import re

import pytest

from index.document import Document, Item, Note, Paragraph
from index.locator import Locator
from rag.citing.links import Links
from rag.searching.finding import Found, find
from tests.support.papers import index_of
from tests.ui.app.markup.test_render import Reader
from ui.app.addresses import ReadAddress
from ui.app.markup.document import (
    contents_html,
    document_html,
    headings,
    masthead_html,
    place_of,
    references_html,
)

NOWHERE = ReadAddress()
NOTHING = Found({})


def paragraph(number: str, text: str, *path: str) -> Paragraph:
    return Paragraph(Locator(number=number), text, path)


def report() -> Document:
    return Document(
        id="report",
        title="Report <b>",
        symbol="A/1",
        date="2018-04-04",
        body="Group",
        notes=(Note("*", "A/0."),),
        paragraphs=(
            paragraph("1", "Banks cooperate.", "I. One"),
            paragraph("2", "Courts  hear banks.", "I. One", "A. Deep"),
            paragraph("3", "Nobody acts.", "II. Two"),
            paragraph("4", "All act.", "II. Two", "A. Deep"),
        ),
    )


def test_a_heading_is_shown_once_where_it_begins_and_again_in_another_section() -> None:
    shown = [(each.words, each.depth, each.id) for each in headings(report())]
    assert shown == [
        ("I. One", 1, "heading-1"),
        ("A. Deep", 2, "heading-2"),
        ("II. Two", 1, "heading-3"),
        ("A. Deep", 2, "heading-4"),
    ]


def test_the_contents_lead_to_the_headings_of_the_page() -> None:
    targets = re.findall(r'data-scroll="([^"]*)"', contents_html(report()))
    html = document_html(report(), NOWHERE, NOTHING)
    assert targets == ["heading-1", "heading-2", "heading-3", "heading-4"]
    assert all(f'id="{target}"' in html for target in targets)


def test_a_document_without_headings_has_no_contents() -> None:
    assert contents_html(Document(id="a", title="A", paragraphs=(paragraph("1", "Text."),))) == ""


def test_the_masthead_shows_what_is_known_as_text() -> None:
    assert Reader(masthead_html(report())).words == "A/1 · official documentReport <b>Group · 4 April 2018* A/0."


def test_the_paragraph_of_the_address_stands_out_with_its_words_marked() -> None:
    html = document_html(report(), ReadAddress("report", "2", ((0, 6), (90, 99))), NOTHING)
    assert html.count("pc-here") == 1
    assert '<section class="pc-para pc-here" id="para-2"' in html
    assert re.findall("<mark>(.*?)</mark>", html) == ["Courts"]


def test_the_footnote_of_the_address_is_marked() -> None:
    where = Locator(number="1")
    noted = Paragraph(where, "So it is.", (), notes=(Note("1", "See there."), Note("2", "See here.")))
    document = Document(id="a", title="A", paragraphs=(noted,))
    html = document_html(document, ReadAddress("a", "1", note="2"), NOTHING)
    assert re.findall("<mark>(.*?)</mark>", html) == ["See here."]


def test_the_address_of_a_sub_item_finds_its_paragraph() -> None:
    where = Locator(("annex",), "4.1")
    listed = Paragraph(where, "Do: (a) This.", (), (Item(where.item("a"), "This.", 8, 13),))
    document = Document(id="a", title="A", paragraphs=(listed,))
    assert place_of(document, ReadAddress("a", "annex, 4.1 (a)")) is listed
    assert place_of(document, ReadAddress("a", "4.1 (a)")) is None
    copies = re.findall(r'data-copy="([^"]*)"', document_html(document, NOWHERE, NOTHING))
    assert copies == ["A, annex, para. 4.1", "A, annex, para. 4.1 (a)"]


@pytest.mark.parametrize(
    ("address", "marked"),
    [
        (ReadAddress("a", "1 (b)"), ["That."]),
        (ReadAddress("a", "1 (b)", ((0, 3),)), ["Do:"]),
        (ReadAddress("a", "1"), []),
    ],
)
def test_a_sub_item_is_marked_where_the_address_names_it_and_marks_nothing_else(
    address: ReadAddress, marked: list[str]
) -> None:
    where = Locator(number="1")
    items = (Item(where.item("a"), "This.", 8, 13), Item(where.item("b"), "That.", 18, 23))
    document = Document(id="a", title="A", paragraphs=(Paragraph(where, "Do: (a) This. (b) That.", (), items),))
    assert re.findall("<mark>(.*?)</mark>", document_html(document, address, NOTHING)) == marked


def test_a_search_finds_words_in_any_case_and_spacing_and_shows_their_paragraphs_only() -> None:
    found = find(report(), "COURTS hear")
    assert (found.count, list(found.spans)) == (1, [1])
    html = document_html(report(), NOWHERE, found)
    assert "<mark>Courts  hear</mark>" in html
    assert "Nobody acts." not in html
    assert find(report(), "banks").count == 2
    assert find(report(), " ").count == 0
    assert find(report(), "(.*)").count == 0


def test_a_paragraph_without_a_number_has_a_sign_in_its_place() -> None:
    document = Document(id="a", title="A", paragraphs=(Paragraph(Locator(("draft guideline 3",)), "One."),))
    assert ">¶</a>" in document_html(document, NOWHERE, NOTHING)


def test_what_a_paragraph_refers_to_stands_under_it_as_links() -> None:
    citing = Document(
        id="citing",
        title="Citing",
        symbol="A/2",
        paragraphs=(
            Paragraph(Locator(number="1"), "See A/RES/73/6, para. 5, and General Assembly resolution 73/190."),
            Paragraph(Locator(number="2"), "Nothing is referred to."),
        ),
    )
    cited = Document(
        id="cited", title="Cited", symbol="A/RES/73/6", paragraphs=(Paragraph(Locator(number="5"), "Women vote."),)
    )
    index = index_of(citing, cited)
    first, second = (references_html(Links(index).of(row), index) for row in index.rows_of("citing"))
    assert 'href="read?doc=cited&amp;para=5"' in first
    assert 'href="https://docs.un.org/en/A/RES/73/190" target="_blank" rel="noopener noreferrer"' in first
    assert second == ""
    html = document_html(citing, NOWHERE, NOTHING, [first, second])
    assert first in html
    assert html.index("resolution 73/190.") < html.index("Refers to") < html.index("Nothing is referred to.")
