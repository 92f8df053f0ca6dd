"""An answer as HTML: what answers comes first, what else is said stands apart, each under its document."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from index.document import Document, Item, Paragraph
from index.locator import Locator
from index.store import Index
from rag.answer import Answer, Statement
from rag.citing.quoted import quoted, quoted_spans
from tests.support.batch_fakes import small_index
from tests.support.tables import quoting, table, table_index
from tests.ui.app.markup.test_render import Reader
from ui.app.markup.answer import answer_html

TEXTS = ("It began with care. It has 12 members.", "Others agree.", "A third says so.", "A fourth too.", "And a fifth.")


@pytest.fixture
def index() -> Index:
    paragraphs = tuple(Paragraph(Locator(number=str(n)), text) for n, text in enumerate(TEXTS, 1))
    paper = Document(id="paper", title="A paper", date="2019-05-29", paragraphs=paragraphs[:2])
    other = Document(id="report", title="A report", symbol="A/1", date="2018", paragraphs=paragraphs)
    return small_index((paper, other))


def answered(index: Index, said: Sequence[tuple[int, str]], question: str = "How many members has it?") -> Answer:
    """The answer to `question` that quotes these words of these rows."""
    statements = []
    for row, words in said:
        ref = index.paragraphs[row]
        start = ref.text.index(words)
        statements.append(Statement(words, (quoted(ref, (start, start + len(words))),)))
    return Answer(question, True, tuple(statements), (), (), "extractive", "fake", index.fingerprint, 0.9, {})


def test_the_sentence_that_answers_is_large_and_its_key_words_are_strong(index: Index) -> None:
    html = answer_html(answered(index, [(0, "It began with care."), (0, "It has 12 members.")]), index)
    lead = html.split('<div class="pc-lead">')[1].split("</div>")[0]
    assert "It began with care. It has <strong>12</strong> members." in lead
    assert html.count("<strong>") == 1
    assert "Also in the documents" not in html


def test_what_the_same_paragraph_goes_on_to_say_is_not_large(index: Index) -> None:
    html = answer_html(answered(index, [(0, "It began with care."), (0, "It has 12 members.")], "Did it begin?"), index)
    lead, rest = html.split('<div class="pc-lead">')[1].split("</div>", 1)
    assert "It began with care." in lead
    assert "It has 12 members." in rest


def test_what_leads_is_large_wherever_it_stands_in_its_paragraph(index: Index) -> None:
    answer = answered(index, [(0, "It began with care."), (0, "It has 12 members.")], "Is it large?")
    first, second = answer.statements
    html = answer_html(replace(answer, statements=(first, replace(second, leads=True))), index)
    lead, rest = html.split('<div class="pc-lead">')[1].split("</div>", 1)
    assert "It has 12 members." in lead
    assert "It began with care." not in lead
    assert "It began with care." in rest


def test_what_follows_a_sentence_that_leads_is_shown_after_a_gap(index: Index) -> None:
    answer = answered(index, [(0, "It began with care."), (0, "It has 12 members.")], "Did it begin?")
    first, second = answer.statements
    html = answer_html(replace(answer, statements=(replace(first, leads=True), second)), index)
    lead, rest = html.split('<div class="pc-lead">')[1].split("</div>", 1)
    assert "[…]" not in lead
    assert "[…] It has 12 members." in rest


def test_key_words_tell_more_than_what_leads(index: Index) -> None:
    answer = answered(index, [(0, "It began with care."), (0, "It has 12 members.")])
    first, second = answer.statements
    html = answer_html(replace(answer, statements=(replace(first, leads=True), second)), index)
    lead = html.split('<div class="pc-lead">')[1].split("</div>")[0]
    assert "It began with care. It has <strong>12</strong> members." in lead


def test_what_else_is_said_stands_under_its_document_and_is_folded_after_two(index: Index) -> None:
    said = [(0, "It has 12 members."), (2, "It began with care."), *((row, TEXTS[row - 2]) for row in (3, 4, 5, 6))]
    html = answer_html(answered(index, said), index)
    before, others = html.split("<h2>Also in the documents</h2>")
    shown, folded = others.split('<details class="pc-more"><summary>3 more</summary>')
    assert before.count("A paper (29 May 2019)</p>") == 1
    assert shown.count("A report (2018)</p>") == 1
    assert shown.count("data-quote") == 2
    assert folded.count("data-quote") == 3


def test_what_only_completes_a_paragraph_is_quiet_and_not_marked_in_it(index: Index) -> None:
    answer = replace(answered(index, [(0, "It began with care."), (0, "It has 12 members.")], "Why?"), related=True)
    first, second = answer.statements
    whole = replace(answer, statements=(replace(first, completes=True), second))
    assert "<small>It began with care.</small> It has 12 members." in answer_html(whole, index)
    assert quoted_spans(whole, 0, index) == ((20, 38),)
    assert "<small>" not in answer_html(answer, index)


def test_what_only_completes_a_paragraph_never_leads(index: Index) -> None:
    answer = answered(index, [(0, "It began with care."), (0, "It has 12 members.")], "Why?")
    first, second = answer.statements
    html = answer_html(replace(answer, statements=(replace(first, completes=True), second)), index)
    lead, rest = html.split('<div class="pc-lead">')[1].split("</div>", 1)
    assert "It has 12 members." in lead
    assert "It began with care." not in lead
    assert "<small>It began with care.</small>" in rest


def test_more_is_shown_where_several_paragraphs_are_asked_for(index: Index) -> None:
    said = [(0, "It has 12 members."), *((row, TEXTS[row - 2]) for row in (3, 4, 5, 6))]
    listed = answered(index, said, "List the members")
    assert "pc-more" not in answer_html(listed, index)
    assert "pc-more" in answer_html(answered(index, said), index)
    assert "pc-more" not in answer_html(replace(listed, related=True), index)


def test_a_sentence_that_says_how_many_there_are_leads_without_what_it_introduces() -> None:
    first, second = "One of 13 countries. It has a secretariat;", "Another."
    text = f"There were two networks:\n\n{first}\n\n{second}"
    items = tuple(
        Item(Locator(number="1", items=(mark,)), said, text.index(said), text.index(said) + len(said))
        for mark, said in (("a", first), ("b", second))
    )
    paper = Document(id="paper", title="P", paragraphs=(Paragraph(Locator(number="1"), text, items=items),))
    index = small_index((paper,))
    said = [(0, "There were two networks:"), (0, "One of 13 countries."), (0, "It has a secretariat;")]
    lead, rest = answer_html(answered(index, said, "How many networks are there?"), index).split("</div>", 1)
    assert "There were <strong>two</strong> networks:" in lead
    assert "13" not in lead
    assert "One of 13 countries. It has a secretariat;" in rest
    listed = answer_html(answered(index, said, "Which networks are there?"), index).split("</div>", 1)[0]
    assert "One of 13 countries." in listed


def test_a_document_without_a_symbol_is_cited_shortly_and_heard_in_full(index: Index) -> None:
    html = answer_html(answered(index, [(0, "It has 12 members.")]), index)
    link = next(each for each in Reader(html).attributes if each.get("class") == "pc-cite")
    assert link["aria-label"] == "Source: A paper (29 May 2019), para. 1. Open it."
    assert "A paper (2019), para.\N{NO-BREAK SPACE}1</a>" in html


def test_a_long_sentence_that_answers_is_set_no_larger_than_the_rest(index: Index) -> None:
    words = "It has 12 members, " + ", ".join(f"and member {n} of them" for n in range(20)) + "."
    paper = Document(id="long", title="A long paper", paragraphs=(Paragraph(Locator(number="1"), words),))
    long = small_index((paper,))
    assert '<div class="pc-lead pc-long">' in answer_html(answered(long, [(0, words)]), long)
    assert "pc-long" not in answer_html(answered(index, [(0, "It has 12 members.")]), index)


def test_related_passages_are_folded_after_three(index: Index) -> None:
    related = replace(answered(index, [(row, TEXTS[row - 2]) for row in (2, 3, 4, 5, 6)]), related=True)
    shown, folded = answer_html(related, index).split('<details class="pc-more"><summary>2 more</summary>')
    assert shown.count("data-quote") == 3
    assert folded.count("data-quote") == 2
    few = replace(related, statements=related.statements[:3])
    assert "pc-more" not in answer_html(few, index)


def test_a_title_of_many_lines_is_cut_over_the_words_and_keeps_its_date() -> None:
    title = "Letter dated 21 July 2025 from the Chair of the Committee " + "and of another Committee " * 8
    paper = Document(
        id="letter", title=title.strip(), date="2025-07-24", paragraphs=(Paragraph(Locator(number="1"), TEXTS[0]),)
    )
    long = small_index((paper,))
    source = answer_html(answered(long, [(0, "It has 12 members.")]), long).split('<p class="pc-source">')[1]
    assert source.split("</p>")[0].endswith("and of … (24 July 2025)")


def test_rows_of_a_table_lead_together_below_their_heads() -> None:
    tables = table_index()
    answer = quoting(tables, "Africa | 4 | | 1", "Europe | 2 | 2 | 2", leads="Europe | 2 | 2 | 2")
    lead = answer_html(answer, tables).split('<div class="pc-lead">')[1]
    assert "<p>Table 1. Audits &amp; cases</p>" in lead
    assert '<th scope="col" class="pc-figure">2023</th>' in lead
    assert '<tr class="pc-strong"><th scope="row">Europe</th><td class="pc-figure">2</td>' in lead
    assert '<tr><th scope="row">Africa</th><td class="pc-figure">4</td><td></td>' in lead
    assert '<th scope="row" colspan="4">[…]</th>' in lead


def test_a_line_that_has_a_label_is_a_sentence() -> None:
    officers = table_index(table(("Chair:", "Ms. A"), ("Rapporteur:", "Mr. B")))
    html = answer_html(quoting(officers, "Rapporteur: | Mr. B"), officers)
    assert '<span class="pc-words">Rapporteur: Mr. B</span>' in html
