"""Chosen sentences become statements: best paragraph first, with what each leans on, each cited as finely as can be."""

import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.document import Document
from index.store import Index
from rag.answer import Statement
from rag.answering.extractive.candidate import Candidate
from rag.answering.extractive.compose import compose, first_sentences, in_given_order, lists_cut, whole_paragraphs
from rag.citing.quote_check import is_verbatim
from tests.support.papers import index_of, paragraph

REPORT = Document(
    "report",
    "Report",
    (
        paragraph("1", "In its resolution 7/1, the Conference met. Judges decide."),
        paragraph("2", "Networks exist. They cooperate. It helps."),
        paragraph("3", "In the same resolution, States were urged. In the same resolution, banks were urged."),
        paragraph(
            "4",
            "Women vote. They hold: (a) Authorities; (b) Consider: (i) Points. They move; All agreed.",
            items={
                "a": "Authorities;",
                "b": "Consider: (i) Points. They move;",
                "b i": "Points. They move;",
            },
        ),
        paragraph("5", " "),
    ),
    symbol="A/1",
)
LEAFLET = Document(
    "leaflet",
    "Leaflet",
    (
        paragraph("annex, draft guideline 4, 4.1", "In the same resolution, nothing was said."),
        paragraph("draft guideline 5", "Act early."),
    ),
)


@pytest.fixture(scope="module")
def index() -> Index:
    return index_of(REPORT, LEAFLET)


@pytest.fixture(scope="module")
def leaning() -> Index:
    """A report whose sentences lean on one another."""
    paragraphs = (
        paragraph("1", "It opens.", "A. Assets"),
        paragraph("2", "It rose. Judges decide.", "A. Assets"),
        paragraph("3", "These funds were sold.", "A. Assets", "Action taken"),
        paragraph("4", "They met.", "B. Data"),
        paragraph("5", "Halls exist. It has a wing. Its door is red. Its hall is big.", "B. Data"),
        paragraph("annex, 1", "Such rules help.", "Annex", "Rules are needed"),
    )
    return index_of(Document("d", "D", paragraphs, symbol="A/3"))


def candidate(index: Index, text: str) -> Candidate:
    """The sentence of the index that is `text`."""
    found = [
        Candidate(index.paragraphs[row], 0, start, end)
        for row, start, end in index.store.sentences.tolist()
        if index.paragraphs[row].text[start:end] == text
    ]
    assert len(found) == 1, text
    return found[0]


def composed(index: Index, *texts: str, dependence: bool = True) -> list[tuple[str, str]]:
    return told(compose([candidate(index, text) for text in texts], index, dependence=dependence))


def leading(index: Index, *texts: str) -> list[str]:
    return [each.text for each in compose([candidate(index, text) for text in texts], index) if each.leads]


def told(statements: tuple[Statement, ...]) -> list[tuple[str, str]]:
    return [(each.citations[0].text, each.text) for each in statements]


def test_a_statement_is_its_quotation_with_its_place(index: Index) -> None:
    (statement,) = compose([candidate(index, "Judges decide.")], index)
    (citation,) = statement.citations
    assert statement.text == citation.quote == "Judges decide."
    assert (citation.document, citation.symbol, str(citation.locator)) == ("report", "A/1", "1")
    assert citation.text == "A/1, para. 1"


def test_sentences_that_matter_alike_stand_in_the_order_given_each_after_what_it_leans_on(index: Index) -> None:
    vote, cooperate, act = (3, 0), (1, 1), (6, 0)
    assert told(in_given_order([act, vote, cooperate], index)) == [
        ("Leaflet, draft guideline 5", "Act early."),
        ("A/1, para. 4", "Women vote."),
        ("A/1, para. 2", "Networks exist."),
        ("A/1, para. 2", "They cooperate."),
    ]


def test_the_paragraph_of_the_best_sentence_stands_first_its_sentences_in_the_order_of_the_text(index: Index) -> None:
    assert composed(index, "Women vote.", "They cooperate.", "Judges decide.", "Networks exist.") == [
        ("A/1, para. 4", "Women vote."),
        ("A/1, para. 2", "Networks exist."),
        ("A/1, para. 2", "They cooperate."),
        ("A/1, para. 1", "Judges decide."),
    ]


def test_what_a_sentence_leans_on_stands_before_it_whatever_its_own_rank(index: Index, leaning: Index) -> None:
    urged = "In the same resolution, States were urged."
    assert [place for place, _ in composed(index, "Women vote.", urged, "Judges decide.")] == [
        "A/1, para. 4", "A/1, para. 1", "A/1, para. 1", "A/1, para. 3",
    ]  # fmt: skip
    assert [text for _, text in composed(leaning, "They met.", "It rose.", "It opens.")] == [
        "They met.", "It opens.", "It rose.",
    ]  # fmt: skip


def test_a_list_that_is_not_shown_whole_says_how_much_of_it_is(index: Index) -> None:
    def cut(*texts: str) -> tuple[str, ...]:
        return lists_cut(compose([candidate(index, text) for text in texts], index, dependence=False), index)

    assert cut("(a) Authorities;") == ("Para. 4: 1 of 2 items are shown.",)
    assert cut("(i) Points.", "They move;", "Judges decide.") == ("Para. 4: 1 of 2 items are shown.",)
    assert cut("(a) Authorities;", "(b) Consider:") == ()
    assert cut("They hold:", "Judges decide.") == ()


def test_documents_stand_in_the_order_of_their_best_sentence_each_together(index: Index) -> None:
    assert composed(index, "Act early.", "Judges decide.", "Networks exist.") == [
        ("Leaflet, draft guideline 5", "Act early."),
        ("A/1, para. 1", "Judges decide."),
        ("A/1, para. 2", "Networks exist."),
    ]
    assert [place for place, _ in composed(index, "Judges decide.", "Act early.", "Networks exist.")] == [
        "A/1, para. 1", "A/1, para. 2", "Leaflet, draft guideline 5",
    ]  # fmt: skip


def test_sub_items_are_cited_finely_without_their_printed_marks(index: Index) -> None:
    assert composed(index, "They move;", "(a) Authorities;", "(b) Consider:", "(i) Points.", "All agreed.",
                    dependence=False) == [
        ("A/1, para. 4 (a)", "Authorities;"),
        ("A/1, para. 4 (b)", "Consider:"),
        ("A/1, para. 4 (b) (i)", "Points."),
        ("A/1, para. 4 (b) (i)", "They move;"),
        ("A/1, para. 4", "All agreed."),
    ]  # fmt: skip


def test_a_sentence_brings_what_it_leans_on_and_a_chain_two(index: Index) -> None:
    assert composed(index, "They cooperate.") == [
        ("A/1, para. 2", "Networks exist."),
        ("A/1, para. 2", "They cooperate."),
    ]
    assert [text for _, text in composed(index, "It helps.")] == ["Networks exist.", "They cooperate.", "It helps."]


def test_what_is_chosen_and_leant_on_is_said_once(index: Index) -> None:
    assert [text for _, text in composed(index, "It helps.", "Networks exist.", "They cooperate.")] == [
        "Networks exist.", "They cooperate.", "It helps.",
    ]  # fmt: skip


def test_the_same_resolution_is_looked_for_in_the_paragraphs_before(index: Index) -> None:
    assert composed(index, "In the same resolution, States were urged.") == [
        ("A/1, para. 1", "In its resolution 7/1, the Conference met."),
        ("A/1, para. 3", "In the same resolution, States were urged."),
    ]
    assert [place for place, _ in composed(index, "In the same resolution, banks were urged.")] == [
        "A/1, para. 1", "A/1, para. 3",
    ]  # fmt: skip


def test_a_resolution_of_another_document_is_not_the_same(index: Index) -> None:
    assert composed(index, "In the same resolution, nothing was said.") == [
        ("Leaflet, annex, draft guideline 4, para. 4.1", "In the same resolution, nothing was said.")
    ]


def shown(index: Index, *texts: str) -> list[tuple[bool, str | None]]:
    """Whether there is a gap before each statement, and its context."""
    composed = compose([candidate(index, text) for text in texts], index)
    return [(each.citations[0].gap, each.citations[0].context) for each in composed]


def test_what_a_sentence_leans_on_before_its_paragraph_is_named(leaning: Index) -> None:
    assert shown(leaning, "It rose.") == [(False, "para. 1")]
    assert shown(leaning, "These funds were sold.") == [(False, "para. 2")]
    assert shown(leaning, "They met.") == [(False, "“B. Data”")]
    assert shown(leaning, "Such rules help.") == [(False, "“Rules are needed”")]
    assert shown(leaning, "It opens.") == [(False, "“A. Assets”")]


def test_what_a_sentence_leans_on_and_the_answer_shows_is_not_named(leaning: Index) -> None:
    assert shown(leaning, "It rose.", "It opens.") == [(False, "“A. Assets”"), (False, None)]
    assert shown(leaning, "Judges decide.", "It rose.") == [(False, "para. 1"), (False, None)]


def test_a_chain_that_is_cut_short_begins_after_a_gap(leaning: Index) -> None:
    assert shown(leaning, "Its hall is big.") == [(True, None), (False, None), (False, None)]
    assert shown(leaning, "Its door is red.") == [(False, None), (False, None), (False, None)]


def test_dependence_can_be_left_aside(index: Index) -> None:
    assert [text for _, text in composed(index, "It helps.", dependence=False)] == ["It helps."]
    alone = composed(index, "In the same resolution, States were urged.", dependence=False)
    assert [place for place, _ in alone] == ["A/1, para. 3"]


def test_nothing_chosen_is_nothing_said(index: Index) -> None:
    assert compose([], index) == ()


def test_a_paragraph_as_it_stands_is_all_its_sentences_with_their_own_places(index: Index) -> None:
    assert told(whole_paragraphs([(3, ())], index)) == [
        ("A/1, para. 4", "Women vote."),
        ("A/1, para. 4", "They hold:"),
        ("A/1, para. 4 (a)", "Authorities;"),
        ("A/1, para. 4 (b)", "Consider:"),
        ("A/1, para. 4 (b) (i)", "Points."),
        ("A/1, para. 4 (b) (i)", "They move;"),
        ("A/1, para. 4", "All agreed."),
    ]


def test_a_sub_item_as_it_stands_is_its_own_sentences(index: Index) -> None:
    assert [text for _, text in told(whole_paragraphs([(3, ("b",))], index))] == ["Consider:", "Points.", "They move;"]
    assert [text for _, text in told(whole_paragraphs([(3, ("b", "i"))], index))] == ["Points.", "They move;"]
    assert whole_paragraphs([(3, ("z",))], index) == ()


def test_several_places_stand_in_the_order_given_and_a_blank_one_says_nothing(index: Index) -> None:
    assert [place for place, _ in told(whole_paragraphs([(6, ()), (4, ()), (3, ("a",))], index))] == [
        "Leaflet, draft guideline 5", "A/1, para. 4 (a)",
    ]  # fmt: skip


def test_of_a_long_section_each_paragraph_gives_its_first_sentence_once_and_a_blank_one_none(index: Index) -> None:
    assert told(first_sentences([1, 3, 3, 4, 6], index)) == [
        ("A/1, para. 2", "Networks exist."),
        ("A/1, para. 4", "Women vote."),
        ("Leaflet, draft guideline 5", "Act early."),
    ]


@given(chosen=st.lists(st.integers(0, 16), max_size=8), dependence=st.booleans())
def test_whatever_is_chosen_is_said_once_and_verbatim_in_the_order_of_each_paragraph(
    index: Index, chosen: list[int], dependence: bool
) -> None:
    sentences = [
        Candidate(index.paragraphs[row], 0, start, end)
        for row, start, end in index.store.sentences.tolist()
        if end > start
    ]
    picked = [sentences[place % len(sentences)] for place in chosen]
    statements = compose(picked, index, dependence=dependence)
    said = [each.text for each in statements]
    assert {each.text.split(") ")[-1] for each in picked} <= {text.split(") ")[-1] for text in said}
    places = []
    for each in statements:
        (citation,) = each.citations
        row = index.row(citation.document, citation.locator)
        assert row is not None
        assert is_verbatim(citation.quote, index.paragraphs[row].text)
        places.append((citation.document, row, index.paragraphs[row].text.index(citation.quote)))
    assert len(set(places)) == len(places)
    for one, other in itertools.pairwise(places):
        assert one[:2] != other[:2] or one < other
    rows = [row for _, row, _ in places]
    assert [row for row, _ in itertools.groupby(rows)] == list(dict.fromkeys(rows))
    order = list(dict.fromkeys(document for document, *_ in places))
    assert order == list(dict.fromkeys(each.ref.document.id for each in picked))


def test_a_row_of_a_table_is_quoted_below_its_caption_and_the_heads_of_its_columns() -> None:
    text = "Table 1. Posts\nAudit\n2023 | 2024\nApproved | 12 | 14\nVacant | 4 | 0"
    rows = (("", "Audit", ""), ("", "2023", "2024"), ("Approved", "12", "14"), ("Vacant", "4", "0"))
    table = replace(paragraph("table 1", text), kind="table", rows=rows)
    index = index_of(Document("posts", "Posts", (table,), symbol="A/4"))
    assert [said for _, said in composed(index, "Vacant | 4 | 0")] == [
        "Table 1. Posts",
        "Audit",
        "2023 | 2024",
        "Vacant | 4 | 0",
    ]


def test_the_likeliest_sentence_leads_with_what_it_cannot_be_read_without(index: Index) -> None:
    assert leading(index, "Women vote.", "Judges decide.") == ["Women vote."]
    assert leading(index, "Judges decide.", "Women vote.") == ["Judges decide."]
    together = composed(index, "They cooperate.")
    assert len(together) > 1
    assert leading(index, "They cooperate.", "Women vote.") == [text for _, text in together]
