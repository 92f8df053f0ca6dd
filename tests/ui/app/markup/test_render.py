"""Pieces of HTML: whatever a document holds shows as text."""

from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.document import Document, Item, Note, Paragraph
from index.locator import Locator
from rag.citing.citation import listed_name
from ui.app.markup.paragraphs.bodies import blocks_of, paragraph_body
from ui.app.markup.render import (
    anchor,
    citation_link,
    copy_button,
    crumbs,
    label,
    line,
    marked,
    notes,
    page,
    within,
)

NASTY = ["<script>alert(1)</script>", "$x$", "[a](javascript:alert(1))", "a & b", '"><img src=x onerror=alert(1)>', "'"]
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60) | st.sampled_from(NASTY)
SPANS = st.lists(st.tuples(st.integers(-5, 70), st.integers(-5, 70)), max_size=5)


class Reader(HTMLParser):
    """The names of the elements of some HTML, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.names: list[str] = []
        self.attributes: list[dict[str, str | None]] = []
        self.words = ""
        # A Markup would escape what the parser puts together of its parts.
        self.feed(str(html))
        self.close()

    def handle_starttag(self, name: str, attributes: list[tuple[str, str | None]]) -> None:
        self.names.append(name)
        self.attributes.append(dict(attributes))

    def handle_data(self, data: str) -> None:
        self.words += data


def document(text: str = "Text.", **facts: str) -> Document:
    paragraph = Paragraph(Locator(number="65"), text)
    return Document(id="report", title="Progress report", paragraphs=(paragraph,), **facts)  # type: ignore[arg-type]


@given(words=TEXTS, spans=SPANS)
def test_marked_words_are_the_words_with_nothing_but_marks(words: str, spans: list[tuple[int, int]]) -> None:
    read = Reader(marked(words, spans))
    assert set(read.names) <= {"mark"}
    # Browsers and the parser read every kind of line end as one.
    assert read.words == words


@given(words=TEXTS.filter(bool))
def test_an_attribute_cannot_be_left(words: str) -> None:
    read = Reader(copy_button(words, words, "Copy"))
    assert read.names == ["button"]
    assert read.attributes[0]["data-copy"] == words
    assert read.words == "Copy"


@pytest.mark.parametrize("words", NASTY)
def test_a_paragraph_a_heading_and_a_note_show_mark_up_as_text(words: str) -> None:
    paragraph = Paragraph(Locator(number="1"), words, (words,), notes=(Note("1", words),))
    read = Reader(paragraph_body(paragraph) + crumbs(paragraph.headings) + notes(paragraph.notes))
    assert set(read.names) <= {"p", "div", "span", "sup"}
    assert read.words.count(words) == 3


def test_touching_and_overlapping_marks_are_one_and_those_beyond_the_end_are_cut() -> None:
    assert marked("one two three", [(4, 7), (0, 3), (5, 99)]) == "<mark>one two three</mark>"
    assert marked("one two three", [(8, 3)]) == "one two three"


def test_what_is_not_given_of_a_line_is_no_attribute() -> None:
    assert line("x", "a") == '<p class="a">x</p>'
    assert line('"<b>"', id='"') == '<p id="&#34;">&#34;&lt;b&gt;&#34;</p>'


@pytest.mark.parametrize("words", NASTY)
def test_a_page_escapes_what_no_template_made(words: str) -> None:
    read = Reader(page(words))  # type: ignore[arg-type]
    assert read.names == ["div"]
    assert read.words == words


def test_a_citation_is_a_link_that_a_screen_reader_announces_as_a_source() -> None:
    html = citation_link(document(symbol="A/1"), Locator(number="65", items=("c",)), [(3, 9)])
    assert html == (
        '<a class="pc-cite" href="read?doc=report&amp;para=65+%28c%29&amp;mark=3-9" '
        'data-go="read?doc=report&amp;para=65+%28c%29&amp;mark=3-9" '
        'aria-label="Source: A/1, para. 65 (c). Open it.">A/1, para.\u00a065 (c)</a>'
    )


def test_sub_items_stand_on_lines_of_their_own_and_what_follows_them_does_too() -> None:
    text = "Do: (a) This; (i) That; Then go."
    where = Locator(number="1")
    items = (
        Item(where.item("a"), "This;", 8, 13),
        Item(where.item("a", "i"), "That;", 18, 23),
    )
    lines = [(text[start:end].strip(), depth) for start, end, depth in blocks_of(Paragraph(where, text, (), items))]
    assert lines == [("Do:", 0), ("(a) This;", 1), ("(i) That;", 2), ("Then go.", 0)]


def test_marks_are_carried_into_the_lines_of_a_paragraph() -> None:
    text = "Do: (a) This; (b) That."
    where = Locator(number="1")
    items = (Item(where.item("a"), "This;", 8, 13), Item(where.item("b"), "That.", 18, 23))
    html = paragraph_body(Paragraph(where, text, (), items), [(0, 3), (8, 13)])
    assert html == (
        '<p><mark>Do:</mark></p><p class="pc-item pc-item-1">(a) <mark>This;</mark></p>'
        '<p class="pc-item pc-item-1">(b) That.</p>'
    )


def test_spans_are_cut_to_a_piece_and_counted_from_its_start() -> None:
    assert within([(0, 5), (8, 20), (30, 40)], 4, 10) == [(0, 1), (4, 6)]


@pytest.mark.parametrize(
    ("locator", "expected"),
    [
        (Locator(number="65"), "para-65"),
        (Locator(("annex", "draft guideline 4"), "4.1", ("a",)), "para-annex-draft-guideline-4-4.1-a"),
        (Locator(("draft guideline 3",)), "para-draft-guideline-3"),
    ],
)
def test_the_anchor_of_a_place_is_its_locator(locator: Locator, expected: str) -> None:
    assert anchor(locator) == expected


@pytest.mark.parametrize("words", ["a *b* _c_", "[a](b)", ":red[x]", "$x$", "# x", "a -> b", "1. x", "`x`"])
def test_nothing_in_a_label_is_read_as_markdown(words: str) -> None:
    escaped = label(words)
    assert escaped.replace("\\", "") == words
    assert all(escaped[escaped.index(mark) - 1] == "\\" for mark in "*_[]():$#`->" if mark in words)


def test_a_document_is_listed_by_symbol_and_short_title() -> None:
    assert listed_name(document(symbol="A/1", short_title="Report")) == "A/1 — Report"
    assert listed_name(document(short_title="Report", date="2018-04-04")) == "Report (4 April 2018)"


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("at 'http://a.org/b'", "at '\u2060http://a.org/b'"),
        ("HTTPS://www.a.org", "\u2060HTTPS://\u2060www.a.org"),
        ("ask ada.b@a.org", "ask ada.b\u2060@a.org"),
        ("the httpd of wwwa", "the httpd of wwwa"),
    ],
)
def test_an_address_in_a_label_is_kept_from_becoming_a_link_by_a_character_unseen(words: str, shown: str) -> None:
    assert label(words).replace("\\", "") == shown


def test_an_entity_in_a_label_is_shown_as_it_is_written() -> None:
    assert label("A &copy; B") == "A \\&copy; B"


TABLE = Paragraph(
    Locator((), "1", label="table"),
    "Table 1. Aid (dollars)\nRegion | 2024 | 2025\nAsia & Co. | 4 | (1)\nAfrica | –\nSource: the Fund.",
    kind="table",
    rows=(("Region", "2024", "2025"), ("Asia & Co.", "4", "(1)"), ("Africa", "", "–")),
)


def test_a_table_is_set_as_one_with_what_is_quoted_marked_cell_by_cell() -> None:
    quoted = TABLE.text.index("Asia"), TABLE.text.index("\nAfrica")
    html = paragraph_body(TABLE, [quoted])
    assert "<p>Table 1. Aid (dollars)</p>" in html
    # The head of a column of figures is set as these are.
    heads = '<th scope="col">Region</th><th scope="col">2024</th><th scope="col" class="pc-figure">2025</th>'
    assert f"<thead><tr>{heads}</tr></thead>" in html
    assert (
        '<th scope="row"><mark>Asia &amp; Co.</mark></th><td class="pc-figure"><mark>4</mark></td>'
        '<td class="pc-figure"><mark>(1)</mark></td>'
    ) in html
    assert '<th scope="row">Africa</th><td></td><td class="pc-figure">–</td>' in html
    assert html.endswith("<p>Source: the Fund.</p>")


def test_a_cell_that_is_spaced_otherwise_in_its_row_is_shown_and_not_marked_elsewhere() -> None:
    rows = (("Region", "2024"), ("Asia \n& Co.", "4"))
    html = paragraph_body(replace(TABLE, text="Region | 2024\nAsia & Co. | 4", rows=rows), [(0, 10)])
    assert '<th scope="row">Asia \n&amp; Co.</th><td class="pc-figure">4</td>' in html


def test_a_table_whose_rows_do_not_stand_in_its_text_is_shown_as_text() -> None:
    html = paragraph_body(replace(TABLE, rows=(("Other", "1"),)))
    assert "<table>" not in html
    assert "Asia &amp; Co. | 4 | (1)" in html
